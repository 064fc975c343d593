package org.guiju.kernel.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// 痕迹条目: a flat typed object and its one spelling in bytes. What the members mean is said by [EventEntry].
public final class Entry {
    private final SequencedMap<String, Value> members;
    private final byte[] bytes;

    Entry(Map<String, Value> members) {
        this.bytes = EntryWriter.write(members);
        this.members = Collections.unmodifiableSequencedMap(new TreeMap<>(members));
    }

    public static Builder builder() {
        return new Builder();
    }

    /// The bytes that are stored and hashed; a copy, because an array can be changed.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// base64url of [LeafHash]: what the next entry of the stream carries as `prev`.
    public String leafHash() {
        return LeafHash.base64url(LeafHash.of(bytes));
    }

    /// Names with values, in the order of the bytes; cannot be changed.
    public SequencedMap<String, Value> members() {
        return members;
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public Optional<Value> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    public String text(String name) {
        return Members.text(members, name);
    }

    public long integer(String name) {
        return Members.integer(members, name);
    }

    public List<String> texts(String name) {
        return Members.texts(members, name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && members.equals(entry.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /// The canonical text. Entries are public by design: what is personal stands in disclosures.
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// 条目构造器: a name may be given once.
    public static final class Builder {
        private final TreeMap<String, Value> members = new TreeMap<>();

        private Builder() {}

        public Builder put(String name, Value value) {
            TextForm.checkName(name);
            if (members.putIfAbsent(name, value) != null) {
                throw new EntryException(EntryFault.DUPLICATE_MEMBER, "\"" + name + "\"");
            }
            return this;
        }

        public Builder put(String name, String text) {
            return put(name, new Value.Str(text));
        }

        public Builder put(String name, long number) {
            return put(name, new Value.Int(number));
        }

        public Builder put(String name, List<String> texts) {
            return put(name, new Value.Strs(texts));
        }

        public Entry build() {
            return new Entry(members);
        }
    }
}
