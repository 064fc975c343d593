package org.guiju.tools.simulation;

/// 植入的缺陷: a way in which a shell could be wrong. The simulation must find each.
public enum Flaw {
    /// The shell as it is.
    NONE,
    /// Events are appended behind whatever stands there, though they were decided on less.
    NO_EXPECTED_VERSION,
    /// Decided once, appended again and again until it fits.
    DECIDES_ONCE,
    /// The stream is written back whole, as it was read, with the new events.
    LOST_UPDATE,
    /// A command's id is not kept.
    NO_IDEMPOTENCY,
    /// A command's id is kept in a transaction of its own, behind the act's.
    ID_APART,
    /// Commands' ids are kept in memory.
    IDS_IN_MEMORY,
    /// The answer goes out before the commit.
    ACK_BEFORE_COMMIT,
    /// What was committed reaches the disk later (`synchronous_commit=off`).
    FORGETS_ON_CRASH,
    /// A commit whose answer was lost is told to the officer as not done.
    IN_DOUBT_IS_NO,
    /// A case's number is drawn in a transaction of its own.
    NUMBER_APART,
    /// Events are written one by one.
    TORN_COMMIT,
    /// Places in the log are given out before the commit.
    PLACE_BEFORE_COMMIT
}
