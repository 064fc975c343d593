package org.guiju.formats.bpmn;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// XML 写出: one element a line, indented, with every word escaped. The same calls give the same bytes.
final class XmlText {
    private final StringBuilder out =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /// @param attributes name and value in turn; one whose value is null is left out
    XmlText open(String name, @Nullable String... attributes) {
        start(name, attributes);
        out.append(">\n");
        open.push(name);
        return this;
    }

    XmlText close() {
        var name = open.pop();
        indent();
        out.append("</").append(name).append(">\n");
        return this;
    }

    XmlText empty(String name, @Nullable String... attributes) {
        start(name, attributes);
        out.append("/>\n");
        return this;
    }

    XmlText text(String name, String words, @Nullable String... attributes) {
        start(name, attributes);
        out.append('>').append(escaped(words)).append("</").append(name).append(">\n");
        return this;
    }

    private void start(String name, @Nullable String... attributes) {
        indent();
        out.append('<').append(name);
        for (var i = 0; i < attributes.length; i += 2) {
            var value = attributes[i + 1];
            if (value != null) {
                out.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(escaped(value))
                        .append('"');
            }
        }
    }

    private void indent() {
        out.repeat("  ", open.size());
    }

    private static String escaped(String words) {
        var safe = new StringBuilder(words.length() + 16);
        words.codePoints()
                .forEach(cp -> {
                    switch (cp) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        case '\n' -> safe.append("&#10;");
                        case '\r' -> safe.append("&#13;");
                        case '\t' -> safe.append("&#9;");
                        default -> {
                            if (carried(cp)) {
                                safe.appendCodePoint(cp);
                            }
                        }
                    }
                });
        return safe.toString();
    }

    /// Whether XML 1.0 can carry the character at all.
    private static boolean carried(int cp) {
        return cp >= 0x20 && (cp < 0xD800 || cp > 0xDFFF) && (cp & 0xFFFE) != 0xFFFE;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
