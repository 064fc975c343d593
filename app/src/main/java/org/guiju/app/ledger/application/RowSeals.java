package org.guiju.app.ledger.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.SealedRows;
import org.guiju.app.ledger.StaleStream;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.ledger.application.Audit.Finding;
import org.guiju.app.ledger.application.Audit.What;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// 行的封存: once an hour the rows that came since are sealed by an entry of class S: number and hash of each. The log shows nobody who read what; who
/// rewrites a row is named by the audit. Whoever adds a row writes no more than the row.
@Component
class RowSeals {
    private static final Logger LOG = LoggerFactory.getLogger(RowSeals.class);
    private static final String KIND = "rows.sealed";
    private static final int BATCH = 500;
    private static final int STEP = 5_000;
    private static final int HASH_BYTES = 16;

    /// A row may be committed after one with a higher number; so far back a new one is looked for.
    static final int LATE = 10_000;

    private final List<SealedRows> sources;
    private final EventStore events;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;

    RowSeals(
            List<SealedRows> sources,
            EventStore events,
            OfficialClock clock,
            TransactionTemplate transaction) {
        this.sources = List.copyOf(sources);
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    static UUID stream(String table) {
        return UUID.nameUUIDFromBytes(("ledger:rows:" + table).getBytes(StandardCharsets.UTF_8));
    }

    @Scheduled(
            fixedDelayString = "${guiju.rowseals.every:3600000}",
            initialDelayString = "${guiju.timekeeper.first:60000}")
    void tick() {
        try {
            seal();
        } catch (DataAccessException | TransactionException | StaleStream e) {
            LOG.warn("sealing rows waits for the database: {}", e.getMessage());
        }
    }

    /// Seals what came.
    ///
    /// @return how many rows
    int seal() {
        return sources.stream().mapToInt(this::seal).sum();
    }

    private int seal(SealedRows source) {
        var sealed = sealed(source.table());
        long last = source.last();
        long from = sealed.rows().isEmpty() ? 0 : Math.max(0, sealed.rows().lastKey() - LATE);
        long seq = sealed.batches();
        int count = 0;
        var batch = new ArrayList<String>();
        for (; from <= last; from += STEP) {
            for (var row : source.rows(from, Math.min(last + 1, from + STEP)).entrySet()) {
                if (sealed.rows().containsKey(row.getKey())) {
                    continue;
                }
                batch.add(row.getKey() + ":" + hash(row.getValue()));
                count++;
                if (batch.size() == BATCH) {
                    append(source.table(), seq++, batch);
                }
            }
        }
        if (!batch.isEmpty()) {
            append(source.table(), seq, batch);
        }
        return count;
    }

    private void append(String table, long seq, List<String> batch) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("table", new Value.Str(table));
        fields.put("rows", new Value.Strs(List.copyOf(batch)));
        batch.clear();
        transaction.executeWithoutResult(_ ->
                events.append(
                        stream(table),
                        seq,
                        List.of(EventDraft.restricted(KIND, fields, "rows:" + table)),
                        Stamp.own(clock.now(), "system", UUID.randomUUID())));
    }

    private static String hash(byte[] row) {
        var hash = TreeHash.SHA_256.digest(row);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(hash, HASH_BYTES));
    }

    /// @param rows hash by number, @param unread places of entries that no longer open
    private record Sealed(TreeMap<Long, String> rows, long batches, List<String> unread) {}

    private Sealed sealed(String table) {
        var rows = new TreeMap<Long, String>();
        var unread = new ArrayList<String>();
        var stream = stream(table);
        var history = events.read(stream);
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).fields().get("rows") instanceof Value.Strs(var lines)) {
                lines.forEach(line -> {
                    int colon = line.indexOf(':');
                    rows.put(Long.parseLong(line.substring(0, colon)), line.substring(colon + 1));
                });
            } else {
                unread.add(stream + "/" + i);
            }
        }
        return new Sealed(rows, history.size(), unread);
    }

    /// Every row of every table against what was sealed of it.
    void audit(List<Finding> findings) {
        sources.forEach(source -> audit(source, findings));
    }

    private void audit(SealedRows source, List<Finding> findings) {
        var sealed = sealed(source.table());
        sealed.unread().forEach(p -> findings.add(new Finding(What.DISCLOSURE_ALTERED, p)));
        if (sealed.rows().isEmpty()) {
            return;
        }
        long settled = sealed.rows().lastKey() - LATE;
        long last = Math.max(source.last(), sealed.rows().lastKey());
        for (long from = 0; from <= last; from += STEP) {
            var there = source.rows(from, from + STEP);
            there.forEach((number, row) -> {
                var place = source.table() + " " + number;
                var hash = sealed.rows().get(number);
                if (hash == null) {
                    if (number < settled) {
                        findings.add(new Finding(What.SLIPPED_IN, place));
                    }
                } else if (!hash.equals(hash(row))) {
                    findings.add(new Finding(What.ROW_ALTERED, place));
                }
            });
            sealed.rows()
                    .subMap(from, from + STEP)
                    .keySet()
                    .forEach(number -> {
                        if (!there.containsKey(number)) {
                            findings.add(
                                    new Finding(What.ROW_MISSING, source.table() + " " + number));
                        }
                    });
        }
    }
}
