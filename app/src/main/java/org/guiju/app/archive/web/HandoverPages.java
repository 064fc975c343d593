package org.guiju.app.archive.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.archive.Handover;
import org.guiju.app.archive.Quarter;
import org.guiju.app.archive.application.ArchiveAccess;
import org.guiju.app.archive.application.HandoverPackage;
import org.guiju.app.archive.application.Handovers;
import org.guiju.app.archive.application.Shelf;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.LongWork;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.Pager;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 归档案卷和季度送交: volumes of an organ, what it owes for each quarter, and the supervisor's view of all.
@Controller
class HandoverPages {
    private static final int PAGE = 50;
    private static final int DIGITS = 3;
    private final ArchiveAccess access;
    private final Shelf shelf;
    private final Handovers handovers;
    private final HandoverPackage packages;
    private final HandoverList lists;
    private final Allocation allocation;
    private final OfficialClock clock;

    HandoverPages(
            ArchiveAccess access,
            Shelf shelf,
            Handovers handovers,
            HandoverPackage packages,
            HandoverList lists,
            Allocation allocation,
            OfficialClock clock) {
        this.access = access;
        this.shelf = shelf;
        this.handovers = handovers;
        this.packages = packages;
        this.lists = lists;
        this.allocation = allocation;
        this.clock = clock;
    }

    /// 一行送交.
    ///
    /// @param state `late`, `open`, `submitted` or `received`
    record Row(Handover handover, Text organ, String state, String href) {}

    private PersonId me() {
        return DossierPages.officer().person();
    }

    @GetMapping("/desk/archive")
    String volumes(@RequestParam(defaultValue = "1") String page, Model model) {
        var organ = access.organ(me());
        var pager = Pager.of(number(page).orElse(1), PAGE, shelf.count(organ), "/desk/archive", "");
        model.addAttribute("volumes", shelf.volumes(organ, PAGE, pager.offset()));
        model.addAttribute("pager", pager);
        model.addAttribute("today", clock.today());
        model.addAttribute("rows", rows(organ));
        return "archive/volumes";
    }

    @GetMapping("/supervision/handovers")
    String all(Model model) {
        supervisor();
        fill(model);
        return "archive/handovers";
    }

    private void fill(Model model) {
        model.addAttribute("rows", rows(""));
        var organs =
                allocation.organs().stream()
                        .filter(o -> handovers.supervisedBy(me(), o.id().value()).isPresent())
                        .toList();
        model.addAttribute("organs", organs);
        model.addAttribute(
                "terms",
                organs.stream()
                        .map(o ->
                                new Term(
                                        o.name(),
                                        handovers
                                                .term(o.id().value())
                                                .orElse(Handovers.DEFAULT_DAYS),
                                        handovers.term(o.id().value()).isPresent()))
                        .toList());
        model.addAttribute("most", Handovers.MOST_DAYS);
    }

    /// 期限.
    ///
    /// @param set whether somebody set it; otherwise it is the default
    record Term(Text organ, int days, boolean set) {}

    private void supervisor() {
        if (!access.supervises(me())) {
            throw new AccessDeniedException("hand-overs of all organs are for supervisors");
        }
    }

    private List<Row> rows(String organ) {
        return handovers.all(organ).stream()
                .map(h -> row(h))
                .sorted((a, b) ->
                        Boolean.compare(b.state().equals("late"), a.state().equals("late")))
                .toList();
    }

    private Row row(Handover h) {
        return new Row(
                h,
                name(h.organ()),
                h.state(clock.today()),
                "/desk/archive/" + h.organ() + "/" + h.quarter());
    }

    private Text name(String organ) {
        return allocation.organ(new OrganId(organ)).map(o -> o.name()).orElse(Text.zh(organ));
    }

