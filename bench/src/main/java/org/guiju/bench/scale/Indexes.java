package org.guiju.bench.scale;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.guiju.bench.machine.Store;

/// 索引与约束 of the tables that are filled: taken away before many rows come, and made again behind them from what the database
/// itself said of them.
final class Indexes {
    private static final List<String> TABLES =
            List.of(
                    "event",
                    "disclosure",
                    "command",
                    "projection.case_row",
                    "projection.case_word",
                    "projection.case_effort",
                    "projection.step_done",
                    "projection.task",
                    "projection.in_hand",
                    "projection.finding",
                    "projection.watched");
    private static final String THEM =
            "("
                    + String.join(", ", TABLES.stream().map(t -> "'" + t + "'::regclass").toList())
                    + ")";
    private final Store store;
    private final List<String> again;
    private final List<String> away;

    private Indexes(Store store, List<String> away, List<String> again) {
        this.store = store;
        this.away = away;
        this.again = again;
    }

    static Indexes of(Store store) throws SQLException, IOException {
        var constraints =
                "from pg_constraint where conrelid in "
                        + THEM
                        + " and contype in ('p', 'u', 'f') order by contype = 'f'";
        var indexes =
                "from pg_index i where i.indrelid in "
                        + THEM
                        + " and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u')) order by 1";
        var again =
                new java.util.ArrayList<>(
                        store.texts(
                                "select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) "
                                        + constraints));
        again.addAll(store.texts("select pg_get_indexdef(i.indexrelid) " + indexes));
        var away =
                new java.util.ArrayList<>(
                        store.texts(
                                "select format('alter table %s drop constraint %I', conrelid::regclass, conname) "
                                        + constraints
                                        + " desc"));
        away.addAll(
                store.texts("select format('drop index %s', i.indexrelid::regclass) " + indexes));
        return new Indexes(store, away, again);
    }

    void takeAway() throws SQLException, IOException {
        store.run(away.toArray(String[]::new));
    }

    void makeAgain() throws SQLException, IOException {
        try (var connection = store.connect();
                var statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '1GB'");
            for (var one : again) {
                statement.execute(one);
            }
            for (var table : TABLES) {
                statement.execute("vacuum (analyze) " + table);
            }
        }
    }
}
