package org.guiju.kernel.powers.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// 原始行: one row of a list as it was written, before anything is judged or repaired.
///
/// @param row the row as the spreadsheet counts it, from 1, the header included
/// @param cells what stands under the known columns; a column that the sheet has not is absent, an empty cell is ""
/// @param rest the unknown columns, by their heading, in the order of the sheet
/// @param surplus how many filled cells stand to the right of the last heading: the row has slipped
public record ItemRow(
        int row, Map<ItemColumn, String> cells, Map<String, String> rest, int surplus) {
    public ItemRow {
        cells = Map.copyOf(cells);
        rest = Collections.unmodifiableMap(new LinkedHashMap<>(rest));
        if (row < 1 || surplus < 0) {
            throw new IllegalArgumentException("a row has a number from 1 and no negative surplus");
        }
    }

    /// The cell as written, "" where the column or the text is missing.
    public String written(ItemColumn column) {
        return cells.getOrDefault(column, "");
    }

    public boolean has(ItemColumn column) {
        return cells.containsKey(column);
    }
}
