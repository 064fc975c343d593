package org.guiju.app.lists.application;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Organ;
import org.guiju.app.lists.Lists;
import org.guiju.app.lists.Lists.Head;
import org.guiju.app.lists.store.ListProjection;
import org.guiju.kernel.lists.Correspondence;
import org.guiju.kernel.lists.ListColumn;
import org.guiju.kernel.lists.ListDiff;
import org.guiju.kernel.lists.ListDiff.Change;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.lists.ListKinds;
import org.guiju.kernel.lists.ListRow;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 清单查阅: what readers ask of published lists: by unit and kind, counted by category, searched, compared in words.
@Component
public class ListShelf {
    private final Lists lists;
    private final ListProjection projection;
    private final Allocation allocation;

    ListShelf(Lists lists, ListProjection projection, Allocation allocation) {
        this.lists = lists;
        this.projection = projection;
        this.allocation = allocation;
    }

    /// 单位一行: its lists in force, by kind.
    public record Unit(Organ organ, Map<String, Head> lists) {}

    /// 查得的一行.
    ///
    /// @param title what the row is about: its first cell
    public record Found(Head head, ListKind kind, Text organ, ListRow row, String title) {}

    /// 分类数: how many rows of a category, in all and by unit in the order of the units.
    public record Category(String name, long total, List<Long> byUnit) {}

    /// 变化一行, for words side by side.
    ///
    /// @param what `added`, `removed`, `changed` or `moved`
    /// @param column heading of the cell that changed; null for whole rows
    public record Line(
            String what,
            String id,
            String title,
            @Nullable Text column,
            String before,
            String after) {}

    /// Units that have a list in force on the day, in the order of the county.
    public List<Unit> units(LocalDate day) {
        var byOrgan = new HashMap<OrganId, Map<String, Head>>();
        lists.inForce(day)
                .forEach(h ->
                        byOrgan.computeIfAbsent(h.organ(), _ -> new LinkedHashMap<>())
                                .put(h.kind(), h));
        return allocation.organs().stream()
                .filter(o -> byOrgan.containsKey(o.id()))
                .map(o -> new Unit(o, Objects.requireNonNull(byOrgan.get(o.id()))))
                .toList();
    }

    public Text organ(OrganId organ) {
        return allocation.organ(organ).map(Organ::name).orElseGet(() -> Text.zh(organ.value()));
    }

    public List<ListRow> rows(Head head) {
        return projection.rows(head.digest());
    }

    /// Counts of the rows of a kind in force, by category; the sums of a category over the units is its total.
    public List<Category> categories(ListKind kind, List<Unit> units) {
        var column = kind.category();
        if (column.isEmpty()) {
            return List.of();
        }
        var counts = new TreeMap<String, long[]>();
        for (int i = 0; i < units.size(); i++) {
            var head = units.get(i).lists().get(kind.code());
            if (head == null) {
                continue;
            }
            for (var row : rows(head)) {
                counts.computeIfAbsent(row.cell(column.get().code()), _ -> new long[units.size()])[
                        i]++;
            }
        }
        return counts.entrySet().stream()
                .map(e -> {
                    var each = java.util.Arrays.stream(e.getValue()).boxed().toList();
                    return new Category(
                            e.getKey(), each.stream().mapToLong(Long::longValue).sum(), each);
                })
                .toList();
    }

    /// Rows in force that hold the words, of the unit, the kind and the category asked for; blank for any.
    public List<Found> find(
            String words, String organ, String kind, String category, LocalDate day) {
        var found = new ArrayList<Found>();
        for (var head : lists.inForce(day)) {
            var of = lists.kind(head.kind());
            if (of.isEmpty()
                    || !(organ.isEmpty() || organ.equals(head.organ().value()))
                    || !(kind.isEmpty() || kind.equals(head.kind()))) {
                continue;
            }
            var name = organ(head.organ());
            select(of.get(), rows(head), words, category)
                    .forEach(
                            r -> found.add(new Found(head, of.get(), name, r, title(of.get(), r))));
        }
        return found;
    }

