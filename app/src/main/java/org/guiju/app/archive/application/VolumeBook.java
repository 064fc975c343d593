package org.guiju.app.archive.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.archive.Volume;
import org.guiju.app.archive.store.ArchiveForms;
import org.guiju.app.archive.store.ArchiveProjection;
import org.guiju.app.archive.store.JdbcArchive;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Numbering;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.dossier.Retention;
import org.guiju.kernel.documents.DocumentNumber;
import org.guiju.kernel.shared.OrganId;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// 立卷: every ended case gets its volume with the next number of its organ and year, without gap or double.
@Service
public class VolumeBook {
    private static final int BATCH = 200;
    private static final String BY = "archive";
    private final JdbcArchive rows;
    private final ArchiveProjection projection;
    private final CaseDesk desk;
    private final Allocation allocation;
    private final Numbering numbering;
    private final EventStore events;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;
    private final Map<String, String> marks;

    VolumeBook(
            JdbcArchive rows,
            ArchiveProjection projection,
            CaseDesk desk,
            Allocation allocation,
            Numbering numbering,
            EventStore events,
            OfficialClock clock,
            TransactionTemplate transaction,
            Environment environment) {
        this.rows = rows;
        this.projection = projection;
        this.desk = desk;
        this.allocation = allocation;
        this.numbering = numbering;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
        this.marks =
                Binder.get(environment)
                        .bind("guiju.documents.marks", Bindable.mapOf(String.class, String.class))
                        .orElseGet(Map::of);
    }

    /// Opens a volume for every ended case that has none.
    public void openAll() {
        while (Optional.ofNullable(transaction.execute(_ -> open(rows.unnumbered(BATCH)))).orElse(0)
                == BATCH) {
            // The next ones.
        }
    }

    /// The volume of a case that has ended; opened now if it has none yet.
    public Optional<Volume> of(UUID caseId) {
        var there = rows.volume(caseId);
        if (there.isEmpty()) {
            openAll();
            return rows.volume(caseId);
        }
        return there;
    }

    private int open(List<UUID> cases) {
        for (var caseId : cases) {
            desk.file(caseId).ifPresent(this::open);
        }
        return cases.size();
    }

    private void open(CaseFile file) {
        var closed = file.state().closed();
        if (closed == null) {
            return;
        }
        var organ = file.definition().organ();
        int year = closed.on().getYear();
        var series = ArchiveForms.series(organ.value(), year);
        long n = numbering.next(series);
        var retention = new Retention(file.definition().retention());
        var volume =
                new Volume(
                        file.id(),
                        organ.value(),
                        year,
                        n,
                        new DocumentNumber(mark(organ) + "卷", year, n).toString(),
                        file.state().opening().no(),
                        file.definition().code().toString(),
                        file.definition().kind().code(),
                        closed.on(),
                        closed.outcome(),
                        retention.code(),
                        retention.until(closed.on()).orElse(null),
                        file.traces().size(),
                        file.traces().getLast().entry().leafHash());
        events.append(
                        ArchiveForms.stream(series),
                        n - 1,
                        List.of(ArchiveForms.draft(volume)),
                        Stamp.own(clock.now(), BY, UUID.randomUUID()))
                .forEach(projection::apply);
    }

    private String mark(OrganId organ) {
        return Optional.ofNullable(marks.get(organ.value()))
                .or(() -> allocation.organ(organ).map(o -> o.name().zh()))
                .orElse(organ.value());
    }
}
