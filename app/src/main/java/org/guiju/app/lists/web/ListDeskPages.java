package org.guiju.app.lists.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.lists.Lists;
import org.guiju.app.lists.Lists.Head;
import org.guiju.app.lists.SentSheet;
import org.guiju.app.lists.application.ListDesk;
import org.guiju.app.lists.application.ListKindsDesk;
import org.guiju.app.lists.application.ListShelf;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.Pager;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.formats.lists.ListFile;
import org.guiju.formats.lists.SheetProblem;
import org.guiju.formats.tables.TableException;
import org.guiju.kernel.lists.ListDraft;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.lists.ListKinds;
import org.guiju.kernel.lists.ListRow;
import org.guiju.kernel.lists.ListRules;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 单位清单页: the unit's clerk drafts by hand or by a sheet and submits; a reviewer of another organisation looks at the differences and approves or sends back.
@Controller
@RequestMapping("/catalog/lists")
class ListDeskPages {
    private static final String ONE = "/{organ}/{kind}";
    private static final int LONGEST_CELL = 4000;
    private static final int LONGEST_REMARK = 500;
    private static final int SHOWN = 200;

    private final Lists lists;
    private final ListDesk desk;
    private final ListShelf shelf;
    private final Allocation allocation;
    private final Clerks clerks;
    private final OfficialClock clock;

    ListDeskPages(
            Lists lists,
            ListDesk desk,
            ListShelf shelf,
            Allocation allocation,
            Clerks clerks,
            OfficialClock clock) {
        this.lists = lists;
        this.desk = desk;
        this.shelf = shelf;
        this.allocation = allocation;
        this.clerks = clerks;
        this.clock = clock;
    }

    /// 本单位的一种清单.
    ///
    /// @param phase name of the phase of its draft, or ""
    record Mine(ListKind kind, @Nullable Head head, String phase, boolean byCampaign) {}

    /// 待审查.
    record ForReview(Text organ, ListKind kind, int rows, String href) {}

    @GetMapping
    String all(Model model) {
        var user = officer();
        var organ = allocation.officer(user.person()).map(Officer::organ);
        var drafts = desk.drafts();
        organ.ifPresent(o -> {
            model.addAttribute("organId", o.value());
            model.addAttribute("organ", shelf.organ(o));
            model.addAttribute(
                    "mine",
                    lists.kinds().stream()
                            .map(k ->
                                    new Mine(
                                            k,
                                            lists.versions(o, k.code()).stream()
                                                    .findFirst()
                                                    .orElse(null),
                                            drafts.stream()
                                                    .filter(d ->
                                                            d.organ().equals(o)
                                                                    && d.kind().equals(k.code()))
                                                    .map(d -> d.phase().name())
                                                    .findFirst()
                                                    .orElse(""),
                                            ListKinds.byCampaign(k.code())))
                            .toList());
            model.addAttribute("clerk", desk.isClerk(user.person(), o));
        });
        model.addAttribute("reviewer", !desk.reviewerOf(user.person()).isEmpty());
        model.addAttribute(
                "waiting",
                drafts.stream()
                        .filter(d -> d.phase() == ListDraft.Phase.SUBMITTED)
                        .flatMap(d ->
                                lists
                                        .kind(d.kind())
                                        .map(k ->
                                                new ForReview(
                                                        shelf.organ(d.organ()),
                                                        k,
                                                        d.rows(),
                                                        "/catalog/lists/"
                                                                + d.organ()
                                                                + "/"
                                                                + d.kind()))
                                        .stream())
                        .toList());
        model.addAttribute(
                "administrator", clerks.holds(user.person(), ListKindsDesk.ADMINISTRATOR));
        return "lists/desk";
    }

