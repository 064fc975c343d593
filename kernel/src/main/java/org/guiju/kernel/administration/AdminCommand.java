package org.guiju.kernel.administration;

import java.util.UUID;
import org.guiju.kernel.shared.PersonId;

/// 管理命令: what the three may ask the platform for.
public sealed interface AdminCommand {

    /// 首任三员: once, on an installation that has none yet, by whoever runs the machine.
    record Found(PersonId system, PersonId security, PersonId audit) implements AdminCommand {}

    /// 申请, by the system administrator.
    record Ask(AdminRequest request) implements AdminCommand {}

    /// 确认, by the security administrator.
    record Confirm(UUID request) implements AdminCommand {}

    /// 不同意, by the security administrator.
    record Decline(UUID request) implements AdminCommand {}

    /// 停用账号, by the system administrator alone: it takes rights and gives none.
    record Close(PersonId person, String account) implements AdminCommand {}

    /// 解锁账号: ends the wait after wrong passwords; by the system administrator.
    record Unlock(PersonId person, String account) implements AdminCommand {}

    /// 解除绑定, by the system administrator alone: it takes a way in and gives none.
    record Unbind(PersonId person, String account, String reason) implements AdminCommand {}
}
