package org.guiju.formats.lists;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guiju.formats.tables.Headings;
import org.guiju.formats.tables.Table;
import org.guiju.formats.tables.TableException;
import org.guiju.formats.tables.TableProblem;
import org.guiju.formats.tables.TableReader;
import org.guiju.formats.tables.TableRow;
import org.guiju.kernel.lists.ListColumn;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.lists.ListRow;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 清单表读入: a list of any columns as an office sends it, CSV, XLSX or JSON, with the habits of offices: title lines, headings in two rows, cells merged downwards, blank rows, headings repeated on every
/// printed page, captions and totals between the rows, digits of full width. A file that cannot be read as a whole is a [TableException]; what is wrong with a row is a [SheetProblem].
public final class ListSheet {
    private static final Pattern CAPTION =
            Pattern.compile("(合计|小计|总计|total|subtotal).*|[(（]?[一二三四五六七八九十百]+[)）、.．].*");
    private static final Pattern SHORTENED = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?\\d{2}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ListKind kind;

    /// @param kind whose columns the file has; any columns will do, also such as are no list that is published
    public ListSheet(ListKind kind) {
        this.kind = kind;
    }

    /// @param file its name, for the extension and the messages
    /// @param bytes its content, at most [org.guiju.formats.tables.TableLimits#USUAL]
    public SheetReading read(String file, byte[] bytes) {
        if (file.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return json(file, bytes);
        }
        var headings = Headings.of(known(), kind.columns().stream().map(this::zh).toList());
        try (var table = new TableReader(headings).spreadingMergedCells().open(file, bytes)) {
            return new Reading(table).read();
        }
    }

    private LinkedHashSet<String> known() {
        var known = new LinkedHashSet<>(idHeadings());
        known.addAll(List.of("序号", "No.", "no"));
        kind.columns().forEach(c -> known.addAll(names(c)));
        return known;
    }

    private static List<String> idHeadings() {
        return List.of(
                "编号（勿改）",
                "编号",
                "稳定编号",
                "id",
                SheetProblem.sentences().say("column.id", Map.of(), Locale.ENGLISH));
    }

    private String zh(ListColumn column) {
        return column.name().zh();
    }

    private List<String> names(ListColumn column) {
        var en = column.name().en();
        return en == null
                ? List.of(column.name().zh(), column.code())
                : List.of(column.name().zh(), column.code(), en);
    }

    /// One reading of one table.
    private final class Reading {
        private final Table table;
        private final Map<Integer, ListColumn> columns = new LinkedHashMap<>();
        private final List<SheetProblem> problems = new ArrayList<>();
        private final List<SheetReading.Row> rows = new ArrayList<>();
        private final Map<String, Integer> ids = new HashMap<>();
        private int idAt = -1;

        Reading(Table table) {
            this.table = table;
        }

        SheetReading read() {
            headings();
            table.rows().forEach(this::row);
            if (rows.isEmpty()) {
                throw new TableException(TableProblem.NO_ROWS, Map.of());
            }
            return new SheetReading(table.origin(), table.headerRow(), rows, problems);
        }

        private void headings() {
            for (int i = 0; i < table.columns().size(); i++) {
                var heading = Headings.normal(table.columns().get(i));
                var column =
                        kind.columns().stream()
                                .filter(c ->
                                        names(c).stream()
                                                .map(Headings::normal)
                                                .anyMatch(heading::equals))
                                .findFirst();
                if (column.isPresent()) {
                    columns.put(i, column.get());
                } else if (idHeadings().stream().map(Headings::normal).anyMatch(heading::equals)) {
                    idAt = i;
                } else if (!heading.equals("序号")
                        && !heading.equals("no.")
                        && !heading.equals("no")
                        && !heading.matches("[a-z]{1,2}")) {
                    problem(
                            SheetProblem.Code.COLUMN_LEFT_OUT,
                            table.headerRow(),
                            i,
                            Map.of("expected", expected()));
                }
            }
            var missing =
                    kind.columns().stream()
                            .filter(c -> c.required() && !columns.containsValue(c))
                            .map(ListSheet.this::zh)
                            .collect(Collectors.joining("、"));
            if (!missing.isEmpty()) {
                throw new TableException(
                        TableProblem.COLUMNS_MISSING,
                        Map.of(
                                "row",
                                String.valueOf(table.headerRow()),
                                "missing",
                                missing,
                                "expected",
                                expected()));
            }
        }

        private String expected() {
            return kind.columns().stream().map(ListSheet.this::zh).collect(Collectors.joining("、"));
        }

        private void row(TableRow row) {
            var cells = new LinkedHashMap<String, String>();
            columns.forEach((at, column) -> {
                var text = narrow(row.cells().get(at));
                if (!text.isEmpty()) {
                    cells.put(column.code(), text);
                }
            });
            var id = idAt < 0 ? "" : narrow(row.cells().get(idAt));
            if (cells.isEmpty() && id.isEmpty() && row.surplus() == 0) {
                caption(row);
                return;
            }
            if (isHeading(row) || isCaption(cells, id)) {
                problem(SheetProblem.Code.LINE_LEFT_OUT, row.number(), -1, Map.of());
                return;
            }
            if (row.surplus() > 0) {
                problem(
                        SheetProblem.Code.BEYOND,
                        row.number(),
                        -1,
                        Map.of("count", String.valueOf(row.surplus())));
            }
            checkId(row, id);
            columns.forEach((at, column) -> check(row, at, column, cells));
            rows.add(new SheetReading.Row(row.number(), ListRow.isId(id) ? id : "", cells));
        }

