package org.guiju.formats.definition;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.guiju.kernel.lint.LintFacts.Law;

/// 法规库: laws with the days on which they are in force, as CSV with the columns `name`, `from`, `until`, `successor`. The shipped one holds
/// what the shipped powers cite and the best-known repealed laws; whoever needs more hands in his own.
public final class LawRegister {
    private LawRegister() {}

    public static List<Law> shipped() {
        try (var in = LawRegister.class.getResourceAsStream("laws.csv")) {
            return read(
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalArgumentException naming the line that cannot be read
    public static List<Law> read(String csv) {
        var laws = new ArrayList<Law>();
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (var rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (var row : rows) {
                laws.add(law(row));
            }
        } catch (IOException | CsvParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return List.copyOf(laws);
    }

    private static Law law(NamedCsvRecord row) {
        try {
            var until = row.findField("until").orElse("").strip();
            return new Law(
                    row.getField("name").strip(),
                    LocalDate.parse(row.getField("from").strip()),
                    until.isEmpty() ? null : LocalDate.parse(until),
                    row.findField("successor").orElse("").strip());
        } catch (DateTimeException | java.util.NoSuchElementException e) {
            throw new IllegalArgumentException(
                    "line " + row.getStartingLineNumber() + ": " + e.getMessage(), e);
        }
    }
}
