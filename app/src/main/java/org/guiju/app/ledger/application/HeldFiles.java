package org.guiju.app.ledger.application;

import java.util.UUID;
import org.guiju.app.ledger.Attachments;
import org.guiju.app.ledger.Scanner;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// 待查文件: what waits for the scanner is looked at again until the scanner has answered.
@Component
public class HeldFiles {
    private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(HeldFiles.class);
    private static final int AT_ONCE = 50;
    private final Scanner scanner;
    private final Attachments attachments;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    HeldFiles(
            Scanner scanner,
            Attachments attachments,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.scanner = scanner;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(
            fixedDelayString = "${guiju.clamd-retry:60s}",
            initialDelayString = "${guiju.clamd-first:30s}")
    void tick() {
        if (scanner.configured()) {
            try {
                pass();
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("held files wait for the database: {}", e.getMessage());
            }
        }
    }

    /// Asks the scanner about every file that waits; stops at the first that it does not answer for.
    ///
    /// @return how many it has answered for
    public int pass() {
        var waiting =
                jdbc.sql(
                                "select id from attachment_scan where state = 'waiting' order by tried_at limit :n")
                        .param("n", AT_ONCE)
                        .query((rs, _) -> rs.getObject(1, UUID.class))
                        .list();
        int answered = 0;
        for (var id : waiting) {
            if (!answered(id)) {
                break;
            }
            answered++;
        }
        return answered;
    }

    private boolean answered(UUID id) {
        var content = attachments.read(id);
        // A file whose owner's data were erased is asked about no more.
        var verdict = content.isEmpty() ? new Scanner.Verdict.Clean() : scanner.scan(content.get());
        transaction.executeWithoutResult(_ -> attachments.scanned(id, verdict));
        return !(verdict instanceof Scanner.Verdict.Unavailable);
    }
}
