package org.guiju.kernel.linesystems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.cases.Separation;
import org.guiju.kernel.linesystems.ShadowCase.Told;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;
import org.guiju.kernel.supervision.Seen;

/// What the records of one case, as far as they have come in, show besides missed limits: held against power, flow and duties.
final class Breaches {
    private final ShadowCase case_;
    private final WorkCalendar calendar;
    private final FlowOrder flow;
    private final List<Breach> found = new ArrayList<>();

    Breaches(ShadowCase known, WorkCalendar calendar) {
        this.case_ = known;
        this.calendar = calendar;
        this.flow = new FlowOrder(known.situation());
    }

    List<Breach> all() {
        if (case_.told().isEmpty()) {
            return List.of();
        }
        power();
        order();
        ending();
        duties();
        new RecordBreaches(case_, calendar, this::add).find();
        return found;
    }

    private void power() {
        var first = case_.byDay().getFirst();
        if (!case_.opening().listed()) {
            add(
                    ShadowRule.NOT_IN_FORCE,
                    "",
                    first,
                    first.record().happened() + " 该权力没有生效的制度文本",
                    "no text of this power was in force on " + first.record().happened(),
                    List.of(first.seen()));
        }
        if (!case_.definition().organ().equals(case_.opening().organ())) {
            add(
                    ShadowRule.OUTSIDE_ORGAN,
                    "",
                    first,
                    "该权力属于 " + case_.definition().organ().value(),
                    "the power belongs to " + case_.definition().organ().value(),
                    List.of(first.seen()));
        }
    }

    /// Each step that had to come first, once: at the decision if it lacked there, otherwise at the first step that lacked it.
    private void order() {
        Map<String, Told> lacking = new LinkedHashMap<>();
        for (var t : case_.byDay()) {
            var step = case_.step(t);
            if (step.isEmpty() || again(t)) {
                continue;
            }
            for (var needed : flow.mustPrecede(step.get().id())) {
                if (asked(needed) && !doneBefore(needed, t)) {
                    lacking.merge(
                            needed,
                            t,
                            (one, other) -> !decides(one) && decides(other) ? other : one);
                }
            }
        }
        lacking.forEach(this::lacks);
    }

    /// A step that was done before is not held against the order again: it may have been sent back.
    private boolean again(Told t) {
        return !case_.of(t.record().target()).getFirst().equals(t);
    }

    private boolean asked(String step) {
        return case_.situation()
                .step(step)
                .map(Step::kind)
                .filter(k -> k != StepKind.ONE_OFF_NOTICE && k != StepKind.ARCHIVING)
                .isPresent();
    }

    private boolean decides(Told t) {
        return case_.step(t).map(Step::kind).filter(StepKind::decides).isPresent();
    }

    private boolean doneBefore(String step, Told t) {
        return case_.of(step).stream().anyMatch(done -> !t.record().before(done.record()));
    }

    private void lacks(String id, Told at) {
        var needed = case_.situation().step(id).orElseThrow();
        var done = case_.of(id);
        boolean never = done.isEmpty();
        var rule =
                decides(at) && examines(needed.kind())
                        ? ShadowRule.DECIDED_BEFORE_REVIEW
                        : never ? missing(needed.kind()) : ShadowRule.OUT_OF_ORDER;
        var step = case_.step(at).orElseThrow();
        var seen = new ArrayList<>(List.of(at.seen()));
        done.stream().findFirst().ifPresent(d -> seen.add(d.seen()));
        add(
                rule,
                id,
                at,
                "“"
                        + step.name().zh()
                        + "”办于 "
                        + at.record().happened()
                        + "，此前应有“"
                        + needed.name().zh()
                        + "”，"
                        + (never ? "来件没有记录" : "却办于 " + done.getFirst().record().happened()),
                "\""
                        + en(step)
                        + "\" was done on "
                        + at.record().happened()
                        + " and needs \""
                        + en(needed)
                        + "\" before it, "
                        + (never
                                ? "of which there is no record"
                                : "which was done on " + done.getFirst().record().happened()),
                seen);
    }

    private static ShadowRule missing(StepKind kind) {
        return switch (kind) {
            case PUBLICITY -> ShadowRule.NO_PUBLICITY;
            case SERVICE -> ShadowRule.NO_SERVICE;
            default -> ShadowRule.STEP_SKIPPED;
        };
    }

