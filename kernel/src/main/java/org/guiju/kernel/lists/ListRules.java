package org.guiju.kernel.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.shared.Refusal;

/// 清单核对: whether rows are fit to be a list of a kind.
public final class ListRules {
    private ListRules() {}

    /// All that is wrong with the rows, row by row; empty when they can be published. Facts: `row` (from 1), `id`, `column`, `value`.
    public static List<Refusal> unfit(ListKind kind, List<ListRow> rows) {
        var wrong = new ArrayList<Refusal>();
        if (rows.isEmpty()) {
            wrong.add(refusal(ListRule.LIST_HAS_ROWS, Map.of("kind", kind.name().zh())));
        }
        var ids = new HashSet<String>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (!ids.add(row.id())) {
                wrong.add(at(ListRule.LIST_ROW_UNIQUE, i, row, "id", row.id()));
            }
            cells(kind, i, row, wrong);
        }
        return List.copyOf(wrong);
    }

    private static void cells(ListKind kind, int i, ListRow row, List<Refusal> wrong) {
        for (var column : kind.columns()) {
            var cell = row.cell(column.code());
            if (cell.isEmpty() && column.required()) {
                var rule =
                        kind.code().equals(ListKinds.RESPONSIBILITY.code())
                                ? ListRule.RESPONSIBILITY_COMPLETE
                                : ListRule.LIST_CELL_FILLED;
                wrong.add(at(rule, i, row, column.name().zh(), ""));
            } else if (!cell.isEmpty()
                    && !column.choices().isEmpty()
                    && !column.choices().contains(cell)) {
                wrong.add(at(ListRule.LIST_CELL_CHOICE, i, row, column.name().zh(), cell));
            }
        }
        row.cells()
                .forEach((code, cell) -> {
                    if (kind.column(code).isEmpty()) {
                        wrong.add(at(ListRule.LIST_COLUMN_KNOWN, i, row, code, cell));
                    }
                });
    }

    /// Why a version cannot come into force on the day; empty when it can.
    ///
    /// @param after the day on which the newest version comes into force; [LocalDate#MIN] if there is none
    public static List<Refusal> effective(LocalDate day, LocalDate after, LocalDate today) {
        return day.isBefore(today) || day.isBefore(after)
                ? List.of(
                        refusal(
                                ListRule.LIST_EFFECTIVE,
                                Map.of(
                                        "day",
                                        day.toString(),
                                        "earliest",
                                        (after.isAfter(today) ? after : today).toString())))
                : List.of();
    }

    static Refusal refusal(ListRule rule, Map<String, String> facts) {
        return new Refusal(rule, rule.basis(), facts);
    }

    private static Refusal at(ListRule rule, int i, ListRow row, String column, String value) {
        return refusal(
                rule,
                Map.of(
                        "row",
                        String.valueOf(i + 1),
                        "id",
                        row.id(),
                        "column",
                        column,
                        "value",
                        value));
    }
}
