package org.guiju.formats.linesystems;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// 来件原文的一行.
///
/// @param number where it stands: the row of the sheet, or the place in the list, from 1
/// @param headings of the whole table, empty cells included
/// @param cells by heading, tidied; an empty cell is not among them
public record RawRow(int number, List<String> headings, Map<String, String> cells) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RawRow {
        headings = List.copyOf(headings);
        cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /// The record as it is kept: one JSON object, its members in order, so that the same words are the same bytes.
    public String text() {
        return JSON.writeValueAsString(new TreeMap<>(cells));
    }

    /// SHA-256 of [#text], in hexadecimal.
    public String hash() {
        return sha256(text().getBytes(StandardCharsets.UTF_8));
    }

    /// A row that was kept.
    ///
    /// @throws JacksonException where the text is none of ours
    public static RawRow of(int number, List<String> headings, String text) {
        var cells = new LinkedHashMap<String, String>();
        JSON.readTree(text)
                .properties()
                .forEach(p -> cells.put(p.getKey(), p.getValue().asString("")));
        return new RawRow(number, headings, cells);
    }

    /// Headings as they are kept beside a row that waits: whatever stands in them, one line.
    public static String line(List<String> headings) {
        return JSON.writeValueAsString(headings);
    }

    /// Headings that were kept.
    public static List<String> headings(String line) {
        return JSON.readTree(line).valueStream().map(n -> n.asString("")).toList();
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
