package org.guiju.kernel.powers.inventory;

import java.util.Map;

/// 行问题记录: one thing found in one cell. Never a sentence; the facts fill the sentence of the message file.
///
/// @param row the row as the spreadsheet counts it
/// @param column the cell to look at
/// @param facts keys are stable: `value`, `reason`, `read`, `firstRow`, `label` …
public record RowProblem(int row, ItemColumn column, RowCode code, Map<String, String> facts) {
    public RowProblem {
        facts = Map.copyOf(facts);
    }

    public RowCode.Severity severity() {
        return code.severity();
    }
}
