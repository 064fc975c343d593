package org.guiju.kernel.ledger;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/// 痕迹读取器: the bytes of one entry to typed values. It accepts exactly what [EntryWriter] writes and nothing else, so
/// that `read(write(x))` is x and `write(read(b))` is b: a second spelling of a fact would be a second hash of it.
public final class EntryReader {
    private EntryReader() {}

    /// @param bytes one entry, as stored or as cut from a bundle
    /// @throws EntryException with the byte offset if the writer would not have written these bytes
    public static Entry read(byte[] bytes) {
        if (bytes.length > EntryWriter.MAX_BYTES) {
            throw new EntryException(
                    EntryFault.TOO_LONG,
                    EntryWriter.MAX_BYTES,
                    bytes.length + " bytes, the limit is " + EntryWriter.MAX_BYTES);
        }
        var text = new JsonText(bytes, true);
        var members = new TreeMap<String, Value>();
        if (!text.take('{')) {
            throw text.fault(EntryFault.NOT_AN_OBJECT, "'{' expected");
        }
        if (!text.take('}')) {
            do {
                member(text, members);
            } while (text.take(','));
            text.expect('}');
        }
        if (!text.atEnd()) {
            text.peek();
            throw text.fault(EntryFault.TRAILING, "text after the object");
        }
        return same(new Entry(members), bytes);
    }

    private static void member(JsonText text, SortedMap<String, Value> members) {
        text.peek();
        int start = text.mark();
        String name = text.string();
        try {
            TextForm.checkName(name);
        } catch (EntryException e) {
            throw e.at(text.offset(start));
        }
        if (members.containsKey(name)) {
            throw new EntryException(
                    EntryFault.DUPLICATE_MEMBER, text.offset(start), "\"" + name + "\"");
        }
        if (!members.isEmpty() && name.compareTo(members.lastKey()) < 0) {
            throw new EntryException(
                    EntryFault.MEMBER_ORDER,
                    text.offset(start),
                    "\"" + name + "\" after \"" + members.lastKey() + "\"");
        }
        text.expect(':');
        try {
            members.put(name, text.value());
        } catch (EntryException e) {
            throw e.in(name);
        }
    }

    /// The rule itself, whatever the checks above have caught: written again, the bytes must be these bytes.
    private static Entry same(Entry entry, byte[] bytes) {
        int difference = Arrays.mismatch(entry.bytes(), bytes);
        if (difference >= 0) {
            throw new EntryException(
                    EntryFault.NOT_CANONICAL, difference, "the writer writes another byte here");
        }
        return entry;
    }
}
