package org.guiju.app.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.guiju.app.cases.store.ReadingRows;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Witnesses;
import org.guiju.app.ledger.store.AuditBooks;
import org.guiju.app.ledger.store.AuditRows;
import org.guiju.app.ledger.store.DisclosureRows;
import org.guiju.app.ledger.store.JdbcLogs;
import org.guiju.app.ledger.store.KeyRing;
import org.guiju.app.ledger.store.SubjectKeys;
import org.guiju.app.platform.database.MigratorAccess;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// The first 300 entries of a real server's log, and a liar who owns its tables.
@RunningGuiju
abstract class OnARealLog {
    static final int SIZE = 300;

    @Autowired Sequencer sequencer;

    @Autowired Sealer sealer;

    @Autowired Audit audit;

    @Autowired AuditRows rows;

    @Autowired JdbcLogs logs;

    @Autowired SubjectKeys keys;

    @Autowired KeyRing ring;

    @Autowired Witnesses witnesses;

    @Autowired RowSeals seals;

    @Autowired EventStore events;

    @Autowired OfficialClock clock;

    @Autowired TransactionTemplate transaction;

    @Autowired JdbcClient jdbc;

    @Autowired ApplicationContext server;

    JdbcLogs.Log log = new JdbcLogs.Log(0, "", 0);
    final List<AuditRows.Row> stored = new ArrayList<>();

    @BeforeEach
    void threeHundredEntriesOfARealLog() {
        while (sequencer.sequence() > 0) {
            sealer.seal();
        }
        sealer.seal();
        log = logs.all().getFirst();
        var found = rows.entries(0, SIZE);
        assertThat(found).hasSize(SIZE);
        for (long i = 0; i < SIZE; i++) {
            stored.add(Objects.requireNonNull(found.get(i)));
        }
    }

    static byte[] entry(AuditRows.Row row) {
        return row.entry().orElseThrow();
    }

    static int run(Connection owner, String sql, Object... values) {
        int rows = done(owner, sql, values);
        assertThat(rows > 0 || sql.contains("savepoint")).as(sql).isTrue();
        return rows;
    }

    static int done(Connection owner, String sql, Object... values) {
        try (var statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// As the owner of the tables, with the guards of his own tables taken off, in a transaction that never ends well: the audit reads through the same connection.
    void asOwner(BiConsumer<Connection, Audit> lies) throws SQLException {
        try (var owner = MigratorAccess.open(server);
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            // Nobody sequences meanwhile. The guard of the events is made to say yes to everything,
            // for this transaction alone.
            statement.execute("lock table coord in exclusive mode");
            statement.execute(
                    """
                    create or replace function entry_fits(entry bytea, stream uuid, seq integer) returns boolean
                    language sql immutable parallel safe as $$ select true $$
                    """);
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(owner, true));
            var lied =
                    new Audit(
                            new JdbcLogs(JdbcClient.create(jdbc)),
                            sealer,
                            new AuditRows(jdbc, keys),
                            new AuditBooks(jdbc, ring),
                            witnesses,
                            new RowSeals(
                                    List.of(new DisclosureRows(jdbc), new ReadingRows(jdbc)),
                                    events,
                                    clock,
                                    transaction));
            sealer.still(() -> {
                lies.accept(owner, lied);
                return true;
            });
            owner.rollback();
        }
    }
}
