package org.guiju.app.ledger;

import java.util.SortedMap;

/// 随账封存的行: rows that are no events and stand beside them in a table that the application can only add to. Now and then those that came are
/// sealed in the log, so that the audit can name each that was altered or has gone.
public interface SealedRows {
    String table();

    /// The highest number there is; -1 if there is none.
    long last();

    /// What the rows say, each as the bytes that are hashed, by their numbers: those from `from` up to but not including `to`.
    SortedMap<Long, byte[]> rows(long from, long to);
}
