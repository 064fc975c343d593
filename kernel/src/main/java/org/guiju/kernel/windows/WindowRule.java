package org.guiju.kernel.windows;

import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.GateRule;

/// 窗口服务规则, in order of precedence. The constant is the refusal's code and the key of its sentence. Where no law says it, the basis is the row of the office's own
/// requirement that it carries out.
public enum WindowRule implements GateRule {
    /// 只有窗口岗位的人员办理.
    WINDOW_CLERK(true, "D37"),
    /// 窗口事项 are powers in force.
    WINDOW_MATTERS_IN_FORCE(false, "D38"),
    /// 一次告知、一张凭证: several matters of one applicant.
    BUNDLE_OF_ONE_APPLICANT(false, "D37"),
    BUNDLE_ONCE(false, "D37"),
    /// 全部办结后一并返还.
    BUNDLE_RESULTS_ALL(true, "D37"),
    BUNDLE_OPEN(false, "D37"),
    INQUIRY_OPEN(false, "C70"),
    /// 首问责任: whoever was asked first answers for it until it is handed over.
    INQUIRY_RESPONSIBLE(true, "C70"),
    /// 移交要告知询问人.
    INQUIRY_INFORMED(true, "C70"),
    INQUIRY_RECEIVER(false, "C70"),
    /// 免费复印: no fee arises from it, and none is asked.
    COPY_IS_FREE(true, "D39"),
    RATING_AFTER_DELIVERY(true, "D44"),
    RATING_ONCE(false, "D44"),
    RATING_BAD_OPEN(false, "D44"),
    /// 谁办理、谁负责, but nobody closes what was said of himself.
    RATING_NOT_BY_ONESELF(true, "D44"),
    RATING_CALLED_BACK(false, "D44"),
    /// 仪容仪表、言谈举止、待人接物: all three, or it is no inspection.
    CONDUCT_THREE_ITEMS(false, "D48"),
    CONDUCT_NOT_ONESELF(true, "D48"),
    CONDUCT_INSPECTOR(true, "D48");

    private final boolean integrity;
    private final Article basis;

    WindowRule(boolean integrity, String row) {
        this.integrity = integrity;
        this.basis = new Article("guiju", row);
    }

    @Override
    public Article basis() {
        return basis;
    }

    @Override
    public boolean integrity() {
        return integrity;
    }
}
