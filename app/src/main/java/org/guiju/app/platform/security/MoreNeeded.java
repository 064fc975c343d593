package org.guiju.app.platform.security;

import org.springframework.security.core.AuthenticationException;

/// 尚需一步: the password was right, and it is not enough: a code is needed, or a password of one's own, or both. Nobody is
/// signed in meanwhile.
final class MoreNeeded extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final transient PendingSignIn pending;

    MoreNeeded(PendingSignIn pending) {
        super("the password alone is not enough");
        this.pending = pending;
    }

    PendingSignIn pending() {
        return pending;
    }
}
