package org.guiju.app.platform.postgres;

import java.time.Duration;

/// 数据库重启: the supervisor had to start the server again. Every open connection is lost, and a commit that was not
/// answered may have happened or not; whoever keeps a chain of hashes should check it again.
///
/// @param cause why
/// @param gap from the moment the failure was noticed until the server answered again
public record PostgresRestart(Cause cause, Duration gap) {

    public enum Cause {
        /// The process was gone.
        DIED,
        /// The process was there and did not answer for as long as patience allows.
        SILENT
    }
}
