package org.guiju.app.documents.application;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.documents.store.DocumentProjection;
import org.guiju.app.documents.store.DrawnForm;
import org.guiju.app.documents.store.JdbcDocuments;
import org.guiju.app.documents.store.NumberedForm;
import org.guiju.app.ledger.Attachments;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.StaleStream;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.documents.Paper;
import org.guiju.formats.documents.PaperOfd;
import org.guiju.formats.documents.PaperPdf;
import org.guiju.formats.documents.PaperSeal;
import org.guiju.formats.documents.PaperTemplate;
import org.guiju.formats.documents.TemplateFiller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// 文书: draws a paper when it is first opened, keeps its bytes, and gives them again.
@Service
public class PaperDesk implements CasePapers {
    private static final String PREVIEW = "预览，未编号、未用印，不作为文书";
    private final JdbcDocuments documents;
    private final DocumentProjection projection;
    private final PaperBook book;
    private final PaperFacts facts;
    private final CaseDesk desk;
    private final Attachments attachments;
    private final EventStore events;
    private final OfficialClock clock;
    private final PaperSettings settings;
    private final OfficeSeals seals;
    private final PaperProofs proofs;
    private final SealKeys keys;
    private final TransactionTemplate transaction;

    PaperDesk(
            JdbcDocuments documents,
            DocumentProjection projection,
            PaperBook book,
            PaperFacts facts,
            CaseDesk desk,
            Attachments attachments,
            EventStore events,
            OfficialClock clock,
            PaperSettings settings,
            OfficeSeals seals,
            PaperProofs proofs,
            SealKeys keys,
            TransactionTemplate transaction) {
        this.documents = documents;
        this.projection = projection;
        this.book = book;
        this.facts = facts;
        this.desk = desk;
        this.attachments = attachments;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
        this.seals = seals;
        this.proofs = proofs;
        this.keys = keys;
        this.transaction = transaction;
    }

    @Override
    public List<Issued> of(UUID caseId) {
        return documents.ofCase(caseId).stream().map(this::issued).toList();
    }

    @Override
    public Optional<Issued> latest(UUID caseId, String eventKind) {
        return documents.ofCase(caseId).reversed().stream()
                .filter(p -> book.of(p.template()).on().equals(eventKind))
                .findFirst()
                .map(this::issued);
    }

    private Issued issued(NumberedForm p) {
        return new Issued(
                p.id(),
                p.caseId(),
                p.kind(),
                p.name(),
                p.number(),
                p.day(),
                p.applicant(),
                seals.of(p.organ()).orElse(""));
    }

    @Override
    public Drawn open(UUID caseId, UUID id, Form form) {
        var paper =
                documents.find(id).filter(p -> p.caseId().equals(caseId)).orElseThrow(NoPaper::new);
        var kept = documents.attachment(id, form);
        var attachment = kept.isPresent() ? kept.get() : draw(paper, form);
        return new Drawn(
                paper.name().zh() + paper.number() + "." + form.ending(),
                form,
                attachments.read(attachment).orElseThrow(Erased::new));
    }

    /// Where the bytes lie. Two who open it at once draw the same bytes; the first one's event stands. The PDF comes first: the archive keeps it, and the OFD
    /// stands beside it on the paper's stream.
    private UUID draw(NumberedForm paper, Form form) {
        if (form == Form.OFD && documents.attachment(paper.id(), Form.PDF).isEmpty()) {
            draw(paper, Form.PDF);
        }
        var file = desk.fileAt(paper.caseId(), paper.caseSeq());
        var entry = file.traces().getLast().entry();
        if (!entry.leafHash().equals(paper.leaf())) {
            throw new IllegalStateException(paper.number() + " rests on another entry");
        }
        // The applicant's name is among what goes with his key.
        if (file.state().opening().applicant().name().isEmpty()) {
            throw new Erased();
        }
        if (seals.of(paper.organ()).isEmpty()) {
            throw new NoSeal(paper.organ());
        }
        var drawn =
                form == Form.PDF
                        ? sealed(paper, file)
                        : drawn(filled(paper, file), entry.at(), form);
        try {
            return keep(paper, form, drawn, file.state().opening().applicant().subject());
        } catch (StaleStream | DuplicateKeyException e) {
            return documents.attachment(paper.id(), form).orElseThrow(() -> e);
        }
    }

    private Paper filled(NumberedForm paper, CaseFile file) {
        return fill(paper, file).proved(proofs.of(paper));
    }

