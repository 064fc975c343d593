package org.guiju.kernel.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// 清单差异: what changed from one list to another, by the ids of the rows. `of(a, b).apply(a)` is `b`.
///
/// @param changes those that were removed first, then changed cells, then what was added or moved, in the order of the newer list
public record ListDiff(List<Change> changes) {
    public ListDiff {
        changes = List.copyOf(changes);
    }

    /// 变化.
    public sealed interface Change {
        String id();

        /// 删除.
        record Removed(ListRow row) implements Change {
            @Override
            public String id() {
                return row.id();
            }
        }

        /// 修改: one cell.
        ///
        /// @param from "" where it said nothing
        record Changed(String id, String column, String from, String to) implements Change {}

        /// 新增.
        ///
        /// @param position in the newer list, from 0
        record Added(ListRow row, int position) implements Change {
            @Override
            public String id() {
                return row.id();
            }
        }

        /// 移位: the row says the same in another place.
        record Moved(String id, int position) implements Change {}
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /// How many rows were added, removed and changed in their words.
    public Counts counts() {
        var changed = new HashSet<String>();
        int added = 0;
        int removed = 0;
        for (var change : changes) {
            switch (change) {
                case Change.Added _ -> added++;
                case Change.Removed _ -> removed++;
                case Change.Changed c -> changed.add(c.id());
                case Change.Moved _ -> {}
            }
        }
        return new Counts(added, removed, changed.size());
    }

    /// 变化数.
    public record Counts(int added, int removed, int changed) {}

    public static ListDiff of(List<ListRow> before, List<ListRow> after) {
        var old = byId(before);
        var young = byId(after);
        var changes = new ArrayList<Change>();
        before.stream()
                .filter(row -> !young.containsKey(row.id()))
                .forEach(row -> changes.add(new Change.Removed(row)));
        for (var row : after) {
            var was = old.get(row.id());
            if (was != null) {
                cells(was, row, changes);
            }
        }
        var still = standing(before, young.keySet(), after);
        for (int i = 0; i < after.size(); i++) {
            var row = after.get(i);
            if (!old.containsKey(row.id())) {
                changes.add(new Change.Added(row, i));
            } else if (!still.contains(row.id())) {
                changes.add(new Change.Moved(row.id(), i));
            }
        }
        return new ListDiff(changes);
    }

    private static void cells(ListRow was, ListRow is, List<Change> changes) {
        var columns = new TreeSet<>(was.cells().keySet());
        columns.addAll(is.cells().keySet());
        for (var column : columns) {
            if (!was.cell(column).equals(is.cell(column))) {
                changes.add(new Change.Changed(is.id(), column, was.cell(column), is.cell(column)));
            }
        }
    }

    /// The most rows that keep their order among each other: the others have moved. The longest rising sequence of the new
    /// places in the old order.
    private static Set<String> standing(
            List<ListRow> before, Set<String> kept, List<ListRow> after) {
        var place = new HashMap<String, Integer>();
        for (int i = 0; i < after.size(); i++) {
            place.put(after.get(i).id(), i);
        }
        var ids = before.stream().map(ListRow::id).filter(kept::contains).toList();
        int[] places = ids.stream().mapToInt(place::get).toArray();
        int[] tails = new int[places.length];
        int[] previous = new int[places.length];
        int longest = 0;
        for (int i = 0; i < places.length; i++) {
            int at = 0;
            int end = longest;
            while (at < end) {
                int middle = (at + end) >>> 1;
                if (places[tails[middle]] < places[i]) {
                    at = middle + 1;
                } else {
                    end = middle;
                }
            }
            previous[i] = at == 0 ? -1 : tails[at - 1];
            tails[at] = i;
            longest = Math.max(longest, at + 1);
        }
        var standing = new HashSet<String>();
        for (int i = longest == 0 ? -1 : tails[longest - 1]; i >= 0; i = previous[i]) {
            standing.add(ids.get(i));
        }
        return standing;
    }

    /// The newer list, from the older.
    public List<ListRow> apply(List<ListRow> before) {
        var gone = new LinkedHashSet<String>();
        var cells = new HashMap<String, List<Change.Changed>>();
        Map<Integer, ListRow> placed = new LinkedHashMap<>();
        var rows = byId(before);
        for (var change : changes) {
            switch (change) {
                case Change.Removed r -> gone.add(r.id());
                case Change.Changed c ->
                        cells.computeIfAbsent(c.id(), _ -> new ArrayList<>()).add(c);
                case Change.Added(var row, var position) -> placed.put(position, row);
                case Change.Moved(var id, var position) -> {
                    gone.add(id);
                    placed.put(position, changed(Objects.requireNonNull(rows.get(id)), cells));
                }
            }
        }
        var after = new ArrayList<ListRow>();
        before.stream()
                .filter(row -> !gone.contains(row.id()))
                .forEach(row -> after.add(changed(row, cells)));
        int[] positions = placed.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        Arrays.stream(positions).forEach(p -> after.add(p, placed.get(p)));
        return List.copyOf(after);
    }

    private static ListRow changed(ListRow row, Map<String, List<Change.Changed>> cells) {
        var now = row;
        for (var change : cells.getOrDefault(row.id(), List.of())) {
            now = now.with(change.column(), change.to());
        }
        return now;
    }

    private static Map<String, ListRow> byId(List<ListRow> rows) {
        var byId = new LinkedHashMap<String, ListRow>();
        rows.forEach(row -> byId.put(row.id(), row));
        return byId;
    }
}
