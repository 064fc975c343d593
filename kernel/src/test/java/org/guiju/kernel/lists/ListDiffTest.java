package org.guiju.kernel.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.guiju.kernel.lists.ListDiff.Change;
import org.guiju.kernel.lists.ListDiff.Counts;
import org.junit.jupiter.api.Test;

class ListDiffTest {
    private static final ListRow A = row("a", "one");
    private static final ListRow B = row("b", "two");
    private static final ListRow C = row("c", "three");

    @Test
    void nothingChangesBetweenTheSameRows() {
        assertThat(ListDiff.of(List.of(A, B), List.of(A, B)).isEmpty()).isTrue();
    }

    @Test
    void aRowThatCameAOneThatWentAndACellThatChangedAreNamed() {
        var diff = ListDiff.of(List.of(A, B), List.of(row("a", "ONE"), C));
        assertThat(diff.changes())
                .containsExactly(
                        new Change.Removed(B),
                        new Change.Changed("a", "act", "one", "ONE"),
                        new Change.Added(C, 1));
        assertThat(diff.counts()).isEqualTo(new Counts(1, 1, 1));
    }

    @Test
    void onlyTheRowThatMovedIsNamedNotThoseThatMadeRoom() {
        assertThat(ListDiff.of(List.of(A, B, C), List.of(C, A, B)).changes())
                .containsExactly(new Change.Moved("c", 0));
    }

    @Test
    void aCellThatWasEmptyChangesFromNothing() {
        var empty = new ListRow("a", new LinkedHashMap<>(Map.of("act", "  ")));
        assertThat(ListDiff.of(List.of(empty), List.of(A)).changes())
                .containsExactly(new Change.Changed("a", "act", "", "one"));
    }

    /// Whatever two lists there are: the differences lead from the one to the other, and none more often than it is said.
    @Test
    void appliedToTheOlderListTheDifferencesGiveTheNewer() {
        long seed = Long.getLong("guiju.seed", System.nanoTime());
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var before = rows(random);
            var after = rows(random);
            var diff = ListDiff.of(before, after);
            assertThat(diff.apply(before)).as("seed %d round %d", seed, round).isEqualTo(after);
            assertThat(diff.isEmpty())
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(before.equals(after));
        }
    }

    @Test
    void theTextOfAnyRowsReadsBackAsTheRows() {
        long seed = Long.getLong("guiju.seed", System.nanoTime());
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var rows = rows(random);
            assertThat(ListText.read(ListText.write(rows)))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(rows);
        }
    }

    private static List<ListRow> rows(Random random) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            if (random.nextBoolean()) {
                ids.add("r-" + i);
            }
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(ids, random);
        }
        return ids.stream().map(id -> random(id, random)).toList();
    }

    private static ListRow random(String id, Random random) {
        var cells = new LinkedHashMap<String, String>();
        for (var column : List.of("act", "basis", "who")) {
            cells.put(
                    column,
                    List.of("", "禁止", "a\tb", "c\\t=d", "x\ny", "\\").get(random.nextInt(6)));
        }
        return new ListRow(id, cells);
    }

    private static ListRow row(String id, String act) {
        return new ListRow(id, new LinkedHashMap<>(Map.of("act", act)));
    }
}
