package org.guiju.app.ledger;

import java.util.List;
import org.guiju.kernel.ledger.EventEntry;

/// 投影: rows derived from one stream at a time. Dropping and replaying gives the same bytes (invariant 7). `@Order` says which
/// rows come first: those that others look up.
public interface Projection {

    /// Tables of the schema `projection` that this one fills, children first.
    List<String> tables();

    /// Streams it reads: the prefix of their first event's kind.
    String reads();

    /// Writes the rows of a stream anew.
    void project(List<EventEntry> stream);

    /// As {@link #project(List)}, for a stream of which there are no rows yet, gathered among other writes where the
    /// projection can, and made behind them where it cannot.
    default void begin(Writes writes, List<EventEntry> stream) {
        writes.whenSent(() -> project(stream));
    }
}
