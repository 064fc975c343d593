package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.List;
import java.util.Set;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;

/// 安排现场核查、检查: who goes, when and where to. Planned again, the last plan holds.
///
/// @param announced whether the person visited is told; of what is not announced nobody learns but who goes and their head
public record PlanVisit(String step, Appointment when, Set<PersonId> inspectors, boolean announced)
        implements CaseCommand.OtherStep {
    public PlanVisit {
        inspectors = Set.copyOf(inspectors);
    }

    /// Those who are to go are held to what those who went will be held to, so that nobody sets out in vain.
    static final Handler<PlanVisit> HANDLER =
            new Handler<>(
                    PlanVisit.class,
                    Set.of(StepKind.SITE_INSPECTION, StepKind.ON_SITE),
                    Handler.Who.ROLE,
                    false,
                    ConclusionHandlers.and(
                            OnSite.rules(PlanVisit::inspectors, c -> c.when().day()),
                            List.of(
                                    rule(CaseRule.INSPECTION_ONCE, PlanVisit::notYetMade),
                                    rule(
                                            CaseRule.VISIT_AHEAD,
                                            a -> !a.command().when().day().isBefore(a.today())),
                                    rule(
                                            CaseRule.REASONS_GIVEN,
                                            a -> a.command().when().complete()))),
                    a ->
                            List.of(
                                    new VisitPlanned(
                                            a.at().id(),
                                            a.command().when(),
                                            a.command().inspectors(),
                                            a.command().announced(),
                                            a.person())));

    private static boolean notYetMade(Asked<PlanVisit> a) {
        return a.work(StepWork.Inspection.class).filter(w -> w.recorded() == null).isPresent()
                || a.work(StepWork.Scene.class).filter(w -> w.recorded() == null).isPresent();
    }
}
