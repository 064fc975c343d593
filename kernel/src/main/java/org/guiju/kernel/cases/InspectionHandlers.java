package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.List;
import java.util.Set;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.StepKind;

/// 现场核查: two or more officers go, one records, every one signs (行政许可法 34).
final class InspectionHandlers {
    private InspectionHandlers() {}

    static final Handler<CaseCommand.RecordInspection> INSPECT =
            new Handler<>(
                    CaseCommand.RecordInspection.class,
                    Set.of(StepKind.SITE_INSPECTION),
                    Handler.Who.ROLE,
                    false,
                    ConclusionHandlers.and(
                            OnSite.rules(
                                    CaseCommand.RecordInspection::inspectors,
                                    CaseCommand.RecordInspection::day),
                            List.of(
                                    rule(
                                            CaseRule.INSPECTION_ONCE,
                                            a ->
                                                    a.work(StepWork.Inspection.class)
                                                            .filter(w -> w.recorded() == null)
                                                            .isPresent()),
                                    rule(
                                            CaseRule.INSPECTION_LED_BY_PAIR,
                                            InspectionHandlers::ledByPair),
                                    rule(
                                            CaseRule.INSPECTION_NOT_REPEATED,
                                            InspectionHandlers::byArticleIfRepeated),
                                    rule(
                                            CaseRule.INSPECTOR_RECORDS,
                                            a -> a.command().inspectors().contains(a.person())),
                                    rule(
                                            CaseRule.TWO_KEYS_APART,
                                            a ->
                                                    a.command().inspectors().stream()
                                                            .allMatch(p ->
                                                                    ExaminationHandlers.free(
                                                                            a, p, Duty.INSPECT))),
                                    rule(
                                            CaseRule.ONLY_LISTED_MATERIALS,
                                            a ->
                                                    a.standards()
                                                            .keySet()
                                                            .containsAll(
                                                                    a.command()
                                                                            .verdicts()
                                                                            .keySet())),
                                    rule(
                                            CaseRule.EVERY_STANDARD_TICKED,
                                            a ->
                                                    a.command()
                                                            .verdicts()
                                                            .keySet()
                                                            .containsAll(measuredStandards(a))),
                                    rule(
                                            CaseRule.MEASURED_WHERE_DUE,
                                            a ->
                                                    a.command()
                                                                    .measured()
                                                                    .keySet()
                                                                    .containsAll(
                                                                            measuredStandards(a))
                                                            && ExaminationHandlers.figuresAgree(
                                                                    a,
                                                                    a.command().verdicts(),
                                                                    a.command().measured())),
                                    rule(
                                            CaseRule.REASONS_GIVEN,
                                            a -> !a.command().report().isBlank()))),
                    a ->
                            List.of(
                                    new CaseEvent.InspectionRecorded(
                                            a.at().id(),
                                            a.command().day(),
                                            a.command().inspectors(),
                                            a.command().verdicts(),
                                            a.command().measured(),
                                            a.command().report().strip(),
                                            a.command().filings(),
                                            a.person(),
                                            CommonRules.lateReason(a.command(), a),
                                            a.command().again(),
                                            a.command().position())));

    static final Handler<CaseCommand.SignInspection> SIGN =
            new Handler<>(
                    CaseCommand.SignInspection.class,
                    Set.of(StepKind.SITE_INSPECTION),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.INSPECTION_SIGNED,
                                    a ->
                                            a.work(StepWork.Inspection.class)
                                                    .filter(w ->
                                                            w.recorded() != null
                                                                    && w.recorded()
                                                                            .inspectors()
                                                                            .contains(a.person())
                                                                    && !w.signed()
                                                                            .contains(a.person()))
                                                    .isPresent())),
                    a -> List.of(new CaseEvent.InspectionSigned(a.at().id(), a.person())));

    /// The pair is that of the organ that inspects; another organ's pair has no business on its site.
    private static boolean ledByPair(Asked<CaseCommand.RecordInspection> a) {
        return a.state().rounds().stream()
                .filter(r ->
                        a.situation()
                                .step(r.step())
                                .filter(s -> java.util.Objects.equals(s.organ(), a.at().organ()))
                                .isPresent())
                .map(StepRound::work)
                .filter(StepWork.Review.class::isInstance)
                .map(StepWork.Review.class::cast)
                .filter(StepWork.Review::paired)
                .allMatch(w ->
                        a.command().inspectors().contains(w.a())
                                || a.command().inspectors().contains(w.b()));
    }

    /// The organ's own institution says how it works, and is no licence to burden the applicant twice.
    private static boolean byArticleIfRepeated(Asked<CaseCommand.RecordInspection> a) {
        return a.command().again().isEmpty()
                ? !Inspected.before(
                        a.state(), a.situation(), a.at(), a.command().verdicts().keySet())
                : Inspected.articles(a.definition()).stream()
                        .anyMatch(b -> b.id().equals(a.command().again()));
    }

    private static Set<String> measuredStandards(Asked<?> a) {
        return a.standards().values().stream()
                .filter(s -> s.measure() != null)
                .map(s -> s.id())
                .collect(java.util.stream.Collectors.toSet());
    }
}
