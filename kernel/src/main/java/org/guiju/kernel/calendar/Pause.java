package org.guiju.kernel.calendar;

import java.time.LocalDate;
import org.guiju.kernel.shared.Article;

/// 扣除期间: time that a law takes out of a limit (行政许可法 第四十五条: hearing, tender, test, expert review).
/// The days in (`from`, `until`] do not count, 民法典 第二百零一条 applied to the pause: the day of the notice is still
/// the office's, the day on which the result comes in is not. A pause begun on the last day comes too late.
///
/// @param from the day on which the applicant was told in writing
/// @param until the day the result came in; for a pause that still runs, the day of asking; equal to `from`: no days
/// @param ground 特别程序 in words, as on the notice
/// @param basis the article that allows the pause
public record Pause(LocalDate from, LocalDate until, String ground, Article basis) {
    public Pause {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a pause ends on or after the day it begins, not " + from + " to " + until);
        }
    }
}
