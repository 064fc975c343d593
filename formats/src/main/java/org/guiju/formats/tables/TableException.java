package org.guiju.formats.tables;

import java.util.Locale;
import java.util.Map;

/// 表格无法读取: the file as a whole is at fault; what is wrong with single rows is never an exception.
public final class TableException extends RuntimeException {
    private static final Sentences SENTENCES = Sentences.load(TableException.class, "problems");

    private final TableProblem problem;
    private final transient Map<String, String> facts;

    public TableException(TableProblem problem, Map<String, String> facts) {
        super(problem + " " + facts);
        this.problem = problem;
        this.facts = Map.copyOf(facts);
    }

    public TableProblem problem() {
        return problem;
    }

    /// What the sentence names: `row`, `column`, `limit`, `found` …
    public Map<String, String> facts() {
        return facts;
    }

    /// Place and remedy in the reader's language.
    public String sentence(Locale locale) {
        return SENTENCES.say(problem.name(), facts, locale);
    }
}
