package org.guiju.formats.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.guiju.kernel.lists.ListRow;

/// 读入结果: what a sheet that was sent in says, and what is wrong with it.
///
/// @param origin how the file was understood, such as the name of the sheet
/// @param headerRow row of the headings, as a spreadsheet counts
/// @param rows those that can be items, in their order
/// @param problems by row
public record SheetReading(
        String origin, int headerRow, List<Row> rows, List<SheetProblem> problems) {
    public SheetReading {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /// 表行.
    ///
    /// @param number as a spreadsheet counts
    /// @param id "" for a new one
    public record Row(int number, String id, SequencedMap<String, String> cells) {
        public Row {
            cells = new LinkedHashMap<>(cells);
        }
    }

    /// Whether it can come in as it is.
    public boolean sound() {
        return problems.stream().noneMatch(p -> p.code().stops());
    }

    /// The rows with an id each: new ones get the next free number behind the prefix.
    ///
    /// @param prefix such as `negative-`
    /// @param taken ids that were ever used in this list: none of them is given again
    public List<ListRow> numbered(String prefix, Set<String> taken) {
        var used = new HashSet<>(taken);
        rows.forEach(r -> used.add(r.id()));
        var numbered = new ArrayList<ListRow>();
        int next = 1;
        for (var row : rows) {
            var id = row.id();
            while (id.isEmpty()) {
                var candidate = prefix + String.format("%04d", next++);
                id = used.add(candidate) ? candidate : "";
            }
            numbered.add(new ListRow(id, row.cells()));
        }
        return List.copyOf(numbered);
    }
}
