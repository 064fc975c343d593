package org.guiju.formats.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet of a workbook, every cell as the text that a reader of the sheet would type.
final class XlsxGrid implements Grid {
    private static final int MOST_SHEETS = 20;

    /// Letters of a number or of a format; Excel allows 255 for a format, and the largest number it keeps has 309 digits.
    private static final int LONGEST = 400;

    private static final BigDecimal BEYOND_EXACT = new BigDecimal("1E15");
    private static final Pattern DATE_FORMAT =
            Pattern.compile("[^\"\\[]*[yd](?![^\\[]*]).*", Pattern.CASE_INSENSITIVE);

    private final ReadableWorkbook workbook;
    private final String file;
    private final String sheet;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final TableLimits limits;
    private final Map<Integer, NavigableMap<Integer, XlsxMerges.Down>> merged = new HashMap<>();
    private final Map<Integer, String> above = new HashMap<>();
    private @Nullable Line next;

    private XlsxGrid(
            ReadableWorkbook workbook,
            String file,
            Sheet sheet,
            TableLimits limits,
            List<XlsxMerges.Down> merged)
            throws IOException {
        this.workbook = workbook;
        this.file = file;
        this.sheet = sheet.getName();
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.limits = limits;
        merged.forEach(d ->
                this.merged.computeIfAbsent(d.column(), _ -> new TreeMap<>()).put(d.from(), d));
        this.next = advance();
    }

    /// The visible sheets from left to right; each grid opens the package anew, so that they do not disturb each other.
    static List<String> sheets(String file, byte[] bytes) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return workbook.getSheets()
                    .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
                    .map(Sheet::getName)
                    .limit(MOST_SHEETS)
                    .toList();
        } catch (IOException | RuntimeException damaged) {
            throw Sniffer.problem(TableProblem.XLSX_DAMAGED, file, "workbook.xml");
        }
    }

    static XlsxGrid open(
            String file, byte[] bytes, String name, TableLimits limits, boolean spreading) {
        try {
            // A cell that cannot be read spoils the file; read on, it would be an empty cell that
            // was not empty.
            var options = new ReadingOptions(true, false);
            var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), options);
            var merged =
                    spreading
                            ? XlsxMerges.of(bytes, name, limits.columns())
                            : List.<XlsxMerges.Down>of();
            return new XlsxGrid(
                    workbook, file, workbook.findSheet(name).orElseThrow(), limits, merged);
        } catch (TableException known) {
            throw known;
        } catch (IOException | RuntimeException damaged) {
            throw Sniffer.problem(TableProblem.XLSX_DAMAGED, file, name);
        }
    }

    @Override
    public String origin() {
        return sheet;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Line next() {
        var current = next;
        if (current == null) {
            throw new NoSuchElementException();
        }
        next = advance();
        return current;
    }

    private @Nullable Line advance() {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                var line = new Line(row.getRowNum(), spread(row.getRowNum(), cells(row)));
                for (int i = 0; i < line.cells().size(); i++) {
                    CellLimit.check(line, i, limits);
                }
                if (!line.isEmpty()) {
                    return line;
                }
            }
            return null;
        } catch (TableException known) {
            throw known;
        } catch (RuntimeException damaged) {
            throw Sniffer.problem(TableProblem.XLSX_DAMAGED, file, sheet);
        }
    }

    /// A row that is otherwise empty stays so: it is the rest of a merged title, not a row of the list.
    private List<String> spread(int row, List<String> cells) {
        if (merged.isEmpty() || cells.stream().allMatch(String::isBlank)) {
            return cells;
        }
        var spread = new ArrayList<>(cells);
        merged.forEach((column, downs) -> {
            var down = downs.floorEntry(row);
            if (down == null || row > down.getValue().to()) {
                return;
            }
            if (row == down.getKey()) {
                above.put(column, column < cells.size() ? cells.get(column) : "");
            } else {
                fill(spread, column);
            }
        });
        return spread;
    }

    private void fill(List<String> cells, int column) {
        while (cells.size() <= column) {
            cells.add("");
        }
        if (cells.get(column).isBlank()) {
            cells.set(column, above.getOrDefault(column, ""));
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(XlsxGrid::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        var raw = cell.getRawValue();
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.getText();
            case BOOLEAN -> cell.getText().toUpperCase(Locale.ROOT);
            case NUMBER -> isDate(cell) ? date(cell) : number(raw);
            case FORMULA, ERROR -> raw == null ? cell.getText() : raw;
        };
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        return cell.getType() == CellType.NUMBER
                && format != null
                && format.length() <= LONGEST
                && DATE_FORMAT.matcher(format).matches();
    }

    private static String date(Cell cell) {
        var moment = cell.asDate();
        return moment.toLocalTime().toSecondOfDay() == 0
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    /// A spreadsheet keeps fifteen digits of a number. Where more were typed, the rest is lost and the exponent is left
    /// standing, so that the reader of the row can see it.
    private static String number(@Nullable String raw) {
        if (raw == null || raw.length() > LONGEST) {
            return raw == null ? "" : raw;
        }
        try {
            var value = new BigDecimal(raw);
            boolean inexact =
                    value.abs().compareTo(BEYOND_EXACT) >= 0
                            && raw.toUpperCase(Locale.ROOT).contains("E");
            // 1E-999999999 written out would fill the memory.
            if (inexact || value.scale() > LONGEST) {
                return raw;
            }
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException notANumber) {
            return raw;
        }
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
