package org.guiju.kernel.calendar;

import java.time.LocalDate;
import java.util.List;

/// 期限推算: a last day with everything needed to count it again by hand (a limit proves itself).
///
/// The sum holds for working and calendar days: `lastDay - eventDay = n + restDaysSkipped + pausedDays`; for months the
/// span to the corresponding day stands in place of `n`.
///
/// @param eventDay the day of the event, itself not counted (民法典 第二百零一条)
/// @param pauses as given, those without effect included
/// @param lastDay the limit is kept until the end of this day
/// @param provisional the result rests on days for which no notice is published yet: count again when it is
/// @param rolledOver the end fell on a rest day and moved to the next working day (民法典 第二百零三条)
/// @param restDaysSkipped working days: rest days passed on the way; other units: days moved at the end
/// @param pausedDays days taken out by pauses: working days in a limit of working days, otherwise calendar days
/// @param editions the notices of the years touched, `2025#1,2026#1`
public record Derivation(
        LocalDate eventDay,
        Limit limit,
        List<Pause> pauses,
        LocalDate lastDay,
        boolean provisional,
        boolean rolledOver,
        int restDaysSkipped,
        int pausedDays,
        String editions) {
    public Derivation {
        pauses = List.copyOf(pauses);
    }
}
