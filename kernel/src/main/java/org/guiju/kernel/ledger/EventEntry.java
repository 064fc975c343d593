package org.guiju.kernel.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// 事件条目: an [Entry] read as one event of one stream.
///
/// | member | type | meaning |
/// |---|---|---|
/// | `v` | integer | form of the entry, 1 |
/// | `k` | string | event kind, `word.word…`, such as `case.accepted` |
/// | `stream` | string | random 128-bit id: base64url (22 characters) or UUID in lower case |
/// | `seq` | integer | 0, 1, 2 … within the stream |
/// | `prev` | string | leaf hash of `seq` − 1, base64url; absent for 0 |
/// | `at` | string | server time, UTC, `YYYY-MM-DDThh:mm:ss.sssZ` |
/// | `occurred` | string, optional | time the actor claims, local: `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ss` |
/// | `by` | string | pseudonym of the actor; never a name, identity number or mobile number |
/// | `item` | string, optional | power item (权力事项) |
/// | `due` | string, optional | last day, `YYYY-MM-DD` |
/// | `source` | string | `own` or `imported` |
/// | `cmd` | string | id of the command, for asking again in doubt |
/// | `_sd`, `_sd_alg` | array of strings, string; optional, together | digests of [Disclosures], `sha-256` |
///
/// Every other member is a public field of the kind; its name never collides with these and never begins with `_`.
/// Class P entries carry all this in clear; class S (complaints, discipline) carry `_sd`, `_sd_alg` and `v` alone: see
/// [SealedEvent]. An absent `_sd_alg` means `sha-256` (RFC 9901 §4.1.1); we always write it.
public final class EventEntry {
    public static final int VERSION = 1;

    private final Entry entry;
    private final SequencedMap<String, Value> members;

    private EventEntry(Entry entry, Map<String, Value> members) {
        EventForm.check(members);
        this.entry = entry;
        this.members = Collections.unmodifiableSequencedMap(new TreeMap<>(members));
    }

    public static Builder builder(String kind) {
        return new Builder(kind);
    }

    /// Reads an entry whose head stands in clear (class P).
    public static EventEntry of(Entry entry) {
        return new EventEntry(entry, entry.members());
    }

    /// Reads an entry with the fields disclosed to this reader; the only way to read one of class S.
    public static EventEntry of(Entry entry, List<Disclosure> disclosures) {
        var all = new TreeMap<String, Value>(Disclosures.open(entry, disclosures));
        for (String name : List.of(Disclosures.SD, Disclosures.SD_ALG)) {
            entry.find(name).ifPresent(value -> all.put(name, value));
        }
        return new EventEntry(entry, all);
    }

    /// The entry that was hashed; of class S without what was disclosed.
    public Entry entry() {
        return entry;
    }

    public String leafHash() {
        return entry.leafHash();
    }

    public String kind() {
        return Members.text(members, "k");
    }

    public String stream() {
        return Members.text(members, "stream");
    }

    public long seq() {
        return Members.integer(members, "seq");
    }

    /// Empty for the first of its stream.
    public Optional<String> prev() {
        return Members.optionalText(members, "prev");
    }

    public Instant at() {
        return EventForm.instant(Members.text(members, "at"));
    }

    public Optional<Occurred> occurred() {
        return Members.optionalText(members, "occurred").map(EventForm::occurred);
    }

    public String by() {
        return Members.text(members, "by");
    }

    public Optional<String> item() {
        return Members.optionalText(members, "item");
    }

    public Optional<LocalDate> due() {
        return Members.optionalText(members, "due").map(due -> EventForm.date("due", due));
    }

    public Source source() {
        return Source.of(Members.text(members, "source"));
    }

    public String command() {
        return Members.text(members, "cmd");
    }

    /// Sorted; empty if the event hides nothing.
    public List<String> digests() {
        return members.containsKey(Disclosures.SD)
                ? Members.texts(members, Disclosures.SD)
                : List.of();
    }

