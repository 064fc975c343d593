package org.guiju.formats.tables;

import java.util.List;

/// 表行: a row below the header, as many cells as there are columns.
///
/// @param number the row as a spreadsheet counts it, from 1; a quoted line break does not begin a new row
/// @param cells texts as written, "" for an empty cell
/// @param surplus filled cells to the right of the last heading
public record TableRow(int number, List<String> cells, int surplus) {
    public TableRow {
        cells = List.copyOf(cells);
    }
}
