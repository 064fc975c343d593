package org.guiju.app.licences;

import java.time.LocalDate;
import java.util.UUID;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;

/// 许可证一行, as the list and the public know it: the holder as the results show him.
///
/// @param status as recorded; whether its term is over besides says {@link #on}
/// @param pending whether a renewal is asked for and not decided
/// @param changed day of the latest change; null where there was none
/// @param renewed day of the latest renewal; null where there was none
public record LicenceRow(
        UUID stream,
        String number,
        String power,
        OrganId organ,
        String caseNo,
        String holder,
        LocalDate from,
        @Nullable LocalDate until,
        String status,
        boolean pending,
        @Nullable LocalDate changed,
        @Nullable LocalDate renewed) {

    /// State on the day: `in-force`, `expired`, `revoked`, `withdrawn`, `taken-away`, `cancelled`.
    public String on(LocalDate day) {
        return status.equals("in-force") && !pending && until != null && day.isAfter(until)
                ? "expired"
                : status;
    }
}
