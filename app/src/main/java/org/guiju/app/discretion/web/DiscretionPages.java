package org.guiju.app.discretion.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.discretion.Standards;
import org.guiju.app.discretion.application.DiscretionDesk;
import org.guiju.app.discretion.application.GapReport;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.RefusalWords;
import org.guiju.formats.dmn.DmnReader;
import org.guiju.formats.dmn.DmnWriter;
import org.guiju.formats.dmn.ShippedClauses;
import org.guiju.kernel.discretion.Course.Step;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 裁量基准管理页: what stands and what is under way, what has none, clauses to begin from; drafting, review, submission, approval.
@Controller
class DiscretionPages {
    private static final String HOME = "/catalog/standards";
    private final Standards standards;
    private final DiscretionDesk desk;
    private final GapReport gaps;
    private final StandardText text;
    private final Allocation allocation;
    private final RefusalWords words;
    private final OfficialClock clock;

    DiscretionPages(
            Standards standards,
            DiscretionDesk desk,
            GapReport gaps,
            StandardText text,
            Allocation allocation,
            RefusalWords words,
            OfficialClock clock) {
        this.standards = standards;
        this.desk = desk;
        this.gaps = gaps;
        this.text = text;
        this.allocation = allocation;
        this.words = words;
        this.clock = clock;
    }

    /// 版次行.
    record Row(Standards.Edition edition, String stage) {}

    /// 办理痕迹.
    record Done(String step, String name) {}

    @GetMapping(HOME)
    String list(@RequestParam(defaultValue = "") String clause, Model model) {
        var user = officer();
        var dmn =
                ShippedClauses.all().stream()
                        .filter(c -> c.code().equals(clause))
                        .findFirst()
                        .map(c -> DmnWriter.write(ShippedClauses.draft(c, c.code(), organ(user))))
                        .orElse("");
        return shown(dmn, model);
    }

    private String shown(String dmn, Model model) {
        var today = clock.today();
        model.addAttribute(
                "rows", standards.all().stream().map(e -> new Row(e, stage(e, today))).toList());
        model.addAttribute("gaps", gaps.on(today));
        model.addAttribute("clauses", ShippedClauses.all());
        model.addAttribute("tiers", ShippedClauses.tiers());
        model.addAttribute("dmn", dmn);
        model.addAttribute("course", desk.course());
        model.addAttribute("steps", Step.values());
        model.addAttribute("command", UUID.randomUUID());
        return "discretion/list";
    }

    private static String stage(Standards.Edition e, LocalDate today) {
        var v = e.version();
        if (v.sentBack()) {
            return "sent-back";
        }
        var from = v.from();
        return from == null
                ? v.next().map(Step::code).orElse("")
                : from.isAfter(today) ? "later" : "in-force";
    }

    @PostMapping(HOME)
    String draft(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String dmn,
            @RequestParam UUID command,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        var user = officer();
        var typed =
                file != null && !file.isEmpty()
                        ? new String(file.getBytes(), StandardCharsets.UTF_8)
                        : dmn;
        var read = DmnReader.read(typed.strip());
        if (read.standard().isEmpty()) {
            var errors = new FormErrors();
            read.faults().stream()
                    .limit(20)
                    .forEach(f ->
                            errors.add(
                                    "dmn",
                                    "discretion.fault." + f.code().name(),
                                    f.place(),
                                    f.found()));
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", errors);
            return shown(typed, model);
        }
        var standard = read.standard().get();
        var refusals = desk.draft(user.person(), standard, typed.strip(), command);
        if (!refusals.isEmpty()) {
            refused(refusals, locale, model, response);
            return shown(typed, model);
        }
        flash.addFlashAttribute("notice", Notice.done("discretion.drafted", standard.code()));
        return "redirect:" + HOME + "/" + standard.code();
    }

    @GetMapping(HOME + "/{code}")
    String one(@PathVariable String code, Locale locale, Model model) {
        officer();
        var versions = standards.versions(code);
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var e = versions.getLast();
        var s = e.standard();
        model.addAttribute("e", e);
        model.addAttribute("s", s);
        model.addAttribute("stage", stage(e, clock.today()));
        model.addAttribute(
                "versions",
                versions.stream().map(v -> new Row(v, stage(v, clock.today()))).toList());
        model.addAttribute("lines", text.lines(s, locale));
        model.addAttribute("range", text.band(s, s.statute().range(), locale));
        model.addAttribute("findings", text.said(desk.findings(s), locale));
        model.addAttribute("next", e.version().next().map(Step::code).orElse(""));
        model.addAttribute("role", e.version().next().map(desk.course()::role).orElse(""));
        model.addAttribute(
                "done",
                e.version().done().entrySet().stream()
                        .map(d -> new Done(d.getKey().code(), allocation.nameOf(d.getValue())))
                        .toList());
        model.addAttribute("today", clock.today());
        model.addAttribute("command", UUID.randomUUID());
        return "discretion/one";
    }

    @PostMapping(HOME + "/{code}/{step}")
    String step(
            @PathVariable String code,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String from,
            @RequestParam UUID command,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = officer();
        if (standards.versions(code).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var refusals = asked(user.person(), code, step, from, command);
        if (!refusals.isEmpty()) {
            refused(refusals, locale, model, response);
            return one(code, locale, model);
        }
        flash.addFlashAttribute("notice", Notice.done("discretion.done", code));
        return "redirect:" + HOME + "/" + code;
    }

    private List<Refusal> asked(PersonId by, String code, String step, String from, UUID command) {
        return switch (step) {
            case "review" -> desk.step(by, code, Step.REVIEW, null, command);
            case "submit" -> desk.step(by, code, Step.SUBMIT, null, command);
            case "approve" -> desk.step(by, code, Step.APPROVE, day(from), command);
            case "send-back" -> desk.sendBack(by, code, command);
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private void refused(
            List<Refusal> refusals, Locale locale, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("refused", refusals.stream().map(r -> words.of(r, locale)).toList());
    }

    private OrganId organ(CurrentUser user) {
        return allocation
                .officer(user.person())
                .map(o -> o.organ())
                .orElse(allocation.organs().getFirst().id());
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("standards are kept by officers"));
    }
}
