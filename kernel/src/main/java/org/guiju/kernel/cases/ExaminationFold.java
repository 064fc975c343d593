package org.guiju.kernel.cases;

import java.util.Set;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 审查和核查的累积: opinions, inspections and what other organs said, while the events are folded.
final class ExaminationFold {
    private ExaminationFold() {}

    /// Who takes the matter up by the event, if it is the first (B48).
    static @Nullable PersonId handler(CaseEvent event) {
        return switch (event) {
            case CaseEvent.PairAppointed e -> e.a();
            case CaseEvent.OpinionGiven e -> e.by();
            default -> null;
        };
    }

    static void apply(CaseEvent event, Rounds rounds, Persons persons) {
        switch (event) {
            case CaseEvent.PairAppointed e -> {
                rounds.work(
                        e.step(),
                        e,
                        StepWork.Review.class,
                        w ->
                                new StepWork.Review(
                                        w.paired(), e.a(), e.b(), w.opinions(), w.settled()));
            }
            case CaseEvent.OpinionGiven e -> {
                persons.did(e.by(), Duty.REVIEW);
                rounds.work(e.step(), e, StepWork.Review.class, w -> Work.opinion(w, e));
            }
            case CaseEvent.DifferenceSettled e -> {
                persons.did(e.by(), Duty.REVIEW);
                rounds.work(e.step(), e, StepWork.Review.class, w -> Work.settled(w, e));
            }
            case CaseEvent.InspectionRecorded e -> {
                e.inspectors().forEach(p -> persons.did(p, Duty.INSPECT));
                rounds.late(e.step(), e, e.lateReason(), e.by());
                rounds.work(
                        e.step(),
                        e,
                        StepWork.Inspection.class,
                        _ -> new StepWork.Inspection(e, Set.of(e.by())));
            }
            case CaseEvent.InspectionSigned e ->
                    rounds.work(e.step(), e, StepWork.Inspection.class, w -> Work.signed(w, e));
            case CaseEvent.OrganOpinionGiven e -> {
                persons.did(e.by(), Duty.OPINE);
                rounds.change(e.step(), e, r -> r.with(new StepWork.Single("given")));
            }
            default -> throw new CorruptHistory("examination", event);
        }
    }
}
