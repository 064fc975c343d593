package org.guiju.app.platform.security;

import java.io.Serializable;
import java.time.Instant;

/// 上次登录: when and from which address, so that one who did not do it says so.
public record LastSignIn(Instant at, String from) implements Serializable {
    static final String KEY = LastSignIn.class.getName();
}
