package org.guiju.formats.tables;

import java.util.Map;

/// One cell is never a whole document.
final class CellLimit {
    private CellLimit() {}

    static void check(Grid.Line line, int column, TableLimits limits) {
        if (line.cell(column).length() > limits.cell()) {
            throw new TableException(
                    TableProblem.CELL_TOO_LONG,
                    Map.of(
                            "row", String.valueOf(line.number()),
                            "column", Header.letter(column),
                            "limit", String.valueOf(limits.cell())));
        }
    }
}
