package org.guiju.app.ledger;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.guiju.kernel.ledger.EventEntry;

/// 事件库: streams of entries. Appends take part in the caller's transaction.
public interface EventStore {

    /// The stream from its first event, with whatever the subjects' keys still disclose; empty for an unknown stream.
    List<EventEntry> read(UUID stream);

    /// The stream as this server saw it last, without asking the database; empty where it has not seen it. Good enough to
    /// append behind, since appending finds out; not to refuse somebody by, nor to show.
    List<EventEntry> recent(UUID stream);

    /// How many events the stream has, without reading them: for appending where the new event does not depend on the others.
    long length(UUID stream);

    /// Appends behind the event the caller has read last.
    ///
    /// @param expected number of events the caller knows of; 0 begins the stream
    /// @return the new entries as a reader will find them
    /// @throws StaleStream when somebody was faster
    List<EventEntry> append(UUID stream, long expected, List<EventDraft> drafts, Stamp stamp);

    /// 预演: the entries that would be appended behind these; nothing is kept, and no key is made.
    List<EventEntry> imagined(
            UUID stream, List<EventEntry> before, List<EventDraft> drafts, Stamp stamp);

    /// As {@link #append}, but only gathered: it becomes fact when the writes are sent and the transaction commits. A stream
    /// that somebody else was faster on shows then, as a duplicate key.
    ///
    /// @param before the whole stream as it was read
    /// @return the new entries as a reader will find them
    List<EventEntry> append(
            Writes writes,
            UUID stream,
            List<EventEntry> before,
            List<EventDraft> drafts,
            Stamp stamp);

    /// Walks all streams whose first event's kind begins with the prefix, each with all its events, in a fixed order.
    void walk(String firstKindPrefix, Consumer<List<EventEntry>> visitor);
}
