package org.guiju.app.laws.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guiju.app.laws.Laws;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Remembered;
import org.guiju.formats.definition.LawBook;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.lint.LintFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of laws and articles, kept until one changes.
@Component
@Order(28)
public class LawProjection implements Projection, Laws {
    private final JdbcClient jdbc;
    private final Remembered<List<LawBook.Version>> known = new Remembered<>();

    LawProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("law_article", "law");
    }

    @Override
    public String reads() {
        return "law.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        known.changing();
        for (var e : stream) {
            switch (e.kind()) {
                case "law.entered" -> entered(e);
                case "law.withdrawn" -> withdrawn(e);
                default -> throw new IllegalStateException("no row knows of " + e.kind());
            }
        }
    }

    private void entered(EventEntry e) {
        jdbc.sql(
                        """
                        insert into projection.law values (:name, :from, :until, :successor, :rank)
                        on conflict (name, in_force) do update set until = excluded.until,
                            successor = excluded.successor, rank = excluded.rank
                        """)
                .param("name", e.text("name"))
                .param("from", LocalDate.parse(e.text("from")))
                .param("until", day(e.text("until")))
                .param("successor", e.text("successor"))
                .param("rank", e.text("rank"))
                .update();
        var numbers = e.texts("articles");
        for (int i = 0; i < numbers.size(); i++) {
            jdbc.sql(
                            """
                            insert into projection.law_article values (:name, :from, :number, :kind, :text, :source)
                            on conflict (name, in_force, number, kind) do update set text = excluded.text,
                                source = excluded.source
                            """)
                    .param("name", e.text("name"))
                    .param("from", LocalDate.parse(e.text("from")))
                    .param("number", numbers.get(i))
                    .param("kind", e.texts("kinds").get(i))
                    .param("text", e.texts("texts").get(i))
                    .param("source", e.texts("sources").get(i))
                    .update();
        }
    }

    private void withdrawn(EventEntry e) {
        var number = e.text("article");
        var from = LocalDate.parse(e.text("from"));
        if (number.isEmpty()) {
            for (var table : tables()) {
                jdbc.sql("delete from projection." + table + " where name = ? and in_force = ?")
                        .params(e.text("name"), from)
                        .update();
            }
            return;
        }
        jdbc.sql(
                        "delete from projection.law_article where name = ? and in_force = ? and number = ? and kind = ?")
                .params(e.text("name"), from, number, e.text("kind"))
                .update();
    }

    @Override
    public List<LawBook.Version> all() {
        return known.get(this::read);
    }

    private List<LawBook.Version> read() {
        var articles = new LinkedHashMap<String, List<LawBook.Article>>();
        jdbc.sql("select name, in_force, number, kind, text, source from projection.law_article")
                .query(rs -> {
                    articles.computeIfAbsent(
                                    rs.getString(1) + " " + rs.getString(2), _ -> new ArrayList<>())
                            .add(
                                    new LawBook.Article(
                                            rs.getString(3),
                                            LawBook.Kind.ofCode(rs.getString(4))
                                                    .orElse(LawBook.Kind.SUMMARY),
                                            rs.getString(5),
                                            rs.getString(6)));
                });
        articles.values()
                .forEach(list ->
                        list.sort(
                                Comparator.comparingInt((LawBook.Article a) -> ordinal(a.number()))
                                        .thenComparing(LawBook.Article::number)
                                        .thenComparing(LawBook.Article::kind)));
        return jdbc.sql(
                        "select name, in_force, until, successor, rank from projection.law order by name, in_force")
                .query((rs, _) ->
                        new LawBook.Version(
                                rs.getString(1),
                                LawBook.rank(rs.getString(5)).orElseThrow(),
                                rs.getObject(2, LocalDate.class),
                                rs.getObject(3, LocalDate.class),
                                rs.getString(4),
                                articles.getOrDefault(
                                        rs.getString(1) + " " + rs.getString(2), List.of())))
                .list();
    }

    @Override
    public List<LintFacts.Law> facts() {
        return all().stream()
                .map(v -> new LintFacts.Law(v.name(), v.from(), v.until(), v.successor()))
                .toList();
    }

    @Override
    public List<Hit> find(String query, LocalDate day, int atMost) {
        var words =
                Arrays.stream(query.toLowerCase(Locale.ROOT).split("[\\s《》]+"))
                        .filter(w -> !w.isEmpty())
                        .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return all().stream()
                .flatMap(v -> v.articles().stream().map(a -> new Hit(v, a)))
                .filter(h -> {
                    var all =
                            (h.law().name() + " " + h.article().number() + " " + h.article().text())
                                    .toLowerCase(Locale.ROOT);
                    return words.stream().allMatch(all::contains);
                })
                .sorted(
                        Comparator.comparing((Hit h) -> !h.law().inForceOn(day))
                                .thenComparing(h -> h.article().kind()))
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<Hit> article(String law, String number, LocalDate day) {
        return all().stream()
                .filter(v -> v.name().equals(law))
                .flatMap(v -> v.articles().stream().map(a -> new Hit(v, a)))
                .filter(h -> h.article().number().equals(number))
                .min(
                        Comparator.comparing((Hit h) -> !h.law().inForceOn(day))
                                .thenComparing(h -> h.article().kind())
                                .thenComparing(h -> h.law().from(), Comparator.reverseOrder()));
    }

    /// 第四十二条 is 42; what is no number comes last.
    static int ordinal(String number) {
        int value = 0;
        int digit = 0;
        for (int i = 1; i < number.length(); i++) {
            char c = number.charAt(i);
            int at = "零一二三四五六七八九".indexOf(c);
            if (at >= 0) {
                digit = at;
            } else if (c == '十') {
                value += (digit == 0 ? 1 : digit) * 10;
                digit = 0;
            } else if (c == '百') {
                value += digit * 100;
                digit = 0;
            } else if (c == '条') {
                return value + digit;
            } else {
                break;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
