package org.guiju.formats.tables;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The records of a delimited text. A record is a row, however many lines its quoted cells have.
final class CsvGrid implements Grid {
    /// In order of likelihood; the first of equals wins.
    private static final List<String> DELIMITERS = List.of(",", "\t", ";");

    private final CloseableIterator<CsvRecord> records;
    private final String origin;
    private final TableLimits limits;
    private int number;
    private long line = 1;
    private @Nullable Line next;

    private CsvGrid(String text, String delimiter, String charset, TableLimits limits) {
        this.records = reader(text, delimiter).iterator();
        this.origin = "CSV %s [%s]".formatted(charset, delimiter.equals("\t") ? "TAB" : delimiter);
        this.limits = limits;
        this.next = advance();
    }

    static CsvGrid open(String file, byte[] bytes, Headings headings, TableLimits limits) {
        var decoded = Sniffer.decode(file, bytes);
        var text =
                decoded.text().startsWith("\uFEFF") ? decoded.text().substring(1) : decoded.text();
        if (text.isBlank()) {
            throw Sniffer.problem(TableProblem.EMPTY_FILE, file, "");
        }
        return new CsvGrid(text, delimiter(text, headings), decoded.charset(), limits);
    }

    private static CsvReader<CsvRecord> reader(String text, String delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text);
    }

    /// The delimiter under which most known headings appear; without any, the one that cuts the rows most evenly.
    private static String delimiter(String text, Headings headings) {
        var best = DELIMITERS.getFirst();
        int most = -1;
        for (var delimiter : DELIMITERS) {
            var lines = firstLines(text, delimiter);
            int known =
                    lines.stream()
                            .mapToInt(cells -> (int) cells.stream().filter(headings::knows).count())
                            .max()
                            .orElse(0);
            int score = known * 1000 + evenness(lines);
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }

    private static int evenness(List<List<String>> lines) {
        var widths = new HashMap<Integer, Integer>();
        lines.stream()
                .filter(cells -> cells.size() > 1)
                .forEach(cells -> widths.merge(cells.size(), 1, Integer::sum));
        return widths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static List<List<String>> firstLines(String text, String delimiter) {
        var lines = new ArrayList<List<String>>();
        try (var records = reader(text, delimiter).iterator()) {
            while (lines.size() <= Header.SEARCHED && records.hasNext()) {
                lines.add(records.next().getFields());
            }
        } catch (CsvParseException badlyQuoted) {
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Line next() {
        var current = next;
        if (current == null) {
            throw new NoSuchElementException();
        }
        next = advance();
        return current;
    }

    private @Nullable Line advance() {
        try {
            while (records.hasNext()) {
                var csv = records.next();
                line = csv.getStartingLineNumber() + 1;
                var read =
                        new Line(++number, csv.getFields().stream().map(Formula::harmful).toList());
                for (int i = 0; i < read.cells().size(); i++) {
                    CellLimit.check(read, i, limits);
                }
                if (!read.isEmpty()) {
                    return read;
                }
            }
            return null;
        } catch (CsvParseException unclosed) {
            throw new TableException(
                    TableProblem.QUOTE_NOT_CLOSED, Map.of("line", String.valueOf(line)));
        }
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