    /// Rows of one list that hold the words and are of the category; blank for any.
    public List<ListRow> select(ListKind kind, List<ListRow> rows, String words, String category) {
        var sought = plain(words);
        var column = kind.category().map(ListColumn::code).orElse("");
        return rows.stream()
                .filter(r -> category.isEmpty() || r.cell(column).equals(category))
                .filter(r ->
                        sought.isEmpty()
                                || plain(r.id()).contains(sought)
                                || r.cells().values().stream()
                                        .anyMatch(c -> plain(c).contains(sought)))
                .toList();
    }

    /// The categories of a list with their counts, in the order of their first rows.
    public Map<String, Long> counted(ListKind kind, List<ListRow> rows) {
        var counts = new LinkedHashMap<String, Long>();
        kind.category()
                .ifPresent(c -> rows.forEach(r -> counts.merge(r.cell(c.code()), 1L, Long::sum)));
        return counts;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
    }

    /// What a row is about.
    public static String title(ListKind kind, ListRow row) {
        var column = kind.code().equals(ListKinds.RESPONSIBILITY.code()) ? "matter" : "";
        var title = row.cell(column.isEmpty() ? kind.columns().getFirst().code() : column);
        return title.isEmpty() ? row.id() : title;
    }

    /// The differences of two lists of a kind, as lines with words.
    ///
    /// @param byTitle whether rows are one and the same by what they are about and not by their ids: for lists of two units
    public List<Line> differences(
            ListKind kind, List<ListRow> before, List<ListRow> after, boolean byTitle) {
        var from = byTitle ? titled(kind, before) : before;
        var to = byTitle ? titled(kind, after) : after;
        var titles = new HashMap<String, String>();
        from.forEach(r -> titles.put(r.id(), title(kind, r)));
        to.forEach(r -> titles.put(r.id(), title(kind, r)));
        var lines = new ArrayList<Line>();
        for (var change : ListDiff.of(from, to).changes()) {
            var title = titles.getOrDefault(change.id(), change.id());
            switch (change) {
                case Change.Added(var row, _) ->
                        lines.add(new Line("added", row.id(), title, null, "", words(kind, row)));
                case Change.Removed(var row) ->
                        lines.add(new Line("removed", row.id(), title, null, words(kind, row), ""));
                case Change.Changed c ->
                        lines.add(
                                new Line(
                                        "changed",
                                        c.id(),
                                        title,
                                        kind.column(c.column())
                                                .map(ListColumn::name)
                                                .orElseGet(() -> Text.zh(c.column())),
                                        c.from(),
                                        c.to()));
                case Change.Moved(var id, var position) -> {
                    if (!byTitle) {
                        lines.add(
                                new Line(
                                        "moved",
                                        id,
                                        title,
                                        null,
                                        "",
                                        String.valueOf(position + 1)));
                    }
                }
            }
        }
        return lines;
    }

    /// All that a row says, a line for each cell.
    private static String words(ListKind kind, ListRow row) {
        var words = new StringBuilder();
        for (var column : kind.columns()) {
            var cell = row.cell(column.code());
            if (!cell.isEmpty()) {
                words.append(words.isEmpty() ? "" : "\n")
                        .append(column.name().zh())
                        .append('：')
                        .append(cell);
            }
        }
        return words.toString();
    }

    /// Rows by what they are about: the first of several of one title keeps it, the others stay by their ids.
    private static List<ListRow> titled(ListKind kind, List<ListRow> rows) {
        var seen = new HashMap<String, Integer>();
        return rows.stream()
                .map(r -> {
                    var key = plain(title(kind, r));
                    int nth = seen.merge(key, 1, Integer::sum);
                    var id =
                            "t-"
                                    + java.util.UUID.nameUUIDFromBytes(
                                            (key + "\n" + nth).getBytes(StandardCharsets.UTF_8));
                    return new ListRow(id, r.cells());
                })
                .toList();
    }

    /// 权责对应 of a unit on a day.
    public Correspondence correspondence(OrganId organ, LocalDate day) {
        return Correspondence.of(
                current(organ, ListKinds.POWER, day),
                current(organ, ListKinds.RESPONSIBILITY, day));
    }

    private List<ListRow> current(OrganId organ, ListKind kind, LocalDate day) {
        return lists.current(organ, kind.code(), day).map(v -> v.rows()).orElse(List.of());
    }

    /// The version before this one, if any.
    public Optional<Head> before(Head head) {
        return lists.versions(head.organ(), head.kind()).stream()
                .filter(h -> h.number() < head.number())
                .findFirst();
    }
}
