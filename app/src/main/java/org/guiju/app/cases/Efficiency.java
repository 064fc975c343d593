package org.guiju.app.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 办理效能: decided cases with what they took, for the report that says where it is hard and slow (D49).
public interface Efficiency {

    /// 办结一件.
    ///
    /// @param from acceptance, or reception where nothing is accepted
    /// @param supplements notices of what was missing
    /// @param visits times that the applicant had to come
    record Took(
            String power,
            int version,
            String situation,
            LocalDate from,
            LocalDate decidedOn,
            @Nullable LocalDate promiseDue,
            @Nullable LocalDate statuteDue,
            int supplements,
            int visits) {}

    /// Decided on a day of the span, both ends included; of every organ where none is named.
    List<Took> decided(String organ, LocalDate from, LocalDate until);
}
