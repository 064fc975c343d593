package org.guiju.kernel.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// 痕迹写入器: typed values to the bytes that are hashed. It never takes received JSON: text that was parsed by
/// a lenient reader and written again would let two facts share one hash.
///
/// Source: RFC 8785 (JCS), narrowed: string, integer |n| ≤ 2^53−1, array of strings; no fraction, literal or nesting.
public final class EntryWriter {
    /// 最大长度: the entry bundle of tlog-tiles gives the length in two bytes.
    public static final int MAX_BYTES = 65_535;

    private static final String HEX = "0123456789abcdef";

    private EntryWriter() {}

    /// @param members ASCII names with values, in any order; none may be null
    /// @return at most [#MAX_BYTES] bytes of UTF-8
    public static byte[] write(Map<String, Value> members) {
        var out = new StringBuilder(512).append('{');
        // String's order is that of UTF-16 code units, as RFC 8785 §3.2.3 asks; of ASCII names it
        // is that of bytes.
        for (var member : new TreeMap<>(members).entrySet()) {
            TextForm.checkName(member.getKey());
            if (out.length() > 1) {
                out.append(',');
            }
            string(out, member.getKey());
            value(out.append(':'), member.getValue());
        }
        byte[] bytes = out.append('}').toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new EntryException(
                    EntryFault.TOO_LONG, bytes.length + " bytes, the limit is " + MAX_BYTES);
        }
        return bytes;
    }

    static void value(StringBuilder out, Value value) {
        switch (value) {
            case Value.Str(String s) -> string(out, s);
            case Value.Int(long n) -> out.append(n);
            case Value.Strs(List<String> list) -> strings(out, list);
        }
    }

    private static void strings(StringBuilder out, List<String> list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            string(out, list.get(i));
        }
        out.append(']');
    }

    static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                out.append(escape(c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /// RFC 8785 §3.2.2.2: five short forms, lower-case hexadecimal for the other controls, quote and backslash.
    static String escape(char c) {
        return switch (c) {
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default ->
                    c < 0x20
                            ? "\\u00" + HEX.charAt(c >> 4) + HEX.charAt(c & 0xf)
                            : String.valueOf(c);
        };
    }
}
