package org.guiju.app.archive;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 案卷: the volume of one ended case.
///
/// @param n running number of the organ and year in which the case ended
/// @param retention `10y`, `30y` … or `permanent`
/// @param until the last day on which it must be there; null for ever
/// @param entries how many entries the case has
/// @param head leaf of the last of them
public record Volume(
        UUID caseId,
        String organ,
        int year,
        long n,
        String number,
        String no,
        String power,
        String kind,
        LocalDate closedOn,
        String outcome,
        String retention,
        @Nullable LocalDate until,
        int entries,
        String head) {
    /// 到期待鉴定: its time is over; what becomes of it is for people to say.
    public boolean over(LocalDate today) {
        return until != null && today.isAfter(until);
    }
}