    @GetMapping(ONE)
    String one(
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestParam Map<String, String> asked,
            Model model) {
        var unit = seeing(organ);
        var of = kind(kind);
        var draft = desk.draft(unit, kind);
        var rows = draft.map(d -> desk.kept(d.digest())).orElse(List.of());
        var newest = lists.versions(unit, kind).stream().findFirst();
        var before = newest.map(shelf::rows).orElse(List.of());
        var pager =
                Pager.of(
                        Query.page(asked),
                        Query.ROWS_A_PAGE,
                        rows.size(),
                        "/catalog/lists/" + organ + "/" + kind,
                        "");
        frame(unit, of, model);
        var person = officer().person();
        model.addAttribute("draft", draft.orElse(null));
        model.addAttribute("head", newest.orElse(null));
        model.addAttribute("pager", pager);
        model.addAttribute("rows", ListPages.part(rows, pager));
        var lines =
                draft.isEmpty()
                        ? List.<ListShelf.Line>of()
                        : shelf.differences(of, before, rows, false);
        model.addAttribute("counts", ListPages.counts(lines));
        model.addAttribute("lines", lines.stream().limit(SHOWN).toList());
        model.addAttribute("moreLines", Math.max(0, lines.size() - SHOWN));
        model.addAttribute("mayWrite", ListsRights.mayWrite(desk, person, unit, kind, draft));
        model.addAttribute("mayExamine", mayExamine(person, unit));
        model.addAttribute("neededClerk", clerks.needed(ListDesk.CLERK, unit));
        model.addAttribute("neededReviewer", clerks.needed(ListDesk.REVIEWER));
        model.addAttribute("unfit", draft.isEmpty() ? 0 : ListRules.unfit(of, rows).size());
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", new FormErrors());
        }
        if (!model.containsAttribute("effective")) {
            model.addAttribute("effective", clock.today().toString());
        }
        return "lists/draft";
    }

    private boolean mayExamine(PersonId person, OrganId unit) {
        return desk.reviewerOf(person).stream().anyMatch(o -> !o.equals(unit));
    }

    private void frame(OrganId unit, ListKind kind, Model model) {
        model.addAttribute("organId", unit.value());
        model.addAttribute("organ", shelf.organ(unit));
        model.addAttribute("kind", kind);
        model.addAttribute("byCampaign", ListKinds.byCampaign(kind.code()));
    }

    @PostMapping(ONE + "/open")
    String open(@PathVariable String organ, @PathVariable String kind, RedirectAttributes flash) {
        done(desk.open(new OrganId(organ), kind, stamp()));
        return back(organ, kind, "lists.opened", flash);
    }

    @GetMapping(ONE + "/row")
    String row(
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String id,
            Model model) {
        var unit = seeing(organ);
        frame(unit, kind(kind), model);
        model.addAttribute(
                "row",
                desk.rows(unit, kind).stream()
                        .filter(r -> r.id().equals(id))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("typed", Map.of());
        model.addAttribute("errors", new FormErrors());
        return "lists/row";
    }

    @PostMapping(ONE + "/row")
    String put(
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var unit = seeing(organ);
        var of = kind(kind);
        var id = sent.getOrDefault("id", "");
        var typed = new LinkedHashMap<String, String>();
        var errors = new FormErrors();
        for (var column : of.columns()) {
            var text =
                    Normalizer.normalize(
                                    sent.getOrDefault("c-" + column.code(), ""),
                                    Normalizer.Form.NFC)
                            .replace("\r\n", "\n")
                            .strip();
            typed.put(column.code(), text);
            if (text.isEmpty() && column.required()) {
                errors.add("c-" + column.code(), "lists.error.empty", column.name().zh());
            } else if (text.length() > LONGEST_CELL || text.codePoints().anyMatch(c -> c == 0)) {
                errors.add("c-" + column.code(), "lists.error.long", LONGEST_CELL);
            } else if (!text.isEmpty()
                    && !column.choices().isEmpty()
                    && !column.choices().contains(text)) {
                errors.add("c-" + column.code(), "lists.error.choice");
            }
        }
        if (!id.isEmpty() && !ListRow.isId(id)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (errors.any()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            frame(unit, of, model);
            model.addAttribute("row", id.isEmpty() ? null : new ListRow(id, typed));
            model.addAttribute("typed", typed);
            model.addAttribute("errors", errors);
            return "lists/row";
        }
        done(desk.put(unit, kind, id, typed, stamp()));
        return back(organ, kind, "lists.kept", flash);
    }

    @PostMapping(ONE + "/remove")
    String remove(
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestParam String id,
            RedirectAttributes flash) {
        done(desk.remove(new OrganId(organ), kind, id, stamp()));
        return back(organ, kind, "lists.removed", flash);
    }

    /// The draft as a sheet to be filled in; the version in force where there is no draft.
    @GetMapping(ONE + "/sheet.xlsx")
    void sheet(
            @PathVariable String organ,
            @PathVariable String kind,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var unit = seeing(organ);
        var of = kind(kind);
        var rows =
                desk.draft(unit, kind)
                        .map(d -> desk.kept(d.digest()))
                        .or(() -> lists.versions(unit, kind).stream().findFirst().map(shelf::rows))
                        .orElse(List.of());
        Download.head(
                response,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                organ + "-" + kind + "-draft.xlsx");
        new ListFile(of, locale)
                .template(response.getOutputStream(), rows, Map.of("", shelf.organ(unit).zh()));
    }

    @PostMapping(ONE + "/sheets")
    String send(
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var unit = seeing(organ);
        var errors = new FormErrors();
        var name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || name.isEmpty()) {
            errors.add("file", "lists.error.noFile");
        } else {
            done(ListsRights.write(desk, officer().person(), unit, kind));
            try {
                var sheet = desk.preview(unit, kind(kind), name, file.getBytes(), stamp());
                return "redirect:/catalog/lists/" + organ + "/" + kind + "/sheets/" + sheet.id();
            } catch (TableException e) {
                errors.add("file", "lists.error.table", e.sentence(locale));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("errors", errors);
        return one(organ, kind, Map.of(), model);
    }

    /// 行问题, in the reader's language.
    record Said(int row, String column, String words, boolean stops) {}

    @GetMapping(ONE + "/sheets/{id}")
    String preview(
            @PathVariable String organ,
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam Map<String, String> asked,
            Model model,
            Locale locale) {
        var unit = seeing(organ);
        var sheet = sheet(unit, kind, id);
        var of = kind(kind);
        frame(unit, of, model);
        var lines =
                sheet.sound()
                        ? shelf.differences(
                                of, desk.kept(sheet.base()), desk.kept(sheet.digest()), false)
                        : List.<ListShelf.Line>of();
        var pager =
                Pager.of(
                        Query.page(asked),
                        Query.ROWS_A_PAGE,
                        lines.size(),
                        "/catalog/lists/" + organ + "/" + kind + "/sheets/" + id,
                        "");
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "problems",
                sheet.problems().stream().limit(SHOWN).map(p -> said(p, locale)).toList());
        model.addAttribute("moreProblems", Math.max(0, sheet.problems().size() - SHOWN));
        model.addAttribute("counts", ListPages.counts(lines));
        model.addAttribute("lines", ListPages.part(lines, pager));
        model.addAttribute("pager", pager);
        return "lists/sheet";
    }

    private static Said said(SheetProblem p, Locale locale) {
        return new Said(p.row(), p.column(), p.sentence(locale), p.code().stops());
    }

    @PostMapping(ONE + "/sheets/{id}")
    String bring(
            @PathVariable String organ,
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam String digest,
            RedirectAttributes flash) {
        var sheet = sheet(new OrganId(organ), kind, id);
        if (!sheet.sound()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        done(desk.bring(sheet, digest, stamp()));
        return back(organ, kind, "lists.brought", flash);
    }

    private SentSheet sheet(OrganId organ, String kind, UUID id) {
        return desk.sheet(id)
                .filter(s -> s.organ().equals(organ) && s.kind().equals(kind))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping(ONE + "/submit")
    String submit(
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String effective,
            @RequestParam String digest,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        LocalDate day;
        try {
            day = LocalDate.parse(effective.strip());
        } catch (DateTimeException _) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", new FormErrors().add("effective", "lists.error.day"));
            model.addAttribute("effective", effective);
            return one(organ, kind, Map.of(), model);
        }
        done(desk.submit(new OrganId(organ), kind, day, digest, stamp()));
        return back(organ, kind, "lists.submitted", flash);
    }

    @PostMapping(ONE + "/approve")
    String approve(
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestParam String digest,
            @RequestParam(defaultValue = "") String resolution,
            RedirectAttributes flash) {
        done(desk.approve(new OrganId(organ), kind, digest, tidy(resolution, 100), stamp()));
        return back(organ, kind, "lists.approved", flash);
    }

    @PostMapping(ONE + "/return")
    String sendBack(
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestParam String digest,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes flash) {
        done(
                desk.sendBack(
                        new OrganId(organ), kind, digest, tidy(remark, LONGEST_REMARK), stamp()));
        return back(organ, kind, "lists.returned", flash);
    }

    static String tidy(String typed, int longest) {
        var text =
                Normalizer.normalize(typed.replace("\r\n", "\n"), Normalizer.Form.NFC)
                        .codePoints()
                        .filter(c -> c == '\n' || !Character.isISOControl(c))
                        .limit(longest)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append);
        return text.toString().strip();
    }

    private static void done(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
    }

    private static String back(String organ, String kind, String said, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", Notice.done(said));
        return "redirect:/catalog/lists/" + organ + "/" + kind;
    }

    /// A draft is seen by officers of the unit and by reviewers.
    private OrganId seeing(String organ) {
        var person = officer().person();
        var unit =
                allocation
                        .organ(new OrganId(organ.isBlank() ? "-" : organ))
                        .map(Organ::id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean own =
                allocation.officer(person).map(Officer::organ).filter(unit::equals).isPresent();
        if (!own && !desk.isClerk(person, unit) && desk.reviewerOf(person).isEmpty()) {
            throw new AccessDeniedException("a draft is the unit's own and its reviewers'");
        }
        return unit;
    }

    private ListKind kind(String kind) {
        return lists.kind(kind)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Stamp stamp() {
        return Stamp.own(clock.now(), officer().person().value(), UUID.randomUUID());
    }

    static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }
}
