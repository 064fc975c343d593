package org.guiju.formats.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// 表头: which of the first rows holds the headings. Real lists carry a title above, and often a second header row
/// below merged cells (实施主体 over 名称 and 编码); both are found by the known headings.
///
/// @param row of the header, the lower row when there are two
/// @param lines how many of the lines read so far end with the header
/// @param joined whether it was put together from two rows
/// @param score known headings found
record Header(int row, int lines, boolean joined, int score, List<String> columns) {
    static final int SEARCHED = 10;
    private static final int ENOUGH = 2;

    /// @param lines the first lines of the sheet that are not empty
    static Header find(List<Grid.Line> lines, Headings headings, TableLimits limits) {
        Header best = null;
        for (int i = 0; i < lines.size() && lines.get(i).number() <= SEARCHED; i++) {
            for (var candidate : candidates(lines, i, headings)) {
                if (best == null || candidate.betterThan(best)) {
                    best = candidate;
                }
            }
        }
        if (best == null || best.score < ENOUGH) {
            throw new TableException(
                    TableProblem.HEADER_MISSING,
                    Map.of("limit", String.valueOf(SEARCHED), "expected", headings.examples()));
        }
        if (best.columns.size() > limits.columns()) {
            throw new TableException(
                    TableProblem.TOO_MANY_COLUMNS,
                    Map.of(
                            "found",
                            String.valueOf(best.columns.size()),
                            "limit",
                            String.valueOf(limits.columns())));
        }
        return new Header(best.row, best.lines, best.joined, best.score, distinct(best, headings));
    }

    /// Of equals the first, and one row rather than two that end with it: a title above a full header adds nothing. A full header further down is only the first one repeated.
    private boolean betterThan(Header other) {
        return score > other.score
                || (score == other.score && !joined && other.joined && row == other.row);
    }

    private static List<Header> candidates(List<Grid.Line> lines, int i, Headings headings) {
        var line = lines.get(i);
        var single = trimmed(line.cells());
        var found = new ArrayList<Header>();
        if (!headings.areGiven()) {
            int filled = (int) single.stream().filter(c -> !c.isBlank()).count();
            found.add(
                    new Header(line.number(), i + 1, false, filled >= ENOUGH ? ENOUGH : 0, single));
            return found;
        }
        found.add(new Header(line.number(), i + 1, false, score(single, headings), single));
        if (i + 1 < lines.size() && lines.get(i + 1).number() <= SEARCHED) {
            var both = joined(line, lines.get(i + 1), headings);
            if (!both.isEmpty()) {
                found.add(
                        new Header(
                                lines.get(i + 1).number(),
                                i + 2,
                                true,
                                score(both, headings),
                                both));
            }
        }
        return found;
    }

    /// The two rows as one; nothing when the lower one has a cell that is no heading: then it is data.
    private static List<String> joined(Grid.Line upper, Grid.Line lower, Headings headings) {
        var columns = new ArrayList<String>();
        var above = "";
        for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
            above = upper.cell(i).isBlank() ? above : upper.cell(i).strip();
            var below = lower.cell(i).strip();
            if (below.isEmpty()) {
                columns.add(upper.cell(i));
            } else if (headings.knows(above + below)) {
                columns.add(above + below);
            } else if (headings.knows(below)) {
                columns.add(below);
            } else {
                return List.of();
            }
        }
        return trimmed(columns);
    }

    private static int score(List<String> columns, Headings headings) {
        return (int)
                columns.stream().filter(headings::knows).map(Headings::normal).distinct().count();
    }

    private static List<String> trimmed(List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return cells.subList(0, width);
    }

    /// A known heading may stand once; others are numbered, since 备注 twice is everyday.
    private static List<String> distinct(Header header, Headings headings) {
        var seen = new HashMap<String, Integer>();
        var columns = new ArrayList<String>();
        for (int i = 0; i < header.columns.size(); i++) {
            var heading = header.columns.get(i).strip();
            var name = heading.isEmpty() ? letter(i) : heading;
            int times = seen.merge(Headings.normal(name), 1, Integer::sum);
            if (times > 1 && headings.knows(name)) {
                throw new TableException(
                        TableProblem.HEADER_DUPLICATE,
                        Map.of(
                                "row",
                                String.valueOf(header.row),
                                "name",
                                name,
                                "column",
                                letters(header, name)));
            }
            columns.add(times > 1 ? name + " (" + times + ")" : name);
        }
        return List.copyOf(columns);
    }

    private static String letters(Header header, String name) {
        return java.util.stream.IntStream.range(0, header.columns.size())
                .filter(i -> Headings.normal(header.columns.get(i)).equals(Headings.normal(name)))
                .mapToObj(Header::letter)
                .collect(Collectors.joining("、"));
    }

    /// The column as a spreadsheet calls it: 0 is A, 26 is AA.
    static String letter(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
