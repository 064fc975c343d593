package org.guiju.app.cases;

import java.time.LocalDate;
import java.util.List;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 办结环节: the steps that an officer has had a hand in and that are over, for his own count.
public interface StepsDone {

    /// 办结的一个环节.
    ///
    /// @param kind of the step, by code
    /// @param due its own last day; null where it has no limit of its own
    /// @param late whether it was entered late (先办后录)
    record Done(
            CaseRow row,
            String step,
            String kind,
            LocalDate opened,
            LocalDate closed,
            @Nullable LocalDate due,
            boolean late) {
        /// Whether a limit was kept; nothing where there was none.
        public boolean overdue() {
            return due != null && closed.isAfter(due);
        }
    }

    /// 本单位同类环节: how many of a kind were closed, how many of them had a limit, and how many kept it.
    record Kept(String kind, long closed, long limited, long within) {}

    /// What the officer had a hand in and what ended on a day of the span, both ends included, the newest first.
    List<Done> of(PersonId person, LocalDate from, LocalDate until);

    /// By kind of step; a step in which several had a hand counts once.
    List<Kept> kept(String organ, LocalDate from, LocalDate until);
}
