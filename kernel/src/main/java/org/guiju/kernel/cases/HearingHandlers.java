package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.calendar.TimeLimits;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.Limits;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Dated;

/// 告知与听证: interested parties are told and heard (行政许可法 36, 46–48).
final class HearingHandlers {
    private static final LocalDate LICENSING_LAW = LocalDate.of(2004, 7, 1);
    private static final Article ART_47 = new Article("行政许可法", "第四十七条");
    private static final Article ART_48 = new Article("行政许可法", "第四十八条");

    /// 五日内提出听证申请.
    static final Dated<Limit> ASK_WITHIN =
            Dated.since(LICENSING_LAW, new Limit(5, LimitUnit.WORKING_DAY, ART_47), ART_47);

    /// 二十日内组织听证.
    static final Dated<Limit> ORGANISE_WITHIN =
            Dated.since(LICENSING_LAW, new Limit(20, LimitUnit.WORKING_DAY, ART_47), ART_47);

    /// 举行听证的七日前通知.
    static final Dated<Limit> NOTICE_BEFORE =
            Dated.since(LICENSING_LAW, new Limit(7, LimitUnit.WORKING_DAY, ART_48), ART_48);

    /// The ground under which a hearing stops the clock, where the definition lists it (行政许可法 45).
    static final String HEARING_GROUND = "hearing";

    private HearingHandlers() {}

