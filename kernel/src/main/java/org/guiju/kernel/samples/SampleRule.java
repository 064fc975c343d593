package org.guiju.kernel.samples;

import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.GateRule;

/// 抽查规则, in order of precedence. The constant is the refusal's code and the key of its sentence. No law at hand orders the sample: it is
/// the office's own condition for letting one person examine (D9, X29).
public enum SampleRule implements GateRule {
    /// 抽查由本机关负责人或者监督人员进行.
    SAMPLE_CHECKER(true),
    /// 已经抽查过.
    SAMPLE_OPEN(false),
    /// 谁办理、谁回避抽查: whoever had a hand in a case does not judge it.
    SAMPLE_NOT_OWN_WORK(true),
    /// 不符合的写明问题.
    SAMPLE_SAYS_WHAT(false);

    private static final Article BASIS = new Article("guiju", "D9");
    private final boolean integrity;

    SampleRule(boolean integrity) {
        this.integrity = integrity;
    }

    @Override
    public Article basis() {
        return BASIS;
    }

    @Override
    public boolean integrity() {
        return integrity;
    }
}
