package org.guiju.formats.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guiju.formats.calendar.LimitsSheet.Header;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// One row of a sheet: its cells with date and number written the usual way, and either a limit or what is wrong.
///
/// @param limit empty where `error` says why
/// @param basis as the row has it; blank where it has none
record LimitsRow(
        List<String> cells,
        Optional<LocalDate> event,
        Optional<Limit> limit,
        String basis,
        Optional<Text> error) {

    /// 2026-09-24, 2026/9/24, 2026.9.24, 2026年9月24日, with an hour after it or not.
    private static final Pattern DATE =
            Pattern.compile(
                    "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2})?)?");

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}(?:\\.0+)?");

    static LimitsRow read(List<String> fields, Header header, int line) {
        var width = header.columns().size();
        var cells = new ArrayList<>(fields.subList(0, Math.min(fields.size(), width)));
        while (cells.size() < width) {
            cells.add("");
        }
        var basis = basis(cells, header);
        // a spreadsheet may add empty cells on the right; a filled one means that the cells have
        // moved
        if (fields.stream().skip(width).anyMatch(cell -> !cell.isBlank())) {
            var moved =
                    new Text(
                            "第 %d 行有 %d 个单元格，表头只有 %d 列。含逗号的单元格请加双引号。"
                                    .formatted(line, fields.size(), width),
                            "Line %d has %d cells, the header only %d: put quotes around a cell that holds a comma."
                                    .formatted(line, fields.size(), width));
            return new LimitsRow(
                    cells, Optional.empty(), Optional.empty(), basis, Optional.of(moved));
        }
        return read(cells, header, line, basis);
    }

    private static LimitsRow read(List<String> cells, Header header, int line, String basis) {
        var faults = new ArrayList<Text>();
        var event = date(cells.get(header.at(LimitsSheet.EVENT)), line, faults);
        var n = number(cells.get(header.at(LimitsSheet.NUMBER)), line, faults);
        var unit = unit(cells.get(header.at(LimitsSheet.UNIT)), line, faults);
        event.ifPresent(day -> cells.set(header.at(LimitsSheet.EVENT), day.toString()));
        n.ifPresent(number -> cells.set(header.at(LimitsSheet.NUMBER), number.toString()));
        if (event.isEmpty() || n.isEmpty() || unit.isEmpty()) {
            var all =
                    new Text(
                            String.join(" ", faults.stream().map(Text::zh).toList()),
                            String.join(" ", faults.stream().map(Text::en).toList()));
            return new LimitsRow(
                    cells, Optional.empty(), Optional.empty(), basis, Optional.of(all));
        }
        // a sheet names its basis in words of its own, which the derivation repeats; the article
        // stands in for it
        var limit = new Limit(n.get(), unit.get(), new Article(basis.isBlank() ? "—" : basis, "—"));
        return new LimitsRow(cells, event, Optional.of(limit), basis, Optional.empty());
    }

    private static String basis(List<String> cells, Header header) {
        var at = Math.max(header.at("basis"), header.at("rule"));
        return at < 0 ? "" : cells.get(at).strip();
    }

    private static Optional<LocalDate> date(String cell, int line, List<Text> faults) {
        var date = DATE.matcher(narrow(cell));
        if (date.matches()) {
            try {
                return Optional.of(
                        LocalDate.of(
                                Integer.parseInt(date.group(1)),
                                Integer.parseInt(date.group(2)),
                                Integer.parseInt(date.group(3))));
            } catch (DateTimeException noSuchDay) {
                // falls through to the same message: the month has no such day
            }
        }
        faults.add(
                fault(
                        line,
                        LimitsSheet.EVENT,
                        cell,
                        "不是日期。请写成 2026-09-24 的形式，并确认当月有这一天。",
                        "is no date: write it as 2026-09-24, and check that the month has this day."));
        return Optional.empty();
    }

    private static Optional<Integer> number(String cell, int line, List<Text> faults) {
        var narrow = narrow(cell);
        if (NUMBER.matcher(narrow).matches()) {
            var n = Integer.parseInt(narrow.replaceAll("\\.0+$", ""));
            if (n >= 1 && n <= Limit.MAX) {
                return Optional.of(n);
            }
        }
        faults.add(
                fault(
                        line,
                        LimitsSheet.NUMBER,
                        cell,
                        "不是 1 至 " + Limit.MAX + " 的整数。请写期限的天数或月数。",
                        "is no whole number from 1 to "
                                + Limit.MAX
                                + ": give the number of days or months."));
        return Optional.empty();
    }

    private static Optional<LimitUnit> unit(String cell, int line, List<Text> faults) {
        var unit = LimitUnit.parse(narrow(cell));
        if (unit.isEmpty()) {
            faults.add(
                    fault(
                            line,
                            LimitsSheet.UNIT,
                            cell,
                            "不是期限单位。请写 working day（工作日）、calendar day（自然日）或 month（月）；“日”是否为工作日由所依据的法律决定。",
                            "is no unit: write working day, calendar day or month;"
                                    + " whether a \"day\" is a working day the law tells."));
        }
        return unit;
    }

    private static Text fault(int line, String column, String cell, String zh, String en) {
        var shown = cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
        return new Text(
                "第 " + line + " 行 " + column + "“" + shown + "”" + zh,
                "Line " + line + ", " + column + ": \"" + shown + "\" " + en);
    }

    /// Full-width digits and signs as the narrow ones; blanks around and no-break blanks away.
    private static String narrow(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    }
}
