package org.guiju.app.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// 耗时操作: what is computed for seconds while one waits for it. Few run at once, some wait, the rest are told to come back (`LongWorkGate`), so
/// that nobody takes the server from all others by asking for it again and again.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LongWork {
    /// Whose turn it takes: strangers do not stand in the office's queue.
    Queue value();

    /// 队列.
    enum Queue {
        PUBLIC,
        OFFICE
    }
}
