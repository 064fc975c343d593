package org.guiju.app.ledger.application;

import java.util.HashSet;
import java.util.List;
import org.guiju.app.ledger.application.Audit.Finding;
import org.guiju.app.ledger.application.Audit.What;
import org.guiju.app.ledger.store.AuditBooks;
import org.guiju.app.ledger.store.JdbcLogs;

/// 簿记的核对: what is no entry and keeps the entries in order: which logs there are, the counter, what waits, the subjects' keys.
final class BookAudit {
    private final AuditBooks books;
    private final Sealer sealer;

    BookAudit(AuditBooks books, Sealer sealer) {
        this.books = books;
        this.sealer = sealer;
    }

    void run(List<JdbcLogs.Log> logs, List<Finding> findings) {
        var counted = books.counted();
        if (counted.next() != counted.leaves() || counted.next() != counted.behindLast()) {
            findings.add(new Finding(What.COUNT_ALTERED, "coord"));
        }
        boolean begins = logs.isEmpty() ? counted.next() == 0 : logs.getFirst().first() == 0;
        if (!begins) {
            findings.add(new Finding(What.COUNT_ALTERED, "log"));
        }
        var years = new HashSet<Integer>();
        logs.forEach(log -> years.add(log.year()));
        sealer.publishedYears().stream()
                .filter(year -> !years.contains(year))
                .forEach(year -> findings.add(new Finding(What.COUNT_ALTERED, "log " + year)));
        books.pendingWithoutEntry(p -> findings.add(new Finding(What.PENDING_ALTERED, p)));
        books.disclosuresWithoutEntry(p -> findings.add(new Finding(What.DISCLOSURE_ALTERED, p)));
        books.subjectsWithoutKey(s -> findings.add(new Finding(What.KEY_MISSING, s)));
        books.keysThatDoNotOpen(s -> findings.add(new Finding(What.KEY_ALTERED, s)));
    }
}
