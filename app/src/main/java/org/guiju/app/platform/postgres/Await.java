package org.guiju.app.platform.postgres;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waiting with an end. An interrupt does not cut a wait short, because a half-stopped server is worse than a late
/// thread; it is kept and set again on return.
final class Await {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Await() {}

    /// Looks every 20 ms until the fact holds or the time is over; returns whether it holds.
    static boolean until(Duration longest, BooleanSupplier fact) {
        long end = System.nanoTime() + longest.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                if (fact.getAsBoolean()) {
                    return true;
                }
                if (System.nanoTime() - end >= 0) {
                    return false;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