    /// The words of a field; "" where there is none that can be read.
    public String text(String field) {
        return value(field) instanceof Value.Str(var text) ? text : "";
    }

    /// The words of a field that is a list; none where there is none that can be read.
    public List<String> texts(String field) {
        return value(field) instanceof Value.Strs(var texts) ? texts : List.of();
    }

    /// The integer of a field; 0 where there is none that can be read.
    public long number(String field) {
        return value(field) instanceof Value.Int(var number) ? number : 0;
    }

    private @Nullable Value value(String field) {
        return EventForm.isReserved(field) ? null : members.get(field);
    }

    /// 字段: the fields of the kind, public and disclosed, without the members of the table above.
    public SequencedMap<String, Value> fields() {
        var fields = new TreeMap<>(members);
        fields.keySet().removeIf(EventForm::isReserved);
        return Collections.unmodifiableSequencedMap(fields);
    }

    /// Checks a whole stream; see [StreamCheck].
    public static List<ChainFinding> chain(List<EventEntry> stream) {
        return StreamCheck.of(stream);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventEntry event
                && entry.equals(event.entry)
                && members.equals(event.members);
    }

    @Override
    public int hashCode() {
        return entry.hashCode();
    }

    /// Without fields: disclosed ones must not slip into a log.
    @Override
    public String toString() {
        return "EventEntry[" + kind() + " " + stream() + "/" + seq() + "]";
    }

    /// 事件条目构造器: writes version 1 and checks the whole table when built.
    public static final class Builder {
        private final Entry.Builder entry = Entry.builder().put("v", VERSION);

        private Builder(String kind) {
            entry.put("k", kind);
        }

        /// The first event of a stream.
        public Builder begins(String stream) {
            entry.put("stream", stream).put("seq", 0);
            return this;
        }

        /// The event that follows this one in its stream.
        public Builder follows(EventEntry previous) {
            return follows(previous.stream(), previous.seq(), previous.leafHash());
        }

        /// The event that follows number `seq` of the stream, whose leaf hash is `leafHash`.
        public Builder follows(String stream, long seq, String leafHash) {
            entry.put("stream", stream).put("seq", seq + 1).put("prev", leafHash);
            return this;
        }

        /// Fractions of a millisecond are cut.
        public Builder at(Instant serverTime) {
            entry.put("at", EventForm.text(serverTime));
            return this;
        }

        /// Fractions of a second are cut.
        public Builder occurred(Occurred claimed) {
            entry.put(
                    "occurred",
                    switch (claimed) {
                        case Occurred.OnDay(var day) -> EventForm.text(day);
                        case Occurred.AtTime(var time) -> EventForm.text(time);
                    });
            return this;
        }

        public Builder by(String pseudonym) {
            entry.put("by", pseudonym);
            return this;
        }

        public Builder item(String powerItem) {
            entry.put("item", powerItem);
            return this;
        }

        public Builder due(LocalDate lastDay) {
            entry.put("due", EventForm.text(lastDay));
            return this;
        }

        public Builder source(Source source) {
            entry.put("source", source.word());
            return this;
        }

        public Builder command(String id) {
            entry.put("cmd", id);
            return this;
        }

        /// @param digests of [Disclosures#digests]; none writes neither `_sd` nor `_sd_alg`
        public Builder digests(List<String> digests) {
            if (!digests.isEmpty()) {
                entry.put(Disclosures.SD, digests).put(Disclosures.SD_ALG, Disclosures.SHA_256);
            }
            return this;
        }

        /// A public field of the kind.
        public Builder field(String name, Value value) {
            if (EventForm.isReserved(name)) {
                throw new EntryException(EntryFault.RESERVED_NAME, "\"" + name + "\"");
            }
            entry.put(name, value);
            return this;
        }

        public EventEntry build() {
            return EventEntry.of(entry.build());
        }
    }
}