    /// 电子签章: the organ signs the bytes as they are given out.
    private PaperPdf.Drawn sealed(NumberedForm paper, CaseFile file) {
        var key = keys.of(paper.organ()).orElseThrow(() -> new NoSeal(paper.organ()));
        var content = filled(paper, file);
        var drawn =
                drawn(
                        key.ownMade() ? content : content.genuinely(),
                        file.traces().getLast().entry().at(),
                        Form.PDF);
        var organ = facts.name(PaperFacts.organ(file));
        var reason = paper.name().zh() + " " + paper.number();
        return new PaperPdf.Drawn(
                PaperSeal.seal(drawn.bytes(), key, clock.now(), organ, reason),
                drawn.pages(),
                drawn.fonts());
    }

    private UUID keep(NumberedForm paper, Form form, PaperPdf.Drawn drawn, String subject) {
        var name = (form == Form.OFD ? "paper-ofd:" : "paper:") + paper.id();
        var attachment = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        transaction.executeWithoutResult(_ -> {
            var stored =
                    attachments.store(
                            attachment,
                            subject,
                            form.type(),
                            new ByteArrayInputStream(drawn.bytes()));
            var kept =
                    new DrawnForm(
                            form,
                            paper.id(),
                            stored.id(),
                            stored.commitment(),
                            drawn.pages(),
                            paper.template(),
                            drawn.fonts());
            events.append(
                    paper.id(),
                    form == Form.OFD ? 1 : 0,
                    List.of(kept.draft()),
                    Stamp.own(clock.now(), "registrar", UUID.randomUUID()));
            projection.drawn(kept);
        });
        return attachment;
    }

    private static PaperPdf.Drawn drawn(Paper paper, java.time.Instant made, Form form) {
        try {
            return form == Form.OFD ? PaperOfd.draw(paper, made) : PaperPdf.draw(paper, made);
        } catch (PaperPdf.TooLong e) {
            throw new TooLong(e);
        }
    }

    @Override
    public Optional<Drawn> preview(List<CaseFile> behind) {
        var names = new ArrayList<String>();
        var drawn = new ArrayList<byte[]>();
        for (var file : behind) {
            for (var template : book.inUse()) {
                if (Registrar.isDue(template, file)) {
                    names.add(template.name().zh());
                    drawn.add(previewed(template, file));
                }
            }
        }
        return drawn.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Drawn(
                                "预览 " + String.join("、", names) + ".pdf",
                                Form.PDF,
                                PaperPdf.joined(drawn)));
    }

    private byte[] previewed(PaperTemplate template, CaseFile file) {
        var entry = file.traces().getLast().entry();
        var paper =
                TemplateFiller.fill(
                        template,
                        facts.of(file, PREVIEW, served(file.id(), entry.seq())),
                        facts.name(PaperFacts.organ(file)),
                        PREVIEW,
                        "",
                        "");
        return drawn(paper, entry.at(), Form.PDF).bytes();
    }

    private List<Map<String, String>> served(UUID caseId, long before) {
        return documents.ofCase(caseId).stream()
                .filter(p -> p.served() && p.caseSeq() < before)
                .map(p -> Map.of("name", p.name().zh(), "number", p.number()))
                .toList();
    }

    private Paper fill(NumberedForm paper, CaseFile file) {
        var served = served(paper.caseId(), paper.caseSeq());
        var organ = facts.name(PaperFacts.organ(file));
        return TemplateFiller.fill(
                book.of(paper.template()),
                facts.of(file, paper.number(), served),
                organ,
                paper.number(),
                settings.address() + "/verify/documents/" + paper.id(),
                seals.of(paper.organ()).orElse(""));
    }

    /// 核验信息: what anybody may know of a paper: that it was given this number, and where it stands in the log.
    ///
    /// @param place index of its number's entry in the log; empty while it waits for its place
    public record Known(
            Issued paper, String organ, Optional<Long> place, String fingerprint, boolean drawn) {}

    public Optional<Known> known(UUID id) {
        return documents
                .find(id)
                .map(p -> {
                    var series = NumberedForm.series(p.organ(), p.kind(), p.year());
                    var stream = UUID.nameUUIDFromBytes(series.getBytes(StandardCharsets.UTF_8));
                    return new Known(
                            issued(p),
                            facts.name(new org.guiju.kernel.shared.OrganId(p.organ())),
                            documents.place(stream, p.n() - 1),
                            p.leaf(),
                            documents.attachment(id, Form.PDF).isPresent());
                });
    }

    /// The organ whose paper it is.
    public Optional<String> organ(UUID id) {
        return documents.find(id).map(NumberedForm::organ);
    }

    /// 比对: whether these are the bytes of the paper, in either of its forms.
    public boolean same(UUID id, byte[] bytes) {
        return Arrays.stream(Form.values())
                .flatMap(form -> documents.attachment(id, form).stream())
                .flatMap(kept -> attachments.read(kept).stream())
                .anyMatch(kept -> Arrays.equals(kept, bytes));
    }
}
