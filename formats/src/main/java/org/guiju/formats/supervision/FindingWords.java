package org.guiju.formats.supervision;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.guiju.formats.calendar.DerivationWords;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.supervision.Closing;
import org.guiju.kernel.supervision.Counting;
import org.guiju.kernel.supervision.Finding;
import org.guiju.kernel.supervision.Reckoning;
import org.guiju.kernel.supervision.WatchedClock.Stop;

/// 监察说明: why a card is lit, in one sentence that anyone with a wall calendar can count after.
public final class FindingWords {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private FindingWords() {}

    /// `2018-10-24 10:00:01`, China time.
    public static String moment(Instant at) {
        return MOMENT.format(at.atZone(ZONE));
    }

    /// How the moment of the card was reckoned.
    public static String zh(Reckoning r) {
        if (r.counting() == Counting.WHOLE_DAYS) {
            return DerivationWords.zh(r.derivation())
                    + (r.value() >= 1
                            ? over(r.value(), "，该日 24 时届满后亮牌", "，其后第 %d 日届满后亮牌")
                            : "；剩余 " + -r.value() + " 日时亮牌");
        }
        return "自 "
                + moment(r.start())
                + " 起计，时限 "
                + r.limit().n()
                + " 个"
                + unit(r.limit().unit(), true)
                + "（"
                + r.limit().basis().cite()
                + "），扣除"
                + (r.limit().unit() == LimitUnit.WORKING_DAY ? "休息日" : "零日")
                + stops(r, true)
                + "；用时向上取整后与时限之差达到 "
                + r.value()
                + " 时亮牌，"
                + moment(r.after())
                + " 之后即达到；日历版本 "
                + (r.editions().isEmpty() ? "无" : r.editions());
    }

    public static String en(Reckoning r) {
        if (r.counting() == Counting.WHOLE_DAYS) {
            return DerivationWords.en(r.derivation())
                    + (r.value() >= 1
                            ? over(
                                    r.value(),
                                    "; lit once that day has ended",
                                    "; lit once day %d after it has ended")
                            : "; lit with " + -r.value() + " days left");
        }
        return "counted from "
                + moment(r.start())
                + ", "
                + r.limit().n()
                + " "
                + unit(r.limit().unit(), false)
                + " ("
                + r.limit().basis().cite()
                + "), without "
                + (r.limit().unit() == LimitUnit.WORKING_DAY ? "rest days" : "any day left out")
                + stops(r, false)
                + "; lit when the days used, rounded up, less the limit come to "
                + r.value()
                + ", which is after "
                + moment(r.after())
                + "; calendar "
                + (r.editions().isEmpty() ? "none" : r.editions());
    }

    private static String over(int value, String first, String later) {
        return value == 1 ? first : later.formatted(value - 1);
    }

    private static String stops(Reckoning r, boolean zh) {
        if (r.stops().isEmpty()) {
            return "";
        }
        return (zh ? "与特别程序（" : " and special procedures (")
                + r.stops().stream().map(s -> stop(s, zh)).collect(Collectors.joining("; "))
                + (zh ? "）" : ")");
    }

    private static String stop(Stop s, boolean zh) {
        var until = s.until() == null ? (zh ? "尚未结束" : "still on") : moment(s.until());
        var cap =
                s.cap() == null
                        ? ""
                        : (zh
                                ? "，申请 " + s.cap().n() + " 日"
                                : ", " + s.cap().n() + " days applied for");
        return s.ground() + " " + moment(s.from()) + (zh ? " 至 " : " to ") + until + cap;
    }

    private static String unit(LimitUnit unit, boolean zh) {
        return switch (unit) {
            case WORKING_DAY -> zh ? "工作日" : "working days";
            case CALENDAR_DAY -> zh ? "自然日" : "calendar days";
            case MONTH -> zh ? "月" : "months";
        };
    }

    /// Why a card is no longer simply lit; empty while it is.
    public static String closing(Finding f, boolean zh) {
        var closing = f.closing();
        if (closing == null) {
            return "";
        }
        var by = "#" + closing.by().seq();
        return switch (closing.reason()) {
            case ENDED ->
                    zh
                            ? "办结（事件 " + by + "，" + moment(closing.at()) + "）"
                            : "ended (event " + by + ", " + moment(closing.at()) + ")";
            case MOVED ->
                    zh
                            ? "时限变动（事件 " + by + "，" + moment(closing.at()) + "）"
                            : "limit moved (event " + by + ", " + moment(closing.at()) + ")";
            case KNOWN_LATER ->
                    zh
                            ? "补录的事件 " + by + "（" + moment(closing.at()) + "）表明当时未超时"
                            : "event "
                                    + by
                                    + ", recorded later ("
                                    + moment(closing.at())
                                    + "), shows it was not due";
            case CALENDAR_CHANGED ->
                    zh
                            ? "放假通知变动（" + moment(closing.at()) + "）"
                            : "calendar changed (" + moment(closing.at()) + ")";
            case GRAVER -> graver(closing, zh);
        };
    }

    private static String graver(Closing closing, boolean zh) {
        return zh
                ? "由更高一级的牌 " + closing.by().kind() + " 取代"
                : "a graver card counts: " + closing.by().kind();
    }
}
