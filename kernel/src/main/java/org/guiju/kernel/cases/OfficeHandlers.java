package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.guiju.kernel.powers.StepKind;

/// 依职权的办理: begun with reasons, agreed to by another, mediated, ruled, carried out with proof.
final class OfficeHandlers {
    private OfficeHandlers() {}

    static final Handler<OfficeCommand.BeginMatter> BEGIN =
            one(
                    OfficeCommand.BeginMatter.class,
                    StepKind.INITIATION,
                    a -> leads(a, a.command().begun(), "begun", "not-begun"),
                    a -> !a.command().reasons().isBlank(),
                    a ->
                            new OfficeEvent.MatterBegun(
                                    a.at().id(),
                                    a.command().begun(),
                                    a.command().reasons().strip(),
                                    a.today(),
                                    a.person()));

    static final Handler<OfficeCommand.Approve> APPROVE =
            one(
                    OfficeCommand.Approve.class,
                    StepKind.APPROVAL,
                    a -> leads(a, a.command().approves(), "approved", "declined"),
                    a -> !a.command().opinion().isBlank(),
                    a ->
                            new OfficeEvent.ApprovalGiven(
                                    a.at().id(),
                                    a.command().approves(),
                                    a.command().opinion().strip(),
                                    a.today(),
                                    a.person()));

    static final Handler<OfficeCommand.RecordMediation> MEDIATE =
            one(
                    OfficeCommand.RecordMediation.class,
                    StepKind.MEDIATION,
                    _ -> true,
                    a -> !a.command().terms().isBlank(),
                    OfficeHandlers::mediated);

    static final Handler<OfficeCommand.Rule> RULE =
            new Handler<>(
                    OfficeCommand.Rule.class,
                    Set.of(StepKind.RULING),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.RESOLUTION_FIRST,
                                    a ->
                                            a.at().boundTo() == null
                                                    || ConclusionHandlers.binding(a).isPresent()),
                            rule(
                                    CaseRule.BOUND_TO_RESOLUTION,
                                    a ->
                                            ConclusionHandlers.binding(a)
                                                    .filter(m ->
                                                            ConclusionHandlers.agreesToGrant(a, m)
                                                                    != a.command().made())
                                                    .isEmpty()),
                            rule(
                                    CaseRule.ACT_FITS_STEP,
                                    a -> leads(a, a.command().made(), "made", "not-made")),
                            rule(
                                    CaseRule.REASONS_GIVEN,
                                    a ->
                                            !a.command().reasons().isBlank()
                                                    && !a.command().content().isBlank()),
                            rule(
                                    CaseRule.NOT_THE_SAME_AGAIN,
                                    a ->
                                            EndHandlers.notTheSameAgain(
                                                    a,
                                                    a.command().made() ? "made" : "not-made",
                                                    a.command().reasons()))),
                    a ->
                            List.of(
                                    new OfficeEvent.Ruled(
                                            a.at().id(),
                                            a.command().made(),
                                            a.command().content().strip(),
                                            a.command().reasons().strip(),
                                            a.today(),
                                            a.person())));

    static final Handler<OfficeCommand.RecordExecution> EXECUTE =
            new Handler<>(
                    OfficeCommand.RecordExecution.class,
                    Set.of(StepKind.EXECUTION),
                    Handler.Who.ROLE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.ACT_FITS_STEP,
                                    a -> leads(a, a.command().done(), "done", "defied")),
                            rule(
                                    CaseRule.EXECUTION_PROVED,
                                    a -> a.command().fen() >= 0 && !a.command().proof().isBlank()),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().what().isBlank())),
                    a ->
                            List.of(
                                    new OfficeEvent.Executed(
                                            a.at().id(),
                                            a.command().day(),
                                            a.command().done(),
                                            a.command().what().strip(),
                                            a.command().fen(),
                                            a.command().proof().strip(),
                                            a.person(),
                                            CommonRules.lateReason(a.command(), a))));

    private static CaseEvent mediated(Asked<OfficeCommand.RecordMediation> a) {
        var late = CommonRules.lateReason(a.command(), a);
        var said = a.command().terms().strip();
        return a.command().settled()
                ? new OfficeEvent.Settled(a.at().id(), a.command().day(), said, a.person(), late)
                : new OfficeEvent.MediationFailed(
                        a.at().id(), a.command().day(), said, a.person(), late);
    }

    /// Whether the flow leads on from what is chosen.
    private static boolean leads(Asked<?> a, boolean yes, String positive, String negative) {
        return a.at().outcomes().containsKey(yes ? positive : negative);
    }

    /// An act that ends its step with one fact.
    private static <C extends OfficeCommand> Handler<C> one(
            Class<C> command,
            StepKind kind,
            Predicate<Asked<C>> fits,
            Predicate<Asked<C>> reasoned,
            Function<Asked<C>, CaseEvent> fact) {
        return new Handler<>(
                command,
                Set.of(kind),
                Handler.Who.ROLE,
                false,
                List.of(rule(CaseRule.ACT_FITS_STEP, fits), rule(CaseRule.REASONS_GIVEN, reasoned)),
                a -> List.of(fact.apply(a)));
    }
}
