package org.guiju.formats.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guiju.kernel.calendar.Derivation;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.calendar.Pause;

/// 期限推算说明: a derivation in one sentence, so that anyone with a wall calendar can count after it.
public final class DerivationWords {

    private DerivationWords() {}

    public static String zh(Derivation d) {
        return zh(d, d.limit().basis().cite());
    }

    public static String en(Derivation d) {
        return en(d, d.limit().basis().cite());
    }

    /// With the basis as written elsewhere; blank where none is known.
    static String zh(Derivation d, String basis) {
        var parts = new ArrayList<String>();
        parts.add(
                d.limit().onTheSpot()
                        ? "自 " + d.eventDay() + " 当日"
                        : "自 " + d.eventDay() + " 的次日起算");
        parts.add(
                (d.limit().onTheSpot() ? "当场办结" : d.limit().n() + " 个" + unitZh(d.limit().unit()))
                        + (basis.isBlank() ? "" : "（" + basis + "）"));
        if (d.pausedDays() > 0) {
            var grounds =
                    effective(d).stream()
                            .map(p ->
                                    p.ground()
                                            + "，"
                                            + p.from()
                                            + " 次日至 "
                                            + p.until()
                                            + "，"
                                            + p.basis().cite())
                            .collect(Collectors.joining("；"));
            var days = d.limit().unit() == LimitUnit.WORKING_DAY ? " 个工作日（" : " 天（";
            parts.add("扣除特别程序 " + d.pausedDays() + days + grounds + "）");
        }
        if (d.rolledOver()) {
            parts.add("期满日 " + end(d) + " 为休息日，顺延至其后第一个工作日（《民法典》第二百零三条）");
        } else if (d.restDaysSkipped() > 0) {
            parts.add("跳过休息日 " + d.restDaysSkipped() + " 天");
        }
        parts.add("最后一日 " + d.lastDay());
        return String.join("，", parts)
                + "；日历版本 "
                + (d.editions().isEmpty() ? "无" : d.editions())
                + (d.provisional() ? "；暂定（" + years(d, "至") + " 年放假通知尚未公布）" : "");
    }

    static String en(Derivation d, String basis) {
        var parts = new ArrayList<String>();
        parts.add(
                d.limit().onTheSpot()
                        ? "on the day itself, " + d.eventDay()
                        : "counted from the day after " + d.eventDay());
        parts.add(
                (d.limit().onTheSpot()
                                ? "on the spot"
                                : count(d.limit().n(), unitEn(d.limit().unit())))
                        + (basis.isBlank() ? "" : " (" + basis + ")"));
        if (d.pausedDays() > 0) {
            var grounds =
                    effective(d).stream()
                            .map(p ->
                                    p.ground()
                                            + ", after "
                                            + p.from()
                                            + " until "
                                            + p.until()
                                            + ", "
                                            + p.basis().cite())
                            .collect(Collectors.joining("; "));
            var days = d.limit().unit() == LimitUnit.WORKING_DAY ? "working day" : "day";
            parts.add(count(d.pausedDays(), days) + " paused (" + grounds + ")");
        }
        if (d.rolledOver()) {
            parts.add(
                    "the end on "
                            + end(d)
                            + ", a rest day, moves to the next working day (《民法典》第二百零三条)");
        } else if (d.restDaysSkipped() > 0) {
            parts.add(count(d.restDaysSkipped(), "rest day") + " skipped");
        }
        parts.add("last day " + d.lastDay());
        return String.join(", ", parts)
                + "; calendar "
                + (d.editions().isEmpty() ? "none" : d.editions())
                + (d.provisional()
                        ? "; provisional (no notice on holidays yet for " + years(d, " to ") + ")"
                        : "");
    }

    private static String unitZh(LimitUnit unit) {
        return switch (unit) {
            case WORKING_DAY -> "工作日";
            case CALENDAR_DAY -> "自然日";
            case MONTH -> "月";
        };
    }

    private static String unitEn(LimitUnit unit) {
        return switch (unit) {
            case WORKING_DAY -> "working day";
            case CALENDAR_DAY -> "calendar day";
            case MONTH -> "month";
        };
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private static List<Pause> effective(Derivation d) {
        return d.pauses().stream()
                .filter(p -> p.until().isAfter(p.from()))
                .filter(p -> p.until().isAfter(d.eventDay()) && p.from().isBefore(d.lastDay()))
                .toList();
    }

    /// The rest day on which the limit ended before it moved.
    private static LocalDate end(Derivation d) {
        var end = d.lastDay();
        for (var left = d.restDaysSkipped(); left > 0; ) {
            end = end.minusDays(1);
            left -= paused(d, end) ? 0 : 1;
        }
        return end;
    }

    private static boolean paused(Derivation d, LocalDate day) {
        return d.pauses().stream().anyMatch(p -> day.isAfter(p.from()) && !day.isAfter(p.until()));
    }

    /// The years whose notice is missing. The last days of a year may be rearranged by the notice of the next one.
    private static String years(Derivation d, String to) {
        var from = d.limit().unit() == LimitUnit.WORKING_DAY ? d.eventDay().plusDays(1) : end(d);
        var known = List.of(d.editions().split(","));
        var missing =
                IntStream.rangeClosed(from.getYear(), d.lastDay().getYear())
                        .filter(year -> known.stream().noneMatch(id -> id.startsWith(year + "#")))
                        .boxed()
                        .toList();
        if (missing.isEmpty()) {
            return String.valueOf(d.lastDay().getYear() + 1);
        }
        return missing.size() == 1
                ? String.valueOf(missing.getFirst())
                : missing.getFirst() + to + missing.getLast();
    }
}
