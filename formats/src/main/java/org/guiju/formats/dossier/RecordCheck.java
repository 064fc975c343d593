package org.guiju.formats.dossier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guiju.formats.dossier.DossierFinding.Kind;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;

/// 全程记录与署名: every round of a step that was performed has its record (全过程记录在案), and whoever had to sign in it has signed (全部责任人签字).
/// Read from the entries alone, not from what the package says of itself.
final class RecordCheck {
    private static final Set<String> FLOW =
            Set.of("case.step-opened", "case.step-closed", "case.step-awaited");
    private static final String TIME = "time";
    private static final Set<String> WITHOUT_OFFICER =
            Set.of(
                    "case.period-elapsed",
                    "case.supplement-supplied",
                    "case.hearing-requested",
                    "case.hearing-waived",
                    "case.objection-raised",
                    "case.statement-recorded");

    /// 一轮环节.
    private static final class Round {
        private final String step;
        private final String kind;
        private final List<EventEntry> acts = new ArrayList<>();
        private String outcome = "";
        private boolean byTime;

        Round(String step, String kind) {
            this.step = step;
            this.kind = kind;
        }

        List<EventEntry> of(String kind) {
            return acts.stream().filter(a -> a.kind().equals(kind)).toList();
        }
    }

    private final List<Round> rounds = new ArrayList<>();
    private final List<DossierFinding> findings = new ArrayList<>();
    private Set<String> investigators = Set.of();

    private RecordCheck() {}

    /// @param stream the case's entries, with whatever is disclosed of them
    static List<DossierFinding> of(List<EventEntry> stream) {
        var check = new RecordCheck();
        stream.forEach(check::visit);
        check.rounds.forEach(check::judge);
        return List.copyOf(check.findings);
    }

    private void visit(EventEntry event) {
        var step = text(event, "step");
        switch (event.kind()) {
            case "case.step-opened" -> rounds.add(new Round(step, text(event, "step_kind")));
            case "case.step-closed" -> {
                latest(step).outcome = text(event, "outcome");
                latest(step).byTime = event.by().equals(TIME);
            }
            default -> {
                if (!step.isEmpty() && !FLOW.contains(event.kind())) {
                    latest(step).acts.add(event);
                }
                if (event.kind().equals("case.filed")) {
                    investigators = texts(event, "investigators");
                }
            }
        }
    }

    /// What happens in a step that nobody opened is a round of its own, which has no kind and is told of.
    private Round latest(String step) {
        for (int i = rounds.size() - 1; i >= 0; i--) {
            if (rounds.get(i).step.equals(step)) {
                return rounds.get(i);
            }
        }
        var round = new Round(step, "");
        rounds.add(round);
        return round;
    }

    private void judge(Round round) {
        if (round.kind.isEmpty() || round.outcome.isEmpty()) {
            add(Kind.STEP_WITHOUT_RECORD, round.step, round.kind.isEmpty() ? "opened" : "closed");
        }
        if (round.outcome.equals("withdrawn")) {
            return;
        }
        // What time alone brought to its end, such as a fine nobody paid, has that end as its
        // record.
        if (round.acts.isEmpty() && !round.byTime) {
            add(Kind.STEP_WITHOUT_RECORD, round.step, round.kind);
        }
        for (var act : round.acts) {
            boolean timeOnly = act.by().equals(TIME) || WITHOUT_OFFICER.contains(act.kind());
            if (!timeOnly && text(act, "officer").isEmpty() && act.by().equals("applicant")) {
                add(Kind.SIGNATURE_MISSING, round.step, act.kind() + " " + act.seq());
            }
        }
        switch (round.kind) {
            case "paired-review" -> pair(round);
            case "site-inspection" ->
                    signed(
                            round,
                            union(round.of("case.inspection-recorded"), "inspectors"),
                            "case.inspection-signed",
                            "case.inspection-recorded");
            case "investigation" ->
                    signed(
                            round,
                            round.of("case.investigation-concluded").isEmpty()
                                    ? Set.of()
                                    : investigators,
                            "case.report-signed",
                            "case.investigation-concluded");
            case "deliberation", "objection-review" -> minutes(round);
            default -> {
                // One act of one officer, who stands in it.
            }
        }
        late(round);
    }

    private void pair(Round round) {
        for (var side : List.of("A", "B")) {
            if (round.of("case.opinion-given").stream()
                    .noneMatch(o -> text(o, "side").equals(side))) {
                add(Kind.SIGNATURE_MISSING, round.step, side);
            }
        }
    }

    /// @param writer whoever wrote it has signed by writing it
    private void signed(Round round, Set<String> due, String signature, String writer) {
        var missing = new HashSet<>(due);
        round.of(signature).forEach(s -> missing.remove(text(s, "officer")));
        round.of(writer).forEach(s -> missing.remove(text(s, "officer")));
        missing.stream().sorted().forEach(p -> add(Kind.SIGNATURE_MISSING, round.step, p));
    }

    private void minutes(Round round) {
        if (!round.of("case.meeting-recorded").isEmpty()
                && round.of("case.minutes-signed").isEmpty()) {
            add(Kind.SIGNATURE_MISSING, round.step, "minutes");
        }
    }

    /// An entry made later than it happened needs a second officer.
    private void late(Round round) {
        for (var act : round.acts) {
            boolean confirmed =
                    round.of("case.late-entry-confirmed").stream()
                            .anyMatch(c ->
                                    c.seq() > act.seq()
                                            && !text(c, "officer").equals(text(act, "officer")));
            if (!text(act, "late").isEmpty() && !confirmed) {
                add(Kind.SIGNATURE_MISSING, round.step, "late " + act.seq());
            }
        }
    }

    private static Set<String> union(List<EventEntry> acts, String name) {
        var all = new HashSet<String>();
        acts.forEach(a -> all.addAll(texts(a, name)));
        return all;
    }

    private void add(Kind kind, String step, String detail) {
        findings.add(DossierFinding.of(kind, "step " + step, detail));
    }

    static String text(EventEntry event, String name) {
        return event.fields().get(name) instanceof Value.Str(String s) ? s : "";
    }

    static Set<String> texts(EventEntry event, String name) {
        return event.fields().get(name) instanceof Value.Strs(var all) ? Set.copyOf(all) : Set.of();
    }
}
