package org.guiju.formats.inventory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guiju.formats.tables.Table;
import org.guiju.formats.tables.TableReader;
import org.guiju.formats.tables.TableRow;
import org.guiju.kernel.powers.inventory.ItemColumn;
import org.guiju.kernel.powers.inventory.ItemRow;

/// 事项清单文件: a CSV or XLSX list of items as rows for the rules. A file that cannot be read as a whole is a
/// [org.guiju.formats.tables.TableException]; what is wrong with a row is for the rules to say.
public final class ItemFile implements AutoCloseable {
    private final Table table;
    private final Map<ItemColumn, Integer> places;

    private ItemFile(Table table) {
        this.table = table;
        this.places = ItemHeadings.map(table.columns(), table.headerRow());
    }

    /// @param file its name, for the extension and the messages
    /// @param bytes its content, at most [org.guiju.formats.tables.TableLimits#USUAL]
    public static ItemFile open(String file, byte[] bytes) {
        var table = new TableReader(ItemHeadings.known()).open(file, bytes);
        try {
            return new ItemFile(table);
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    /// How the file was understood, for the page: `CSV UTF-8 [,]` or the sheet's name.
    public String origin() {
        return table.origin();
    }

    public int headerRow() {
        return table.headerRow();
    }

    /// The headings of the sheet, in its order.
    public List<String> columns() {
        return table.columns();
    }

    /// Which heading was taken for which column.
    public Map<ItemColumn, String> mapping() {
        var mapping = new EnumMap<ItemColumn, String>(ItemColumn.class);
        places.forEach((column, place) -> mapping.put(column, table.columns().get(place)));
        return mapping;
    }

    /// Where each column stands among the headings of a file that was opened before.
    public static Map<ItemColumn, Integer> places(List<String> headings) {
        return ItemHeadings.map(headings, 0);
    }

    /// The rows, once, as they are read.
    public Stream<ItemRow> rows() {
        return table.rows().map(this::row);
    }

    /// The row's cells as they stood in the sheet, one for each of [#columns()].
    public List<String> cells(ItemRow row) {
        var cells = new ArrayList<String>();
        var mapping = mapping();
        for (var heading : columns()) {
            cells.add(
                    mapping.entrySet().stream()
                            .filter(e -> e.getValue().equals(heading))
                            .findFirst()
                            .map(e -> row.written(e.getKey()))
                            .orElseGet(() -> row.rest().getOrDefault(heading, "")));
        }
        return cells;
    }

    private ItemRow row(TableRow row) {
        var cells = new EnumMap<ItemColumn, String>(ItemColumn.class);
        places.forEach((column, place) -> cells.put(column, row.cells().get(place)));
        var rest = new LinkedHashMap<String, String>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (!places.containsValue(i)) {
                rest.put(table.columns().get(i), row.cells().get(i));
            }
        }
        return new ItemRow(row.number(), cells, rest, row.surplus());
    }

    @Override
    public void close() {
        table.close();
    }
}
