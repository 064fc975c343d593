package org.guiju.kernel.administration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// 三员: the three administrators. One person holds at most one of them, and none of them handles cases
/// (GB/T 22239-2019, 8.1.5: system, security and audit management are apart).
public enum AdminRole {
    /// 系统管理员: accounts opened, closed and unlocked; asks for grants.
    SYSTEM,
    /// 安全管理员: confirms or declines what the system administrator asks for.
    SECURITY,
    /// 安全审计员: reads every administrative event and changes nothing.
    AUDIT;

    /// As stored and as in addresses: `system`, `security`, `audit`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty for any other word.
    public static Optional<AdminRole> of(String code) {
        return Arrays.stream(values()).filter(r -> r.code().equals(code)).findFirst();
    }
}