    private static boolean examines(StepKind kind) {
        return switch (kind.duty()) {
            case REVIEW, INSPECT, REVIEW_LAW, DELIBERATE, INVESTIGATE, HEAR -> true;
            default -> false;
        };
    }

    /// A closed case went through everything that follows its decision.
    private void ending() {
        var closed = case_.words(ShadowRecord.CLOSED).stream().findFirst();
        if (closed.isEmpty()) {
            return;
        }
        var decided = case_.decision();
        if (decided.isEmpty()) {
            undecided(closed.get());
            return;
        }
        var told = decided.get();
        for (var id : flow.mustFollow(told.record().target(), outcome(told))) {
            if (asked(id)
                    && case_.of(id).isEmpty()
                    && found.stream().noneMatch(b -> b.cause().equals(id))) {
                leftOut(case_.situation().step(id).orElseThrow(), told, closed.get());
            }
        }
    }

    private void undecided(Told closed) {
        var day = closed.record().happened();
        if (case_.told().stream().noneMatch(t -> ends(t.record().outcome()))) {
            add(
                    ShadowRule.STEP_SKIPPED,
                    "decision",
                    closed,
                    "办结于 " + day + "，来件没有决定的记录",
                    "closed on " + day + " without a record of the decision",
                    List.of(closed.seen()));
        }
    }

    private void leftOut(Step step, Told decided, Told closed) {
        var day = closed.record().happened();
        add(
                missing(step.kind()),
                step.id(),
                closed,
                "办结于 " + day + "，来件没有“" + step.name().zh() + "”的记录",
                "closed on " + day + " without a record of \"" + en(step) + "\"",
                List.of(decided.seen(), closed.seen()));
    }

    private static boolean ends(String outcome) {
        return Set.of("not-accepted", "withdrawn", "no-case", "not-filed").contains(outcome);
    }

    /// As the record says; the first of the text where it says nothing.
    private String outcome(Told decided) {
        var step = case_.step(decided).orElseThrow();
        return step.outcomes().containsKey(decided.record().outcome())
                ? decided.record().outcome()
                : step.outcomes().sequencedKeySet().getFirst();
    }

    private void duties() {
        var held = new LinkedHashMap<String, Map<Duty, Told>>();
        for (var t : case_.byDay()) {
            var duty = case_.step(t).map(s -> s.kind().duty()).orElse(Duty.NONE);
            for (var officer : duty == Duty.NONE ? List.<String>of() : t.record().officers()) {
                var his = held.computeIfAbsent(officer, _ -> new LinkedHashMap<>());
                his.forEach((other, before) -> {
                    if (Separation.apart(case_.definition(), case_.situation(), other, duty)) {
                        joined(officer, other, before, t);
                    }
                });
                his.putIfAbsent(duty, t);
            }
        }
    }

    private void joined(String officer, Duty other, Told before, Told t) {
        var one = case_.step(before).orElseThrow();
        var two = case_.step(t).orElseThrow();
        add(
                ShadowRule.DUTIES_JOINED,
                officer + "/" + other.code() + "/" + two.kind().duty().code(),
                t,
                officer + " 既办“" + one.name().zh() + "”又办“" + two.name().zh() + "”",
                officer + " did both \"" + en(one) + "\" and \"" + en(two) + "\"",
                List.of(before.seen(), t.seen()));
    }

    static String en(Step step) {
        return Optional.ofNullable(step.name().en()).orElse(step.name().zh());
    }

    private void add(ShadowRule rule, String cause, Told at, String zh, String en, List<Seen> saw) {
        var step = case_.step(at).map(Step::id).orElse("");
        found.add(
                new Breach(
                        rule,
                        cause,
                        step,
                        at.record().officer().orElse(ShadowClocks.NOBODY),
                        at.record().happened(),
                        new Text(zh + "。", en + "."),
                        rule.basis(text(case_.definition(), step)),
                        saw,
                        case_.last().at(),
                        case_.last().seq(),
                        null));
    }

    /// The published text itself: what it orders needs no other basis.
    private static Article text(PowerDefinition definition, String step) {
        return new Article(
                definition.name(),
                "第 " + definition.version() + " 版" + (step.isEmpty() ? "" : " " + step));
    }
}
