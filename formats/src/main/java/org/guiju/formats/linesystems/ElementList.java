package org.guiju.formats.linesystems;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// 报送要素表: the elements of a case report as a province has written them down, each with its length and whether it must be there.
public final class ElementList {
    /// 受理、过程、结果, and the same of penalties.
    public static final List<String> TABLES =
            List.of(
                    "M_APPLY",
                    "M_APPLYPROCESS",
                    "M_APPLYRESULT",
                    "M_PUNISH",
                    "M_PUNISHPROCESS",
                    "M_PUNISHRESULT");

    private static final Map<String, List<Element>> ALL = load();

    private ElementList() {}

    /// 要素.
    ///
    /// @param length at most so many characters; 0 where the list gives none. Dates stand there with the bytes the database stores
    public record Element(String column, String name, boolean mandatory, int length) {
        /// 7: how Oracle stores a moment, not how long its text is.
        private static final int MOMENT = 7;

        boolean tooLong(String text) {
            return length > 0 && length != MOMENT && text.length() > length;
        }
    }

    /// 缺漏: what the list asks for and the row does not say, or says at too great a length.
    ///
    /// @param missing otherwise too long
    public record Gap(String table, int row, String caseNo, Element element, boolean missing) {}

    public static List<Element> of(String table) {
        return ALL.getOrDefault(table, List.of());
    }

    /// What is wrong with a row.
    ///
    /// @param row from 1
    public static List<Gap> check(String table, int row, Map<String, String> cells) {
        var gaps = new ArrayList<Gap>();
        for (var element : of(table)) {
            var text = cells.getOrDefault(element.column(), "");
            boolean missing = element.mandatory() && text.isBlank();
            if (missing || element.tooLong(text)) {
                gaps.add(
                        new Gap(
                                table,
                                row,
                                cells.getOrDefault("INTERNAL_NO", ""),
                                element,
                                missing));
            }
        }
        return gaps;
    }

    private static Map<String, List<Element>> load() {
        var all = new LinkedHashMap<String, List<Element>>();
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        ElementList.class.getResourceAsStream(
                                                "case_report_elements.csv")),
                                StandardCharsets.UTF_8))) {
            in.lines()
                    .skip(1)
                    .map(line -> line.split(",", 7))
                    .filter(c -> c.length == 7 && TABLES.contains(c[1]) && !c[2].isBlank())
                    .forEach(c ->
                            all.computeIfAbsent(c[1], _ -> new ArrayList<>())
                                    .add(
                                            new Element(
                                                    c[2],
                                                    c[3],
                                                    c[4].equals("Y"),
                                                    c[5].isBlank() ? 0 : Integer.parseInt(c[5]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
