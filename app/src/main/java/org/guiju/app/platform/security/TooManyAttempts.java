package org.guiju.app.platform.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/// 登录过于频繁: too many wrong passwords came from one address.
final class TooManyAttempts extends AuthenticationException {

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("too many attempts from one address");
        this.wait = wait;
    }

    Duration waiting() {
        return wait;
    }
}
