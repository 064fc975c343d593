package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.powers.StepKind;

/// 当场处罚、缴款、催告、强制执行 (行政处罚法 51, 52, 66–73; 行政强制法 53, 54).
final class FineHandlers {
    private static final Set<StepKind> OWING =
            Set.of(StepKind.COLLECTION, StepKind.DEMAND, StepKind.COURT_ENFORCEMENT);

    private FineHandlers() {}

    static final Handler<CaseCommand.PunishOnTheSpot> ON_THE_SPOT =
            new Handler<>(
                    CaseCommand.PunishOnTheSpot.class,
                    Set.of(StepKind.ON_THE_SPOT),
                    Handler.Who.ROLE,
                    false,
                    Sanctions.with(a -> Optional.of(a.command().sanction()), onTheSpot()),
                    FineHandlers::punished);

    private static List<Rule<CaseCommand.PunishOnTheSpot>> onTheSpot() {
        return List.of(
                rule(
                        CaseRule.TWO_INVESTIGATORS,
                        a ->
                                a.command().officers().size() >= a.at().officers().atLeast()
                                        && a.command().officers().contains(a.person())),
                rule(
                        CaseRule.INVESTIGATORS_QUALIFIED,
                        a ->
                                a.command().officers().stream()
                                        .allMatch(p ->
                                                InvestigationHandlers.qualified(
                                                        a, p, a.command().day()))),
                rule(
                        CaseRule.ON_THE_SPOT_CAP,
                        a ->
                                a.command().sanction().fine()
                                        <= Fines.figure(
                                                Sanctions.isOrganisation(a)
                                                        ? Fines.ON_SPOT_ORGANISATION
                                                        : Fines.ON_SPOT_CITIZEN,
                                                a.command().day())),
                rule(
                        CaseRule.NUMBERED_FORM_USED,
                        a -> a.facts().forms().contains(a.command().pad())),
                rule(
                        CaseRule.COLLECTED_ON_THE_SPOT_CAP,
                        a -> {
                            long cap = Fines.figure(Fines.COLLECTED_ON_SPOT, a.command().day());
                            long collected = a.command().collected();
                            return collected == 0
                                    || (collected == a.command().sanction().fine()
                                            && (collected <= cap || !a.command().hard().isBlank()));
                        }),
                rule(
                        CaseRule.REASONS_GIVEN,
                        a -> !a.command().facts().isBlank() && !a.command().place().isBlank()));
    }

    static final Handler<CaseCommand.RecordPayment> PAY =
            new Handler<>(
                    CaseCommand.RecordPayment.class,
                    OWING,
                    Handler.Who.COLLECTOR,
                    true,
                    List.of(
                            rule(
                                    CaseRule.FINE_OWED,
                                    a ->
                                            Fines.owed(
                                                            a.state(),
                                                            a.facts().calendar(),
                                                            a.command().day())
                                                    .filter(o ->
                                                            a.command().fen() > 0
                                                                    && a.command().fen()
                                                                            <= o.rest())
                                                    .isPresent()),
                            rule(CaseRule.RECEIPT_ISSUED, a -> !a.command().receipt().isBlank())),
                    FineHandlers::paid);

