package org.guiju.app.platform.web;

import java.io.IOException;

/// 请求体过大: a body that grew past its limit while it was read; answered with 413.
final class BodyTooLargeException extends IOException {

    BodyTooLargeException(long limit) {
        super("a body of more than " + limit + " bytes");
    }
}
