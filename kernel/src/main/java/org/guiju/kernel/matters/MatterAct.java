package org.guiju.kernel.matters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// 办理动作: what may be done with a matter, by whom, and what has to be stated with it.
public enum MatterAct {
    /// 科室提出.
    FILE(Doer.SECTION, "item", "title", "text"),
    /// 分管领导审批或者提出意见.
    ENDORSE(Doer.DEPUTY, "approved", "opinion"),
    /// 主要领导会签.
    COUNTERSIGN(Doer.CHIEF, "approved", "opinion"),
    /// 实施细则 of one of the five procedures (C58).
    RULE(Doer.SECTION, "procedure", "title", "number", "from"),
    /// 决策草案公开征求意见.
    DRAFT(Doer.SECTION, "text", "until"),
    /// 公众意见; anybody.
    COMMENT(Doer.ANYBODY, "receipt", "text"),
    /// 意见采纳情况反馈 (C54).
    ANSWER(Doer.SECTION, "receipt", "adopted", "reason"),
    /// 公众参与结束.
    PARTICIPATION(Doer.SECTION, "text"),
    /// 专家论证结论.
    EXPERTS(Doer.SECTION),
    /// 专家对风险的意见 (C83).
    OPINION(Doer.SECTION, "expert", "text"),
    /// 对专家意见的答复.
    REPLY(Doer.SECTION, "no", "adopted", "reason"),
    /// 风险评估, with 四性 findings (C56).
    RISK(Doer.SECTION, "legality", "rationality", "feasibility", "controllability", "level"),
    /// 合法性审查 (C57).
    LEGALITY(Doer.LEGAL, "approved", "opinion"),
    /// 提请上会.
    AGENDA(Doer.SECTION),
    /// 集体讨论决定, bound to a resolution.
    DECIDE(Doer.SECTION),
    /// 公布决定.
    ANNOUNCE(Doer.SECTION, "text"),
    /// 组织实施.
    IMPLEMENT(Doer.DEPUTY, "text"),
    /// 前期管理.
    PRE_PROJECT(Doer.DEPUTY, "text"),
    /// 施工管理.
    CONSTRUCTION(Doer.DEPUTY, "text"),
    /// 竣工验收.
    ACCEPTANCE(Doer.DEPUTY, "text"),
    /// 资金拨付.
    DISBURSEMENT(Doer.DEPUTY, "text"),
    /// 公共资源交易上网 (D36): what is traded, on which platform, under which number there; `announced` is the day of its notice.
    TRADE(Doer.SECTION, "trade", "project", "platform", "tender", "mode", "announced"),
    /// 交易结果: `outcome` `won` with who won and at what price, or `failed` with the reason; `settled` is the day of its notice.
    AWARD(Doer.SECTION, "tender", "outcome", "settled"),
    /// 主要领导监督检查 (B24).
    INSPECT(Doer.OVERSEER, "text"),
    /// 决策案卷检查: four evidences (C84).
    CHECK(Doer.SECTION, "scientific", "due", "open", "clear"),
    CLOSE(Doer.SECTION, "text"),
    WITHDRAW(Doer.SECTION, "reason");

    private final Doer doer;
    private final List<String> fields;

    MatterAct(Doer doer, String... fields) {
        this.doer = doer;
        this.fields = List.of(fields);
    }

    /// 由谁办理.
    public enum Doer {
        /// An officer of the organ who is neither its chief nor the deputy responsible.
        SECTION,
        /// 分管副职.
        DEPUTY,
        /// 主要领导.
        CHIEF,
        /// 法制机构.
        LEGAL,
        /// Chief or supervision.
        OVERSEER,
        ANYBODY
    }

    /// Who does it in a matter of the class: money is paid by the section that the deputy has approved it for, never by him.
    public Doer doer(MatterClass of) {
        return this == IMPLEMENT && of == MatterClass.MONEY ? Doer.SECTION : doer;
    }

    /// What must be stated.
    public List<String> fields() {
        return fields;
    }

    /// The one of the five procedures that the act belongs to; empty for others.
    public String procedure() {
        return switch (this) {
            case DRAFT, PARTICIPATION -> "participation";
            case EXPERTS -> "experts";
            case RISK -> "risk";
            case LEGALITY -> "legality";
            case AGENDA, DECIDE -> "decision";
            default -> "";
        };
    }

    /// What may be stated besides, and is needed for some outcomes.
    public List<String> more() {
        return this == AWARD ? List.of("winner", "amount", "reason") : List.of();
    }

    /// Everything that a form asks for.
    public List<String> asked() {
        return java.util.stream.Stream.concat(fields.stream(), more().stream()).toList();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<MatterAct> ofCode(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }
}
