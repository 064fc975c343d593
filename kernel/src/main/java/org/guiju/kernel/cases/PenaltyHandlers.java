package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.powers.Penalty;
import org.guiju.kernel.powers.StepKind;

/// 告知、复核、法制审核、决定: what stands between the report and the decision (行政处罚法 44, 45, 57–60, 63).
final class PenaltyHandlers {
    private PenaltyHandlers() {}

    static final Handler<CaseCommand.NotifyPenalty> NOTIFY =
            new Handler<>(
                    CaseCommand.NotifyPenalty.class,
                    Set.of(StepKind.PENALTY_NOTICE),
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
                                    CaseRule.INVESTIGATOR_ACTS,
                                    a -> InvestigationHandlers.investigates(a)),
                            rule(CaseRule.SANCTION_PROVIDED, a -> onTable(a).isPresent()),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().manner().isBlank())),
                    PenaltyHandlers::notified);

    static final Handler<CaseCommand.Recheck> RECHECK =
            new Handler<>(
                    CaseCommand.Recheck.class,
                    Set.of(StepKind.RECHECK),
                    Handler.Who.ROLE,
                    false,
                    Sanctions.with(
                            a -> Optional.of(a.command().sanction()),
                            List.of(
                                    rule(
                                            CaseRule.INVESTIGATOR_ACTS,
                                            a -> InvestigationHandlers.investigates(a)),
                                    rule(
                                            CaseRule.NOT_HEAVIER_FOR_DEFENCE,
                                            a -> notHeavier(a, a.command().sanction())),
                                    rule(
                                            CaseRule.REASONS_GIVEN,
                                            a -> !a.command().reasons().isBlank()))),
                    a ->
                            List.of(
                                    new PenaltyEvent.Rechecked(
                                            a.at().id(),
                                            a.command().adopted(),
                                            a.command().sanction(),
                                            a.command().reasons().strip(),
                                            a.person())));

    static final Handler<CaseCommand.ReviewLegality> REVIEW =
            new Handler<>(
                    CaseCommand.ReviewLegality.class,
                    Set.of(StepKind.LEGAL_REVIEW),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.ACT_FITS_STEP,
                                    a ->
                                            a.command().passes()
                                                    || a.at().outcomes().containsKey("returned")),
                            rule(
                                    CaseRule.LEGAL_REVIEWER_QUALIFIED,
                                    a ->
                                            a.facts()
                                                    .roster()
                                                    .qualified(
                                                            a.person(),
                                                            a.at().officers().qualification(),
                                                            a.today())),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().opinion().isBlank())),
                    a ->
                            List.of(
                                    new PenaltyEvent.LegalityReviewed(
                                            a.at().id(),
                                            a.command().passes(),
                                            a.command().opinion().strip(),
                                            a.person())));

    static final Handler<CaseCommand.DecidePenalty> DECIDE =
            new Handler<>(
                    CaseCommand.DecidePenalty.class,
                    Set.of(StepKind.PENALTY_DECISION),
                    Handler.Who.ROLE,
                    false,
                    Sanctions.with(
                            a -> Optional.ofNullable(a.command().sanction()),
                            ConclusionHandlers.and(
                                    CouncilHandlers.decision(PenaltyHandlers::punishes),
                                    ConclusionHandlers.and(again(), deciding()))),
                    a -> List.of(decided(a)));

    private static List<Rule<CaseCommand.DecidePenalty>> deciding() {
        return List.of(
                rule(
                        CaseRule.ACT_FITS_STEP,
                        a -> a.at().outcomes().containsKey(a.command().result().outcome())),
                rule(
                        CaseRule.RESOLUTION_FIRST,
                        a ->
                                a.at().boundTo() == null
                                        || a.state().resolution(a.at().boundTo()).isPresent()),
                rule(CaseRule.BOUND_TO_RESOLUTION, PenaltyHandlers::followsResolution),
                rule(CaseRule.JOINT_REVIEW_FIRST, CouncilHandlers::jointlyReviewed),
                rule(
                        CaseRule.SANCTION_PROVIDED,
                        a -> punishes(a) == (a.command().sanction() != null)),
                rule(CaseRule.RIGHTS_TOLD, a -> !punishes(a) || told(a)),
                rule(
                        CaseRule.DEFENCE_HEARD,
                        a ->
                                a.state()
                                                .latest(StepWork.Notice.class)
                                                .flatMap(StepWork.Notice::outcome)
                                                .filter(o -> !o.equals("over"))
                                                .isEmpty()
                                        || rechecked(a)),
                rule(
                        CaseRule.NOT_HEAVIER_FOR_DEFENCE,
                        a ->
                                a.command().sanction() == null
                                        || notHeavier(a, a.command().sanction())),
                rule(
                        CaseRule.LEGAL_REVIEW_PASSED,
                        a -> a.state().penalty().reviewed() || !has(a, StepKind.LEGAL_REVIEW)),
                rule(CaseRule.HEADS_DISCUSSED, PenaltyHandlers::headsDiscussed),
                rule(CaseRule.GRADE_FOLLOWED, Grading::followed),
                rule(CaseRule.REASONS_GIVEN, a -> !a.command().reasons().isBlank()));
    }

    /// After an order to decide anew.
    private static List<Rule<CaseCommand.DecidePenalty>> again() {
        return List.of(
                rule(
                        CaseRule.NOT_THE_SAME_AGAIN,
                        a ->
                                EndHandlers.notTheSameAgain(
                                        a, a.command().result().outcome(), a.command().reasons())));
    }

    private static boolean headsDiscussed(Asked<CaseCommand.DecidePenalty> a) {
        var sanction = a.command().sanction();
        return sanction == null
                || !Sanctions.reaches(a, sanction, Penalty::collective)
                || Optional.ofNullable(a.state().penalty().resolved())
                        .filter(PenaltyEvent.SanctionResolved::byHeads)
                        .isPresent();
    }

    private static Optional<Sanction> onTable(Asked<?> a) {
        return Optional.ofNullable(a.state().penalty().onTable());
    }

    private static boolean punishes(Asked<CaseCommand.DecidePenalty> a) {
        return a.command().result() == PenaltyEvent.Result.PUNISHED;
    }

    private static boolean has(Asked<?> a, StepKind kind) {
        return a.situation().steps().stream().anyMatch(s -> s.kind() == kind);
    }

    /// Told of this conduct; another conduct needs another notice.
    private static boolean told(Asked<CaseCommand.DecidePenalty> a) {
        var notice = a.state().penalty().told();
        var sanction = a.command().sanction();
        return notice != null
                && sanction != null
                && notice.sanction().violation().equals(sanction.violation());
    }

    private static boolean rechecked(Asked<?> a) {
        return a.state().rounds().stream()
                .anyMatch(r -> r.kind() == StepKind.RECHECK && "done".equals(r.outcome()));
    }

    static boolean notHeavier(Asked<?> a, Sanction sanction) {
        var notice = a.state().penalty().told();
        return notice == null || !sanction.heavierThan(notice.sanction());
    }

    /// The meeting agreed to a sanction and the decision is that one, or it did not and nobody is punished.
    private static boolean followsResolution(Asked<CaseCommand.DecidePenalty> a) {
        var resolved = a.state().penalty().resolved();
        if (a.at().boundTo() == null || resolved == null) {
            return a.at().boundTo() == null || !punishes(a);
        }
        return punishes(a)
                ? resolved.sanction() != null && resolved.sanction().equals(a.command().sanction())
                : resolved.sanction() == null;
    }

    private static List<CaseEvent> notified(Asked<CaseCommand.NotifyPenalty> a) {
        var sanction = onTable(a).orElseThrow();
        var hearing =
                a.at().outcomes().containsKey("hearing")
                        && Sanctions.reaches(a, sanction, Penalty::hearing);
        var until =
                Fines.count(
                        a.facts().calendar(),
                        a.command().day(),
                        Fines.figure(Fines.ASK_HEARING_WITHIN, a.today()));
        var events = new ArrayList<CaseEvent>();
        events.add(new PenaltyEvent.PenaltyNotified(a.at().id(), sanction, hearing, a.person()));
        events.add(
                new CaseEvent.PartiesTold(
                        a.at().id(),
                        a.command().day(),
                        List.of(a.state().opening().applicant().name()),
                        a.command().manner().strip(),
                        until.lastDay(),
                        a.person(),
                        CommonRules.lateReason(a.command(), a)));
        return events;
    }

    private static PenaltyEvent decided(Asked<CaseCommand.DecidePenalty> a) {
        var c = a.command();
        return decision(a, c.result(), c.sanction(), c.reasons().strip());
    }

    /// The decision with the articles that it rests on and, where there is something to pay, the code to pay by.
    static PenaltyEvent.PenaltyDecided decision(
            Asked<?> a,
            PenaltyEvent.Result result,
            @org.jspecify.annotations.Nullable Sanction sanction,
            String reasons) {
        var cited = new LinkedHashSet<String>();
        if (sanction != null) {
            Sanctions.violation(a, sanction)
                    .ifPresent(v -> {
                        cited.add(v.forbids());
                        cited.add(v.sanction());
                    });
        }
        var code =
                sanction != null && sanction.fine() > 0
                        ? PaymentCode.of(a.state().opening().no())
                        : "";
        return new PenaltyEvent.PenaltyDecided(
                a.at().id(), result, sanction, cited, code, reasons, a.today(), a.person());
    }
}
