package org.guiju.kernel.allocation;

import java.time.LocalDate;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 配权动作: what the personnel administrator asks for.
public sealed interface StaffingCommand {

    /// 设岗 or 调整岗位: the post as it is to be from its day on.
    record SetUp(Post post, @Nullable AllocationMethod method) implements StaffingCommand {}

    /// 任职.
    record Fill(Tenure tenure, @Nullable AllocationMethod method) implements StaffingCommand {}

    /// 离任.
    ///
    /// @param last the last day in the post
    record Leave(String post, PersonId person, LocalDate last, String reason)
            implements StaffingCommand {}

    /// 明确分管.
    record TakeCharge(Portfolio portfolio, @Nullable AllocationMethod method)
            implements StaffingCommand {}

    /// 不再分管.
    record GiveUp(String subject, PersonId leader, LocalDate last) implements StaffingCommand {}

    /// 确定一把手不直接分管的事项.
    record Bar(Set<String> subjects, LocalDate from) implements StaffingCommand {
        public Bar {
            subjects = Set.copyOf(subjects);
        }
    }

    /// 授权代签.
    record DelegateSigning(SigningDelegation delegation) implements StaffingCommand {}
}
