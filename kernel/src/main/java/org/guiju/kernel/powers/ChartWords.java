package org.guiju.kernel.powers;

import java.util.Map;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.shared.Text;

/// 流程图用语: the words a chart adds to those of the definition, in both languages, each in one place.
final class ChartWords {
    static final Text START = new Text("申请人提交", "Applicant submits");
    static final Text CLUE = new Text("发现线索", "Clue found");
    static final Text END = new Text("办结", "Closed");
    static final Text NONE = new Text("—", "—");
    static final Text COMPLETE = new Text("材料齐全", "Complete,");
    static final Text IN_FORM = new Text("符合形式？", "in form?");
    static final Text GRANTED = new Text("是否准予？", "Granted?");
    static final Text REASONS = new Text("书面说明理由、救济", "Written reasons, remedies");
    static final Text PAIRED = new Text("A、B 角", "two, blind");
    static final Text STOPPED = new Text("等待申请人，停表", "Clock stopped");
    static final Text NOT_COUNTED = new Text("不计入时限", "not counted");
    static final Text FROM_DECISION = new Text("自决定之日起", "from decision");
    static final Text JOIN = new Text("各路到齐后", "waits for all");

    private static final Map<String, Text> OUTCOMES =
            Map.ofEntries(
                    Map.entry("accepted", new Text("受理", "Accepted")),
                    Map.entry("supplement", new Text("需补正", "Incomplete")),
                    Map.entry("not-accepted", new Text("不予受理", "Not accepted")),
                    Map.entry("supplied", new Text("已补正", "Supplied")),
                    Map.entry("withdrawn", new Text("撤回", "Withdrawn")),
                    Map.entry("done", new Text("完成", "Done")),
                    Map.entry("over", new Text("期满", "Period over")),
                    Map.entry("hearing", new Text("要求听证", "Hearing")),
                    Map.entry("held", new Text("听证结束", "Held")),
                    Map.entry("given", new Text("已答复", "Given")),
                    Map.entry("resolved", new Text("已决议", "Resolved")),
                    Map.entry("granted", new Text("准予", "Granted")),
                    Map.entry("refused", new Text("不予", "Refused")),
                    Map.entry("objection", new Text("有异议", "Objection")),
                    Map.entry("begun", new Text("启动", "Begun")),
                    Map.entry("not-begun", new Text("不启动", "Not begun")),
                    Map.entry("approved", new Text("同意", "Approved")),
                    Map.entry("declined", new Text("不同意", "Declined")),
                    Map.entry("settled", new Text("达成协议", "Settled")),
                    Map.entry("failed", new Text("调解不成", "Not settled")),
                    Map.entry("made", new Text("作出决定", "Decided")),
                    Map.entry("not-made", new Text("不作处理", "Nothing ordered")),
                    Map.entry("upheld", new Text("维持", "Upheld")),
                    Map.entry("corrected", new Text("更正", "Corrected")),
                    Map.entry("served", new Text("已送达", "Served")),
                    Map.entry("archived", new Text("已归档", "Archived")),
                    Map.entry("file", new Text("建议立案", "To be filed")),
                    Map.entry("no-case", new Text("不予立案", "No case")),
                    Map.entry("passed", new Text("审核通过", "Passed")),
                    Map.entry("returned", new Text("退回", "Sent back")),
                    Map.entry("filed", new Text("立案", "Filed")),
                    Map.entry("not-filed", new Text("不予立案", "Not filed")),
                    Map.entry("punish", new Text("拟处罚", "Penalty proposed")),
                    Map.entry("no-penalty", new Text("拟不处罚", "No penalty proposed")),
                    Map.entry("stated", new Text("有陈述申辩", "Defence made")),
                    Map.entry("punished", new Text("处罚", "Punished")),
                    Map.entry("not-punished", new Text("不予处罚", "Not punished")),
                    Map.entry("transferred", new Text("移送", "Transferred")),
                    Map.entry("paid", new Text("已缴清", "Paid")),
                    Map.entry("unpaid", new Text("逾期未缴", "Unpaid")),
                    Map.entry("complied", new Text("已履行", "Complied")),
                    Map.entry("defied", new Text("仍不履行", "Not complied")),
                    Map.entry("enforced", new Text("执行完毕", "Enforced")));

