package org.guiju.formats.calendar;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guiju.formats.calendar.LimitsSheet.Result.Filled;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A filled sheet as text.
public final class LimitsOutput {

    private LimitsOutput() {}

    /// Comma, LF, quotes where needed, no byte order mark.
    public static String csv(Filled sheet) {
        var text = new StringWriter();
        try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(sheet.columns());
            sheet.rows().forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// An array with one object a row; every value is a text, `n` alone is a number where it is one.
    public static String json(Filled sheet) {
        var names = names(sheet.columns());
        var number = LimitsSheet.Header.of(sheet.columns()).at(LimitsSheet.NUMBER);
        var out = new StringWriter();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            for (var row : sheet.rows()) {
                json.writeRaw("\n");
                json.writeStartObject();
                for (var i = 0; i < names.size(); i++) {
                    json.writeName(names.get(i));
                    if (i == number && row.get(i).matches("\\d{1,9}")) {
                        json.writeNumber(Integer.parseInt(row.get(i)));
                    } else {
                        json.writeString(row.get(i));
                    }
                }
                json.writeEndObject();
            }
            json.writeRaw("\n");
            json.writeEndArray();
        }
        return out + "\n";
    }

    /// In JSON each name stands once: a nameless column is `column_3`, a second of one name is `note_2`.
    private static List<String> names(List<String> columns) {
        Set<String> taken = new HashSet<>();
        var names = new ArrayList<String>();
        for (var i = 0; i < columns.size(); i++) {
            var plain = columns.get(i).isBlank() ? "column_" + (i + 1) : columns.get(i).strip();
            var name = plain;
            for (var n = 2; !taken.add(name); n++) {
                name = plain + "_" + n;
            }
            names.add(name);
        }
        return names;
    }
}
