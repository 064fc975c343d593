package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.portal.application.Announcements;
import org.guiju.app.portal.application.PortalWords;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.cases.Announcement;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 决定前公示、公告: list, sheet, API, and the page on which anybody says what he has against it.
@Controller
class AnnouncementPages {
    private static final List<String> COLUMNS =
            List.of("no", "power", "name", "situation", "organ", "party", "from", "until", "state");
    private static final int BATCH = 500;
    private final Announcements announcements;
    private final Objections objections;
    private final PortalWords words;
    private final PageFrame frame;

    AnnouncementPages(
            Announcements announcements,
            Objections objections,
            PortalWords words,
            PageFrame frame) {
        this.announcements = announcements;
        this.objections = objections;
        this.words = words;
        this.frame = frame;
    }

    /// 公告内容, as a program reads it.
    ///
    /// @param until last day; null where none is set
    record AnnouncementBody(
            Text step, LocalDate from, @Nullable LocalDate until, List<Announcement.Line> lines) {}

    @GetMapping("/announcements")
    String list(@RequestParam Map<String, String> asked, Model model) {
        int size = Asked.size(asked.get("size"));
        var text = Asked.text(asked.get("q"));
        var state = Asked.oneOf(asked.get("posted"), Listing.POSTED);
        var query = Asked.query("q", text, "posted", state, "size", size == 20 ? "" : "" + size);
        var listing =
                Listing.of(
                        asked,
                        "/announcements",
                        query,
                        n -> announcements.page(filter(asked, n, size), Listing.posted(asked)));
        model.addAttribute("text", text);
        model.addAttribute("posted", state);
        model.addAttribute("rows", listing.rows());
        model.addAttribute("pager", listing.pager());
        model.addAttribute("query", query.isEmpty() ? "" : "?" + query);
        return "portal/announcements";
    }

    @GetMapping("/announcements.csv")
    void csv(@RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        Download.csv(response, "announcements", export(asked));
    }

    @GetMapping("/announcements/{no}")
    String announcement(@PathVariable String no, Model model) {
        return show(known(no), model);
    }

    @PostMapping("/announcements/{no}/objection")
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
        flash.addFlashAttribute("notice", Notice.done("portal.announcements.objected"));
        return "redirect:/announcements/" + file.state().opening().no();
    }

    @GetMapping("/api/v1/public/announcements")
    @ResponseBody
    CaseQuery.Page<Announcements.Row> api(@RequestParam Map<String, String> asked) {
        return announcements.page(
                filter(asked, Asked.page(asked.get("page")), Asked.size(asked.get("size"))),
                Listing.posted(asked));
    }

    @GetMapping("/api/v1/public/announcements/{no}")
    @ResponseBody
    List<AnnouncementBody> apiOne(@PathVariable String no) {
        return planned(known(no)).stream()
                .map(a -> new AnnouncementBody(a.name(), a.from(), a.until(), a.lines()))
                .toList();
    }

    private String show(CaseFile file, Model model) {
        var opening = file.state().opening();
        model.addAttribute("file", file);
        model.addAttribute("no", opening.no());
        model.addAttribute("name", words.name(file.definition()));
        model.addAttribute("party", opening.applicant().masked());
        model.addAttribute("organ", words.organ(file.definition().organ()));
        model.addAttribute("announced", planned(file));
        model.addAttribute("up", announcements.up(file));
        model.addAttribute(
                "objectable", announcements.up(file) && objections.step(file).isPresent());
        return "portal/announcement";
    }

    private static List<Announcement> planned(CaseFile file) {
        return Announcements.of(file).stream().filter(Announcement::planned).toList();
    }

    private CaseFile known(String no) {
        return announcements
                .file(Asked.text(no))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Export export(Map<String, String> asked) {
        var language = frame.language();
        Stream<List<Cell>> rows =
                Listing.all(n -> announcements.page(filter(asked, n, BATCH), Listing.posted(asked)))
                        .map(r ->
                                List.of(
                                        Cell.of(r.no()),
                                        Cell.of(r.power()),
                                        Cell.of(language.of(r.name()).text()),
                                        Cell.of(language.of(r.situation()).text()),
                                        Cell.of(language.of(r.organ()).text()),
                                        Cell.of(r.party()),
                                        Cell.of(r.from()),
                                        Cell.of(r.until()),
                                        Cell.of(
                                                words.say(
                                                        language,
                                                        "portal.announcements.state."
                                                                + (r.up() ? "now" : "past")))));
        return new Export(
                words.say(language, "portal.announcements.title"),
                COLUMNS.stream()
                        .map(c -> words.say(language, "portal.announcements.column." + c))
                        .toList(),
                rows,
                null);
    }

    private static CaseQuery.Filter filter(Map<String, String> asked, int page, int size) {
        return new CaseQuery.Filter("", "", "", Asked.text(asked.get("q")), page, size);
    }
}
