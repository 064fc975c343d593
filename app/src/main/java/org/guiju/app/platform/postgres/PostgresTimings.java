package org.guiju.app.platform.postgres;

import java.time.Duration;

/// 时限: how often the supervisor looks and how long it waits. Tests shorten them; production takes [#USUAL].
///
/// @param check pause between two questions `SELECT 1`
/// @param answer longest wait for one answer, whole seconds, at least one
/// @param patience silence after which the server is killed and started again
/// @param start longest wait for a start, WAL recovery after a power cut included
/// @param stop longest wait for a clean stop before force is used
public record PostgresTimings(
        Duration check, Duration answer, Duration patience, Duration start, Duration stop) {

    public static final PostgresTimings USUAL =
            new PostgresTimings(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(300),
                    Duration.ofSeconds(60));

    public PostgresTimings {
        if (answer.toSeconds() < 1 || check.isNegative() || check.isZero()) {
            throw new IllegalArgumentException(
                    "check must be positive and answer at least one second: " + answer);
        }
    }
}
