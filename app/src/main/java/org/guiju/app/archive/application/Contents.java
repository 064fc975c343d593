package org.guiju.app.archive.application;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.archive.store.JdbcArchive;
import org.guiju.app.archive.store.JdbcArchive.Paper;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.cases.PapersDue;
import org.guiju.app.ledger.Attachments;
import org.guiju.formats.dossier.Dossier;
import org.guiju.formats.dossier.Dossier.Bound;
import org.guiju.formats.dossier.Dossier.Document;
import org.guiju.formats.dossier.Dossier.Group;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.shared.Text;
import org.springframework.stereotype.Component;

/// 卷内文件: what belongs into the volume of a case, in the one order that every volume has, and what is missing.
@Component
class Contents {
    private static final Set<String> RESULTS =
            Set.of("case.decided", "case.penalty-decided", "case.acceptance-refused");
    private static final Map<String, String> ENDINGS =
            Map.of("application/pdf", ".pdf", "image/jpeg", ".jpg", "image/png", ".png");

    private final JdbcArchive rows;
    private final CasePapers papers;
    private final PapersDue due;
    private final Attachments attachments;
    private final Allocation allocation;

    Contents(
            JdbcArchive rows,
            CasePapers papers,
            PapersDue due,
            Attachments attachments,
            Allocation allocation) {
        this.rows = rows;
        this.papers = papers;
        this.due = due;
        this.attachments = attachments;
        this.allocation = allocation;
    }

    /// 卷内文件目录, and what should be among them and is not.
    record Found(List<Document> documents, List<Paper> papers, List<Text> missing) {}

    /// 附件 with the event that named it.
    record Filed(long seq, Filing filing, boolean applicants) {}

    Found of(CaseFile file, Dossier.Profile profile) {
        boolean archive = profile == Dossier.Profile.ARCHIVE;
        var missing = new ArrayList<Text>();
        var numbered = rows.papers(file.id());
        var mine = numbered.stream().filter(p -> archive || p.applicant()).toList();
        var documents = new ArrayList<Document>();
        var drawn = new ArrayList<Paper>();
        for (var paper : mine) {
            paper(file, paper)
                    .ifPresentOrElse(
                            d -> {
                                documents.add(d);
                                drawn.add(paper);
                            },
                            () -> missing.add(paper.name()));
        }
        for (var filed : filings(file)) {
            if (archive || filed.applicants()) {
                var document = material(file, filed);
                if (document.isPresent()) {
                    documents.add(document.get());
                } else {
                    missing.add(title(file, filed.filing()));
                }
            }
        }
        documents.sort(Comparator.comparing(Document::group));
        if (archive) {
            missing.addAll(missing(file, numbered));
        }
        return new Found(documents, drawn, missing);
    }

    /// 缺少的文件材料: papers that an event brought about and that have no number, and required materials nobody handed in.
    List<Text> missing(CaseFile file) {
        return missing(file, rows.papers(file.id()));
    }

    private List<Text> missing(CaseFile file, List<Paper> numbered) {
        var there = new HashSet<String>();
        numbered.forEach(p -> there.add(p.seq() + " " + p.kind()));
        var missing = new ArrayList<Text>();
        due.of(file).stream()
                .filter(e -> !there.contains(e.seq() + " " + e.kind()))
                .forEach(e -> missing.add(e.name()));
        if (file.situation().onApplication() && file.state().acceptedOn() != null) {
            var filed = new HashSet<String>();
            file.state().filings().forEach(f -> filed.add(f.material()));
            file.situation().materials().stream()
                    .filter(m -> m.required() && m.source().uploaded() && !filed.contains(m.id()))
                    .map(Material::name)
                    .forEach(missing::add);
        }
        return missing;
    }

