package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.Pause;
import org.guiju.kernel.calendar.TimeLimits;
import org.guiju.kernel.powers.Limits;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 时限动作: stopping, resuming and extending the clocks, and the second officer's word on a late entry.
final class ClockHandlers {
    private ClockHandlers() {}

    static final Handler<CaseCommand.Pause> PAUSE =
            new Handler<>(
                    CaseCommand.Pause.class,
                    Set.of(),
                    Handler.Who.HANDLER,
                    true,
                    List.of(
                            rule(CaseRule.PAUSE_LISTED, a -> ground(a).isPresent()),
                            rule(
                                    CaseRule.PAUSE_ONE_AT_A_TIME,
                                    a -> a.state().standstill().on() == null),
                            rule(
                                    CaseRule.PAUSE_AFTER_ACCEPTANCE,
                                    a -> a.state().acceptedOn() != null),
                            rule(CaseRule.PAUSE_NOTICE_GIVEN, a -> !a.command().notice().isBlank()),
                            rule(CaseRule.DECISION_NOT_MADE, a -> a.state().decided() == null)),
                    a -> {
                        var g = ground(a).orElseThrow();
                        return List.of(
                                new CaseEvent.Paused(
                                        g.id(),
                                        a.command().notice().strip(),
                                        a.today(),
                                        capEnd(g, a),
                                        a.person()));
                    });

    static final Handler<CaseCommand.Resume> RESUME =
            new Handler<>(
                    CaseCommand.Resume.class,
                    Set.of(),
                    Handler.Who.HANDLER,
                    true,
                    List.of(
                            rule(
                                    CaseRule.PAUSE_TO_END,
                                    a ->
                                            a.state().standstill().on() != null
                                                    && !a.state()
                                                            .standstill()
                                                            .on()
                                                            .ground()
                                                            .equals(
                                                                    HearingHandlers
                                                                            .HEARING_GROUND)),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().result().isBlank())),
                    a ->
                            List.of(
                                    resumed(
                                            a.facts(),
                                            a.situation(),
                                            a.state(),
                                            a.today(),
                                            a.command().result().strip(),
                                            false,
                                            a.person())));

    static final Handler<CaseCommand.Extend> EXTEND =
            new Handler<>(
                    CaseCommand.Extend.class,
                    Set.of(),
                    Handler.Who.HEAD,
                    true,
                    List.of(
                            rule(
                                    CaseRule.PAUSE_AFTER_ACCEPTANCE,
                                    a -> a.state().acceptedOn() != null),
                            rule(CaseRule.DECISION_NOT_MADE, a -> a.state().decided() == null),
                            rule(
                                    CaseRule.EXTENSION_BY_LAW,
                                    a -> a.situation().limits().extension().limit() != null),
                            rule(CaseRule.EXTENDED_ONCE_BY_HEAD, a -> a.state().extended() == null),
                            rule(CaseRule.EXTENSION_WITHIN_CAP, ClockHandlers::withinCap),
                            rule(
                                    CaseRule.EXTENDED_BEFORE_EXPIRY,
                                    a ->
                                            Clocks.statute(
                                                            a.situation(),
                                                            a.state(),
                                                            a.facts().calendar(),
                                                            a.today())
                                                    .filter(r -> !r.overrun(a.today()))
                                                    .isPresent()),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reasons().isBlank())),
                    a -> List.of(extended(a)));

    static final Handler<CaseCommand.ConfirmLateEntry> CONFIRM =
            new Handler<>(
                    CaseCommand.ConfirmLateEntry.class,
                    Set.of(org.guiju.kernel.powers.StepKind.values()),
                    Handler.Who.COLLEAGUE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.SECOND_OFFICER_CONFIRMS,
                                    a ->
                                            a.round().late()
                                                    && !a.person().equals(a.round().lateBy())),
                            rule(
                                    CaseRule.REASONS_GIVEN,
                                    a -> !a.command().confirmation().isBlank())),
                    a ->
                            List.of(
                                    new CaseEvent.LateEntryConfirmed(
                                            a.at().id(),
                                            a.command().confirmation().strip(),
                                            a.person())));

    static final Handler<CaseCommand.LetTimePass> TIME =
            new Handler<>(
                    CaseCommand.LetTimePass.class,
                    Set.of(),
                    Handler.Who.TIME,
                    true,
                    List.of(),
                    _ -> List.of());

    private static boolean withinCap(Asked<CaseCommand.Extend> a) {
        var cap = a.situation().limits().extension().limit();
        return cap != null && a.command().days() >= 1 && a.command().days() <= cap.n();
    }

    static LocalDate capEnd(Limits.PauseGround ground, Asked<?> a) {
        return TimeLimits.lastDay(a.facts().calendar(), a.today(), ground.cap(), List.of())
                .lastDay();
    }

    private static Optional<Limits.PauseGround> ground(Asked<CaseCommand.Pause> a) {
        return a.situation().limits().pauses().stream()
                .filter(g -> g.id().equals(a.command().ground()))
                .findFirst();
    }

    /// The clock runs again, with both due dates as they stand now.
    static CaseEvent resumed(
            CaseFacts facts,
            Situation situation,
            CaseState state,
            LocalDate on,
            String result,
            boolean lapsed,
            @Nullable PersonId by) {
        var pause = state.standstill().on();
        if (pause == null) {
            throw new CorruptHistory("a running clock", "resume");
        }
        var pauses = new ArrayList<>(state.standstill().past());
        if (on.isAfter(pause.on())) {
            pauses.add(new Pause(pause.on(), on, pause.ground(), CaseRule.PAUSE_LISTED.basis()));
        }
        return new CaseEvent.Resumed(
                pause.ground(),
                on,
                result,
                lapsed,
                due(situation.limits().statute(), state, 0, pauses, facts),
                due(situation.limits().promise(), state, 0, pauses, facts),
                by);
    }

    private static CaseEvent extended(Asked<CaseCommand.Extend> a) {
        var pauses = a.state().standstill().asOf(a.today());
        int days = a.command().days();
        var statute = due(a.situation().limits().statute(), a.state(), days, pauses, a.facts());
        var promise = due(a.situation().limits().promise(), a.state(), days, pauses, a.facts());
        return new CaseEvent.Extended(
                days, a.command().reasons().strip(), statute, promise, a.person());
    }

    private static LocalDate due(
            Limits.Clock clock, CaseState state, int more, List<Pause> pauses, CaseFacts facts) {
        var accepted = state.acceptedOn();
        var from =
                clock.from() != Limits.From.RECEIPT && accepted != null
                        ? accepted
                        : state.receivedComplete();
        int before = state.extended() == null ? 0 : state.extended().days();
        var limit =
                new Limit(
                        clock.limit().n() + before + more,
                        clock.limit().unit(),
                        clock.limit().basis());
        return TimeLimits.lastDay(facts.calendar(), from, limit, pauses).lastDay();
    }
}
