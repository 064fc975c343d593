package org.guiju.formats.calendar;

import java.util.Arrays;
import org.guiju.kernel.shared.Text;

/// What can be wrong with a calendar file. Each sentence takes the facts of its place as `%s`.
public enum EditionFault {
    TOO_LARGE(
            "文件超过 1 MB。", "一年的放假通知只有几 KB，请确认选对了文件。",
            "The file is larger than 1 MB.",
                    "A year's notice has a few kilobytes: check that it is the right file."),
    NOT_JSON(
            "从这里起不是合法的 JSON（第 %s 列）。",
            "请以 UTF-8 保存，检查引号、逗号、括号和重复的字段；格式同随附的 2026.json。",
            "From here it is not valid JSON (column %s).",
            "Save it as UTF-8; check quotes, commas, brackets and repeated fields; "
                    + "the form is that of the shipped 2026.json."),
    MISSING(
            "缺少字段 %s。", "请补上该字段；格式同随附的 2026.json。",
            "The field %s is missing.", "Add it; the form is that of the shipped 2026.json."),
    WRONG_TYPE(
            "这里应为%s。", "请改正；格式同随附的 2026.json。",
            "This should be %s.", "Correct it; the form is that of the shipped 2026.json."),
    YEAR_OUT_OF_RANGE(
            "年份 %s 不在 2000 至 2100 之间。", "请改为放假通知所安排的年份。",
            "The year %s is not between 2000 and 2100.", "Give the year that the notice arranges."),
    WRONG_YEAR(
            "year 写的是 %s，而所列日期都不在该年，多数在 %s 年。",
            "请改正 year，或确认选对了文件。",
            "The year is given as %s, but no day lies in it; most lie in %s.",
            "Correct the year, or check that it is the right file."),
    NO_DAYS(
            "没有列出任何休息日。", "请列出通知中的每一个休息日（isOffDay 为 true）和调休上班日（false）。",
            "No rest day is listed.",
                    "List every rest day of the notice (isOffDay true) and every make-up day (false)."),
    BAD_DATE(
            "“%s”不是日期。", "请写成 2026-10-01 的形式，并确认当月有这一天。",
            "\"%s\" is no date.", "Write it as 2026-10-01, and check that the month has this day."),
    DUPLICATE_DATE(
            "%s 已在第 %s 行列出。", "请保留一处；同一天不能既休息又上班。",
            "%s is listed on line %s already.",
                    "Keep one of them: a day is either a rest day or a working day."),
    FAR_OUTSIDE(
            "%s 距 %s 年太远。",
            "通知只安排当年及前后各 15 天以内的日期，请改正该日期。",
            "%s is too far from the year %s.",
            "A notice arranges its year and at most 15 days before and after it: correct the date."),
    NOT_PUBLISHED(
            "看不出公布日期：papers 的网址中没有日期。",
            "请加一行 \"published\": \"2026-11-05\"，填写通知的公布日期。",
            "The day of publication is not to be seen: no address in papers has a date.",
            "Add a line \"published\": \"2026-11-05\" with the day on which the notice was published."),
    BAD_ADDRESS(
            "通知的网址应以 http:// 或者 https:// 开头。",
            "请填写通知在政府网站上的网址，或者删去 papers。",
            "The address of a notice begins with http:// or https://.",
            "Give the address that the notice has on the government's site, or leave papers out."),
    PUBLISHED_LATE(
            "公布日期 %s 不在 %s 年或其上一年。",
            "请填写通知的公布日期。",
            "The day of publication %s is neither in %s nor in the year before.",
            "Give the day on which the notice was published."),
    BAD_EDITION(
            "版次 %s 不是 1 至 99 的整数。",
            "第一次通知为 1，其后每次调整加 1。",
            "The edition %s is not a whole number from 1 to 99.",
            "The first notice is 1, each change of it one more.");

    private final String zh;
    private final String remedyZh;
    private final String en;
    private final String remedyEn;

    EditionFault(String zh, String remedyZh, String en, String remedyEn) {
        this.zh = zh;
        this.remedyZh = remedyZh;
        this.en = en;
        this.remedyEn = remedyEn;
    }

    CalendarProblem at(int line, String field, Text... facts) {
        var inZh = Arrays.stream(facts).map(Text::zh).toArray();
        var inEn = Arrays.stream(facts).map(f -> f.en() == null ? f.zh() : f.en()).toArray();
        return new CalendarProblem(
                this,
                line,
                field,
                new Text(zh.formatted(inZh), en.formatted(inEn)),
                new Text(remedyZh, remedyEn));
    }
}
