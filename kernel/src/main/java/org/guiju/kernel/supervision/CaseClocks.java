package org.guiju.kernel.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.Clocks;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.powers.Basis;
import org.guiju.kernel.powers.Limits;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.supervision.CaseWatch.Recorded;
import org.jspecify.annotations.Nullable;

/// The clocks of a case as its history so far has them: promise and statute, the day by which silence accepts, every round
/// of every step, every special procedure.
final class CaseClocks {
    private final CaseHistory case_;
    private final Hands hands;
    private final CaseStops stops;
    private final List<WatchedClock> clocks = new ArrayList<>();

    CaseClocks(CaseHistory history) {
        this.case_ = history;
        this.hands = new Hands(history);
        this.stops = new CaseStops(history);
    }

    List<WatchedClock> all() {
        var limits = case_.situation().limits();
        var today = case_.today();
        var state = case_.state();
        var warning = limits.warning();
        var lead = new Trigger.Lead(warning.workingDays(), warning.percent(), 1);
        Clocks.promise(case_.situation(), state, case_.calendar(), today)
                .ifPresent(r -> ofCase(Measure.PROMISE, limits.promise(), r, lead));
        Clocks.statute(case_.situation(), state, case_.calendar(), today)
                .ifPresent(r -> ofCase(Measure.STATUTE, limits.statute(), r, null));
        silence();
        var times = new HashMap<String, Integer>();
        for (var round : state.rounds()) {
            ofStep(round, times.merge(round.step(), 1, Integer::sum));
        }
        clocks.addAll(stops.clocks(hands.now()));
        return clocks;
    }

    private int run() {
        return case_.all(CaseEvent.SupplementSupplied.class::isInstance).size() + 1;
    }

    private void ofCase(
            Measure measure,
            Limits.Clock clock,
            Clocks.Reading reading,
            Trigger.@Nullable Lead lead) {
        var begins =
                switch (clock.from()) {
                    case ACCEPTANCE -> (Predicate<CaseEvent>) CaseEvent.Accepted.class::isInstance;
                    case FILING -> (Predicate<CaseEvent>) PenaltyEvent.CaseFiled.class::isInstance;
                    case RECEIPT -> (Predicate<CaseEvent>) CaseClocks::complete;
                };
        var decided = case_.first(CaseEvent.Decision.class::isInstance);
        var ended =
                decided.or(() -> case_.last(CaseEvent.CaseClosed.class::isInstance))
                        .map(CaseHistory::effective)
                        .orElse(null);
        clocks.add(
                new WatchedClock(
                        measure.code() + ":" + run(),
                        "case:" + run(),
                        SupervisedObject.CASE,
                        measure,
                        "",
                        reading.derivation().limit(),
                        start(reading.derivation().eventDay(), begins),
                        stops.all(),
                        ended,
                        lead,
                        hands.now(),
                        case_.seen(CaseClocks::shapes)));
    }

    /// Whether the event begins, stops, lengthens or ends a clock of the case.
    private static boolean shapes(CaseEvent e) {
        return complete(e)
                || e instanceof CaseEvent.Accepted
                || e instanceof PenaltyEvent.CaseFiled
                || e instanceof CaseEvent.Paused
                || e instanceof CaseEvent.Resumed
                || e instanceof CaseEvent.Extended
                || e instanceof CaseEvent.Decision
                || e instanceof CaseEvent.CaseClosed;
    }

    private static boolean complete(CaseEvent e) {
        return e instanceof CaseEvent.Begun || e instanceof CaseEvent.SupplementSupplied;
    }

    /// The hour at which the day of the event began to run: that of the event itself, or the day's beginning.
    private Instant start(LocalDate day, Predicate<CaseEvent> begins) {
        return case_.last(begins)
                .map(r -> r.seen().at())
                .filter(at -> Days.of(at).equals(day))
                .orElseGet(() -> Days.startOf(day));
    }

    /// 逾期不告知 (行政许可法 32): silence beyond the five days is the office's own miss, whatever the law makes of it.
    private void silence() {
        var state = case_.state();
        var accept = case_.situation().first();
        var limit = Clocks.notice(case_.situation(), state, case_.calendar());
        if (limit.isEmpty() || accept.kind() != StepKind.ACCEPTANCE) {
            return;
        }
        var answered =
                case_.thisRun().stream()
                        .filter(r ->
                                r.event() instanceof CaseEvent.Accepted
                                        || r.event() instanceof CaseEvent.AcceptanceRefused
                                        || r.event() instanceof CaseEvent.SupplementRequested
                                        || r.event() instanceof CaseEvent.CaseClosed)
                        .findFirst();
        clocks.add(
                new WatchedClock(
                        "notice:" + run(),
                        "notice:" + run(),
                        SupervisedObject.STEP,
                        Measure.STATUTE,
                        accept.id(),
                        limit.get().limit(),
                        start(limit.get().eventDay(), CaseClocks::complete),
                        List.of(),
                        answered.map(r -> r.seen().at()).orElse(null),
                        null,
                        hands.of(accept, null),
                        seen(
                                case_.last(CaseClocks::complete).orElseThrow(),
                                answered.orElse(null))));
    }

