package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;

/// 线索、立案、调查: from the clue to the report that proposes a penalty or none (行政处罚法 36, 40, 42, 54, 55).
final class InvestigationHandlers {
    private InvestigationHandlers() {}

    static final Handler<CaseCommand.ReportClue> REPORT =
            new Handler<>(
                    CaseCommand.ReportClue.class,
                    Set.of(StepKind.CLUE_CHECK),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.ACT_FITS_STEP,
                                    a ->
                                            a.command().worthFiling()
                                                    || a.at().outcomes().containsKey("no-case")),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().report().isBlank())),
                    a ->
                            List.of(
                                    new PenaltyEvent.ClueReported(
                                            a.at().id(),
                                            a.command().worthFiling(),
                                            a.command().report().strip(),
                                            a.person())));

    static final Handler<CaseCommand.CheckFiling> CHECK =
            new Handler<>(
                    CaseCommand.CheckFiling.class,
                    Set.of(StepKind.FILING_CHECK),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.ACT_FITS_STEP,
                                    a ->
                                            a.command().passes()
                                                    || a.at().outcomes().containsKey("returned")),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().opinion().isBlank())),
                    a ->
                            List.of(
                                    new PenaltyEvent.FilingChecked(
                                            a.at().id(),
                                            a.command().passes(),
                                            a.command().opinion().strip(),
                                            a.person())));

    static final Handler<CaseCommand.FileCase> FILE =
            new Handler<>(
                    CaseCommand.FileCase.class,
                    Set.of(StepKind.FILING),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.ACT_FITS_STEP,
                                    a ->
                                            a.command().file()
                                                    || a.at().outcomes().containsKey("not-filed")),
                            rule(
                                    CaseRule.TWO_INVESTIGATORS,
                                    a ->
                                            !a.command().file()
                                                    || a.command().investigators().size()
                                                            >= officersOf(a).atLeast()),
                            rule(
                                    CaseRule.INVESTIGATORS_QUALIFIED,
                                    a ->
                                            a.command().investigators().stream()
                                                    .allMatch(p -> qualified(a, p, a.today()))),
                            rule(
                                    CaseRule.NOT_RECUSED,
                                    a ->
                                            a.command().investigators().stream()
                                                    .noneMatch(a.state().recused()::contains)),
                            rule(
                                    CaseRule.TWO_KEYS_APART,
                                    a ->
                                            !a.command().investigators().contains(a.person())
                                                    && a.command().investigators().stream()
                                                            .allMatch(p ->
                                                                    ExaminationHandlers.free(
                                                                            a,
                                                                            p,
                                                                            Duty.INVESTIGATE))),
                            rule(
                                    CaseRule.LIMITATION_NOT_RUN_OUT,
                                    a -> !a.command().file() || withinLimitation(a)),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reasons().isBlank())),
                    a -> List.of(filed(a)));

    static final Handler<CaseCommand.TakeEvidence> EVIDENCE =
            new Handler<>(
                    CaseCommand.TakeEvidence.class,
                    Set.of(StepKind.INVESTIGATION),
                    Handler.Who.ROLE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.TWO_INVESTIGATORS,
                                    a ->
                                            a.command().officers().size()
                                                    >= a.at().officers().atLeast()),
                            rule(
                                    CaseRule.INVESTIGATORS_QUALIFIED,
                                    a ->
                                            a.command().officers().stream()
                                                    .allMatch(p ->
                                                            qualified(a, p, a.command().day()))),
                            rule(
                                    CaseRule.INVESTIGATOR_ACTS,
                                    a ->
                                            a.command().officers().contains(a.person())
                                                    && a.state()
                                                            .penalty()
                                                            .investigators()
                                                            .contains(a.person())),
                            rule(
                                    CaseRule.NOT_RECUSED,
                                    a ->
                                            a.command().officers().stream()
                                                    .noneMatch(a.state().recused()::contains)),
                            rule(
                                    CaseRule.TWO_KEYS_APART,
                                    a ->
                                            a.command().officers().stream()
                                                    .allMatch(p ->
                                                            ExaminationHandlers.free(
                                                                    a, p, Duty.INVESTIGATE))),
                            rule(CaseRule.REPORT_SIGNED, a -> unreported(a)),
                            rule(
                                    CaseRule.REASONS_GIVEN,
                                    a ->
                                            !a.command().record().isBlank()
                                                    && !a.command().type().isBlank())),
                    a ->
                            List.of(
                                    new PenaltyEvent.EvidenceTaken(
                                            a.at().id(),
                                            a.command().day(),
                                            a.command().officers(),
                                            a.command().type().strip(),
                                            a.command().record().strip(),
                                            a.command().filings(),
                                            a.person(),
                                            CommonRules.lateReason(a.command(), a))));

    static final Handler<CaseCommand.ConcludeInvestigation> CONCLUDE =
            new Handler<>(
                    CaseCommand.ConcludeInvestigation.class,
                    Set.of(StepKind.INVESTIGATION),
                    Handler.Who.ROLE,
                    false,
                    Sanctions.with(
                            a -> Optional.ofNullable(a.command().sanction()),
                            List.of(
                                    rule(
                                            CaseRule.ACT_FITS_STEP,
                                            a ->
                                                    a.command().sanction() != null
                                                            || a.at().outcomes()
                                                                    .containsKey("no-penalty")),
                                    rule(CaseRule.INVESTIGATOR_ACTS, a -> investigates(a)),
                                    rule(CaseRule.REPORT_SIGNED, a -> unreported(a)),
                                    rule(
                                            CaseRule.EVIDENCE_FIRST,
                                            a ->
                                                    a.command().sanction() == null
                                                            || a.work(StepWork.Investigation.class)
                                                                    .filter(w ->
                                                                            !w.evidence().isEmpty())
                                                                    .isPresent()),
                                    rule(
                                            CaseRule.REASONS_GIVEN,
                                            a ->
                                                    !a.command().facts().isBlank()
                                                            && !a.command().reasons().isBlank()))),
                    a ->
                            List.of(
                                    new PenaltyEvent.InvestigationConcluded(
                                            a.at().id(),
                                            a.command().facts().strip(),
                                            a.command().sanction(),
                                            a.command().reasons().strip(),
                                            a.person())));

    static final Handler<CaseCommand.SignReport> SIGN =
            new Handler<>(
                    CaseCommand.SignReport.class,
                    Set.of(StepKind.INVESTIGATION),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.REPORT_SIGNED,
                                    a ->
                                            a.work(StepWork.Investigation.class)
                                                    .filter(w ->
                                                            w.report() != null
                                                                    && w.due().contains(a.person())
                                                                    && !w.signed()
                                                                            .contains(a.person()))
                                                    .isPresent())),
                    a -> List.of(new PenaltyEvent.ReportSigned(a.at().id(), a.person())));

    /// What the step that investigates asks of its officers.
    private static Step.Officers officersOf(Asked<?> a) {
        return investigation(a).map(Step::officers).orElse(Step.Officers.ONE);
    }

    private static Optional<Step> investigation(Asked<?> a) {
        return a.situation().steps().stream()
                .filter(s -> s.kind() == StepKind.INVESTIGATION || s.kind() == StepKind.ON_THE_SPOT)
                .findFirst();
    }

    /// 具有行政执法资格, in the role that investigates, on the day.
    static boolean qualified(Asked<?> a, PersonId person, LocalDate day) {
        return investigation(a)
                .filter(s ->
                        a.facts().roster().qualified(person, s.officers().qualification(), day)
                                && a.facts()
                                        .roster()
                                        .holding(person, s.role(), a.organ(), day)
                                        .isPresent())
                .isPresent();
    }

    static boolean investigates(Asked<?> a) {
        return a.state().penalty().investigators().contains(a.person());
    }

    private static boolean unreported(Asked<?> a) {
        return a.work(StepWork.Investigation.class).filter(w -> w.report() == null).isPresent();
    }

    /// From the day the conduct ended to the day it was discovered.
    private static boolean withinLimitation(Asked<CaseCommand.FileCase> a) {
        var found = a.state().opening().receivedOn();
        var figure = a.command().grave() ? Fines.LIMITATION_YEARS_GRAVE : Fines.LIMITATION_YEARS;
        var ended = a.command().conductEnded();
        return !ended.isAfter(a.today())
                && !found.isAfter(ended.plusYears(Fines.figure(figure, a.today())));
    }

    private static PenaltyEvent filed(Asked<CaseCommand.FileCase> a) {
        var c = a.command();
        var limits = a.situation().limits();
        var calendar = a.facts().calendar();
        var received = a.state().receivedComplete();
        var statute = Clocks.from(limits.statute(), received, a.today(), calendar);
        var promise = Clocks.from(limits.promise(), received, a.today(), calendar);
        return new PenaltyEvent.CaseFiled(
                a.at().id(),
                c.file(),
                c.file() ? c.investigators() : Set.of(),
                c.conductEnded(),
                c.reasons().strip(),
                a.today(),
                c.file() ? statute.lastDay() : null,
                c.file() ? promise.lastDay() : null,
                c.file() && (statute.provisional() || promise.provisional()),
                a.person());
    }
}