        /// Words in a column that is not of the list alone: a caption, or the number of a row that is otherwise empty.
        private void caption(TableRow row) {
            if (row.cells().stream().anyMatch(c -> !c.isBlank() && !c.strip().matches("\\d+"))) {
                problem(SheetProblem.Code.LINE_LEFT_OUT, row.number(), -1, Map.of());
            }
        }

        private boolean isHeading(TableRow row) {
            long same =
                    columns.keySet().stream()
                            .filter(at ->
                                    Headings.normal(row.cells().get(at))
                                            .equals(Headings.normal(table.columns().get(at))))
                            .count();
            return same >= Math.min(2, columns.size());
        }

        private boolean isCaption(Map<String, String> cells, String id) {
            return kind.columns().size() > 1
                    && cells.size() + (id.isEmpty() ? 0 : 1) <= 1
                    && CAPTION.matcher(
                                    cells.values().stream()
                                            .findFirst()
                                            .orElse(id)
                                            .toLowerCase(Locale.ROOT))
                            .matches();
        }

        private void checkId(TableRow row, String id) {
            if (id.isEmpty()) {
                return;
            }
            if (!ListRow.isId(id)) {
                problem(SheetProblem.Code.ID_FORM, row.number(), idAt, Map.of("value", id));
                return;
            }
            var first = ids.putIfAbsent(id, row.number());
            if (first != null) {
                problem(
                        SheetProblem.Code.ID_TWICE,
                        row.number(),
                        idAt,
                        Map.of("value", id, "first", String.valueOf(first)));
            }
        }

        private void check(TableRow row, int at, ListColumn column, Map<String, String> cells) {
            var cell = cells.getOrDefault(column.code(), "");
            if (cell.isEmpty() && column.required()) {
                problem(SheetProblem.Code.CELL_EMPTY, row.number(), at, Map.of());
            } else if (!cell.isEmpty()
                    && !column.choices().isEmpty()
                    && !column.choices().contains(cell)) {
                problem(
                        SheetProblem.Code.CELL_CHOICE,
                        row.number(),
                        at,
                        Map.of("value", cell, "choices", String.join("、", column.choices())));
            } else if (SHORTENED.matcher(cell).matches()) {
                problem(
                        SheetProblem.Code.NUMBER_SHORTENED,
                        row.number(),
                        at,
                        Map.of("value", cell));
            }
        }

        private void problem(SheetProblem.Code code, int row, int at, Map<String, String> facts) {
            problems.add(new SheetProblem(code, row, at < 0 ? "" : table.columns().get(at), facts));
        }
    }

    /// Digits and Latin letters of full width become the usual ones; Chinese punctuation stays as it is.
    private static String narrow(String text) {
        var narrow = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> isWide(c) ? c - 0xFEE0 : c == 0x3000 || c == 0xA0 ? ' ' : c)
                .forEach(narrow::appendCodePoint);
        return narrow.toString().strip();
    }

    private static boolean isWide(int c) {
        return c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ';
    }

    /// `{"rows": [{"id": …, "<column>": …}]}`, or the array alone.
    private SheetReading json(String file, byte[] bytes) {
        JsonNode tree;
        try {
            tree = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new TableException(
                    TableProblem.NOT_A_TABLE, Map.of("file", file, "found", "JSON ?"));
        }
        var list = tree.isArray() ? tree : tree.path("rows");
        if (!list.isArray() || list.isEmpty()) {
            throw new TableException(TableProblem.NO_ROWS, Map.of());
        }
        var rows = new ArrayList<SheetReading.Row>();
        var problems = new ArrayList<SheetProblem>();
        var ids = new HashMap<String, Integer>();
        int number = 0;
        for (var item : list) {
            rows.add(jsonRow(++number, item, ids, problems));
        }
        return new SheetReading("JSON", 0, rows, problems);
    }

    private SheetReading.Row jsonRow(
            int number, JsonNode item, Map<String, Integer> ids, List<SheetProblem> problems) {
        var cells = new LinkedHashMap<String, String>();
        for (var column : kind.columns()) {
            var text = item.path(column.code()).asString("").strip();
            if (!text.isEmpty()) {
                cells.put(column.code(), text);
            } else if (column.required()) {
                problems.add(
                        new SheetProblem(
                                SheetProblem.Code.CELL_EMPTY, number, zh(column), Map.of()));
            }
        }
        var id = item.path("id").asString("").strip();
        var first = id.isEmpty() ? null : ids.putIfAbsent(id, number);
        if (!id.isEmpty() && !ListRow.isId(id)) {
            problems.add(
                    new SheetProblem(SheetProblem.Code.ID_FORM, number, "id", Map.of("value", id)));
            id = "";
        } else if (first != null) {
            problems.add(
                    new SheetProblem(
                            SheetProblem.Code.ID_TWICE,
                            number,
                            "id",
                            Map.of("value", id, "first", String.valueOf(first))));
        }
        return new SheetReading.Row(number, id, cells);
    }
}
