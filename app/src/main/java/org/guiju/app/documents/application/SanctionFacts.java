package org.guiju.app.documents.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guiju.app.cases.CaseFile;
import org.guiju.kernel.cases.Fines;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.powers.Penalty;

/// 处罚事实: the sanction that the event names (`sanction.*`), the one that was proposed last before it (`proposed.*`), both in the words of the institution's
/// standard, and what is owed on its day. Everything is empty where no sanction is named.
final class SanctionFacts {
    private static final List<String> WORDS =
            List.of(
                    "violation",
                    "forbids",
                    "law",
                    "grade",
                    "when",
                    "warning",
                    "fine",
                    "correction");

    private SanctionFacts() {}

    static void add(CaseFile file, EventEntry entry, Map<String, String> texts) {
        List.of("fine", "surcharge", "paid", "rest").forEach(k -> texts.put("owed." + k, ""));
        named(file, entry, "sanction.", texts);
        proposal(file, entry)
                .ifPresentOrElse(
                        e -> named(file, e, "proposed.", texts),
                        () -> WORDS.forEach(k -> texts.put("proposed." + k, "")));
        owed(file, entry, texts);
    }

    /// The latest event before this one that says what ought to be done, were it to do nothing.
    private static Optional<EventEntry> proposal(CaseFile file, EventEntry before) {
        return file.traces().stream()
                .map(CaseFile.Trace::entry)
                .filter(e -> e.seq() < before.seq() && e.fields().containsKey("sanction"))
                .reduce((_, later) -> later);
    }

    private static void named(
            CaseFile file, EventEntry entry, String prefix, Map<String, String> texts) {
        WORDS.forEach(k -> texts.put(prefix + k, ""));
        var lines = new HashMap<String, String>();
        if (entry.fields().get("sanction") instanceof Value.Strs(var all)) {
            all.forEach(l ->
                    lines.put(l.substring(0, l.indexOf('=')), l.substring(l.indexOf('=') + 1)));
        }
        for (var key : List.of("warning", "fine", "correction")) {
            texts.put(prefix + key, lines.getOrDefault(key, ""));
        }
        var penalty = file.definition().penalty();
        if (penalty != null) {
            penalty.violation(lines.getOrDefault("violation", ""))
                    .ifPresent(
                            v -> standard(file, v, lines.getOrDefault("grade", ""), prefix, texts));
        }
    }

    private static void standard(
            CaseFile file,
            Penalty.Violation violation,
            String grade,
            String prefix,
            Map<String, String> texts) {
        texts.put(prefix + "violation", violation.name().zh());
        texts.put(prefix + "forbids", cite(file, violation.forbids()));
        texts.put(prefix + "law", cite(file, violation.sanction()));
        violation
                .grade(grade)
                .ifPresent(g -> {
                    texts.put(prefix + "grade", g.name().zh());
                    texts.put(prefix + "when", g.when().zh());
                });
    }

    private static void owed(CaseFile file, EventEntry entry, Map<String, String> texts) {
        Fines.owed(file.state(), file.facts().calendar(), PaperFacts.day(entry))
                .ifPresent(o -> {
                    texts.put("owed.fine", Long.toString(o.fine()));
                    texts.put("owed.surcharge", Long.toString(o.surcharge()));
                    texts.put("owed.paid", Long.toString(o.paid()));
                    texts.put("owed.rest", Long.toString(o.rest()));
                });
    }

    private static String cite(CaseFile file, String basis) {
        return file.definition()
                .basis(Objects.requireNonNull(basis))
                .map(b -> b.article().cite())
                .orElse(basis);
    }
}
