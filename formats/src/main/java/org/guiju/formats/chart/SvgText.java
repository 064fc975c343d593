package org.guiju.formats.chart;

/// XML 转义: the one door through which words come into a drawing.
final class SvgText {
    private SvgText() {}

    /// Words as character data or attribute value.
    static String escaped(String words) {
        var clean = TextFit.clean(words);
        var out = new StringBuilder(clean.length() + 16);
        clean.codePoints()
                .forEach(cp -> {
                    switch (cp) {
                        case '&' -> out.append("&amp;");
                        case '<' -> out.append("&lt;");
                        case '>' -> out.append("&gt;");
                        case '"' -> out.append("&quot;");
                        case '\'' -> out.append("&#39;");
                        default -> out.appendCodePoint(cp);
                    }
                });
        return out.toString();
    }

    /// An id that is safe in a fragment and in CSS, and different for different words.
    static String id(String words) {
        var plain = words.replaceAll("[^A-Za-z0-9_-]", "");
        return plain.equals(words) && !plain.isEmpty()
                ? plain
                : plain + "-" + Integer.toHexString(words.hashCode());
    }
}
