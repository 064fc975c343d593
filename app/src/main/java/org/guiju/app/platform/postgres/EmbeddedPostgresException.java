package org.guiju.app.platform.postgres;

import org.jspecify.annotations.Nullable;

/// 内置数据库无法使用: why the embedded database cannot run, where, and what to do about it. The message is meant to be
/// read by a person and stands in Chinese first, then English; print it without a stack trace.
public final class EmbeddedPostgresException extends Exception {

    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String chinese, String english) {
        this(chinese, english, null);
    }

    EmbeddedPostgresException(String chinese, String english, @Nullable Throwable cause) {
        super(chinese + System.lineSeparator() + english, cause);
    }
}