    static final Handler<CaseCommand.DeferPayment> DEFER =
            new Handler<>(
                    CaseCommand.DeferPayment.class,
                    Set.of(StepKind.COLLECTION),
                    Handler.Who.HEAD,
                    true,
                    List.of(
                            rule(
                                    CaseRule.DEFERRAL_AHEAD,
                                    a ->
                                            Fines.owed(a.state(), a.facts().calendar(), a.today())
                                                    .filter(o ->
                                                            a.command().until().isAfter(o.until()))
                                                    .isPresent()),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reasons().isBlank())),
                    a ->
                            List.of(
                                    new PenaltyEvent.PaymentDeferred(
                                            a.at().id(),
                                            a.command().until(),
                                            a.command().reasons().strip(),
                                            a.person())));

    static final Handler<CaseCommand.SuspendSurcharge> SUSPEND =
            new Handler<>(
                    CaseCommand.SuspendSurcharge.class,
                    OWING,
                    Handler.Who.HANDLER,
                    true,
                    List.of(
                            rule(
                                    CaseRule.SURCHARGE_GROWS,
                                    a -> a.state().penalty().dues().stopped() == null),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().ground().isBlank())),
                    a ->
                            List.of(
                                    new PenaltyEvent.SurchargeSuspended(
                                            a.at().id(),
                                            a.command().ground().strip(),
                                            a.today(),
                                            a.person())));

    static final Handler<CaseCommand.ResumeSurcharge> RESUME =
            new Handler<>(
                    CaseCommand.ResumeSurcharge.class,
                    OWING,
                    Handler.Who.HANDLER,
                    true,
                    List.of(
                            rule(
                                    CaseRule.SURCHARGE_STOPPED,
                                    a -> a.state().penalty().dues().stopped() != null),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().result().isBlank())),
                    a ->
                            List.of(
                                    new PenaltyEvent.SurchargeResumed(
                                            a.at().id(),
                                            a.command().result().strip(),
                                            a.today(),
                                            a.person())));

    static final Handler<CaseCommand.Demand> DEMAND =
            new Handler<>(
                    CaseCommand.Demand.class,
                    Set.of(StepKind.DEMAND),
                    Handler.Who.ROLE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.DEMANDED_ONCE,
                                    a ->
                                            a.work(StepWork.Dues.class)
                                                    .filter(w -> w.demanded() == null)
                                                    .isPresent()),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().manner().isBlank())),
                    a ->
                            List.of(
                                    new PenaltyEvent.Demanded(
                                            a.at().id(),
                                            a.command().day(),
                                            a.command().manner().strip(),
                                            Fines.count(
                                                            a.facts().calendar(),
                                                            a.command().day(),
                                                            Fines.figure(
                                                                    Fines.AFTER_DEMAND, a.today()))
                                                    .lastDay(),
                                            a.person(),
                                            CommonRules.lateReason(a.command(), a))));

    static final Handler<CaseCommand.ApplyToCourt> COURT =
            new Handler<>(
                    CaseCommand.ApplyToCourt.class,
                    Set.of(StepKind.COURT_ENFORCEMENT),
                    Handler.Who.ROLE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.COURT_AFTER_REMEDIES,
                                    a ->
                                            span(a).filter(s ->
                                                            !a.command().day().isBefore(s.first()))
                                                            .isPresent()
                                                    && a.state().penalty().dues().stopped()
                                                            == null),
                            rule(
                                    CaseRule.COURT_WITHIN_THREE_MONTHS,
                                    a ->
                                            span(a).filter(s ->
                                                            !a.command().day().isAfter(s.last()))
                                                    .isPresent()),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().court().isBlank())),
                    a ->
                            List.of(
                                    new PenaltyEvent.CourtApplied(
                                            a.at().id(),
                                            a.command().day(),
                                            a.command().court().strip(),
                                            a.person(),
                                            CommonRules.lateReason(a.command(), a))));

    static final Handler<CaseCommand.EndEnforcement> END =
            new Handler<>(
                    CaseCommand.EndEnforcement.class,
                    Set.of(StepKind.COURT_ENFORCEMENT),
                    Handler.Who.ROLE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.COURT_ASKED_FIRST,
                                    a -> a.state().penalty().dues().court() != null),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().result().isBlank())),
                    a ->
                            List.of(
                                    new PenaltyEvent.EnforcementEnded(
                                            a.at().id(),
                                            a.command().result().strip(),
                                            a.today(),
                                            a.person())));

    /// The span in which the court may be asked; a deferral moves its beginning (行政处罚法 72 II).
    private static Optional<Fines.Span> span(Asked<CaseCommand.ApplyToCourt> a) {
        return Fines.courtSpan(a.state(), a.facts().calendar());
    }

    private static List<CaseEvent> paid(Asked<CaseCommand.RecordPayment> a) {
        var c = a.command();
        var owed = Fines.owed(a.state(), a.facts().calendar(), c.day()).orElseThrow();
        return List.of(
                new PenaltyEvent.FinePaid(
                        a.at().id(),
                        c.day(),
                        c.fen(),
                        c.receipt().strip(),
                        c.fen() == owed.rest(),
                        a.person(),
                        CommonRules.lateReason(c, a)));
    }

    /// Found, decided, handed over and, where the law lets it, collected: one act on the spot, four facts.
    private static List<CaseEvent> punished(Asked<CaseCommand.PunishOnTheSpot> a) {
        var c = a.command();
        var late = CommonRules.lateReason(c, a);
        var events = new ArrayList<CaseEvent>();
        events.add(
                new PenaltyEvent.PunishedOnTheSpot(
                        a.at().id(),
                        c.day(),
                        c.officers(),
                        c.pad(),
                        c.place().strip(),
                        c.facts().strip(),
                        c.statement().strip(),
                        c.signed(),
                        a.person(),
                        late));
        events.add(
                PenaltyHandlers.decision(
                        a, PenaltyEvent.Result.PUNISHED, c.sanction(), c.facts().strip()));
        events.add(
                new CaseEvent.Served(
                        a.at().id(),
                        c.day(),
                        "on-the-spot",
                        a.state().opening().applicant().name(),
                        c.pad(),
                        a.person(),
                        ""));
        if (c.collected() > 0) {
            events.add(
                    new PenaltyEvent.FinePaid(
                            a.at().id(), c.day(), c.collected(), c.pad(), true, a.person(), ""));
        }
        return events;
    }
}
