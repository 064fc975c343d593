package org.guiju.app.platform.web;

/// 系统繁忙: answered with 503 and the time to come back. Without a trace: it says where nothing is wrong.
final class TooBusyException extends RuntimeException {
    TooBusyException() {
        super("too much of this at once", null, false, false);
    }
}