    private Handover handover(String organ, String quarter) {
        var found =
                Quarter.parse(quarter)
                        .flatMap(q -> handovers.find(organ, q))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!handovers.mayRead(me(), organ)) {
            throw new AccessDeniedException("another organ's archive");
        }
        return found;
    }

    @GetMapping("/desk/archive/{organ}/{quarter}")
    String one(@PathVariable String organ, @PathVariable String quarter, Model model) {
        var handover = handover(organ, quarter);
        var list = handovers.volumes(handover);
        model.addAttribute("row", row(handover));
        model.addAttribute("h", handover);
        model.addAttribute("volumes", list);
        model.addAttribute("late", handover.late(clock.today()));
        model.addAttribute("submitter", person(handover.submittedBy()));
        model.addAttribute("receiver", person(handover.receivedBy()));
        model.addAttribute(
                "receivedFor",
                handover.receivedFor() == null ? null : name(handover.receivedFor()));
        model.addAttribute(
                "changed",
                handover.list() != null && !handover.list().equals(Handovers.digest(list)));
        model.addAttribute("maySubmit", !handover.submitted() && access.keeps(me(), organ));
        model.addAttribute(
                "mayReceive",
                handover.submitted()
                        && !handover.received()
                        && handovers.supervisedBy(me(), organ).isPresent());
        return "archive/handover";
    }

    private String person(@Nullable String id) {
        return id == null ? "" : allocation.nameOf(new PersonId(id));
    }

    @PostMapping("/desk/archive/{organ}/{quarter}/submit")
    String submit(
            @PathVariable String organ, @PathVariable String quarter, RedirectAttributes flash) {
        var handover = handover(organ, quarter);
        return done(
                handover,
                handovers.submit(organ, handover.quarter(), me()),
                "archive.submitted",
                flash);
    }

    @PostMapping("/desk/archive/{organ}/{quarter}/receive")
    String receive(
            @PathVariable String organ, @PathVariable String quarter, RedirectAttributes flash) {
        var handover = handover(organ, quarter);
        return done(
                handover,
                handovers.receive(organ, handover.quarter(), me()),
                "archive.received",
                flash);
    }

    private static String done(
            Handover handover, Handovers.Done done, String message, RedirectAttributes flash) {
        switch (done) {
            case DONE -> flash.addFlashAttribute("notice", Notice.done(message));
            case ALREADY -> flash.addFlashAttribute("notice", Notice.warn("archive.already"));
            case NOT_YET -> flash.addFlashAttribute("notice", Notice.warn("archive.notYet"));
            case NOT_YOURS -> throw new AccessDeniedException("not this officer's to do");
        }
        return "redirect:/desk/archive/" + handover.organ() + "/" + handover.quarter();
    }

    /// 送交期限 for quarters that are not over yet.
    @PostMapping("/supervision/handovers/terms")
    Object term(
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String days,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        supervisor();
        var n = number(days).filter(d -> d >= 1 && d <= Handovers.MOST_DAYS);
        if (n.isEmpty()) {
            fill(model);
            model.addAttribute("days", days);
            model.addAttribute(
                    "errors",
                    new FormErrors().add("days", "archive.term.wrong", Handovers.MOST_DAYS));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "archive/handovers";
        }
        if (handovers.term(organ, n.get(), me()) != Handovers.Done.DONE) {
            throw new AccessDeniedException("another group supervises this organ");
        }
        flash.addFlashAttribute("notice", Notice.done("archive.term.done"));
        return "redirect:/supervision/handovers";
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1," + DIGITS + "}")
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    @GetMapping("/desk/archive/{organ}/{quarter}/list.csv")
    void csv(@PathVariable String organ, @PathVariable String quarter, HttpServletResponse response)
            throws IOException {
        var handover = handover(organ, quarter);
        Download.csv(response, "archive-" + organ + "-" + quarter, lists.export(handover));
    }

    @GetMapping("/desk/archive/{organ}/{quarter}/list.xlsx")
    void xlsx(
            @PathVariable String organ, @PathVariable String quarter, HttpServletResponse response)
            throws IOException {
        var handover = handover(organ, quarter);
        Download.xlsx(response, "archive-" + organ + "-" + quarter, lists.export(handover));
    }

    /// 送交包: the list and the dossier of each case.
    @PostMapping("/desk/archive/{organ}/{quarter}/package.zip")
    @LongWork(LongWork.Queue.OFFICE)
    void take(
            @PathVariable String organ, @PathVariable String quarter, HttpServletResponse response)
            throws IOException {
        var handover = handover(organ, quarter);
        Download.head(response, "application/zip", "archive-" + organ + "-" + quarter + ".zip");
        packages.write(handover, lists.csv(handover), me().value(), response.getOutputStream());
    }
}
