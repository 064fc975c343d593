package org.guiju.app.ledger.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Writes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 重建: empties every projection, replays the events, and compares what was there with what came out, byte for byte.
@Component
public class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    /// lock_not_available: somebody has it.
    private static final String TAKEN = "55P03";

    private static final int TRIES = 500;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int TOGETHER = 100;
    private static final int FETCHED = 1000;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final EventStore events;
    private final List<Projection> projections;
    private final TransactionTemplate transaction;

    Rebuild(
            JdbcClient jdbc,
            JdbcTemplate batch,
            EventStore events,
            List<Projection> projections,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.events = events;
        this.projections = List.copyOf(projections);
        this.transaction = transaction;
    }

    /// 对比: rows and digest of one table before and after.
    public record Compared(String table, long rows, String before, String after) {
        public boolean same() {
            return before.equals(after);
        }
    }

    /// Replays everything in one transaction: readers see the old tables until the new ones are whole, and who writes waits
    /// for them. An act that commits between emptying and replaying would otherwise be told twice.
    ///
    ///
    /// @throws UncategorizedSQLException if others write so much for so long that it never had the tables to itself
    public List<Compared> run() {
        for (int i = 1; ; i++) {
            try {
                return Objects.requireNonNull(transaction.execute(_ -> replayed()));
            } catch (UncategorizedSQLException e) {
                if (i == TRIES || !taken(e)) {
                    throw e;
                }
                LOG.debug("the tables are being written to: {}", e.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static boolean taken(UncategorizedSQLException e) {
        var cause = e.getSQLException();
        return cause != null && TAKEN.equals(cause.getSQLState());
    }

    private List<Compared> replayed() {
        // All tables at once or none: waiting for one while holding others could stand against a
        // writer for ever.
        jdbc.sql("lock table " + locked() + " in exclusive mode nowait").update();
        var before = digests();
        projections
                .reversed()
                .forEach(p ->
                        p.tables().forEach(t -> jdbc.sql("delete from projection." + t).update()));
        projections.forEach(this::replay);
        var after = digests();
        return before.keySet().stream()
                .map(t ->
                        new Compared(
                                t, count(t), before.getOrDefault(t, ""), after.getOrDefault(t, "")))
                .toList();
    }

    /// The rows of many streams go to the database together.
    private void replay(Projection projection) {
        var writes = new Writes();
        var gathered = new AtomicInteger();
        events.walk(
                projection.reads(),
                stream -> {
                    projection.begin(writes, stream);
                    if (gathered.incrementAndGet() % TOGETHER == 0) {
                        writes.sendTogether(batch);
                    }
                });
        writes.sendTogether(batch);
    }

    private String locked() {
        return projections.stream()
                .flatMap(p -> p.tables().stream())
                .map(t -> "projection." + t)
                .collect(Collectors.joining(", "));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from projection." + table).query(Long.class).single();
    }

    private Map<String, String> digests() {
        var found = new LinkedHashMap<String, String>();
        for (var projection : projections) {
            for (var table : projection.tables()) {
                found.put(table, digest(table));
            }
        }
        return found;
    }

    /// The rows in their order, hashed as they come: no text of a whole table, which has an end at one gigabyte.
    private String digest(String table) {
        var sha256 = sha256();
        var rows = new AtomicInteger();
        batch.query(
                connection -> {
                    var statement =
                            connection.prepareStatement(
                                    "select t::text as row from projection.%s t order by row"
                                            .formatted(table));
                    statement.setFetchSize(FETCHED);
                    return statement;
                },
                rs -> {
                    rows.incrementAndGet();
                    sha256.update(rs.getString(1).getBytes(StandardCharsets.UTF_8));
                    sha256.update((byte) '\n');
                });
        return rows.get() == 0 ? "empty" : HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