    static final Handler<CaseCommand.TellParties> TELL =
            new Handler<>(
                    CaseCommand.TellParties.class,
                    Set.of(StepKind.PARTY_NOTICE, StepKind.REPLY),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.PARTIES_TOLD_ONCE,
                                    a ->
                                            a.work(StepWork.Notice.class)
                                                    .filter(w -> w.told() == null)
                                                    .isPresent()),
                            rule(
                                    CaseRule.REASONS_GIVEN,
                                    a ->
                                            !a.command().manner().isBlank()
                                                    && (!a.isKind(StepKind.REPLY)
                                                            || !a.command().parties().isEmpty())
                                                    && a.command().parties().stream()
                                                            .noneMatch(String::isBlank))),
                    a ->
                            List.of(
                                    new CaseEvent.PartiesTold(
                                            a.at().id(),
                                            a.command().day(),
                                            List.copyOf(a.command().parties()),
                                            a.command().manner().strip(),
                                            answerUntil(a),
                                            a.person(),
                                            CommonRules.lateReason(a.command(), a))));

    static final Handler<CaseCommand.RecordStatement> STATE =
            new Handler<>(
                    CaseCommand.RecordStatement.class,
                    Set.of(StepKind.PARTY_NOTICE, StepKind.PENALTY_NOTICE, StepKind.REPLY),
                    Handler.Who.APPLICANT_OR_ROLE,
                    true,
                    List.of(
                            rule(CaseRule.INTERESTED_PARTIES_TOLD, a -> told(a).isPresent()),
                            rule(
                                    CaseRule.REASONS_GIVEN,
                                    a ->
                                            !a.command().statement().isBlank()
                                                    && !a.command().party().isBlank())),
                    a ->
                            List.of(
                                    new CaseEvent.StatementRecorded(
                                            a.at().id(),
                                            a.command().party().strip(),
                                            a.command().statement().strip(),
                                            a.officer().orElse(told(a).orElseThrow().by()))));

    static final Handler<CaseCommand.RequestHearing> REQUEST =
            new Handler<>(
                    CaseCommand.RequestHearing.class,
                    Set.of(StepKind.PARTY_NOTICE, StepKind.PENALTY_NOTICE),
                    Handler.Who.APPLICANT_OR_ROLE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.ACT_FITS_STEP,
                                    a -> a.at().outcomes().containsKey("hearing")),
                            rule(CaseRule.INTERESTED_PARTIES_TOLD, a -> told(a).isPresent()),
                            rule(CaseRule.HEARING_DUE, HearingHandlers::hearingDue),
                            rule(
                                    CaseRule.HEARING_ASKED_IN_TIME,
                                    a ->
                                            told(a).filter(t ->
                                                            !a.command().day().isAfter(t.until()))
                                                    .isPresent())),
                    HearingHandlers::requested);

    static final Handler<CaseCommand.WaiveHearing> WAIVE =
            new Handler<>(
                    CaseCommand.WaiveHearing.class,
                    Set.of(StepKind.PARTY_NOTICE, StepKind.PENALTY_NOTICE),
                    Handler.Who.APPLICANT_OR_ROLE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.INTERESTED_PARTIES_TOLD,
                                    a ->
                                            told(a).filter(t ->
                                                            t.parties()
                                                                    .contains(a.command().party()))
                                                    .isPresent())),
                    a -> List.of(new CaseEvent.HearingWaived(a.at().id(), a.command().party())));

    static final Handler<CaseCommand.ScheduleHearing> SCHEDULE =
            new Handler<>(
                    CaseCommand.ScheduleHearing.class,
                    Set.of(StepKind.HEARING),
                    Handler.Who.COLLEAGUE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.HEARING_NOTICE_IN_TIME,
                                    a ->
                                            !a.command()
                                                    .when()
                                                    .day()
                                                    .isBefore(after(NOTICE_BEFORE, a.today(), a))),
                            rule(
                                    CaseRule.HEARING_WITHIN_PERIOD,
                                    a ->
                                            a.state()
                                                    .latest(StepWork.Notice.class)
                                                    .map(StepWork.Notice::hearing)
                                                    .filter(h ->
                                                            a.command()
                                                                    .when()
                                                                    .day()
                                                                    .isAfter(h.latest()))
                                                    .isEmpty()),
                            rule(CaseRule.HEARING_CHAIR_APART, HearingHandlers::chairApart),
                            // 通知听证的时间、地点: a day without its hour tells nobody when to come.
                            rule(CaseRule.REASONS_GIVEN, a -> a.command().when().complete())),
                    a ->
                            List.of(
                                    new CaseEvent.HearingScheduled(
                                            a.at().id(),
                                            a.command().when(),
                                            a.command().chair(),
                                            a.person())));

    static final Handler<CaseCommand.HoldHearing> HOLD =
            new Handler<>(
                    CaseCommand.HoldHearing.class,
                    Set.of(StepKind.HEARING),
                    Handler.Who.COLLEAGUE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.HEARING_SCHEDULED,
                                    a ->
                                            a.work(StepWork.HearingRound.class)
                                                    .map(StepWork.HearingRound::scheduled)
                                                    .filter(s ->
                                                            s.when().day().equals(a.command().day())
                                                                    && s.chair().equals(a.person())
                                                                    && recorderIsAnother(a, s))
                                                    .isPresent()),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().record().isBlank())),
                    HearingHandlers::held);

    private static Optional<CaseEvent.PartiesTold> told(Asked<?> a) {
        return a.work(StepWork.Notice.class).map(StepWork.Notice::told);
    }

    /// The other side of a dispute has the time that the step gives it; interested parties have that of the hearing.
    private static LocalDate answerUntil(Asked<CaseCommand.TellParties> a) {
        var limit = a.at().limit();
        return a.isKind(StepKind.REPLY) && limit != null
                ? TimeLimits.lastDay(a.facts().calendar(), a.command().day(), limit, List.of())
                        .lastDay()
                : after(ASK_WITHIN, a.command().day(), a);
    }

    static LocalDate after(Dated<Limit> figure, LocalDate day, Asked<?> a) {
        var limit = figure.on(a.today()).orElseThrow().value();
        return TimeLimits.lastDay(a.facts().calendar(), day, limit, List.of()).lastDay();
    }

    private static Optional<Limits.PauseGround> ground(Asked<?> a) {
        return a.situation().limits().pauses().stream()
                .filter(g -> g.id().equals(HEARING_GROUND))
                .findFirst();
    }

    /// The hearing's own time is not the office's: the clock stops with the request.
    private static List<CaseEvent> requested(Asked<CaseCommand.RequestHearing> a) {
        var events = new ArrayList<CaseEvent>();
        // The penalty law sets no day by which a hearing is held; there the cap of the pause is the
        // bound.
        var latest =
                a.isKind(StepKind.PENALTY_NOTICE)
                        ? ground(a)
                                .map(g -> ClockHandlers.capEnd(g, a))
                                .orElse(java.time.LocalDate.MAX)
                        : after(ORGANISE_WITHIN, a.command().day(), a);
        events.add(
                new CaseEvent.HearingRequested(
                        a.at().id(),
                        a.command().party(),
                        a.command().day(),
                        latest,
                        CommonRules.lateReason(a.command(), a)));
        var by = a.officer().orElse(told(a).orElseThrow().by());
        if (a.state().standstill().on() == null) {
            ground(a)
                    .ifPresent(g ->
                            events.add(
                                    new CaseEvent.Paused(
                                            g.id(),
                                            "听证",
                                            a.today(),
                                            ClockHandlers.capEnd(g, a),
                                            by)));
        }
        return events;
    }

    private static List<CaseEvent> held(Asked<CaseCommand.HoldHearing> a) {
        var events = new ArrayList<CaseEvent>();
        events.add(
                new CaseEvent.HearingHeld(
                        a.at().id(),
                        a.command().day(),
                        a.person(),
                        a.command().recorder(),
                        a.command().record().strip(),
                        CommonRules.lateReason(a.command(), a)));
        var on = a.state().standstill().on();
        if (on != null && on.ground().equals(HEARING_GROUND)) {
            events.add(
                    ClockHandlers.resumed(
                            a.facts(),
                            a.situation(),
                            a.state(),
                            a.command().day(),
                            "",
                            false,
                            a.officer().orElse(null)));
        }
        return events;
    }

    /// Against a penalty a hearing may be asked for where the organ's threshold is met (行政处罚法 63).
    private static boolean hearingDue(Asked<CaseCommand.RequestHearing> a) {
        var told = a.state().penalty().told();
        return !a.isKind(StepKind.PENALTY_NOTICE) || (told != null && told.hearing());
    }

    private static boolean recorderIsAnother(
            Asked<CaseCommand.HoldHearing> a, CaseEvent.HearingScheduled scheduled) {
        var recorder = a.command().recorder();
        return !recorder.equals(scheduled.chair())
                && a.facts().roster().of(recorder, a.today()).stream()
                        .anyMatch(x -> x.organ().equals(a.organ()));
    }

    private static boolean chairApart(Asked<CaseCommand.ScheduleHearing> a) {
        var chair = a.command().chair();
        return Separation.clash(a, chair, Duty.HEAR).isEmpty()
                && !a.state().recused().contains(chair)
                && a.facts().roster().of(chair, a.today()).stream()
                        .anyMatch(x -> x.organ().equals(a.organ()));
    }
}
