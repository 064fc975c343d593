package org.guiju.app.platform.security;

/// 账号类别: who an account is for. The only authorities that this package gives; posts and rights are allocated elsewhere.
public enum AccountKind {
    /// 公职人员
    OFFICER,
    /// 社会公众
    CITIZEN
}
