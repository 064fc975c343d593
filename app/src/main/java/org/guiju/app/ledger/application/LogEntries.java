package org.guiju.app.ledger.application;

import java.util.List;

/// 日志条目: the entries of one log as the database has them, in their order.
public interface LogEntries {
    /// How many there are.
    long size();

    /// The bytes of those from `from` up to but not including `to`.
    List<byte[]> range(long from, long to);
}
