package org.guiju.app.platform.security;

import java.time.Duration;
import java.time.Instant;

/// 未完成的登录: kept in the session between password and code. Whoever is pending is a stranger to every page.
///
/// @param factor whether a code is still needed
/// @param password whether the first password is still to be replaced
record PendingSignIn(CurrentUser user, boolean factor, boolean password, Instant began) {
    static final String KEY = PendingSignIn.class.getName();

    private static final Duration LASTS = Duration.ofMinutes(10);

    boolean over(Instant now) {
        return now.isAfter(began.plus(LASTS));
    }

    /// Where it goes on.
    String next() {
        return factor ? "/login/factor" : "/login/password";
    }
}
