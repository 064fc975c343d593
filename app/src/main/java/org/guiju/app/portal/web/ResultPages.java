package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.Sanctions;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.portal.application.Announcements;
import org.guiju.app.portal.application.PortalWords;
import org.guiju.app.portal.application.PowerList;
import org.guiju.app.portal.application.Results;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.VerbEvent;
import org.guiju.kernel.powers.Condition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 结果公示.
@Controller
class ResultPages {
    private static final Set<String> STATES =
            Set.of("granted", "refused", "punished", "not-punished");
    private static final int BATCH = 500;
    private final Results results;
    private final PowerList powers;
    private final Objections objections;
    private final PortalWords words;
    private final PageFrame frame;
    private final OfficialClock clock;

    ResultPages(
            Results results,
            PowerList powers,
            Objections objections,
            PortalWords words,
            PageFrame frame,
            OfficialClock clock) {
        this.results = results;
        this.powers = powers;
        this.objections = objections;
        this.words = words;
        this.frame = frame;
        this.clock = clock;
    }

    @GetMapping("/results")
    String list(@RequestParam Map<String, String> asked, Model model) {
        int size = Asked.size(asked.get("size"));
        var query = query(asked);
        var listing =
                Listing.of(
                        asked,
                        "/results",
                        query,
                        n -> results.page(filter(asked, n, size), Listing.posted(asked)));
        model.addAttribute("filter", filter(asked, 1, size));
        model.addAttribute("posted", Asked.oneOf(asked.get("posted"), Listing.POSTED));
        model.addAttribute("today", clock.today());
        model.addAttribute("rows", listing.rows());
        model.addAttribute("pager", listing.pager());
        model.addAttribute("size", size);
        model.addAttribute("query", query.isEmpty() ? "" : "?" + query);
        model.addAttribute(
                "powers",
                powers.page(new PowerList.Filter("", "", "", "in-force", "name"), 0, BATCH));
        return "portal/results";
    }

    @GetMapping("/results.csv")
    void csv(@RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        Download.csv(response, "results", export(asked));
    }

    @GetMapping("/results.xlsx")
    void xlsx(@RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        Download.xlsx(response, "results", export(asked));
    }

    @GetMapping("/results/{no}")
    String result(@PathVariable String no, Model model) {
        return show(known(no), model);
    }

    private String show(CaseFile file, Model model) {
        var decided = java.util.Objects.requireNonNull(file.state().decided());
        var standards =
                file.definition().conditions().stream()
                        .flatMap(c -> c.standards().stream())
                        .filter(s -> decided.unmet().contains(s.id()))
                        .map(Condition.Standard::says)
                        .toList();
        model.addAttribute("file", file);
        model.addAttribute("row", results.row(file.id()).orElseThrow(ResultPages::missing));
        model.addAttribute("decision", decided);
        model.addAttribute(
                "revoked",
                file.state().course().revoked().map(VerbEvent.DecisionRevoked::on).orElse(null));
        model.addAttribute("unmet", standards);
        if (decided instanceof PenaltyEvent.PenaltyDecided penalty) {
            model.addAttribute(
                    "sanction", Sanctions.read(file.definition(), penalty.sanction()).orElse(null));
        }
        model.addAttribute("organ", words.organ(file.definition().organ()));
        model.addAttribute("publicity", objections.step(file).isPresent());
        model.addAttribute(
                "announced", Announcements.of(file).stream().filter(a -> !a.planned()).toList());
        return "portal/result";
    }

    /// 公示期异议.
    @PostMapping("/results/{no}/objection")
    String object(
            @PathVariable String no,
            @RequestParam(defaultValue = "") String objector,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String objection,
            Model model,
            RedirectAttributes flash) {
        var file = known(no);
        if (!objections.raised(file, new Objections.Form(objector, contact, objection), model)) {
            return show(file, model);
        }
        flash.addFlashAttribute("notice", Notice.done("portal.result.objected"));
        return "redirect:/results/" + file.state().opening().no();
    }

    private CaseFile known(String no) {
        return results.file(Asked.text(no)).orElseThrow(ResultPages::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Export export(Map<String, String> asked) {
        var language = frame.language();
        var columns =
                List.of(
                                "no",
                                "power",
                                "name",
                                "situation",
                                "applicant",
                                "result",
                                "used",
                                "promised",
                                "decided",
                                "until",
                                "licence",
                                "standing")
                        .stream()
                        .map(c -> words.say(language, "portal.results.column." + c))
                        .toList();
        Stream<List<Cell>> rows =
                Listing.all(n -> results.page(filter(asked, n, BATCH), Listing.posted(asked)))
                        .map(r ->
                                List.of(
                                        Cell.of(r.no()),
                                        Cell.of(r.power()),
                                        Cell.of(language.of(r.name()).text()),
                                        Cell.of(language.of(r.situation()).text()),
                                        Cell.of(r.applicant()),
                                        Cell.of(
                                                words.say(
                                                        language, "portal.outcome." + r.outcome())),
                                        days(r, true),
                                        days(r, false),
                                        Cell.of(r.decidedOn()),
                                        Cell.of(r.publicityUntil()),
                                        Cell.of(r.licence() == null ? "" : r.licence().number()),
                                        Cell.of(
                                                r.standing().isEmpty()
                                                        ? ""
                                                        : words.say(
                                                                language,
                                                                "licences.state."
                                                                        + r.standing()))));
        return new Export(words.say(language, "portal.results.title"), columns, rows, null);
    }

    private static Cell days(Results.Row row, boolean used) {
        var days = row.days();
        return days == null
                ? new Cell.Blank()
                : Cell.of((long) (used ? days.used() : days.promised()));
    }

    private static CaseQuery.Filter filter(Map<String, String> asked, int page, int size) {
        return new CaseQuery.Filter(
                Asked.oneOf(asked.get("state"), STATES),
                Asked.text(asked.get("power")),
                "",
                Asked.text(asked.get("q")),
                page,
                size);
    }

    private static String query(Map<String, String> asked) {
        var filter = filter(asked, 1, 1);
        int size = Asked.size(asked.get("size"));
        return Asked.query(
                "q",
                filter.text(),
                "power",
                filter.power(),
                "state",
                filter.state(),
                "posted",
                Asked.oneOf(asked.get("posted"), Listing.POSTED),
                "size",
                size == 20 ? "" : "" + size);
    }
}
