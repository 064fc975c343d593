package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.List;
import org.guiju.kernel.shared.PersonId;

/// 流转动作: what moves a case besides the order of its flow, each with its lawful meaning.
public sealed interface VerbCommand extends CaseCommand.Elsewhere {

    /// 决定之后: what may happen to a case that is over.
    sealed interface AfterEnd extends VerbCommand {}

    /// An act in the step that asks for signatures (会签).
    sealed interface Countersigned extends VerbCommand, CaseCommand.OtherStep {}

    /// 退回: to an earlier step of the same case, with the reason.
    record SendBack(String step, String to, String reason)
            implements VerbCommand, CaseCommand.OtherStep {}

    /// 催办: whoever holds the open step is asked to go on.
    record Urge(String step, String note) implements VerbCommand, CaseCommand.OtherStep {}

    /// 抄送: a colleague may read the case; he may not act in it for that.
    record Inform(PersonId person, String note) implements VerbCommand {}

    /// 发起会签.
    record AskCountersign(
            String step, Countersigning.Mode mode, List<PersonId> signatories, String question)
            implements Countersigned {
        public AskCountersign {
            signatories = List.copyOf(signatories);
        }
    }

    /// 会签意见.
    record Countersign(String step, boolean agrees, String opinion) implements Countersigned {}

    /// 加签.
    record AddSignatory(String step, PersonId person, String reason) implements Countersigned {}

    /// 减签.
    record RemoveSignatory(String step, PersonId person, String reason) implements Countersigned {}

    /// 终止办理, on a listed ground, by the head of the organ.
    record Terminate(EndGround ground, String reasons) implements VerbCommand {}

    /// 补正决定: a slip of the pen in a decision; what was decided stays as it was.
    record CorrectDecision(Slip slip, String reads, String shouldRead, String reasons)
            implements AfterEnd {}

    /// 撤销决定.
    /// @param heard what the person concerned said to it, or that he said nothing though asked
    record Revoke(RevocationGround ground, String heard, String reasons) implements AfterEnd {}

    /// 重新办理, by order of reconsideration, court or the organ above.
    /// @param to the step at which the case goes on
    record Reopen(String to, Authority by, String order, LocalDate orderedOn, String reasons)
            implements AfterEnd {}

    /// 批准分期缴纳 on the application `asked`.
    record GrantInstalments(
            String step, List<PenaltyEvent.Instalment> plan, String asked, String reasons)
            implements VerbCommand, CaseCommand.OtherStep {
        public GrantInstalments {
            plan = List.copyOf(plan);
        }
    }

    /// 上交当场收缴的罚款, from the officer to the organ or from the organ to the bank.
    record HandInMoney(LocalDate day, boolean atBank, String receipt, String lateReason)
            implements AfterEnd {}

    /// 终止事由.
    enum EndGround {
        /// 申请人死亡或者依法终止，没有权利义务承受人.
        PARTY_GONE("party-gone"),
        /// 申请办理的客观基础已经消失.
        OBJECT_GONE("object-gone"),
        /// 依法由其他机关管辖，已经移送.
        OTHER_ORGAN("other-organ");

        private final String code;

        EndGround(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// 笔误的种类: nothing else can be mended without a new decision.
    enum Slip {
        NAME("name"),
        ADDRESS("address"),
        DATE("date"),
        NUMBER("number"),
        WORDING("wording");

        private final String code;

        Slip(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// 撤销事由 (行政许可法 69); the last two also hold for a penalty (行政处罚法 75).
    enum RevocationGround {
        /// 滥用职权、玩忽职守.
        ABUSE("abuse"),
        /// 超越法定职权.
        BEYOND_POWER("beyond-power"),
        /// 申请人不具备申请资格或者不符合法定条件.
        NOT_ELIGIBLE("not-eligible"),
        /// 被许可人以欺骗、贿赂等不正当手段取得.
        FRAUD("fraud"),
        /// 违反法定程序.
        PROCEDURE("procedure"),
        /// 依法可以撤销的其他情形: 决定有错误，应当主动改正.
        ERROR("error");

        private final String code;

        RevocationGround(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /// Whether a decision other than a granted licence can be revoked on it.
        boolean anyDecision() {
            return this == PROCEDURE || this == BEYOND_POWER || this == ERROR;
        }
    }

    /// 责令重新作出行政行为的机关.
    enum Authority {
        /// 行政复议机关 (行政复议法 64).
        RECONSIDERATION("reconsideration"),
        /// 人民法院 (行政诉讼法 70).
        COURT("court"),
        /// 上级行政机关 (行政许可法 69, 行政处罚法 75).
        SUPERIOR("superior");

        private final String code;

        Authority(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
