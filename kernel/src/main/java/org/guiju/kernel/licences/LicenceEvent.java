package org.guiju.kernel.licences;

import java.time.LocalDate;
import org.guiju.kernel.powers.LicenceTerms;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 许可证上的事实. What a case decided names the case; what time did has nobody; what an officer did has him.
public sealed interface LicenceEvent {
    LocalDate on();

    /// 持证人.
    ///
    /// @param subject under whose key the name is kept
    /// @param code credit code or identity number as the application states it; empty where it asks for none
    record Holder(String subject, String account, String name, String masked, String code) {}

    /// 核发.
    ///
    /// @param until last day in force; null where the law sets no term
    record Issued(
            String number,
            String power,
            String organ,
            String caseNo,
            Holder holder,
            LocalDate from,
            @Nullable LocalDate until,
            LocalDate on)
            implements LicenceEvent {}

    /// 申请变更、延续或者注销.
    record Asked(String caseNo, LicenceTerms.Act act, LocalDate on) implements LicenceEvent {}

    /// The case that asked ended without what it asked for.
    record AskEnded(String caseNo, LocalDate on) implements LicenceEvent {}

    /// 变更.
    record Changed(String caseNo, LocalDate on) implements LicenceEvent {}

    /// 延续; deemed where the organ had not decided when the term ended (行政许可法 50).
    record Renewed(String caseNo, LocalDate until, boolean deemed, LocalDate on)
            implements LicenceEvent {}

    /// 撤销 of the decision that issued it (行政许可法 69).
    record Revoked(String caseNo, LocalDate on) implements LicenceEvent {}

    /// 撤回, with what is paid for the loss in fen (行政许可法 8).
    record Withdrawn(String reasons, long compensation, LocalDate on, PersonId by)
            implements LicenceEvent {}

    /// 吊销 by the decision of a penalty case.
    record TakenAway(String penalty, LocalDate on, PersonId by) implements LicenceEvent {}

    /// 有效期届满未延续.
    record Expired(LocalDate on) implements LicenceEvent {}

    /// 注销.
    ///
    /// @param caseNo empty where the office did so of its own accord
    /// @param by null where a case decided
    record Cancelled(
            CancelGround ground, String caseNo, String reasons, LocalDate on, @Nullable PersonId by)
            implements LicenceEvent {}

    /// 年度检验的结果.
    record Checked(int year, boolean passed, String note, LocalDate on, PersonId by)
            implements LicenceEvent {}

    /// 暂扣许可证件 by the decision of a penalty case (行政处罚法 9): the licence stands and is not to be used until the day is over.
    record Suspended(String penalty, LocalDate until, LocalDate on, PersonId by)
            implements LicenceEvent {}

    /// 制发证件: the licence as a paper, original and duplicate (行政许可法 39).
    ///
    /// @param edition 版次, from 1; the earlier one is worth nothing any more
    /// @param declared what was said of a lost or damaged one; empty for other reasons
    /// @param files `id:name:commitment` of each file, in the form that dossiers read
    record Certified(
            int edition,
            Why why,
            String declared,
            java.util.List<String> files,
            LocalDate on,
            PersonId by)
            implements LicenceEvent {
        public Certified {
            files = java.util.List.copyOf(files);
        }
    }

    /// 制发原因.
    enum Why {
        ISSUE("issue"),
        CHANGE("change"),
        RENEWAL("renewal"),
        /// 遗失补发.
        LOSS("loss"),
        /// 损毁换发.
        DAMAGE("damage");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public boolean asked() {
            return this == LOSS || this == DAMAGE;
        }

        public static java.util.Optional<Why> ofCode(String code) {
            return java.util.Arrays.stream(values()).filter(w -> w.code.equals(code)).findFirst();
        }
    }

    /// 注销事由 (行政许可法 70).
    enum CancelGround {
        /// 有效期届满未延续的.
        EXPIRED("expired"),
        /// 公民死亡或者丧失行为能力；法人或者其他组织依法终止的.
        HOLDER_GONE("holder-gone"),
        /// 被撤销、撤回，或者许可证件被吊销的.
        INVALIDATED("invalidated"),
        /// 因不可抗力导致行政许可事项无法实施的.
        FORCE_MAJEURE("force-majeure"),
        /// 法律、法规规定的应当注销行政许可的其他情形.
        OTHER("other");

        private final String code;

        CancelGround(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static java.util.Optional<CancelGround> ofCode(String code) {
            return java.util.Arrays.stream(values()).filter(g -> g.code.equals(code)).findFirst();
        }
    }
}
