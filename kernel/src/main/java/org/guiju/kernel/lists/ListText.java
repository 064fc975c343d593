package org.guiju.kernel.lists;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/// 清单文本: the one form of rows that is hashed and kept. A line for each row, in order: the id, then `column=text` for each cell by column code, parted by tabs; `\`, tab
/// and line feed within a text are `\\`, `\t` and `\n`. UTF-8.
public final class ListText {
    private ListText() {}

    public static String write(List<ListRow> rows) {
        var text = new StringBuilder();
        for (var row : rows) {
            text.append(row.id());
            new TreeMap<>(row.cells())
                    .forEach((column, cell) -> {
                        text.append('\t').append(column).append('=').append(escaped(cell));
                    });
            text.append('\n');
        }
        return text.toString();
    }

    /// The rows of a text that [#write] wrote; cells stand in the order of their codes.
    public static List<ListRow> read(String text) {
        var rows = new ArrayList<ListRow>();
        for (var line : text.split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            var parts = line.split("\t", -1);
            var cells = new LinkedHashMap<String, String>();
            for (int i = 1; i < parts.length; i++) {
                int at = parts[i].indexOf('=');
                cells.put(parts[i].substring(0, at), plain(parts[i].substring(at + 1)));
            }
            rows.add(new ListRow(parts[0], cells));
        }
        return List.copyOf(rows);
    }

    /// SHA-256 of the text, base64url without padding.
    public static String digest(List<ListRow> rows) {
        return digest(write(rows));
    }

    public static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String plain(String escaped) {
        var plain = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char next = escaped.charAt(++i);
            plain.append(next == 't' ? '\t' : next == 'n' ? '\n' : next);
        }
        return plain.toString();
    }
}
