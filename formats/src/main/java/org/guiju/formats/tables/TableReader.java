package org.guiju.formats.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// 读表: opens CSV (UTF-8, UTF-16, GB18030; comma, semicolon or tab) and XLSX as one kind of [Table]. Anything that is
/// not such a file, or costs more than [TableLimits] allows, is a [TableException] with place and remedy.
public final class TableReader {
    private final Headings headings;
    private final TableLimits limits;
    private final boolean spreading;

    private TableReader(Headings headings, TableLimits limits, boolean spreading) {
        this.headings = headings;
        this.limits = limits;
        this.spreading = spreading;
    }

    public TableReader(Headings headings, TableLimits limits) {
        this(headings, limits, false);
    }

    /// The same, but what stands in a cell that was merged downwards stands in each of its rows, as who looks at the sheet reads it.
    public TableReader spreadingMergedCells() {
        return new TableReader(headings, limits, true);
    }

    public TableReader(Headings headings) {
        this(headings, TableLimits.USUAL);
    }

    /// Reads at most one byte more than is allowed, whatever the stream claims.
    ///
    /// @param file its name, for the extension and the messages
    public Table open(String file, InputStream in) throws IOException {
        return open(file, in.readNBytes((int) limits.bytes() + 1));
    }

    public Table open(String file, byte[] bytes) {
        if (bytes.length > limits.bytes()) {
            throw new TableException(
                    TableProblem.TOO_LARGE,
                    Map.of("file", file, "limit", (limits.bytes() >> 20) + " MB"));
        }
        var format = Sniffer.format(file, bytes);
        return switch (format) {
            case CSV -> table(format, CsvGrid.open(file, bytes, headings, limits));
            case XLSX -> sheet(file, bytes);
        };
    }

    /// The first visible sheet that has a header; a cover sheet or 说明 in front is passed over.
    private Table sheet(String file, byte[] bytes) {
        XlsxGuard.check(file, bytes, limits);
        TableException first = null;
        for (var name : XlsxGrid.sheets(file, bytes)) {
            try {
                return table(
                        Table.Format.XLSX, XlsxGrid.open(file, bytes, name, limits, spreading));
            } catch (TableException e) {
                if (e.problem() != TableProblem.HEADER_MISSING) {
                    throw e;
                }
                first = first == null ? e : first;
            }
        }
        throw first == null ? Sniffer.problem(TableProblem.EMPTY_FILE, file, "") : first;
    }

    private Table table(Table.Format format, Grid grid) {
        try {
            var lines = new ArrayList<Grid.Line>();
            while (grid.hasNext()
                    && (lines.isEmpty() || lines.getLast().number() <= Header.SEARCHED)) {
                lines.add(grid.next());
            }
            var header = Header.find(lines, headings, limits);
            var ahead = List.copyOf(lines.subList(header.lines(), lines.size()));
            return new Opened(format, grid, header, ahead, limits);
        } catch (TableException e) {
            grid.close();
            throw e;
        }
    }

    private record Opened(
            Format format, Grid grid, Header header, List<Grid.Line> ahead, TableLimits limits)
            implements Table {
        @Override
        public String origin() {
            return grid.origin();
        }

        @Override
        public int headerRow() {
            return header.row();
        }

        @Override
        public List<String> columns() {
            return header.columns();
        }

        @Override
        public Stream<TableRow> rows() {
            var rows = new Rows(ahead.iterator(), grid, header.columns().size(), limits);
            return StreamSupport.stream(
                    Spliterators.spliteratorUnknownSize(
                            rows, Spliterator.ORDERED | Spliterator.NONNULL),
                    false);
        }

        @Override
        public void close() {
            grid.close();
        }
    }

    private static final class Rows implements Iterator<TableRow> {
        private final Iterator<Grid.Line> ahead;
        private final Grid grid;
        private final int width;
        private final TableLimits limits;
        private int read;

        Rows(Iterator<Grid.Line> ahead, Grid grid, int width, TableLimits limits) {
            this.ahead = ahead;
            this.grid = grid;
            this.width = width;
            this.limits = limits;
        }

        @Override
        public boolean hasNext() {
            return ahead.hasNext() || grid.hasNext();
        }

        @Override
        public TableRow next() {
            if (++read > limits.rows()) {
                throw new TableException(
                        TableProblem.TOO_MANY_ROWS, Map.of("limit", String.valueOf(limits.rows())));
            }
            var line = ahead.hasNext() ? ahead.next() : grid.next();
            var cells = new ArrayList<String>(width);
            for (int i = 0; i < width; i++) {
                cells.add(line.cell(i));
            }
            return new TableRow(line.number(), cells, line.filledBeyond(width));
        }
    }
}
