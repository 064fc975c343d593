package org.guiju.kernel.cases;

import java.time.LocalDate;
import org.guiju.kernel.powers.StepKind;
import org.jspecify.annotations.Nullable;

/// 环节轮次: one time that a step was open. A step that is entered again begins a new round.
///
/// @param due the step's own due date as it stood when it opened
/// @param late an act was entered late and waits for a second officer
/// @param lateBy who entered it; the second officer is another person
public record StepRound(
        String step,
        StepKind kind,
        LocalDate openedOn,
        @Nullable LocalDate due,
        boolean provisional,
        StepWork work,
        boolean late,
        org.guiju.kernel.shared.@Nullable PersonId lateBy,
        @Nullable LocalDate closedOn,
        @Nullable String outcome) {

    public boolean open() {
        return closedOn == null;
    }

    StepRound with(StepWork more) {
        return new StepRound(
                step, kind, openedOn, due, provisional, more, late, lateBy, closedOn, outcome);
    }

    StepRound lateBy(org.guiju.kernel.shared.@Nullable PersonId person) {
        return new StepRound(
                step,
                kind,
                openedOn,
                due,
                provisional,
                work,
                person != null,
                person,
                closedOn,
                outcome);
    }

    StepRound closed(String with, LocalDate on) {
        return new StepRound(step, kind, openedOn, due, provisional, work, late, lateBy, on, with);
    }
}
