package org.guiju.tools.torture;

import java.util.List;

/// 断法: what befalls the server under load.
public enum Death {
    /// `kill -9` of the JVM alone; its database lives on as an orphan, which the next start has to find and stop.
    JAVA,
    /// `kill -9` of every process of the database; the JVM lives and has to start it again.
    POSTGRES,
    /// `kill -9` of both: what was written to files survives in the system's memory, so this is less than a power cut.
    BOTH,
    /// 断电: the file system is shut down under the running server, and everything that was not yet on its device is gone.
    POWER,
    /// 磁盘写满: nothing dies; there is no room left, and after a while there is again.
    DISK;

    /// The kinds that take turns, so that any three cycles hold one of each.
    public static final List<Death> KILLED = List.of(JAVA, POSTGRES, BOTH);

    /// Whether it needs a file system of its own.
    boolean needsDisk() {
        return this == POWER || this == DISK;
    }
}
