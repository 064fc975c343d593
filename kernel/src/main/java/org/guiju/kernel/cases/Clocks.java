package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.calendar.Derivation;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.Pause;
import org.guiju.kernel.calendar.TimeLimits;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.powers.Limits;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.jspecify.annotations.Nullable;

/// 两个时钟: promise and statute of a case, and the clock of each step, as they stand on a day.
public final class Clocks {
    private Clocks() {}

    /// 时钟读数.
    ///
    /// @param limit days allowed, extension included, in the unit of the derivation's limit
    /// @param used days used up by the day of reading
    /// @param left days left; negative when overrun
    /// @param stoppedOn the day the clock stopped for good, because the case was decided or ended
    public record Reading(
            Derivation derivation,
            int limit,
            int used,
            int left,
            boolean paused,
            @Nullable LocalDate stoppedOn) {
        public LocalDate due() {
            return derivation.lastDay();
        }

        /// Overrun only after the last day has ended: by law the last day is whole.
        public boolean overrun(LocalDate asOf) {
            var end = stoppedOn == null ? asOf : stoppedOn;
            return end.isAfter(due());
        }
    }

    /// The statutory clock; empty while the application is not complete or, where it runs from acceptance, not accepted.
    public static Optional<Reading> statute(
            Situation s, CaseState state, WorkCalendar calendar, LocalDate asOf) {
        return reading(s.limits().statute(), state, calendar, asOf);
    }

    /// The promised clock.
    public static Optional<Reading> promise(
            Situation s, CaseState state, WorkCalendar calendar, LocalDate asOf) {
        return reading(s.limits().promise(), state, calendar, asOf);
    }

    /// The step's own clock as it stands, pauses of the case included; empty where the step has none.
    public static Optional<Reading> step(
            Situation s, CaseState state, StepRound round, WorkCalendar calendar, LocalDate asOf) {
        var step = s.step(round.step());
        if (round.work() instanceof StepWork.Dues) {
            return Fines.counted(state, round, calendar)
                    .map(c ->
                            read(
                                    c.limit(),
                                    c.from(),
                                    List.of(),
                                    calendar,
                                    asOf,
                                    round.closedOn(),
                                    false));
        }
        if (step.isEmpty()
                || step.get().limit() == null
                || step.get().kind() == StepKind.ONE_OFF_NOTICE) {
            return Optional.empty();
        }
        var pauses = step.get().counts() ? state.standstill().asOf(asOf) : List.<Pause>of();
        var from = startOf(step.get(), state, round.openedOn());
        return Optional.of(
                read(step.get().limit(), from, pauses, calendar, asOf, round.closedOn(), false));
    }

    /// The step's due date at the moment it opens.
    static Optional<Derivation> opening(
            Step step, CaseState state, LocalDate on, WorkCalendar calendar) {
        if (step.limit() == null
                || step.kind() == StepKind.ONE_OFF_NOTICE
                || step.kind().waitsForMoney()) {
            return Optional.empty();
        }
        return Optional.of(
                TimeLimits.lastDay(calendar, startOf(step, state, on), step.limit(), List.of()));
    }

    /// The last day on which the office may still ask for what is missing; after it, silence has accepted.
    public static Optional<Derivation> notice(Situation s, CaseState state, WorkCalendar calendar) {
        return s.first().next("supplement").stream()
                .flatMap(id -> s.step(id).stream())
                .filter(step -> step.kind() == StepKind.ONE_OFF_NOTICE)
                .map(Step::limit)
                .filter(limit -> limit != null)
                .findFirst()
                .map(limit ->
                        TimeLimits.lastDay(calendar, state.receivedComplete(), limit, List.of()));
    }

    /// A clock of the case as it stands at acceptance, before any pause or extension.
    static Derivation from(
            Limits.Clock clock, LocalDate received, LocalDate accepted, WorkCalendar calendar) {
        var start = clock.from() == Limits.From.RECEIPT ? received : accepted;
        return TimeLimits.lastDay(calendar, start, clock.limit(), List.of());
    }

    private static LocalDate startOf(Step step, CaseState state, LocalDate openedOn) {
        var decided = state.decided();
        return step.limitFrom() == Step.LimitFrom.DECISION && decided != null
                ? decided.on()
                : openedOn;
    }

    private static Optional<Reading> reading(
            Limits.Clock clock, CaseState state, WorkCalendar calendar, LocalDate asOf) {
        if (state.open().stream().anyMatch(r -> r.kind() == StepKind.ONE_OFF_NOTICE)) {
            return Optional.empty();
        }
        var from =
                clock.from() == Limits.From.RECEIPT ? state.receivedComplete() : state.acceptedOn();
        if (from == null) {
            return Optional.empty();
        }
        var stopped = stoppedOn(state);
        var until = stopped == null ? asOf : stopped;
        var pauses = state.standstill().asOf(until);
        var limit = extended(clock.limit(), state);
        return Optional.of(
                read(
                        limit,
                        from,
                        pauses,
                        calendar,
                        asOf,
                        stopped,
                        state.standstill().on() != null));
    }

    private static @Nullable LocalDate stoppedOn(CaseState state) {
        if (state.decided() != null) {
            return state.decided().on();
        }
        var terminated = state.course().terminated();
        if (terminated.isPresent()) {
            return terminated.get().on();
        }
        return state.closed() == null ? null : state.closed().on();
    }

    private static Limit extended(Limit limit, CaseState state) {
        var extension = state.extended();
        return extension == null
                ? limit
                : new Limit(limit.n() + extension.days(), limit.unit(), limit.basis());
    }

    private static Reading read(
            Limit limit,
            LocalDate from,
            List<Pause> pauses,
            WorkCalendar calendar,
            LocalDate asOf,
            @Nullable LocalDate stopped,
            boolean paused) {
        var day = stopped == null || stopped.isAfter(asOf) ? asOf : stopped;
        var derivation = TimeLimits.lastDay(calendar, from, limit, pauses);
        int used = TimeLimits.used(calendar, from, limit.unit(), pauses, day);
        int left = TimeLimits.left(calendar, from, limit, pauses, day);
        return new Reading(derivation, limit.n(), used, left, paused, stopped);
    }

    /// 临期: whether the promise ends within the warning lead: the smaller of the days and the share (X of the promise).
    public static boolean dueSoon(Limits.Warning warning, Reading promise) {
        if (promise.stoppedOn() != null || promise.paused()) {
            return false;
        }
        int share = promise.limit() * warning.percent() / 100;
        int lead = Math.min(warning.workingDays(), Math.max(share, 1));
        return promise.left() >= 0 && promise.left() <= lead;
    }
}
