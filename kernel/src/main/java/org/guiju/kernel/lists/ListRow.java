package org.guiju.kernel.lists;

import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// 清单行: one item of a list.
///
/// @param id stable through all versions: what tells a changed row from a new one
/// @param cells by column code; a blank cell and one that is not there are the same, so blank ones are left out
public record ListRow(String id, SequencedMap<String, String> cells) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    public ListRow {
        if (!isId(id)) {
            throw new IllegalArgumentException("no row id: " + id);
        }
        var filled = new LinkedHashMap<String, String>();
        cells.forEach((column, text) -> {
            if (!text.isBlank()) {
                filled.put(column, tidy(text));
            }
        });
        cells = Collections.unmodifiableSequencedMap(filled);
    }

    /// What the cell says; "" where it says nothing.
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /// The same row with another text in one cell.
    public ListRow with(String column, String text) {
        var changed = new LinkedHashMap<>(cells);
        changed.put(column, text);
        return new ListRow(id, changed);
    }

    /// Whether the word can be an id: letters, digits and `.`, `_`, `:`, `-` within, at most 64.
    public static boolean isId(String word) {
        return ID.matcher(word).matches();
    }

    /// One form of the same words: NFC, no blanks around, one kind of line end.
    private static String tidy(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        return Normalizer.normalize(lines, Normalizer.Form.NFC);
    }
}
