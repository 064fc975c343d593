package org.guiju.kernel.administration;

import java.util.UUID;
import org.guiju.kernel.shared.PersonId;

/// 管理事件.
public sealed interface AdminEvent {
    /// 首任.
    record Founded(PersonId person, AdminRole role) implements AdminEvent {}

    /// 已申请.
    record Asked(AdminRequest request) implements AdminEvent {}

    /// 已确认: what was asked for is so from now on.
    record Confirmed(AdminRequest request, PersonId by) implements AdminEvent {}

    /// 未获同意.
    record Declined(UUID request, PersonId by) implements AdminEvent {}

    /// 账号已停用.
    record Closed(PersonId person, String account) implements AdminEvent {}

    /// 账号已解锁.
    record Unlocked(PersonId person, String account) implements AdminEvent {}

    /// 统一身份已解除绑定.
    record Unbound(PersonId person, String account, String reason) implements AdminEvent {}
}
