package org.guiju.app.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.cases.FormPads;
import org.guiju.formats.calendar.DerivationWords;
import org.guiju.kernel.calendar.Derivation;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.IntakeEvent;
import org.guiju.kernel.cases.Mandate;
import org.guiju.kernel.cases.OfficeEvent;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.powers.Redress;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// 案件页面: the case as its handlers see it, its files, and the papers that are printed from it.
@Controller
class DeskCasePages {
    private static final List<String> TABS =
            List.of("materials", "review", "inspection", "notices", "meetings", "result", "log");
    private static final List<String> PENALTY_TABS =
            List.of("clue", "investigation", "notices", "meetings", "result", "payment", "log");
    private static final int NEWEST = 8;

    private final DeskAccess access;
    private final DeskFlow flow;
    private final DeskQueue queue;
    private final DeskGates gates;
    private final DeskOffers offers;
    private final DeskEvents events;
    private final DeskSheets sheets;
    private final DeskWords words;
    private final DeskPapers penaltyPapers;
    private final DeskFiles files;
    private final Allocation allocation;
    private final CasePapers papers;
    private final FormPads pads;
    private final DeskRecusals recusals;
    private final DeskCourse course;
    private final DeskWho who;
    private final DeskAppointments appointments;

    DeskCasePages(
            DeskAccess access,
            DeskFlow flow,
            DeskQueue queue,
            DeskGates gates,
            DeskOffers offers,
            DeskEvents events,
            DeskSheets sheets,
            DeskWords words,
            DeskPapers penaltyPapers,
            DeskFiles files,
            Allocation allocation,
            CasePapers papers,
            FormPads pads,
            DeskRecusals recusals,
            DeskCourse course,
            DeskWho who,
            DeskAppointments appointments) {
        this.appointments = appointments;
        this.course = course;
        this.who = who;
        this.recusals = recusals;
        this.access = access;
        this.flow = flow;
        this.queue = queue;
        this.gates = gates;
        this.offers = offers;
        this.events = events;
        this.sheets = sheets;
        this.words = words;
        this.penaltyPapers = penaltyPapers;
        this.files = files;
        this.allocation = allocation;
        this.papers = papers;
        this.pads = pads;
    }

