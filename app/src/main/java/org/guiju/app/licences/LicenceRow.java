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
/// @param suspended last day of 暂扣; null where there never was one
/// @param edition 版次 of the paper that is good now; 0 before the first
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
        @Nullable LocalDate renewed,
        @Nullable LocalDate suspended,
        int edition) {

    /// State on the day: `in-force`, `suspended`, `expired`, `revoked`, `withdrawn`, `taken-away`, `cancelled`.
    public String on(LocalDate day) {
        var now = term(day);
        return now.equals("in-force") && suspended != null && !day.isAfter(suspended)
                ? "suspended"
                : now;
    }

    private String term(LocalDate day) {
        return status.equals("in-force") && !pending && until != null && day.isAfter(until)
                ? "expired"
                : status;
    }
}
