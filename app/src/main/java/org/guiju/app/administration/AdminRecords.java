package org.guiju.app.administration;

import java.time.Instant;
import java.util.List;

/// 另处的管理记录: acts of administrators that stand in streams of their own; the auditor reads them among all others.
public interface AdminRecords {
    List<Entry> entries();

    /// 一条.
    ///
    /// @param by who did it, by person; `system` where no person did
    /// @param what word for it, below `administration.what.`
    /// @param subject what it was done to, as people call it
    record Entry(Instant at, String by, String what, String subject) {}
}
