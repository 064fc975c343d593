package org.guiju.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.formats.tables.Headings;
import org.guiju.formats.tables.TableReader;

/// A table of the demo county from `demo/` on the class path.
final class DemoTable {
    private DemoTable() {}

    /// Its rows, each cell by its heading.
    static List<Map<String, String>> rows(String file) {
        try (var in = DemoTable.class.getResourceAsStream("/demo/" + file)) {
            if (in == null) {
                throw new IllegalStateException("demo/" + file + " is not on the class path");
            }
            var rows = new ArrayList<Map<String, String>>();
            try (var table = new TableReader(Headings.any()).open(file, in.readAllBytes())) {
                var columns = table.columns();
                table.rows()
                        .forEach(row -> {
                            var cells = new LinkedHashMap<String, String>();
                            for (int i = 0; i < columns.size(); i++) {
                                cells.put(
                                        columns.get(i),
                                        i < row.cells().size() ? row.cells().get(i) : "");
                            }
                            rows.add(cells);
                        });
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
