package org.guiju.kernel.supervision;

/// 计时方式: how a scheme counts. It belongs to the scheme, never to a case.
public enum Counting {
    /// 计至秒: time on working days from the moment of the event, rest days and special procedures taken out; one second
    /// over counts as a day.
    TO_THE_SECOND("to-the-second", "计至秒"),
    /// 整日: by law the day of the event does not count and the last day is whole, to its end in China.
    WHOLE_DAYS("whole-days", "整日");

    private final String code;
    private final String zh;

    Counting(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }
}