    private static final Map<String, Text> ROLES =
            Map.ofEntries(
                    Map.entry("window", new Text("政务窗口", "Service window")),
                    Map.entry("reviewer", new Text("审查岗", "Reviewer")),
                    Map.entry("inspector", new Text("核查岗", "Inspector")),
                    Map.entry("decider", new Text("审批负责人", "Deciding officer")),
                    Map.entry("head-of-organ", new Text("机关负责人", "Head of organ")),
                    Map.entry("section-chief", new Text("科室负责人", "Head of section")),
                    Map.entry("secretary", new Text("会议秘书", "Secretary")),
                    Map.entry("hearing-officer", new Text("听证主持人", "Hearing officer")),
                    Map.entry("section-member", new Text("科务会成员", "Section member")),
                    Map.entry("joint-member", new Text("会审会成员", "Joint-review member")),
                    Map.entry("archivist", new Text("档案岗", "Archivist")),
                    Map.entry("publisher", new Text("公开岗", "Publicity officer")),
                    Map.entry("enforcer", new Text("执法人员", "Enforcement officer")),
                    Map.entry("legal-officer", new Text("法制岗", "Legal post")),
                    Map.entry("filing-head", new Text("分管负责人", "Deputy head in charge")),
                    Map.entry("organ-head", new Text("机关负责人成员", "One of the heads")),
                    Map.entry("committee-secretary", new Text("案审会秘书", "Committee secretary")),
                    Map.entry("collector", new Text("收缴岗", "Collecting post")),
                    Map.entry("supervision-office", new Text("监察室", "Supervision office")),
                    Map.entry("payer", new Text("出纳支付", "Paymaster")),
                    Map.entry("approver", new Text("分管负责人", "Deputy head")),
                    Map.entry("finance-clerk", new Text("财务经办", "Finance clerk")),
                    Map.entry("applicant", new Text("申请人", "Applicant")),
                    Map.entry("system", new Text("系统自动", "Automatic")));

    private ChartWords() {}

    /// The words for an outcome; an unknown one under its own code.
    static Text outcome(String code) {
        var known = OUTCOMES.get(code);
        return known != null ? known : Text.zh(code.isBlank() ? "—" : code);
    }

    /// The words for a role; an unknown one under its own code.
    static Text role(String code) {
        var known = ROLES.get(code);
        return known != null ? known : Text.zh(code.isBlank() ? "—" : code);
    }

    /// `3 工作日`: number and unit as the law counts.
    static Text limit(Limit limit) {
        if (limit.onTheSpot()) {
            return new Text("当场办结", "on the spot");
        }
        var one = limit.n() == 1;
        return switch (limit.unit()) {
            case WORKING_DAY ->
                    new Text(
                            limit.n() + " 工作日",
                            limit.n() + (one ? " working day" : " working days"));
            case CALENDAR_DAY ->
                    new Text(
                            limit.n() + " 自然日",
                            limit.n() + (one ? " calendar day" : " calendar days"));
            case MONTH -> new Text(limit.n() + " 个月", limit.n() + (one ? " month" : " months"));
        };
    }

    /// The box of a refusal: an answer in writing, never mere silence.
    static Text refusal(StepKind kind, PowerKind power) {
        if (kind == StepKind.ACCEPTANCE) {
            return new Text("不予受理决定", "Refusal to accept");
        }
        return power == PowerKind.LICENCE
                ? new Text("不予许可决定", "Licence refused")
                : new Text("不予办理决定", "Refusal");
    }

    static Text title(PowerDefinition power, Situation situation) {
        return new Text(
                power.name() + " · " + situation.name().zh() + "：运行流程图",
                "Flow chart: " + en(power.matter()) + ", " + en(situation.name()));
    }

    /// English, or the Chinese original where the organ has approved none.
    static String en(Text text) {
        var en = text.en();
        return en == null || en.isBlank() ? text.zh() : en;
    }
}
