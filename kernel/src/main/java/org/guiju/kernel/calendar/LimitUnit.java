package org.guiju.kernel.calendar;

import java.util.Locale;
import java.util.Optional;

/// 期限单位: in which days a law counts. Laws differ (行政许可法 第八十二条 counts working days throughout,
/// 行政处罚法 第八十五条 only periods of two, three, five and seven days), so the unit belongs to every limit.
public enum LimitUnit {
    /// 工作日: the days on which offices work, make-up days (调休上班) included.
    WORKING_DAY("working-day"),
    /// 自然日: every day counts; an end on a rest day moves to the next working day.
    CALENDAR_DAY("calendar-day"),
    /// 月: to the same day of the month, or the month's last day where it has no such day.
    MONTH("month");

    private final String code;

    LimitUnit(String code) {
        this.code = code;
    }

    /// The stable form in files and interfaces: `working-day`, `calendar-day`, `month`.
    public String code() {
        return code;
    }

    /// The unit a file names: its code, the code with a blank or underscore, or the Chinese word.
    ///
    /// @return empty for any other word, a bare `日` included: whether that is a working day only the law can say
    public static Optional<LimitUnit> parse(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-")) {
            case "working-day", "working-days", "工作日", "个工作日" -> Optional.of(WORKING_DAY);
            case "calendar-day", "calendar-days", "自然日", "个自然日", "日历日", "个日历日" ->
                    Optional.of(CALENDAR_DAY);
            case "month", "months", "月", "个月" -> Optional.of(MONTH);
            default -> Optional.empty();
        };
    }
}
