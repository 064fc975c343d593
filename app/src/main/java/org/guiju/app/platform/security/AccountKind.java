package org.guiju.app.platform.security;

import java.util.Locale;

/// 账号类别: who an account is for. The only authorities this package gives; posts and rights are allocated elsewhere.
public enum AccountKind {
    /// 公职人员
    OFFICER,
    /// 社会公众
    CITIZEN;

    /// As stored: `officer`, `citizen`.
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AccountKind stored(String kind) {
        return valueOf(kind.toUpperCase(Locale.ROOT));
    }
}
