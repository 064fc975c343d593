package org.guiju.kernel.cases;

import java.time.LocalDate;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 收件事实.
public sealed interface IntakeEvent extends CaseEvent.Elsewhere {
    LocalDate on();

    /// An event of a case that may be over.
    sealed interface AfterEnd extends IntakeEvent {}

    /// 来件方式.
    /// @param by the officer who took it in; null where it came in online
    record Brought(Bringing bringing, LocalDate on, @Nullable PersonId by) implements IntakeEvent {}

    /// 已委托代理人.
    record AgentNamed(Mandate mandate, LocalDate on, @Nullable PersonId by)
            implements IntakeEvent {}

    /// 委托已解除.
    record MandateEnded(String reason, LocalDate on, @Nullable PersonId by)
            implements IntakeEvent {}

    /// 由代理人办理: the act that follows is the agent's.
    record AgentActed(String name, Mandate.Scope scope, LocalDate on, @Nullable PersonId by)
            implements IntakeEvent {}

    /// 免于提交的材料.
    record ResultFetched(IssuedResult result, LocalDate on, @Nullable PersonId by)
            implements IntakeEvent {}

    /// 原件已核验.
    record OriginalSeen(
            String material, Original.Handling handling, LocalDate on, @Nullable PersonId by)
            implements IntakeEvent {}

    /// 原件已退还.
    record OriginalReturned(String material, String to, LocalDate on, PersonId by)
            implements AfterEnd {}

    /// 口头申请笔录已宣读并签名.
    record OralSigned(String witness, LocalDate on, PersonId by) implements IntakeEvent {}
}
