package org.guiju.app.ledger;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.guiju.kernel.ledger.EventEntry;

/// 事件库: streams of entries. Appends take part in the caller's transaction.
public interface EventStore {

    /// The stream from its first event, with whatever the subjects' keys still disclose; empty for an unknown stream.
    List<EventEntry> read(UUID stream);

    /// Appends behind the event the caller has read last.
    ///
    /// @param expected number of events the caller knows of; 0 begins the stream
    /// @throws StaleStream when somebody was faster
    void append(UUID stream, long expected, List<EventDraft> drafts, Stamp stamp);

    /// A whole stream at once: what several acts made true, each with its own stamp. For histories that were decided before
    /// they are written: a simulated year, a county generated for a measurement.
    void begin(UUID stream, List<Act> acts);

    /// 一次办理的事件与印记.
    record Act(List<EventDraft> drafts, Stamp stamp) {
        public Act {
            drafts = List.copyOf(drafts);
        }
    }

    /// Walks all streams whose first event's kind begins with the prefix, each with all its events, in a fixed order.
    void walk(String firstKindPrefix, Consumer<List<EventEntry>> visitor);
}
