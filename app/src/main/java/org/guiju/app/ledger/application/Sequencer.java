package org.guiju.app.ledger.application;

import org.guiju.app.ledger.store.JdbcLogs;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.ledger.LeafHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 排序: gives every entry its place in the log, in the order in which the acts were committed. One sequencer at a time holds
/// the row of `coord`; officers never wait for it. A crash in the middle leaves everything pending.
@Component
public class Sequencer {
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final int BATCH = 4000;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final TransactionTemplate transaction;
    private final JdbcLogs logs;
    private final LedgerSettings settings;
    private final OfficialClock clock;

    Sequencer(
            JdbcClient jdbc,
            JdbcTemplate batch,
            TransactionTemplate transaction,
            JdbcLogs logs,
            LedgerSettings settings,
            OfficialClock clock) {
        this.logs = logs;
        this.settings = settings;
        this.clock = clock;
        this.jdbc = jdbc;
        this.batch = batch;
        this.transaction = transaction;
    }

    /// 年度日志: the first entry of a new year begins a new log. A clock that goes back opens nothing.
    private void openLog(long next) {
        int year = clock.today().getYear();
        var all = logs.all();
        if (all.isEmpty()) {
            logs.open(year, settings.origin(year), 0);
        } else if (all.getLast().year() < year) {
            logs.open(year, settings.origin(year), next);
        }
    }

    private record Taken(long id, java.util.UUID stream, int seq, byte[] entry) {}

    @Scheduled(fixedDelayString = "${guiju.sequencer.every:200}")
    void tick() {
        try {
            while (sequence() >= BATCH) {
                LOG.debug("a full batch was sequenced, going on");
            }
        } catch (DataAccessException | org.springframework.transaction.TransactionException e) {
            // The entries stay pending; the next tick takes them.
            LOG.warn("sequencing waits for the database: {}", e.getMessage());
        }
    }

    /// Sequences what is pending, at most one batch of acts.
    ///
    /// @return how many entries got their place
    public int sequence() {
        var done =
                transaction.execute(_ -> {
                    long next =
                            jdbc.sql("select next from coord for update")
                                    .query(Long.class)
                                    .single();
                    var taken =
                            jdbc.sql(
                                            """
                                            with due as (select id from pending order by id limit :batch),
                                                 gone as (delete from pending p using due where p.id = due.id
                                                          returning p.id, p.stream, p.seq, p.n)
                                            select gone.id, gone.stream, e.seq, e.entry
                                            from gone join event e on e.stream = gone.stream
                                                and e.seq >= gone.seq and e.seq < gone.seq + gone.n
                                            order by gone.id, e.seq
                                            """)
                                    .param("batch", BATCH)
                                    .query((rs, _) ->
                                            new Taken(
                                                    rs.getLong(1),
                                                    rs.getObject(2, java.util.UUID.class),
                                                    rs.getInt(3),
                                                    rs.getBytes(4)))
                                    .list();
                    if (!taken.isEmpty() || (next > 0 && logs.all().isEmpty())) {
                        openLog(next);
                    }
                    var leaves = new java.util.ArrayList<Object[]>();
                    for (var t : taken) {
                        leaves.add(
                                new Object[] {
                                    next + leaves.size(),
                                    t.stream(),
                                    t.seq(),
                                    LeafHash.of(t.entry())
                                });
                    }
                    if (!leaves.isEmpty()) {
                        batch.batchUpdate(
                                "insert into leaf (idx, stream, seq, hash) values (?, ?, ?, ?)",
                                leaves);
                        jdbc.sql("update coord set next = :next")
                                .param("next", next + leaves.size())
                                .update();
                    }
                    return leaves.size();
                });
        return done == null ? 0 : done;
    }
}
