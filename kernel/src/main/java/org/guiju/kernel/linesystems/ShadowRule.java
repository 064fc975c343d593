package org.guiju.kernel.linesystems;

import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;
import org.guiju.kernel.supervision.Severity;

/// 影子办件监察规则: what a line system's records may show besides a missed limit. None refuses a record.
public enum ShadowRule {
    /// 来件的权力在当日不在清单上.
    NOT_IN_FORCE("LS-01", "权力当日未生效", "Power not in force that day", Severity.RED, "行政许可法", "第四条"),
    /// 非本机关权力.
    OUTSIDE_ORGAN("LS-02", "机关无此权力", "Not a power of the organ", Severity.RED, "行政许可法", "第二十二条"),
    DECIDED_BEFORE_REVIEW("LS-03", "未审先定", "Decided before review", Severity.RED, "", ""),
    DUTIES_JOINED("LS-04", "一人兼两职", "Two duties in one hand", Severity.RED, Names.RULES, "LS-04"),
    OUT_OF_ORDER("LS-05", "环节倒置", "Steps out of order", Severity.YELLOW, "", ""),
    STEP_SKIPPED("LS-06", "缺少环节", "A step is missing", Severity.YELLOW, "", ""),
    TOO_FEW_OFFICERS("LS-07", "承办人数不足", "Too few officers", Severity.YELLOW, "", ""),
    NO_PUBLICITY("LS-08", "未公开", "Not made public", Severity.YELLOW, "行政许可法", "第四十条"),
    NO_SERVICE("LS-09", "未送达", "Not served", Severity.YELLOW, "行政许可法", "第四十四条"),
    PAUSED_WITHOUT_GROUND(
            "LS-10", "停表无事由", "Paused without a ground", Severity.YELLOW, "行政许可法", "第四十五条"),
    CONTRADICTED(
            "LS-11",
            "记录互相矛盾",
            "Records contradict each other",
            Severity.YELLOW,
            Names.RULES,
            "LS-11"),
    ENTERED_LATE("LS-12", "事后补录", "Entered late", Severity.YELLOW, Names.RULES, "LS-12"),
    NOT_YET_HAPPENED(
            "LS-13", "时间在送达之后", "Dated in the future", Severity.YELLOW, Names.RULES, "LS-13"),
    CORRECTED("LS-14", "记录被更正", "Record corrected", Severity.WARNING, Names.RULES, "LS-14");

    /// What neither a law nor the power's text says is this house's own rule, and is called so.
    private static final class Names {
        private static final String RULES = "影子办件监察规则";
    }

    private final String id;
    private final Text title;
    private final Severity severity;
    private final String law;
    private final String number;

    ShadowRule(String id, String zh, String en, Severity severity, String law, String number) {
        this.id = id;
        this.title = new Text(zh, en);
        this.severity = severity;
        this.law = law;
        this.number = number;
    }

    public String id() {
        return id;
    }

    public Text title() {
        return title;
    }

    public Severity severity() {
        return severity;
    }

    /// Where the rule comes from; what a published text itself orders has that text as its basis.
    Article basis(Article text) {
        return law.isEmpty() ? text : new Article(law, number);
    }
}
