package org.guiju.app.documents.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.PapersDue;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.documents.store.DocumentProjection;
import org.guiju.app.documents.store.JdbcDocuments;
import org.guiju.app.documents.store.JdbcDocuments.Leaf;
import org.guiju.app.documents.store.NumberedForm;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Numbering;
import org.guiju.app.ledger.Seals;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.documents.PaperTemplate;
import org.guiju.kernel.documents.DocumentNumber;
import org.guiju.kernel.shared.OrganId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionUsageException;
import org.springframework.transaction.support.TransactionTemplate;

/// 编号登记: follows the log and numbers what the events in it bring about. Only what is proved to stand under a published checkpoint gets a number
/// (无码不出件); number, event and cursor commit together, so a crash or a rollback leaves neither a gap nor a double.
@Component
public class Registrar implements PapersDue {
    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
    private static final int BATCH = 500;
    private final JdbcDocuments documents;
    private final DocumentProjection projection;
    private final PaperBook book;
    private final CaseDesk desk;
    private final Allocation allocation;
    private final Numbering numbering;
    private final EventStore events;
    private final OfficialClock clock;
    private final PaperSettings settings;
    private final TransactionTemplate transaction;
    private final Seals seals;

    Registrar(
            JdbcDocuments documents,
            DocumentProjection projection,
            PaperBook book,
            CaseDesk desk,
            Allocation allocation,
            Numbering numbering,
            EventStore events,
            OfficialClock clock,
            PaperSettings settings,
            TransactionTemplate transaction,
            Seals seals) {
        this.documents = documents;
        this.projection = projection;
        this.book = book;
        this.desk = desk;
        this.allocation = allocation;
        this.numbering = numbering;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
        this.transaction = transaction;
        this.seals = seals;
    }

    /// 待编号: a paper that an event brings about.
    private record Due(CaseFile file, PaperTemplate paper, OrganId organ) {}

    @Scheduled(fixedDelayString = "${guiju.documents.every:300}")
    void tick() {
        try {
            while (register() == BATCH) {
                LOG.debug("a full batch was read, going on");
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the numbering of papers waits for the database: {}", e.getMessage());
        } catch (IllegalStateException e) {
            // An entry is not what was sealed: nothing behind it gets a number until somebody has
            // looked.
            LOG.error("the numbering of papers has stopped: {}", e.getMessage());
        }
    }

    /// Reads the next leaves of the log and numbers what is due. While sealing lags or has stopped, nothing is numbered; what waits is numbered when it
    /// goes on.
    ///
    /// @return how many leaves were read
    public int register() {
        if (!seals.mayIssue()) {
            return 0;
        }
        var read =
                transaction.execute(_ -> {
                    var leaves = documents.follow(BATCH, seals.sealedUpTo());
                    if (!leaves.isEmpty()) {
                        documents.begin(
                                book.inUse().stream().map(PaperTemplate::kind).distinct().toList());
                    }
                    leaves.forEach(leaf -> due(leaf).forEach(this::number));
                    if (!leaves.isEmpty()) {
                        documents.followed(leaves.getLast().index());
                    }
                    return leaves.size();
                });
        return read == null ? 0 : read;
    }

    private List<Due> due(Leaf leaf) {
        var papers = book.inUse().stream().filter(p -> p.on().equals(leaf.kind())).toList();
        if (papers.isEmpty()) {
            return List.of();
        }
        if (seals.sealed(leaf.stream(), leaf.seq()).isEmpty()) {
            throw new TransactionUsageException(
                    "no proof of " + leaf.stream() + "/" + leaf.seq() + " yet");
        }
        try {
            var file = desk.fileAt(leaf.stream(), leaf.seq());
            var due = new ArrayList<Due>();
            papers.stream()
                    .filter(p -> isDue(p, file))
                    .forEach(p -> due.add(new Due(file, p, PaperFacts.organ(file))));
            return due;
        } catch (IllegalStateException | IllegalArgumentException e) {
            // One entry that cannot be read must not keep all later papers from their numbers.
            LOG.error("no paper for {}/{}: {}", leaf.stream(), leaf.seq(), e.getMessage(), e);
            return List.of();
        }
    }

    @Override
    public List<Expected> of(CaseFile file) {
        var expected = new ArrayList<Expected>();
        var since = documents.kinds();
        for (var trace : file.traces()) {
            var papers =
                    book.inUse().stream().filter(p -> p.on().equals(trace.entry().kind())).toList();
            if (!papers.isEmpty()) {
                long seq = trace.entry().seq();
                var then = desk.fileAt(file.id(), seq);
                long place = documents.place(file.id(), seq).orElse(Long.MAX_VALUE);
                papers.stream()
                        .filter(p -> place >= since.getOrDefault(p.kind(), 0L) && isDue(p, then))
                        .forEach(p ->
                                expected.add(
                                        new Expected(trace.entry().seq(), p.kind(), p.name())));
            }
        }
        return expected;
    }

    /// Whether the last event of the case gives the paper.
    static boolean isDue(PaperTemplate paper, CaseFile file) {
        if (!paper.on().equals(file.traces().getLast().entry().kind())) {
            return false;
        }
        var fields = PaperFacts.fields(file.traces().getLast().entry());
        boolean said =
                paper.where().entrySet().stream()
                        .allMatch(w ->
                                List.of(w.getValue().split("\\|"))
                                        .contains(fields.getOrDefault(w.getKey(), "")));
        var step = PaperFacts.step(file, file.traces().getLast().entry());
        boolean kind =
                paper.steps().isEmpty()
                        || step.filter(s -> paper.steps().contains(s.kind().code())).isPresent();
        boolean category =
                paper.powers().isEmpty()
                        || paper.powers().contains(file.definition().kind().code());
        return said
                && kind
                && category
                && (!paper.complete() || complete(file, fields.getOrDefault("step", "")));
    }

    /// Whether the event has completed the work of its step.
    private static boolean complete(CaseFile file, String step) {
        return file.state().round(step).flatMap(r -> r.work().outcome()).isPresent();
    }

    private void number(Due due) {
        var file = due.file();
        var entry = file.traces().getLast().entry();
        int year = OfficialClock.dayOf(entry.at()).getYear();
        var paper = due.paper();
        var organ = due.organ();
        var series = NumberedForm.series(organ.value(), paper.kind(), year);
        long n = numbering.next(series);
        var number = new DocumentNumber(mark(organ) + paper.word(), year, n);
        var form =
                new NumberedForm(
                        UUID.randomUUID(),
                        file.id(),
                        entry.seq(),
                        entry.leafHash(),
                        paper.kind(),
                        paper.name(),
                        organ.value(),
                        year,
                        n,
                        number.toString(),
                        PaperFacts.day(entry),
                        paper.applicant(),
                        paper.served(),
                        paper.digest());
        book.keep(paper);
        // The number is the place in the stream: the primary key of events keeps it single and
        // without gaps.
        events.append(
                UUID.nameUUIDFromBytes(series.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                n - 1,
                List.of(form.draft()),
                Stamp.own(clock.now(), "registrar", UUID.randomUUID()));
        projection.numbered(form);
    }

    private String mark(OrganId organ) {
        return Optional.ofNullable(settings.marks().get(organ.value()))
                .or(() -> allocation.organ(organ).map(o -> o.name().zh()))
                .orElse(organ.value());
    }
}