    /// @param in state of the list it was opened from, with `power` and `q` as the list has them; empty for one's own tasks
    /// @param tab one of the sections, or `all` for the printed file; the review if none is named
    @GetMapping("/desk/cases/{no}")
    String page(
            @PathVariable String no,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "") String power,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        var user = DeskAccess.officer();
        var file = access.file(no, user);
        head(model, file);
        model.addAttribute("near", queue.neighbours(user, no, in, power, q));
        var promise = file.promise().orElse(null);
        var statute = file.statute().orElse(null);
        model.addAttribute("clock", promise == null ? null : DeskClock.of(file, promise, statute));
        model.addAttribute("recount", DeskRecount.of(file, promise, statute));
        model.addAttribute("promiseWords", promise == null ? "" : derivation(promise.derivation()));
        model.addAttribute("statuteWords", statute == null ? "" : derivation(statute.derivation()));
        model.addAttribute(
                "derivationLang", words.locale().getLanguage().equals("en") ? null : "zh-CN");
        model.addAttribute("stops", flow.strip(file));
        model.addAttribute("gates", gates.of(file));
        var all = offers.of(file, user);
        model.addAttribute(
                "can", all.stream().filter(o -> o.possible() && !o.act().moves()).toList());
        model.addAttribute(
                "moves", all.stream().filter(o -> o.possible() && o.act().moves()).toList());
        model.addAttribute("cannot", all.stream().filter(o -> !o.possible()).toList());
        var lines = events.of(file);
        model.addAttribute("lines", lines);
        model.addAttribute("newest", lines.stream().filter(l -> !l.flow()).limit(NEWEST).toList());
        var tabs = file.definition().penalty() == null ? TABS : PENALTY_TABS;
        model.addAttribute("tab", tab.equals("all") || tabs.contains(tab) ? tab : tabs.get(1));
        model.addAttribute("tabs", tabs);
        sheets.fill(model, file);
        penaltyPapers.fill(model, file);
        model.addAttribute("seen", seen(file));
        model.addAttribute("papersIssued", papers.of(file.id()));
        model.addAttribute("slips", pads.ofCase(no));
        recusals.fill(model, file, user);
        course.fill(model, file);
        model.addAttribute("held", files.held(filings(file)));
        who.fill(model, file, user);
        appointments.fill(model, file, user);
        return "desk/case";
    }

    private void head(Model model, CaseFile file) {
        var o = file.state().opening();
        model.addAttribute("no", o.no());
        model.addAttribute("file", file);
        model.addAttribute("today", file.today());
        model.addAttribute("matter", file.definition().matter());
        model.addAttribute("situation", file.situation().name());
        model.addAttribute("applicant", o.applicant());
        model.addAttribute("closed", file.state().isClosed());
        model.addAttribute(
                "open", file.state().open().stream().map(r -> words.step(file, r.step())).toList());
        model.addAttribute("outcome", outcome(file));
        model.addAttribute("first", words.person(firstHandler(file)));
        if (!file.state().handovers().isEmpty()) {
            model.addAttribute("present", words.person(file.state().presentHandler()));
        }
        file.state()
                .latest(StepWork.Review.class)
                .ifPresent(w -> {
                    model.addAttribute("a", words.person(w.a()));
                    model.addAttribute("b", words.person(w.b()));
                });
        model.addAttribute("organ", allocation.organ(o.organ()).orElse(null));
    }

    /// 首办责任人: the officer who was the first to take the matter up stays responsible to its end (B48).
    private static @Nullable PersonId firstHandler(CaseFile file) {
        for (var event : file.history()) {
            var by =
                    switch (event) {
                        case CaseEvent.Begun e -> e.by();
                        case CaseEvent.Accepted e -> e.by();
                        case CaseEvent.AcceptanceRefused e -> e.by();
                        case CaseEvent.SupplementRequested e -> e.by();
                        default -> null;
                    };
            if (by != null) {
                return by;
            }
        }
        return null;
    }

    private String outcome(CaseFile file) {
        var closed = file.state().closed();
        return closed == null ? "" : words.outcome(closed.outcome(), file.definition().kind());
    }

    private String derivation(Derivation derivation) {
        return words.locale().getLanguage().equals("en")
                ? DerivationWords.en(derivation)
                : DerivationWords.zh(derivation);
    }

    /// What the applicant reads of the case at this moment.
    private String seen(CaseFile file) {
        var state = file.state();
        if (state.closed() != null) {
            return words.sayOr("seen.closed." + state.closed().outcome(), words.say("seen.closed"));
        }
        if (state.standstill().on() != null) {
            return words.say("seen.paused", gates.ground(file, state.standstill().on().ground()));
        }
        var due = file.promise().map(p -> p.due().toString()).orElse("");
        var kind = state.open().isEmpty() ? "archiving" : state.open().getFirst().kind().code();
        return words.say("seen." + kind)
                + (due.isEmpty() || state.decided() != null ? "" : words.say("seen.due", due));
    }

    /// 附件下载; only a file that an act of this very case names, as a download whose name says what it is. What the scanner holds is
    /// given to nobody.
    @GetMapping("/desk/cases/{no}/attachments/{id}")
    ResponseEntity<byte[]> attachment(@PathVariable String no, @PathVariable UUID id) {
        return files.download(filing(no, id), id, false);
    }

    /// 公开副本: a picture drawn anew, without what the camera noted in it.
    @GetMapping("/desk/cases/{no}/attachments/{id}/public-copy")
    ResponseEntity<byte[]> publicCopy(@PathVariable String no, @PathVariable UUID id) {
        return files.download(filing(no, id), id, true);
    }

    private Filing filing(String no, UUID id) {
        var file = access.file(no, DeskAccess.officer());
        return filings(file).stream()
                .filter(f -> f.attachment().equals(id.toString()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Filing> filings(CaseFile file) {
        var all = new ArrayList<Filing>();
        file.history()
                .forEach(e -> {
                    switch (e) {
                        case CaseEvent.ApplicationReceived r -> all.addAll(r.filings());
                        case CaseEvent.SupplementSupplied s -> all.addAll(s.filings());
                        case CaseEvent.InspectionRecorded i -> all.addAll(i.filings());
                        case CaseEvent.ClueRegistered c -> all.addAll(c.filings());
                        case PenaltyEvent.EvidenceTaken t -> all.addAll(t.filings());
                        case IntakeEvent.Brought i -> paper(i.bringing().mandate(), all);
                        case IntakeEvent.AgentNamed i -> paper(i.mandate(), all);
                        default -> {}
                    }
                });
        return all;
    }

    private static void paper(@Nullable Mandate mandate, List<Filing> all) {
        if (mandate != null && mandate.paper() != null) {
            all.add(mandate.paper());
        }
    }

    /// 会议纪要 of a step, to print and sign.
    @GetMapping("/desk/cases/{no}/minutes/{step}")
    String minutes(@PathVariable String no, @PathVariable String step, Model model) {
        var file = access.file(no, DeskAccess.officer());
        head(model, file);
        model.addAttribute(
                "meeting",
                sheets.meetings(file).reversed().stream()
                        .filter(m -> m.step().equals(step))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "desk/minutes";
    }

    /// 受理凭证 (行政许可法 第三十二条第二款), or the acknowledgement that papers were taken in.
    @GetMapping("/desk/cases/{no}/receipt")
    String receipt(@PathVariable String no, Model model) {
        var file = access.file(no, DeskAccess.officer());
        if (!file.situation().onApplication()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        head(model, file);
        sheets.fill(model, file);
        model.addAttribute("accepted", file.state().acceptedOn());
        paper(model, file, "case.accepted");
        return "desk/receipt";
    }

    /// 决定书; there is none before the decision.
    @GetMapping("/desk/cases/{no}/decision")
    String decision(@PathVariable String no, Model model) {
        var file = access.file(no, DeskAccess.officer());
        var decided = file.state().decided();
        if (decided == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        head(model, file);
        sheets.fill(model, file);
        var standards = Cases.standards(file.definition(), file.situation());
        if (decided instanceof PenaltyEvent.PenaltyDecided penalty) {
            penaltyPapers.decision(model, file, penalty);
            remedies(model, file);
            return "desk/penalty-decision";
        }
        if (decided instanceof OfficeEvent) {
            paper(
                    model,
                    file,
                    decided instanceof OfficeEvent.Ruled ? "case.ruled" : "case.settled");
            model.addAttribute(
                    "rulingText",
                    decided instanceof OfficeEvent.Ruled ruled ? ruled.content() : "");
            remedies(model, file);
            return "desk/ruling";
        }
        paper(model, file, "case.decided");
        model.addAttribute("cited", sheets.cited(file, decided.cited()));
        model.addAttribute(
                "unmet",
                decided.unmet().stream()
                        .filter(standards::containsKey)
                        .map(standards::get)
                        .toList());
        remedies(model, file);
        return "desk/decision";
    }

    private void remedies(Model model, CaseFile file) {
        model.addAttribute(
                "remedies",
                Redress.of(file.definition(), file.situation(), file.today()).stream()
                        .map(w ->
                                new Remedy(
                                        words.sayOr(
                                                "remedy." + w.remedy().kind(), w.remedy().kind()),
                                        words.say(
                                                "limit."
                                                        + w.within()
                                                                .unit()
                                                                .code()
                                                                .toLowerCase(Locale.ROOT),
                                                w.within().n()),
                                        words.text(w.remedy().to()),
                                        w.when().code()))
                        .toList());
    }

    /// 事先告知书; there is none before the notice.
    @GetMapping("/desk/cases/{no}/notice")
    String notice(@PathVariable String no, Model model) {
        var file = access.file(no, DeskAccess.officer());
        head(model, file);
        if (!penaltyPapers.notice(model, file)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "desk/penalty-notice";
    }

    /// 催告书; there is none before the demand.
    @GetMapping("/desk/cases/{no}/demand")
    String demand(@PathVariable String no, Model model) {
        var file = access.file(no, DeskAccess.officer());
        head(model, file);
        if (!penaltyPapers.demand(model, file)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "desk/penalty-demand";
    }

    /// The paper that stands behind a page made to be printed, once it has its number.
    private void paper(Model model, CaseFile file, String event) {
        papers.latest(file.id(), event).ifPresent(p -> model.addAttribute("paper", p));
    }

    record Remedy(String kind, String within, String to, String when) {}
}
