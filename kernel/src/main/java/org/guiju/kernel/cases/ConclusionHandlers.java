package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;

/// 决定、公示、送达、归档: from the decision to the file that is closed.
final class ConclusionHandlers {
    private ConclusionHandlers() {}

    static final Handler<CaseCommand.Decide> DECIDE =
            new Handler<>(
                    CaseCommand.Decide.class,
                    Set.of(StepKind.DECISION),
                    Handler.Who.ROLE,
                    false,
                    and(
                            and(
                                    CouncilHandlers.decision(a -> a.command().grant()),
                                    Licensing.places(a -> a.command().grant())),
                            List.of(
                                    rule(
                                            CaseRule.RESOLUTION_FIRST,
                                            a ->
                                                    a.at().boundTo() == null
                                                            || binding(a).isPresent()),
                                    rule(
                                            CaseRule.DECISION_CITES_STANDARDS,
                                            ConclusionHandlers::everythingExamined),
                                    rule(
                                            CaseRule.BOUND_TO_RESOLUTION,
                                            a ->
                                                    binding(a)
                                                            .filter(m ->
                                                                    agreesToGrant(a, m)
                                                                            != a.command().grant())
                                                            .isEmpty()),
                                    rule(
                                            CaseRule.UNMET_STANDARD_NAMED,
                                            a ->
                                                    a.command().grant()
                                                            ? a.command().unmet().isEmpty()
                                                            : !a.command().unmet().isEmpty()
                                                                    && a.standards()
                                                                            .keySet()
                                                                            .containsAll(
                                                                                    a.command()
                                                                                            .unmet())),
                                    rule(
                                            CaseRule.REASONS_GIVEN,
                                            a -> !a.command().reasons().isBlank()),
                                    rule(
                                            CaseRule.NOT_THE_SAME_AGAIN,
                                            a ->
                                                    EndHandlers.notTheSameAgain(
                                                            a,
                                                            a.command().grant()
                                                                    ? "granted"
                                                                    : "refused",
                                                            a.command().reasons())))),
                    a ->
                            List.of(
                                    new CaseEvent.Decided(
                                            a.at().id(),
                                            a.command().grant(),
                                            new LinkedHashSet<>(a.standards().keySet()),
                                            a.command().unmet(),
                                            a.command().reasons().strip(),
                                            a.today(),
                                            a.person(),
                                            a.command().withheld().strip())));

    static final Handler<CaseCommand.RaiseObjection> OBJECT =
            new Handler<>(
                    CaseCommand.RaiseObjection.class,
                    Set.of(StepKind.PUBLICITY),
                    Handler.Who.ANYONE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.ACT_FITS_STEP,
                                    a -> a.at().outcomes().containsKey("objection")),
                            rule(
                                    CaseRule.REASONS_GIVEN,
                                    a ->
                                            !a.command().objection().isBlank()
                                                    && !a.command().objector().isBlank())),
                    a ->
                            List.of(
                                    new CaseEvent.ObjectionRaised(
                                            a.at().id(),
                                            a.command().objector().strip(),
                                            a.command().contact().strip(),
                                            a.command().objection().strip(),
                                            a.today())));

    static final Handler<CaseCommand.Serve> SERVE =
            new Handler<>(
                    CaseCommand.Serve.class,
                    Set.of(StepKind.SERVICE),
                    Handler.Who.ROLE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.SERVED_IN_TIME,
                                    a -> !servedLate(a) || !a.command().lateReason().isBlank()),
                            rule(
                                    CaseRule.SERVICE_PROVED,
                                    a ->
                                            !a.command().manner().isBlank()
                                                    && !a.command().recipient().isBlank()
                                                    && !a.command().proof().isBlank())),
                    a ->
                            List.of(
                                    new CaseEvent.Served(
                                            a.at().id(),
                                            a.command().day(),
                                            a.command().manner().strip(),
                                            a.command().recipient().strip(),
                                            a.command().proof().strip(),
                                            a.person(),
                                            CommonRules.lateReason(a.command(), a))));

    static final Handler<CaseCommand.Archive> ARCHIVE =
            new Handler<>(
                    CaseCommand.Archive.class,
                    Set.of(StepKind.ARCHIVING),
                    Handler.Who.ROLE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.SIGNATURES_COMPLETE,
                                    a ->
                                            a.state().rounds().stream().noneMatch(StepRound::late)
                                                    && servedWhereDue(a.situation(), a.state())),
                            rule(
                                    CaseRule.PUBLICITY_RUN_OUT,
                                    a ->
                                            a.state().rounds().stream()
                                                    .noneMatch(r ->
                                                            r.open()
                                                                    && r.kind()
                                                                            == StepKind
                                                                                    .PUBLICITY))),
                    a -> List.of(new CaseEvent.Archived(a.at().id(), a.today(), a.person())));

    /// Whether something was served, where the flow serves anything at all; inside the organ nobody is served.
    static boolean servedWhereDue(Situation situation, CaseState state) {
        return state.served() != null
                || situation.steps().stream().noneMatch(s -> s.kind() == StepKind.SERVICE);
    }

    /// What holds of this decision, then what holds of every decision.
    static <C extends CaseCommand> List<Rule<C>> and(List<Rule<C>> every, List<Rule<C>> own) {
        return Stream.concat(own.stream(), every.stream()).toList();
    }

    /// The minutes that bind what is decided in the step, where any do.
    static Optional<Minutes> binding(Asked<?> a) {
        var boundTo = a.at().boundTo();
        return boundTo == null ? Optional.empty() : a.state().resolution(boundTo);
    }

    /// A meeting on an objection agrees to uphold what was decided; not to uphold is to decide the other way.
    static boolean agreesToGrant(Asked<?> a, Minutes m) {
        var before = a.state().decided();
        if (before == null) {
            return m.agreed();
        }
        boolean onObjection =
                a.state().rounds().stream()
                        .anyMatch(r ->
                                r.work() instanceof StepWork.Meeting w
                                        && w.objection()
                                        && m.equals(w.minutes()));
        return onObjection ? m.agreed() == before.granted() : m.agreed();
    }

    private static boolean everythingExamined(Asked<CaseCommand.Decide> a) {
        var review = a.state().review();
        return review.isPresent()
                && a.standards().keySet().stream()
                        .allMatch(s -> review.get().finding(s).isPresent());
    }

    private static boolean servedLate(Asked<CaseCommand.Serve> a) {
        return Clocks.step(a.situation(), a.state(), a.round(), a.facts().calendar(), a.today())
                .filter(r -> a.command().day().isAfter(r.due()))
                .isPresent();
    }
}
