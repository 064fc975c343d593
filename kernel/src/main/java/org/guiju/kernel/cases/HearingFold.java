package org.guiju.kernel.cases;

import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.StepKind;

/// 告知和听证的累积: what the parties were told, said and asked for, while the events are folded.
final class HearingFold {
    private HearingFold() {}

    static void apply(CaseEvent event, Rounds rounds, Persons persons) {
        switch (event) {
            case CaseEvent.PartiesTold e -> {
                persons.did(e.by(), Duty.REVIEW);
                rounds.late(e.step(), e, e.lateReason(), e.by());
                rounds.work(e.step(), e, StepWork.Notice.class, w -> Work.told(w, e));
            }
            case CaseEvent.StatementRecorded e ->
                    rounds.work(
                            e.step(),
                            e,
                            StepWork.Notice.class,
                            w ->
                                    rounds.isKind(e.step(), StepKind.REPLY)
                                            ? Work.replied(w, e)
                                            : Work.statement(w, e));
            case CaseEvent.HearingRequested e ->
                    rounds.work(e.step(), e, StepWork.Notice.class, w -> Work.requested(w, e));
            case CaseEvent.HearingWaived e ->
                    rounds.work(e.step(), e, StepWork.Notice.class, w -> Work.waived(w, e));
            case CaseEvent.HearingScheduled e -> {
                persons.did(e.chair(), Duty.HEAR);
                rounds.work(
                        e.step(),
                        e,
                        StepWork.HearingRound.class,
                        w -> new StepWork.HearingRound(e, w.held()));
            }
            case CaseEvent.HearingHeld e -> {
                rounds.late(e.step(), e, e.lateReason(), e.recorder());
                rounds.work(
                        e.step(),
                        e,
                        StepWork.HearingRound.class,
                        w -> new StepWork.HearingRound(w.scheduled(), e));
            }
            default -> throw new CorruptHistory("hearing", event);
        }
    }
}
