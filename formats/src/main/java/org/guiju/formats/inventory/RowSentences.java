package org.guiju.formats.inventory;

import java.util.Locale;
import java.util.Map;
import org.guiju.formats.tables.Sentences;
import org.guiju.kernel.powers.inventory.ItemColumn;
import org.guiju.kernel.powers.inventory.RowCode;
import org.guiju.kernel.powers.inventory.RowProblem;

/// 行问题说明: what a clerk reads about a row: what is wrong and what to do.
public final class RowSentences {
    private static final Sentences SENTENCES = Sentences.load(RowSentences.class, "rows");

    private RowSentences() {}

    public static String say(RowProblem problem, Locale locale) {
        return SENTENCES.say(problem.code().name(), problem.facts(), locale);
    }

    /// A few words for a list of counts.
    public static String title(RowCode code, Locale locale) {
        return SENTENCES.say("title." + code.name(), Map.of(), locale);
    }

    public static String column(ItemColumn column, Locale locale) {
        return SENTENCES.say("column." + column.name(), Map.of(), locale);
    }

    public static String severity(RowCode.Severity severity, Locale locale) {
        return SENTENCES.say("severity." + severity.name(), Map.of(), locale);
    }

    static Sentences sentences() {
        return SENTENCES;
    }
}
