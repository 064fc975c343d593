package org.guiju.app.platform.web;

import java.time.Duration;

/// 请求过多: answered with 429 and the time to wait.
public final class TooManyRequestsException extends RuntimeException {

    private final Duration wait;

    public TooManyRequestsException(Duration wait) {
        super("too many requests");
        this.wait = wait;
    }

    /// What is left until the next try counts; never below a second.
    public Duration waiting() {
        return wait;
    }
}
