package org.guiju.app.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.ledger.Value;
import org.jspecify.annotations.Nullable;

/// 待入账事件: one event before it has its place in a stream.
///
/// @param kind such as `case.accepted`
/// @param open fields that stand in the entry in clear
/// @param hidden fields that stand in the entry as salted digests only
/// @param day business day that the actor claims, where it differs from the time of entry
/// @param item power item, for acts under a listed power
/// @param due last day that the act sets
/// @param restrictedTo for what nobody outside may even know of (class S: complaints, discipline, attempts): the subject under whose key everything
///     stands, kind and time and actor too; null for the acts of listed powers
public record EventDraft(
        String kind,
        Map<String, Value> open,
        List<Hidden> hidden,
        @Nullable LocalDate day,
        @Nullable String item,
        @Nullable LocalDate due,
        @Nullable String restrictedTo) {
    public EventDraft {
        open = Map.copyOf(open);
        hidden = List.copyOf(hidden);
    }

    /// An act that the public log shows.
    public EventDraft(
            String kind,
            Map<String, Value> open,
            List<Hidden> hidden,
            @Nullable LocalDate day,
            @Nullable String item,
            @Nullable LocalDate due) {
        this(kind, open, hidden, day, item, due, null);
    }

    /// 密封: of which the public log shows a digest and no more.
    public static EventDraft restricted(String kind, Map<String, Value> fields, String subject) {
        return new EventDraft(kind, fields, List.of(), null, null, null, subject);
    }

    public static EventDraft of(String kind, Map<String, Value> open) {
        return new EventDraft(kind, open, List.of(), null, null, null);
    }

    /// 披露字段: belongs to a subject; whoever holds the subject's key can read it, nobody after the key is destroyed.
    public record Hidden(String subject, String name, Value value) {}
}