    private Optional<Document> paper(CaseFile file, Paper paper) {
        try {
            var pdf = papers.open(file.id(), paper.id(), CasePapers.Form.PDF);
            // Drawn a moment ago, perhaps: then its row is new.
            var attachment =
                    rows.papers(file.id()).stream()
                            .filter(p -> p.id().equals(paper.id()))
                            .findFirst()
                            .map(Paper::attachment)
                            .orElseThrow();
            return Optional.of(
                    new Document(
                            results(file, paper.seq()) ? Group.RESULT : Group.PROCESS,
                            paper.name(),
                            paper.number(),
                            paper.kind() + ".pdf",
                            paper.day(),
                            organ(file),
                            pdf.bytes(),
                            bound(paper.id().toString(), 0, attachment)));
        } catch (CasePapers.NoSeal | CasePapers.Erased | CasePapers.TooLong e) {
            return Optional.empty();
        }
    }

    private static boolean results(CaseFile file, long seq) {
        return RESULTS.contains(file.traces().get((int) seq).entry().kind());
    }

    private Optional<Document> material(CaseFile file, Filed filed) {
        var id = UUID.fromString(filed.filing().attachment());
        var stored = attachments.find(id);
        var content = attachments.read(id);
        // What the scanner holds does not leave the house.
        if (stored.isEmpty() || content.isEmpty() || attachments.held(id).isPresent()) {
            return Optional.empty();
        }
        var trace = file.traces().get((int) filed.seq());
        return Optional.of(
                new Document(
                        Group.MATERIAL,
                        title(file, filed.filing()),
                        "",
                        fileName(filed.filing().material())
                                + ENDINGS.getOrDefault(stored.get().mediaType(), ".pdf"),
                        org.guiju.app.platform.time.OfficialClock.dayOf(trace.entry().at()),
                        filed.applicants() ? applicant(file) : organ(file),
                        content.get(),
                        bound(file.id().toString(), filed.seq(), id)));
    }

    private Bound bound(String stream, long seq, UUID attachment) {
        var salt = attachments.salt(attachment).orElseThrow();
        return new Bound(
                stream,
                seq,
                attachments.find(attachment).orElseThrow().commitment(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(salt));
    }

    private static String fileName(String material) {
        var safe = material.replaceAll("[^A-Za-z0-9_-]", "");
        return safe.isEmpty() ? "material" : safe.substring(0, Math.min(60, safe.length()));
    }

    private static Text title(CaseFile file, Filing filing) {
        return file.situation().materials().stream()
                .filter(m -> m.id().equals(filing.material()))
                .findFirst()
                .map(Material::name)
                .orElseGet(
                        () -> Text.zh(filing.name().isBlank() ? filing.material() : filing.name()));
    }

    private Text organ(CaseFile file) {
        return allocation
                .organ(file.definition().organ())
                .map(o -> o.name())
                .orElse(Text.zh(file.definition().organ().value()));
    }

    private static Text applicant(CaseFile file) {
        var applicant = file.state().opening().applicant();
        return Text.zh(applicant.name().isEmpty() ? applicant.masked() : applicant.name());
    }

    /// In the order of the events that named them.
    static List<Filed> filings(CaseFile file) {
        var all = new ArrayList<Filed>();
        for (var trace : file.traces()) {
            long seq = trace.entry().seq();
            switch (trace.event()) {
                case CaseEvent.ApplicationReceived e ->
                        e.filings().forEach(f -> all.add(new Filed(seq, f, true)));
                case CaseEvent.SupplementSupplied e ->
                        e.filings().forEach(f -> all.add(new Filed(seq, f, true)));
                case CaseEvent.InspectionRecorded e ->
                        e.filings().forEach(f -> all.add(new Filed(seq, f, false)));
                case CaseEvent.ClueRegistered e ->
                        e.filings().forEach(f -> all.add(new Filed(seq, f, false)));
                case PenaltyEvent.EvidenceTaken e ->
                        e.filings().forEach(f -> all.add(new Filed(seq, f, false)));
                default -> {
                    // Names no file.
                }
            }
        }
        return all;
    }
}
