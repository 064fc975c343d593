package org.guiju.kernel.ledger;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// 读取游标: walks over the few shapes an entry or a disclosure has. It holds no stack of its own and never recurses,
/// so nesting costs nothing. Strict: the one spelling of RFC 8785. Lenient: any JSON spelling of the same values,
/// because the encoding of a disclosure is its author's (RFC 9901 §4.2.1) and only its digest counts.
final class JsonText {
    private static final int LONGEST_INTEGER = 16;

    private final String text;
    private final boolean strict;
    private int at;

    JsonText(byte[] utf8, boolean strict) {
        this.text = decode(utf8);
        this.strict = strict;
    }

    private static String decode(byte[] utf8) {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(utf8);
        var out = CharBuffer.allocate(utf8.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new EntryException(EntryFault.NOT_UTF8, in.position(), "malformed byte");
        }
        return out.flip().toString();
    }

    /// The character ahead, after white space where that is allowed; 0 at the end (a raw U+0000 is refused everywhere).
    char peek() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            if (strict) {
                throw fault(EntryFault.WHITESPACE, "white space");
            }
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    boolean take(char expected) {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    void expect(char expected) {
        if (!take(expected)) {
            throw atEnd()
                    ? fault(EntryFault.UNFINISHED, "end of text, '" + expected + "' expected")
                    : fault(EntryFault.UNEXPECTED, "'" + expected + "' expected");
        }
    }

    boolean atEnd() {
        return at >= text.length();
    }

    int mark() {
        return at;
    }

    Value value() {
        char ahead = peek();
        int start = at;
        try {
            return switch (ahead) {
                case '"' -> new Value.Str(string());
                case '[' -> new Value.Strs(strings());
                case '{' -> throw fault(EntryFault.NESTED, "object");
                case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                        new Value.Int(integer());
                case 't', 'f', 'n' ->
                        throw fault(EntryFault.UNSUPPORTED_VALUE, "true, false or null");
                default ->
                        throw atEnd()
                                ? fault(EntryFault.UNFINISHED, "end of text, a value expected")
                                : fault(EntryFault.UNEXPECTED, "a value expected");
            };
        } catch (EntryException e) {
            throw e.position() >= 0 ? e : e.at(offset(start));
        }
    }

    private List<String> strings() {
        var list = new ArrayList<String>();
        expect('[');
        if (take(']')) {
            return list;
        }
        do {
            switch (peek()) {
                case '"' -> list.add(string());
                case '[', '{' -> throw fault(EntryFault.NESTED, "array or object inside an array");
                case ']', ',' -> throw fault(EntryFault.UNEXPECTED, "a string expected");
                default ->
                        throw atEnd()
                                ? fault(EntryFault.UNFINISHED, "end of text inside an array")
                                : fault(
                                        EntryFault.UNSUPPORTED_VALUE,
                                        "an array holds strings alone");
            }
        } while (take(','));
        expect(']');
        return list;
    }

    private long integer() {
        int start = at;
        boolean negative = take('-');
        int digits = at;
        long n = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            if (at - digits >= LONGEST_INTEGER) {
                throw new EntryException(
                        EntryFault.INTEGER_RANGE, offset(start), "more than 16 digits");
            }
            n = n * 10 + (text.charAt(at++) - '0');
        }
        boolean leadingZero =
                at > digits && text.charAt(digits) == '0' && (negative || at - digits > 1);
        boolean fraction = at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0;
        if (at == digits || leadingZero || fraction) {
            throw new EntryException(EntryFault.INTEGER_FORM, offset(start), "number");
        }
        return negative ? -n : n;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    String string() {
        expect('"');
        var out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return out.toString();
            }
            if (c < 0x20) {
                throw fault(EntryFault.CONTROL_CHARACTER, "U+%04X as it is".formatted((int) c));
            }
            if (c == '\\') {
                out.append(escaped());
            } else {
                out.append(c);
                at++;
            }
        }
        throw fault(EntryFault.UNFINISHED, "end of text inside a string");
    }

    private char escaped() {
        int start = at;
        char letter = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        int length = letter == 'u' ? 6 : 2;
        if (at + length > text.length()) {
            throw fault(EntryFault.UNFINISHED, "end of text inside an escape");
        }
        char c = letter == 'u' ? hex(start + 2) : shortForm(letter);
        if (strict && !text.startsWith(EntryWriter.escape(c), start)) {
            throw fault(
                    EntryFault.ESCAPE,
                    text.substring(start, start + 2) + " is not the canonical form");
        }
        at = start + length;
        return c;
    }

    private char shortForm(char letter) {
        int index = "btnfr\"\\/".indexOf(letter);
        if (letter == 0 || index < 0) {
            throw fault(EntryFault.ESCAPE, "unknown escape");
        }
        return "\b\t\n\f\r\"\\/".charAt(index);
    }

    private char hex(int from) {
        int n = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                throw fault(EntryFault.ESCAPE, "four hexadecimal digits expected");
            }
            n = (n << 4) | digit;
        }
        return (char) n;
    }

    EntryException fault(EntryFault fault, String place) {
        return new EntryException(fault, offset(at), place);
    }

    /// Counted only when something is wrong: reading itself needs no byte offsets.
    int offset(int mark) {
        return text.substring(0, mark).getBytes(StandardCharsets.UTF_8).length;
    }
}
