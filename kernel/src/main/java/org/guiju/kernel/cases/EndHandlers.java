package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;

/// 终止、补正、撤销、重新办理: an end without a decision, and what may still happen to a decision that was made.
public final class EndHandlers {
    /// Where a reopened case without an investigation can begin again.
    private static final Set<StepKind> REDONE =
            EnumSet.of(
                    StepKind.FORM_REVIEW,
                    StepKind.PAIRED_REVIEW,
                    StepKind.SITE_INSPECTION,
                    StepKind.DELIBERATION,
                    StepKind.ON_SITE,
                    StepKind.RULING);

    private EndHandlers() {}

    static final Handler<VerbCommand.Terminate> TERMINATE =
            new Handler<>(
                    VerbCommand.Terminate.class,
                    Set.of(),
                    Handler.Who.HEAD,
                    true,
                    List.of(
                            rule(
                                    CaseRule.ACCEPTED_BEFORE_TERMINATED,
                                    a -> a.state().acceptedOn() != null),
                            rule(CaseRule.DECISION_NOT_MADE, a -> a.state().decided() == null),
                            rule(
                                    CaseRule.TERMINATED_ONCE,
                                    a -> a.state().course().terminated().isEmpty()),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reasons().isBlank())),
                    EndHandlers::terminated);

    static final Handler<VerbCommand.CorrectDecision> CORRECT =
            new Handler<>(
                    VerbCommand.CorrectDecision.class,
                    Set.of(),
                    Handler.Who.DECIDER,
                    true,
                    List.of(
                            rule(CaseRule.DECISION_MADE, a -> a.state().decided() != null),
                            rule(
                                    CaseRule.DECISION_STANDS,
                                    a -> a.state().course().revoked().isEmpty()),
                            rule(
                                    CaseRule.SLIP_NAMED,
                                    a ->
                                            !a.command().reads().isBlank()
                                                    && !a.command().shouldRead().isBlank()
                                                    && !a.command()
                                                            .reads()
                                                            .strip()
                                                            .equals(
                                                                    a.command()
                                                                            .shouldRead()
                                                                            .strip())),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reasons().isBlank())),
                    a ->
                            List.of(
                                    new VerbEvent.DecisionCorrected(
                                            a.command().slip(),
                                            a.command().reads().strip(),
                                            a.command().shouldRead().strip(),
                                            a.command().reasons().strip(),
                                            a.today(),
                                            a.person())));

    static final Handler<VerbCommand.Revoke> REVOKE =
            new Handler<>(
                    VerbCommand.Revoke.class,
                    Set.of(),
                    Handler.Who.HEAD,
                    true,
                    List.of(
                            rule(CaseRule.DECISION_MADE, a -> a.state().decided() != null),
                            rule(
                                    CaseRule.DECISION_STANDS,
                                    a -> a.state().course().revoked().isEmpty()),
                            rule(CaseRule.REVOKED_ON_LISTED_GROUND, EndHandlers::listed),
                            rule(CaseRule.PARTY_HEARD, a -> !a.command().heard().isBlank()),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reasons().isBlank())),
                    a ->
                            List.of(
                                    new VerbEvent.DecisionRevoked(
                                            a.command().ground(),
                                            a.command().heard().strip(),
                                            a.command().reasons().strip(),
                                            a.today(),
                                            a.person())));

    static final Handler<VerbCommand.Reopen> REOPEN =
            new Handler<>(
                    VerbCommand.Reopen.class,
                    Set.of(),
                    Handler.Who.HEAD,
                    true,
                    List.of(
                            rule(CaseRule.DECISION_MADE, a -> a.state().decided() != null),
                            rule(
                                    CaseRule.REOPENED_BY_ORDER,
                                    a ->
                                            !a.command().order().isBlank()
                                                    && !a.command().orderedOn().isAfter(a.today())),
                            rule(CaseRule.ORDERED_AFTER_DECISION, EndHandlers::afterDecision),
                            rule(
                                    CaseRule.REOPENED_AT_WORK,
                                    a -> redone(a.situation()).contains(a.command().to())),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reasons().isBlank())),
                    EndHandlers::reopened);

    /// 可以重新开始的环节: what rests on an investigation is investigated again, and begins nowhere else.
    public static List<String> redone(Situation situation) {
        var investigated = ofKinds(situation, EnumSet.of(StepKind.INVESTIGATION));
        return investigated.isEmpty() ? ofKinds(situation, REDONE) : investigated;
    }

    private static List<String> ofKinds(Situation situation, Set<StepKind> kinds) {
        return situation.steps().stream()
                .filter(s -> kinds.contains(s.kind()))
                .map(Step::id)
                .toList();
    }

    /// 不得以同一的事实和理由作出基本相同的决定 (行政诉讼法 71, 行政复议法 64).
    static boolean notTheSameAgain(Asked<?> a, String outcome, String reasons) {
        return a.state()
                .course()
                .latest(VerbEvent.Reopened.class)
                .filter(r ->
                        r.former().equals(outcome) && r.formerReasons().equals(reasons.strip()))
                .isEmpty();
    }

    /// A licence that was granted on any ground of the article; every other decision where it was made wrongly.
    private static boolean listed(Asked<VerbCommand.Revoke> a) {
        var decided = a.state().decided();
        boolean granted =
                a.definition().kind() != PowerKind.PENALTY && decided != null && decided.granted();
        return granted || a.command().ground().anyDecision();
    }

    private static boolean afterDecision(Asked<VerbCommand.Reopen> a) {
        var decided = a.state().decided();
        return decided == null || !a.command().orderedOn().isBefore(decided.on());
    }

    /// What is open closes; the person concerned is still told, with proof, and the file is still kept.
    private static List<CaseEvent> terminated(Asked<VerbCommand.Terminate> a) {
        var events = new ArrayList<CaseEvent>();
        var c = a.command();
        events.add(
                new VerbEvent.Terminated(c.ground(), c.reasons().strip(), a.today(), a.person()));
        events.addAll(CirculationHandlers.close(a, a.state().open(), "terminated"));
        Stream.of(StepKind.SERVICE, StepKind.ARCHIVING)
                .map(k -> CirculationHandlers.ofKind(a.situation(), k))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(s -> events.add(CirculationHandlers.open(a, s.id())));
        return events;
    }

    private static List<CaseEvent> reopened(Asked<VerbCommand.Reopen> a) {
        var events = new ArrayList<CaseEvent>();
        var c = a.command();
        var former = a.state().decided();
        if (former == null) {
            throw new IllegalStateException("the rules before have checked the decision");
        }
        events.add(
                new VerbEvent.Reopened(
                        c.to(),
                        c.by(),
                        c.order().strip(),
                        c.orderedOn(),
                        c.reasons().strip(),
                        former.outcome(),
                        former.reasons(),
                        a.today(),
                        a.person()));
        events.addAll(CirculationHandlers.close(a, a.state().open(), "reopened"));
        events.add(CirculationHandlers.open(a, c.to()));
        return events;
    }
}
