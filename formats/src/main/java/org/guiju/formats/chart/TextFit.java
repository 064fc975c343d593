package org.guiju.formats.chart;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// 文字量度: how wide words will be where no font can be asked, and how they break into lines. The estimate is a little
/// too wide on purpose: a box with air is better than a word over its border.
final class TextFit {
    /// Longest grapheme kept, in code units: enough for a flag or a family, too short for a tower of accents.
    private static final int MAX_CLUSTER = 12;

    /// Characters that may not begin a line.
    private static final String CLOSING = "，。、；：？！）》」』】〉”’%),.;:?!·";

    private TextFit() {}

    /// Words fit for XML and for one line: controls, bidirectional overrides, lone surrogates and what XML cannot carry
    /// are dropped, white space of any kind becomes one blank.
    static String clean(String words) {
        var out = new StringBuilder(words.length());
        words.codePoints()
                .forEach(cp -> {
                    if (Character.isWhitespace(cp) || Character.isSpaceChar(cp)) {
                        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                            out.append(' ');
                        }
                    } else if (printable(cp)) {
                        out.appendCodePoint(cp);
                    }
                });
        return out.toString().strip();
    }

    private static boolean printable(int cp) {
        return switch (Character.getType(cp)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                    false;
            // joiners hold an emoji or an Indic syllable together; every other format character
            // only deceives
            case Character.FORMAT -> cp == 0x200D || cp == 0x200C;
            default -> (cp & 0xFFFE) != 0xFFFE;
        };
    }

    /// Width in pixels.
    static int width(String words, double size) {
        return (int) Math.ceil(words.codePoints().mapToDouble(TextFit::em).sum() * size);
    }

    private static double em(int cp) {
        if (cp == ' ') {
            return 0.25;
        }
        if (cp < 0x250) {
            // Chinese fonts draw the middle dot as wide as a character
            return cp == 0xB7 ? 1.0 : Character.isUpperCase(cp) ? 0.66 : 0.56;
        }
        return switch (Character.getType(cp)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> cp >= 0x2010 ? 1.0 : 0.7;
        };
    }

    /// Lines no wider than `max`, evenly filled; the last ends in an ellipsis if there was more than `lines` can hold.
    static List<String> wrap(String words, double size, int max, int lines) {
        var pieces = pieces(words, size, max);
        var widest = fill(pieces, size, max);
        if (widest.size() > lines) {
            var kept = new ArrayList<>(widest.subList(0, lines));
            kept.set(lines - 1, shortened(kept.getLast(), size, max));
            return kept;
        }
        var best = widest;
        for (var narrow = max - 4; narrow > max / 3; narrow -= 4) {
            var tried = fill(pieces, size, narrow);
            if (tried.size() > widest.size()
                    || tried.stream().anyMatch(l -> width(l, size) > max)) {
                break;
            }
            best = tried;
        }
        return best;
    }

    /// Where a line may break: between Chinese characters and after blanks; a Latin word is cut only if it is too long.
    private static List<String> pieces(String words, double size, int max) {
        var out = new ArrayList<String>();
        var open = new StringBuilder();
        for (var cluster : clusters(words)) {
            var wide = cluster.codePointAt(0) >= 0x2E80;
            var closing = CLOSING.contains(cluster) && !open.isEmpty();
            var mayBreak = !closing && !open.isEmpty() && (wide || breaksAfter(open));
            if (mayBreak || width(open + cluster, size) > max) {
                out.add(open.toString());
                open.setLength(0);
            }
            open.append(cluster);
        }
        if (!open.isEmpty()) {
            out.add(open.toString());
        }
        return out;
    }

    private static boolean breaksAfter(StringBuilder open) {
        var last = open.codePointBefore(open.length());
        return last == ' ' || last >= 0x2E80;
    }

    private static List<String> clusters(String words) {
        var graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(words);
        var out = new ArrayList<String>();
        var from = graphemes.first();
        for (var to = graphemes.next();
                to != BreakIterator.DONE;
                from = to, to = graphemes.next()) {
            var end = Math.min(to, from + MAX_CLUSTER);
            if (end < to && Character.isHighSurrogate(words.charAt(end - 1))) {
                end--;
            }
            out.add(words.substring(from, end));
        }
        return out;
    }

    private static List<String> fill(List<String> pieces, double size, int max) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces) {
            if (!line.isEmpty() && width((line + piece).strip(), size) > max) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    private static String shortened(String line, double size, int max) {
        var kept = new StringBuilder();
        for (var cluster : clusters(line)) {
            if (width(kept + cluster + "…", size) > max) {
                break;
            }
            kept.append(cluster);
        }
        return kept.toString().strip() + "…";
    }
}
