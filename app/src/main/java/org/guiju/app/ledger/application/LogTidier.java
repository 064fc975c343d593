package org.guiju.app.ledger.application;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.guiju.app.ledger.store.FiledLog;
import org.guiju.app.ledger.store.FiledMarks;
import org.guiju.app.ledger.store.JdbcLogs;
import org.guiju.app.platform.time.OfficialClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tidies every log, now and then.
@Component
class LogTidier {
    private static final Logger LOG = LoggerFactory.getLogger(LogTidier.class);
    private final JdbcLogs logs;
    private final Sealer sealer;
    private final LedgerSettings settings;
    private final OfficialClock clock;
    private final FiledMarks marks;

    LogTidier(
            JdbcLogs logs,
            Sealer sealer,
            LedgerSettings settings,
            OfficialClock clock,
            @Value("${guiju.data:data}") Path data) {
        this.logs = logs;
        this.sealer = sealer;
        this.settings = settings;
        this.clock = clock;
        this.marks = new FiledMarks(data.resolve("tidy"));
    }

    @Scheduled(
            fixedDelayString = "${guiju.tidier.every:600000}",
            initialDelayString = "${guiju.tidier.first:60000}")
    void tick() {
        try {
            tidy();
        } catch (DataAccessException e) {
            LOG.warn("tidying waits for the database: {}", e.getMessage());
        } catch (UncheckedIOException e) {
            LOG.warn("tidying waits for its disk: {}", e.getMessage());
        }
    }

    /// While nothing is published: what is read here is not being written.
    int tidy() {
        return sealer.still(() ->
                logs.all().stream()
                        .mapToInt(log -> {
                            var files = new FiledLog(sealer.directory(log.year()));
                            return new Tidying(files, marks, settings.partials(), clock::now)
                                    .sweep();
                        })
                        .sum());
    }
}
