package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;

/// 受理环节: acceptance, refusal to accept, the one-off notice and what the applicant answers to it (行政许可法 32).
final class ReceptionHandlers {
    private ReceptionHandlers() {}

    static final Handler<CaseCommand.Accept> ACCEPT =
            new Handler<>(
                    CaseCommand.Accept.class,
                    Set.of(StepKind.ACCEPTANCE),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(CaseRule.ORAL_SIGNED_FIRST, a -> !a.state().intake().oralOpen()),
                            rule(
                                    CaseRule.MATERIALS_COMPLETE,
                                    a -> missing(a.situation(), a.state()).isEmpty())),
                    a -> List.of(accepted(a, false)));

    static final Handler<CaseCommand.RefuseAcceptance> REFUSE =
            new Handler<>(
                    CaseCommand.RefuseAcceptance.class,
                    Set.of(StepKind.ACCEPTANCE),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.REASONS_GIVEN,
                                    a ->
                                            !a.command().reasons().isBlank()
                                                    && !a.command().ground().isBlank())),
                    a ->
                            List.of(
                                    new CaseEvent.AcceptanceRefused(
                                            a.at().id(),
                                            a.person(),
                                            a.command().ground(),
                                            a.command().reasons().strip())));

    static final Handler<CaseCommand.RequestSupplement> ASK =
            new Handler<>(
                    CaseCommand.RequestSupplement.class,
                    Set.of(StepKind.ACCEPTANCE),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(CaseRule.ONE_OFF_NOTICE_ONCE, a -> !a.state().supplementAsked()),
                            rule(
                                    CaseRule.ONLY_LISTED_MATERIALS,
                                    a -> listed(a.situation()).containsAll(a.command().items())),
                            rule(
                                    CaseRule.ONE_OFF_NOTICE_COMPLETE,
                                    a ->
                                            !a.command().items().isEmpty()
                                                    && a.command()
                                                            .items()
                                                            .containsAll(
                                                                    missing(
                                                                            a.situation(),
                                                                            a.state()))),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reasons().isBlank()),
                            rule(
                                    CaseRule.ACT_FITS_STEP,
                                    a -> a.at().outcomes().containsKey("supplement"))),
                    a ->
                            List.of(
                                    new CaseEvent.SupplementRequested(
                                            a.at().id(),
                                            a.person(),
                                            List.copyOf(new LinkedHashSet<>(a.command().items())),
                                            a.command().reasons().strip())));

    static final Handler<CaseCommand.SupplyMaterials> SUPPLY =
            new Handler<>(
                    CaseCommand.SupplyMaterials.class,
                    Set.of(StepKind.ONE_OFF_NOTICE),
                    Handler.Who.APPLICANT_OR_WINDOW,
                    true,
                    List.of(
                            rule(
                                    CaseRule.ONLY_LISTED_MATERIALS,
                                    a ->
                                            Answers.onlyListed(
                                                    a.situation(),
                                                    a.command().answers().keySet(),
                                                    a.command().filings())),
                            rule(
                                    CaseRule.ANSWERS_FIT,
                                    a ->
                                            Answers.problems(
                                                            a.situation(),
                                                            a.command().answers(),
                                                            a.today())
                                                    .isEmpty()),
                            rule(CaseRule.MATERIALS_COMPLETE, a -> supplied(a))),
                    a ->
                            List.of(
                                    new CaseEvent.SupplementSupplied(
                                            a.at().id(),
                                            a.command().answers(),
                                            a.command().filings(),
                                            a.today())));

    static final Handler<CaseCommand.Withdraw> WITHDRAW =
            new Handler<>(
                    CaseCommand.Withdraw.class,
                    Set.of(),
                    Handler.Who.APPLICANT_OR_WINDOW,
                    true,
                    List.of(rule(CaseRule.DECISION_NOT_MADE, a -> a.state().decided() == null)),
                    a -> List.of(new CaseEvent.Withdrawn(a.command().reason().strip(), a.today())));

    /// The acceptance as a fact, with both due dates in clear.
    static CaseEvent accepted(Asked<?> a, boolean deemed) {
        var on = deemed ? a.state().receivedComplete() : a.today();
        var limits = a.situation().limits();
        var statute =
                Clocks.from(
                        limits.statute(), a.state().receivedComplete(), on, a.facts().calendar());
        var promise =
                Clocks.from(
                        limits.promise(), a.state().receivedComplete(), on, a.facts().calendar());
        return new CaseEvent.Accepted(
                a.at().id(),
                deemed ? null : a.person(),
                on,
                statute.lastDay(),
                promise.lastDay(),
                statute.provisional() || promise.provisional(),
                deemed);
    }

    /// Required fields without an answer and required materials without a file.
    static Set<String> missing(Situation s, CaseState state) {
        var missing = new LinkedHashSet<String>();
        s.fields().stream()
                .filter(f -> f.required() && state.answers().getOrDefault(f.id(), "").isBlank())
                .map(Field::id)
                .forEach(missing::add);
        s.materials().stream()
                .filter(m -> m.required() && m.source().uploaded())
                .map(Material::id)
                .filter(id -> state.filings().stream().noneMatch(f -> f.material().equals(id)))
                .forEach(missing::add);
        return missing;
    }

    private static Set<String> listed(Situation s) {
        var all = new LinkedHashSet<String>();
        s.fields().forEach(f -> all.add(f.id()));
        s.materials().stream().filter(m -> m.source().uploaded()).forEach(m -> all.add(m.id()));
        return all;
    }

    /// Everything the notice asked for has come in.
    private static boolean supplied(Asked<CaseCommand.SupplyMaterials> a) {
        var items =
                Optional.of(a.round().work())
                        .filter(StepWork.Supplement.class::isInstance)
                        .map(w -> ((StepWork.Supplement) w).items())
                        .orElse(List.of());
        var brought = new LinkedHashSet<>(a.command().answers().keySet());
        a.command().filings().forEach(f -> brought.add(f.material()));
        return brought.containsAll(items);
    }
}
