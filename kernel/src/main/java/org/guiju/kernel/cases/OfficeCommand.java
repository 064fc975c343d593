package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 依职权的办理动作: what the office begins, agrees to, does on site, mediates, rules and carries out. One family for every kind of
/// power that is neither a grant nor a penalty.
public sealed interface OfficeCommand extends CaseCommand.OfOffice {
    /// The day of the act; the acts that have none of their own happen on the day they are entered.
    @Override
    LocalDate day();

    @Override
    default String lateReason() {
        return "";
    }

    /// 启动或者不启动.
    record BeginMatter(String step, LocalDate day, boolean begun, String reasons)
            implements OfficeCommand {}

    /// 批准、会签 or not.
    record Approve(String step, LocalDate day, boolean approves, String opinion)
            implements OfficeCommand {}

    /// 现场笔录.
    ///
    /// @param presence how the record stands to the person concerned
    /// @param witness 见证人, where the person did not come
    /// @param items 清单: what was sealed, seized, taken over or found, one a line
    /// @param spared 已核对: no daily necessities of a citizen or of those he supports are among them (行政强制法 23)
    record RecordScene(
            String step,
            LocalDate day,
            Set<PersonId> officers,
            Presence presence,
            String witness,
            List<String> items,
            boolean spared,
            String record,
            String lateReason,
            @Nullable Position position)
            implements OfficeCommand {}

    /// 现场笔录署名.
    record SignScene(String step, LocalDate day) implements OfficeCommand {}

    /// 调解记录.
    record RecordMediation(
            String step, LocalDate day, boolean settled, String terms, String lateReason)
            implements OfficeCommand {}

    /// 处理决定: whether one is made, and what it orders.
    record Rule(String step, LocalDate day, boolean made, String content, String reasons)
            implements OfficeCommand {}

    /// 执行记录; not done means that whoever had to act or pay did not.
    ///
    /// @param fen what was paid, 0 where no money moved
    /// @param proof receipt, voucher or signature
    record RecordExecution(
            String step,
            LocalDate day,
            boolean done,
            String what,
            long fen,
            String proof,
            String lateReason)
            implements OfficeCommand {}

    /// 当事人到场和签名 (行政强制法 18).
    enum Presence {
        /// 到场并签名.
        SIGNED("signed"),
        /// 到场，拒绝签名，笔录注明.
        REFUSED("refused"),
        /// 不到场，邀请见证人.
        ABSENT("absent");

        private final String code;

        Presence(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static java.util.Optional<Presence> ofCode(String code) {
            return java.util.Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
        }
    }
}
