package org.guiju.tools.torture;

/// 断法: what is killed with `kill -9`.
public enum Death {
    /// The JVM alone; its database lives on as an orphan, which the next start has to find and stop.
    JAVA,
    /// Every process of the database; the JVM lives and has to start it again.
    POSTGRES,
    /// Both, as in a power cut.
    BOTH;

    /// The kinds take turns, so that any three cycles hold one of each.
    static Death of(int cycle) {
        return values()[(cycle - 1) % values().length];
    }
}
