package org.guiju.formats.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// 断行: divides a paragraph into lines. A line that would begin or end with a forbidden mark is mended by giving up the
/// blank halves of its marks (推入), and where that is not enough by carrying characters over (推出); a line so left short is
/// set to the full measure again. Words and figures stay whole unless one alone is longer than a line.
///
/// All widths are thousandths of the size of the letter.
public final class LineBreaker {
    private static final Pattern PARTS =
            Pattern.compile(
                    "[ \\t\\x{00A0}]+|[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}0-9!-~&&[^()\\[\\]{}]]+|\\X");

    private LineBreaker() {}

    /// 字宽: the advance of a piece of text in thousandths of an em.
    @FunctionalInterface
    public interface Measure {
        int width(String text);
    }

    /// 字段: what is drawn at one place of a line.
    ///
    /// @param x from the left edge of the type area
    public record Piece(String text, int x, int width) {}

    /// 一行.
    ///
    /// @param end where its last piece ends
    public record Line(List<Piece> pieces, int end) {
        public Line {
            pieces = List.copyOf(pieces);
        }

        public String text() {
            var text = new StringBuilder();
            pieces.forEach(p -> text.append(p.text()));
            return text.toString();
        }
    }

    private record Atom(String text, int width) {
        boolean space() {
            return text.isBlank() && !text.equals("　");
        }

        int first() {
            return text.codePointAt(0);
        }

        int last() {
            return text.codePointBefore(text.length());
        }

        int blank() {
            return text.length() == 1 ? Punctuation.blank(first()) * width / 1000 : 0;
        }
    }

    /// Lines of one paragraph; an empty paragraph is one empty line.
    ///
    /// @param indent blank at the beginning of the first line
    /// @param measure width of a line
    public static List<Line> lines(String paragraph, int indent, int measure, Measure widths) {
        var atoms = atoms(paragraph, measure - indent, widths);
        var lines = new ArrayList<Line>();
        int from = 0;
        while (from < atoms.size()) {
            int left = lines.isEmpty() ? indent : 0;
            int to = end(atoms, from, measure - left);
            lines.add(set(atoms.subList(from, to), left, measure, to == atoms.size()));
            from = to;
            while (from < atoms.size() && atoms.get(from).space()) {
                from++;
            }
        }
        return lines.isEmpty() ? List.of(new Line(List.of(), 0)) : List.copyOf(lines);
    }

    private static List<Atom> atoms(String paragraph, int room, Measure widths) {
        var atoms = new ArrayList<Atom>();
        var parts = PARTS.matcher(paragraph);
        while (parts.find()) {
            var text = parts.group();
            int width = widths.width(text);
            if (width <= room || text.codePointCount(0, text.length()) == 1) {
                atoms.add(new Atom(text, width));
            } else {
                text.codePoints()
                        .mapToObj(Character::toString)
                        .forEach(c -> atoms.add(new Atom(c, widths.width(c))));
            }
        }
        return atoms;
    }

    /// Index of the atom that begins the next line.
    private static int end(List<Atom> atoms, int from, int room) {
        int used = 0;
        int blank = 0;
        int full = from;
        while (full < atoms.size() && used + atoms.get(full).width() <= room) {
            used += atoms.get(full).width();
            blank += atoms.get(full).blank();
            full++;
        }
        if (full == atoms.size() || mayDivide(atoms, full)) {
            return Math.max(full, from + 1);
        }
        int pushedIn = full;
        while (pushedIn < atoms.size()
                && (pushedIn == full || !mayDivide(atoms, pushedIn))
                && used - blank <= room) {
            used += atoms.get(pushedIn).width();
            blank += atoms.get(pushedIn).blank();
            pushedIn++;
        }
        boolean divides = pushedIn == atoms.size() || mayDivide(atoms, pushedIn);
        if (pushedIn > full && divides && used - blank <= room) {
            return pushedIn;
        }
        for (int carried = full - 1; carried > from; carried--) {
            if (mayDivide(atoms, carried)) {
                return carried;
            }
        }
        return Math.max(full, from + 1);
    }

    private static boolean mayDivide(List<Atom> atoms, int at) {
        var before = atoms.get(at - 1);
        var after = atoms.get(at);
        if (after.space()) {
            return true;
        }
        return !Punctuation.mayNotBegin(after.first())
                && !Punctuation.mayNotEnd(before.last())
                && !Punctuation.inseparable(before.last(), after.first());
    }

    /// Gives every atom its place: squeezed where there is too much, spread where a full line is short.
    private static Line set(List<Atom> line, int left, int measure, boolean last) {
        int size = line.size();
        while (size > 1 && line.get(size - 1).space()) {
            size--;
        }
        var atoms = line.subList(0, size);
        int natural = atoms.stream().mapToInt(Atom::width).sum();
        int over = left + natural - measure;
        int blank = atoms.stream().mapToInt(Atom::blank).sum();
        int gaps = over < 0 && !last ? size - 1 : 0;
        var pieces = new ArrayList<Piece>();
        int x = left;
        int given = 0;
        int passed = 0;
        for (int i = 0; i < size; i++) {
            var atom = atoms.get(i);
            int spread = gaps == 0 ? 0 : (int) ((long) -over * i / gaps);
            passed += atom.blank();
            int due = over > 0 ? (int) ((long) over * passed / Math.max(blank, 1)) : 0;
            int squeeze = due - given;
            given = due;
            int shift = squeeze > 0 && Punctuation.opens(atom.first()) ? squeeze : 0;
            pieces.add(new Piece(atom.text(), x + spread - shift, atom.width()));
            x += atom.width() - squeeze;
        }
        return new Line(pieces, gaps == 0 ? x : measure);
    }
}
