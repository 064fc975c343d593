package org.guiju.app.platform.security;

import java.time.Duration;

/// 登录路径: the ways of proving who one is behind the name. Each has a counter of its own, so that whoever closes one by guessing has not
/// closed the others.
public enum SignInPath {
    /// The password that is asked again behind the sign-in, to change it. That of the sign-in itself is counted with the account.
    PASSWORD("password-again"),
    /// The code of now.
    CODE("second-factor"),
    /// One of the recovery codes.
    RECOVERY("recovery-code"),
    /// The organisation's login: whom it proves and nobody may let in yet.
    OIDC("oidc");

    private final RateLimits.Limit limit;

    SignInPath(String name) {
        limit = new RateLimits.Limit(name, Accounts.ATTEMPTS, Duration.ofMinutes(15));
    }

    RateLimits.Limit limit() {
        return limit;
    }

    /// What was typed where a code is asked for: six digits are the code of now, everything else can only be a recovery code.
    public static SignInPath of(String typed) {
        return typed.strip().matches("[0-9]{6}") ? CODE : RECOVERY;
    }

    /// The word of its message keys.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
