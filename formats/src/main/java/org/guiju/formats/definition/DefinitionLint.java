package org.guiju.formats.definition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.formats.definition.LoadResult.Rejected;
import org.guiju.kernel.lint.Lint;
import org.guiju.kernel.lint.LintFacts;
import org.guiju.kernel.lint.LintFamily;
import org.guiju.kernel.lint.LintSeverity;
import org.guiju.kernel.lint.LoadingRules;
import org.guiju.kernel.powers.DefinitionCheckCode;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 制度审查报告: everything that is to be said of a text, from a wide colon to a missing second reviewer, each with its line. A text that does
/// not load is judged as far as it could be read; that the rest could not be analysed is a finding too.
public final class DefinitionLint {
    private static final String NOT_ANALYSED = "NOT_ANALYSED";
    private static final Article TEXT_RULE = new Article("guiju", "C2");
    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");
    private final DefinitionReader reader;

    public DefinitionLint(DefinitionReader reader) {
        this.reader = reader;
    }

    /// 一条发现.
    ///
    /// @param rule stable id: a code of loading, or `GJ-A01`
    /// @param line from 1
    /// @param path where in the text; empty for the text as a whole
    public record Reported(
            String rule,
            LintFamily family,
            LintSeverity severity,
            Article basis,
            int line,
            int column,
            String path,
            Text message,
            Text remedy) {}

    /// 一条规则, as a list of rules shows it.
    public record Described(
            String id,
            LintFamily family,
            LintSeverity severity,
            Article basis,
            Text message,
            Text remedy) {}

    /// Findings in the order of the text, the gravest of a place first.
    public List<Reported> lint(byte[] bytes, String fileName, LintFacts facts) {
        var reading = new Reading();
        var found =
                switch (reader.read(bytes, fileName, reading)) {
                    case Rejected(var problems) ->
                            Stream.concat(
                                    problems.stream().map(DefinitionLint::of),
                                    Stream.of(notAnalysed()));
                    case Loaded(var power) ->
                            Lint.of(power, facts).stream()
                                    .map(f -> {
                                        var at = reading.placeOf(f.path());
                                        return new Reported(
                                                f.rule(),
                                                f.family(),
                                                f.severity(),
                                                f.basis(),
                                                at.line(),
                                                at.column(),
                                                f.path(),
                                                f.message(),
                                                f.remedy());
                                    });
                };
        return found.sorted(
                        Comparator.comparingInt(Reported::line)
                                .thenComparing(Reported::severity)
                                .thenComparing(Reported::rule))
                .toList();
    }

    /// All rules there are: those of loading and those beyond it.
    public static List<Described> rules() {
        var loading =
                Arrays.stream(DefinitionCheckCode.values())
                        .map(c ->
                                new Described(
                                        c.name(),
                                        LoadingRules.family(c),
                                        LintSeverity.ERROR,
                                        LoadingRules.basis(c),
                                        Messages.open(c.name()),
                                        Messages.open(c.name() + ".remedy")));
        var reading =
                Arrays.stream(Fault.values())
                        .filter(f -> code(f.name()).isEmpty())
                        .map(f ->
                                new Described(
                                        f.name(),
                                        LintFamily.TEXT,
                                        LintSeverity.ERROR,
                                        TEXT_RULE,
                                        Messages.open(f.name()),
                                        Messages.open(f.name() + ".remedy")));
        var beyond =
                Lint.rules().stream()
                        .map(r ->
                                new Described(
                                        r.id(),
                                        r.family(),
                                        r.severity(),
                                        r.basis(),
                                        open(r.message()),
                                        open(r.remedy())));
        return Stream.of(reading, loading, beyond).flatMap(s -> s).toList();
    }

    private static Text open(Text sentence) {
        var en = sentence.en();
        return new Text(
                FACT.matcher(sentence.zh()).replaceAll("…"),
                en == null ? null : FACT.matcher(en).replaceAll("…"));
    }

    private static Reported of(DefinitionProblem p) {
        var code = code(p.code());
        return new Reported(
                p.code(),
                code.map(LoadingRules::family).orElse(LintFamily.TEXT),
                LintSeverity.ERROR,
                code.map(LoadingRules::basis).orElse(TEXT_RULE),
                p.line(),
                p.column(),
                p.path(),
                p.message(),
                p.remedy());
    }

    private static Reported notAnalysed() {
        return new Reported(
                NOT_ANALYSED,
                LintFamily.TEXT,
                LintSeverity.NOTE,
                TEXT_RULE,
                1,
                1,
                "",
                new Text(
                        "文本不能载入，职权、程序、时限、廉政的其余规则没有审查",
                        "The text does not load: the other rules of authority, procedure, time and integrity were not applied"),
                new Text("先改正上列错误，再审查一次。", "Mend the errors and look again."));
    }

    private static Optional<DefinitionCheckCode> code(String name) {
        return Arrays.stream(DefinitionCheckCode.values())
                .filter(c -> c.name().equals(name))
                .findFirst();
    }
}
