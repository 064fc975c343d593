package org.guiju.app.platform.web;

import java.util.Optional;

/// 通栏告示: what every page says at its top for as long as it is so.
@FunctionalInterface
public interface StandingNotice {
    /// Empty when there is nothing to say.
    Optional<Notice> now();

    /// Whether it is about the server as a whole, so that whoever watches the server is told as well (`/health`).
    default boolean ofTheServer() {
        return false;
    }
}
