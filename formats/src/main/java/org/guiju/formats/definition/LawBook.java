package org.guiju.formats.definition;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.guiju.kernel.powers.Basis.Rank;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 法规汇编: laws by version, with rank, days in force and those of their articles that somebody has entered. As a table it has one row for each
/// article, or one for a law without any: `name,rank,from,until,successor,article,kind,text,source`.
public final class LawBook {
    /// Headings of the table, in and out.
    public static final List<String> COLUMNS =
            List.of(
                    "name",
                    "rank",
                    "from",
                    "until",
                    "successor",
                    "article",
                    "kind",
                    "text",
                    "source");

    private LawBook() {}

    /// 法规版本.
    ///
    /// @param name short title as articles cite it
    /// @param until last day in force; null while it is
    /// @param successor what took its place; empty if nothing did
    public record Version(
            String name,
            Rank rank,
            LocalDate from,
            @Nullable LocalDate until,
            String successor,
            List<Article> articles) {
        public Version {
            articles = List.copyOf(articles);
        }

        public boolean inForceOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /// 条款.
    ///
    /// @param number as cited: `第四十二条第一款`
    /// @param source where the text was taken from
    public record Article(String number, Kind kind, String text, String source) {}

    /// 文字性质: nobody may take a summary for the words of the law.
    public enum Kind {
        WORDING("wording", new Text("条文原文", "wording")),
        SUMMARY("summary", new Text("规则摘要，不是原文", "summary of the rule, not its wording"));

        private final String code;
        private final Text words;

        Kind(String code, Text words) {
            this.code = code;
            this.words = words;
        }

        public String code() {
            return code;
        }

        public Text words() {
            return words;
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
        }
    }

    public static Optional<Rank> rank(String code) {
        return Arrays.stream(Rank.values()).filter(r -> r.code().equals(code)).findFirst();
    }

    /// What comes with this release: the laws that the shipped powers cite, with the articles cited, the best-known repealed ones, and summaries of
    /// the rules that set limits.
    public static List<Version> shipped() {
        var articles = new LinkedHashMap<String, List<Article>>();
        for (var row : rows(ShippedDefinitions.resource("law-articles.csv"))) {
            articles.computeIfAbsent(
                            row.getField("law") + " " + row.getField("from"),
                            _ -> new ArrayList<>())
                    .add(
                            new Article(
                                    row.getField("article"),
                                    Kind.ofCode(row.getField("kind")).orElseThrow(),
                                    row.getField("text"),
                                    row.getField("source")));
        }
        return rows(ShippedDefinitions.resource("laws.csv")).stream()
                .map(row ->
                        version(
                                row,
                                articles.getOrDefault(
                                        row.getField("name") + " " + row.getField("from"),
                                        List.of())))
                .toList();
    }

    /// Reads a table as it is handed in.
    ///
    /// @throws IllegalArgumentException naming the line that cannot be read
    public static List<Version> read(String csv) {
        var found = new LinkedHashMap<String, Version>();
        for (var row : rows(csv)) {
            var head = version(row, List.of());
            var key = head.name() + " " + head.from();
            var before = found.getOrDefault(key, head);
            var articles = new ArrayList<>(before.articles());
            var number = text(row, "article");
            if (!number.isEmpty()) {
                var kind = text(row, "kind");
                articles.add(
                        new Article(
                                number,
                                kind.isEmpty()
                                        ? Kind.WORDING
                                        : Kind.ofCode(kind)
                                                .orElseThrow(() -> wrong(row, "kind: " + kind)),
                                text(row, "text"),
                                text(row, "source")));
            }
            found.put(
                    key,
                    new Version(
                            head.name(),
                            head.rank(),
                            head.from(),
                            head.until(),
                            head.successor(),
                            articles));
        }
        return List.copyOf(found.values());
    }

    private static Version version(NamedCsvRecord row, List<Article> articles) {
        try {
            var until = text(row, "until");
            var rank = text(row, "rank");
            return new Version(
                    row.getField("name").strip(),
                    rank(rank).orElseThrow(() -> wrong(row, "rank: " + rank)),
                    LocalDate.parse(row.getField("from").strip()),
                    until.isEmpty() ? null : LocalDate.parse(until),
                    text(row, "successor"),
                    articles);
        } catch (DateTimeException | NoSuchElementException e) {
            throw wrong(row, String.valueOf(e.getMessage()));
        }
    }

    private static String text(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private static IllegalArgumentException wrong(NamedCsvRecord row, String what) {
        return new IllegalArgumentException("line " + row.getStartingLineNumber() + ": " + what);
    }

    private static List<NamedCsvRecord> rows(String csv) {
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (var rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().toList();
        } catch (IOException | CsvParseException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }
}
