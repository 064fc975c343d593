package org.guiju.app.archive.application;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.archive.Dossiers;
import org.guiju.app.archive.Volume;
import org.guiju.app.archive.store.ArchiveForms;
import org.guiju.app.archive.store.ArchiveProjection;
import org.guiju.app.archive.store.JdbcArchive;
import org.guiju.app.archive.store.JdbcArchive.Paper;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.ledger.Attachments;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Receipts;
import org.guiju.app.ledger.StaleStream;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.formats.dossier.Dossier;
import org.guiju.formats.dossier.Dossier.Profile;
import org.guiju.formats.dossier.DossierWriter;
import org.guiju.formats.ledger.Receipt;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.shared.Text;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// 成卷: puts the package of a case together, keeps it as long as nothing more happens in the case, and writes down who takes it away.
@Service
public class DossierDesk implements Dossiers {
    private static final int TRIES = 5;
    private static final String BY = "archive";
    private final VolumeBook volumes;
    private final Contents contents;
    private final Course course;
    private final JdbcArchive rows;
    private final ArchiveProjection projection;
    private final Receipts receipts;
    private final Attachments attachments;
    private final EventStore events;
    private final Catalogue catalogue;
    private final Allocation allocation;
    private final MessageSource messages;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;

    DossierDesk(
            VolumeBook volumes,
            Contents contents,
            Course course,
            JdbcArchive rows,
            ArchiveProjection projection,
            Receipts receipts,
            Attachments attachments,
            EventStore events,
            Catalogue catalogue,
            Allocation allocation,
            MessageSource messages,
            OfficialClock clock,
            TransactionTemplate transaction) {
        this.volumes = volumes;
        this.contents = contents;
        this.course = course;
        this.rows = rows;
        this.projection = projection;
        this.receipts = receipts;
        this.attachments = attachments;
        this.events = events;
        this.catalogue = catalogue;
        this.allocation = allocation;
        this.messages = messages;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Zip archive(CaseFile file, String taker) {
        var zip = made(file);
        record(file.id(), ArchiveForms.taken(file.id(), Profile.ARCHIVE.code(), taker));
        return zip;
    }

    /// The package without anybody taking it: for the hand-over, which is on record itself.
    Zip made(CaseFile file) {
        readable(file);
        var volume =
                volumes.of(file.id())
                        .orElseThrow(() -> new NotReady("the case " + no(file) + " has not ended"));
        var name = "dossier-" + no(file) + ".zip";
        var state = file.traces().size() + "-" + rows.papers(file.id()).size();
        var kept = rows.dossier(file.id(), state).flatMap(attachments::read);
        if (kept.isPresent()) {
            return new Zip(name, kept.get());
        }
        var bytes = bytes(dossier(file, Profile.ARCHIVE, Optional.of(volume), new TreeMap<>()));
        return new Zip(name, keep(file, state, bytes));
    }

    @Override
    public Zip copy(CaseFile file, List<Map<String, String>> readings) {
        readable(file);
        var notes = new TreeMap<String, String>();
        var csv = new StringBuilder("at,organ,post\n");
        readings.forEach(r ->
                csv.append(r.getOrDefault("at", ""))
                        .append(',')
                        .append(quoted(r.getOrDefault("organ", "")))
                        .append(',')
                        .append(quoted(r.getOrDefault("post", "")))
                        .append('\n'));
        notes.put("readings.csv", csv.toString());
        var bytes = bytes(dossier(file, Profile.COPY, Optional.empty(), notes));
        record(file.id(), ArchiveForms.taken(file.id(), Profile.COPY.code(), "applicant"));
        return new Zip("copy-" + no(file) + ".zip", bytes);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static byte[] bytes(Dossier dossier) {
        try {
            return DossierWriter.zip(dossier);
        } catch (IllegalArgumentException e) {
            throw new TooLarge(e);
        }
    }

    /// The name goes with the key: without it nothing of the person may be read or packed.
    private static void readable(CaseFile file) {
        if (file.state().opening().applicant().name().isEmpty()) {
            throw new Gone();
        }
    }

    private static String no(CaseFile file) {
        return file.state().opening().no();
    }

    /// Kept under the key of the person concerned: erased with him. Of two who make it at once the first one's stands.
    private byte[] keep(CaseFile file, String state, byte[] bytes) {
        var id = ArchiveForms.stream("dossier:" + file.id() + ":" + state);
        var stored =
                attachments.store(
                        id,
                        file.state().opening().applicant().subject(),
                        "application/zip",
                        new ByteArrayInputStream(bytes));
        record(file.id(), ArchiveForms.made(file.id(), state, stored.id(), stored.commitment()));
        return attachments.read(stored.id()).orElseThrow(Gone::new);
    }

    /// One event behind the others of the case's packages; two at once are both written.
    private void record(UUID caseId, EventDraft draft) {
        var stream = ArchiveForms.dossier(caseId);
        for (int i = 1; ; i++) {
            try {
                transaction.executeWithoutResult(_ ->
                        events.append(
                                        stream,
                                        events.length(stream),
                                        List.of(draft),
                                        Stamp.own(clock.now(), BY, UUID.randomUUID()))
                                .forEach(projection::apply));
                return;
            } catch (StaleStream e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Dossier dossier(
            CaseFile file,
            Profile profile,
            Optional<Volume> volume,
            SortedMap<String, String> notes) {
        var found = contents.of(file, profile);
        return new Dossier(
                cover(file, profile, volume),
                found.documents(),
                course.of(file, profile),
                found.missing(),
                traced(file, profile, found.papers()),
                notes,
                receipts.policy(),
                catalogue
                        .text(file.definition().code().toString(), file.definition().version())
                        .orElseThrow(() -> new IllegalStateException("no text of " + no(file)))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Dossier.Cover cover(CaseFile file, Profile profile, Optional<Volume> volume) {
        var state = file.state();
        var opening = state.opening();
        var definition = file.definition();
        var closed = state.closed();
        return new Dossier.Cover(
                profile,
                volume.map(Volume::number).orElse(""),
                file.id().toString(),
                opening.no(),
                opening.organ().value(),
                allocation
                        .organ(opening.organ())
                        .map(o -> o.name())
                        .orElse(Text.zh(opening.organ().value())),
                opening.power(),
                opening.version(),
                opening.digest(),
                definition.kind().code(),
                new Text(definition.name(), definition.matter().en()),
                opening.situation(),
                file.situation().name(),
                opening.applicant().name(),
                opening.receivedOn(),
                state.decided() == null ? null : state.decided().on(),
                closed == null ? null : closed.on(),
                archivedOn(file),
                closed == null ? new Text("办理中", "running") : outcome(closed.outcome()),
                definition.retention(),
                file.traces().getLast().entry().at(),
                file.traces().size());
    }

    private static java.time.@org.jspecify.annotations.Nullable LocalDate archivedOn(
            CaseFile file) {
        for (var event : file.history().reversed()) {
            if (event instanceof CaseEvent.Archived archived) {
                return archived.on();
            }
        }
        return null;
    }

    private Text outcome(String code) {
        var zh = messages.getMessage("outcome." + code, null, code, Locale.SIMPLIFIED_CHINESE);
        return new Text(
                zh == null || zh.isBlank() ? code : zh,
                messages.getMessage("outcome." + code, null, code, Locale.ENGLISH));
    }

    /// Every entry of the case, then number and drawing of each paper in the volume.
    private List<Dossier.Traced> traced(CaseFile file, Profile profile, List<Paper> papers) {
        var traced = new ArrayList<Dossier.Traced>();
        for (var trace : file.traces()) {
            var seq = trace.entry().seq();
            traced.add(
                    Disclosing.within(
                            one(file.id(), seq, Disclosing.subjects(file, trace, profile)),
                            trace,
                            profile));
        }
        for (var paper : papers) {
            traced.add(one(ArchiveForms.stream(paper.series()), paper.n() - 1, List.of()));
            traced.add(one(paper.id(), 0, List.of()));
        }
        return traced;
    }

    private Dossier.Traced one(UUID stream, long seq, List<String> subjects) {
        Receipt receipt =
                receipts.of(stream, seq, subjects)
                        .orElseThrow(() ->
                                new NotReady(
                                        "entry " + stream + "/" + seq + " waits for its seal"));
        return new Dossier.Traced(
                stream.toString(), seq, receipt.entry(), receipt.disclosures(), receipt.proof());
    }
}