    private void ofStep(StepRound round, int time) {
        var step = case_.situation().step(round.step()).orElseThrow();
        if (step.kind() == StepKind.PUBLICITY || round.work() instanceof StepWork.Dues) {
            return; // its period is for others to object or to pay in; nobody in the office is late
        }
        var reading =
                Clocks.step(
                        case_.situation(), case_.state(), round, case_.calendar(), case_.today());
        if (reading.isEmpty()) {
            return;
        }
        var opened = nth(round.step(), time);
        var begin =
                step.limitFrom() == Step.LimitFrom.DECISION
                        ? case_.last(CaseEvent.Decision.class::isInstance).orElse(opened)
                        : opened;
        var done = round.open() ? null : done(round.step(), opened);
        var id = "step:" + round.step() + ":" + time;
        clocks.add(
                new WatchedClock(
                        id,
                        id,
                        SupervisedObject.STEP,
                        statutory(step) ? Measure.STATUTE : Measure.LIMIT,
                        round.step(),
                        Objects.requireNonNull(step.limit()),
                        CaseHistory.effective(begin),
                        step.counts() ? stops.all() : List.of(),
                        done == null ? null : CaseHistory.effective(done),
                        null,
                        hands.of(step, round),
                        seen(begin, done)));
    }

    private Recorded nth(String step, int time) {
        return case_.all(e -> e instanceof CaseEvent.StepOpened o && o.step().equals(step))
                .get(time - 1);
    }

    /// What ended the round: its closing, or the act that closed it where that was done on an earlier day.
    private Recorded done(String step, Recorded opened) {
        var after =
                case_.all(_ -> true).stream()
                        .filter(r -> r.seen().seq() > opened.seen().seq())
                        .toList();
        var closed =
                after.stream()
                        .filter(r ->
                                r.event() instanceof CaseEvent.StepClosed e
                                        && e.step().equals(step))
                        .findFirst()
                        .orElseThrow();
        var claim =
                after.stream()
                        .takeWhile(r -> !r.equals(closed))
                        .filter(r -> step.equals(claims(r.event())))
                        .reduce((_, later) -> later);
        boolean confirmed =
                after.stream()
                        .anyMatch(r ->
                                r.event() instanceof CaseEvent.LateEntryConfirmed e
                                        && e.step().equals(step)
                                        && r.seen().at().equals(closed.seen().at()));
        return claim.filter(c -> confirmed || c.seen().at().equals(closed.seen().at()))
                .orElse(closed);
    }

    /// The step of an act that claims a day of its own; null for any other event.
    private static @Nullable String claims(CaseEvent event) {
        return switch (event) {
            case CaseEvent.InspectionRecorded e -> e.step();
            case CaseEvent.PartiesTold e -> e.step();
            case CaseEvent.HearingHeld e -> e.step();
            case CaseEvent.MeetingRecorded e -> e.step();
            case CaseEvent.Served e -> e.step();
            case PenaltyEvent.EvidenceTaken e -> e.step();
            case PenaltyEvent.PunishedOnTheSpot e -> e.step();
            case PenaltyEvent.Demanded e -> e.step();
            case PenaltyEvent.CourtApplied e -> e.step();
            default -> null;
        };
    }

    /// Whether a law or regulation sets the office this limit, and not the institution itself. The five days after the
    /// parties are told (行政许可法 47) are theirs to ask for a hearing, not the office's to keep.
    private boolean statutory(Step step) {
        if (step.kind() == StepKind.PARTY_NOTICE) {
            return false;
        }
        var basis = Objects.requireNonNull(step.limit()).basis();
        return case_.definition().basis().stream()
                .filter(b -> b.article().equals(basis))
                .anyMatch(b -> b.rank().compareTo(Basis.Rank.PROVINCIAL_RULE) <= 0);
    }

    static List<Seen> seen(Recorded one, @Nullable Recorded other) {
        return Optional.ofNullable(other)
                .filter(o -> !o.equals(one))
                .map(o -> List.of(one.seen(), o.seen()))
                .orElseGet(() -> List.of(one.seen()));
    }
}
