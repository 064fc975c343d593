package org.guiju.formats.tables;

import java.util.Iterator;
import java.util.List;

/// A sheet as it lies there, before anyone knows which row is the header. Empty rows are left out, their numbers not.
interface Grid extends Iterator<Grid.Line>, AutoCloseable {

    /// @param number from 1, as a spreadsheet counts
    record Line(int number, List<String> cells) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        int filledBeyond(int columns) {
            int filled = 0;
            for (int i = columns; i < cells.size(); i++) {
                filled += cells.get(i).isBlank() ? 0 : 1;
            }
            return filled;
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    String origin();

    @Override
    void close();
}
