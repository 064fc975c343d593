package org.guiju.app.powers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Organ;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.RefusalWords;
import org.guiju.app.powers.Standings;
import org.guiju.app.powers.application.AdjustPowers;
import org.guiju.app.powers.application.AdjustmentRegister;
import org.guiju.app.powers.application.AdjustmentRegister.Row;
import org.guiju.app.powers.application.AdjustmentRegister.Show;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 权力调整页: the register of adjustments with what is still owed, and for each item its history and what can be done to it.
@Controller
@RequestMapping("/catalog/adjustments")
class AdjustmentPages {
    private final AdjustmentRegister register;
    private final AdjustPowers adjust;
    private final Standings standings;
    private final Allocation allocation;
    private final RefusalWords words;
    private final MessageSource messages;

    AdjustmentPages(
            AdjustmentRegister register,
            AdjustPowers adjust,
            Standings standings,
            Allocation allocation,
            RefusalWords words,
            MessageSource messages) {
        this.register = register;
        this.adjust = adjust;
        this.standings = standings;
        this.allocation = allocation;
        this.words = words;
        this.messages = messages;
    }

    @ModelAttribute("organName")
    OrganName names() {
        return this::organ;
    }

    /// An organ's name, for the page.
    interface OrganName {
        Text of(OrganId organ);
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        var _ = officer();
        var typed = code.strip();
        if (!typed.isEmpty() && register.known(typed)) {
            model.asMap().clear();
            return "redirect:/catalog/adjustments/of/" + typed;
        }
        if (!typed.isEmpty()) {
            model.addAttribute(
                    "errors", new FormErrors().add("code", "adjustments.error.unknown", typed));
        }
        model.addAttribute("code", typed);
        model.addAttribute("show", Show.of(show));
        var counts = register.counts();
        model.addAttribute("counts", counts);
        model.addAttribute("owed", counts.get(Show.OWED));
        model.addAttribute("waiting", counts.get(Show.WAITING));
        model.addAttribute("overdue", counts.get(Show.OVERDUE));
        model.addAttribute("rows", register.rows(Show.of(show)));
        return "adjustments/list";
    }

    @GetMapping("/register.csv")
    void csv(
            @RequestParam(defaultValue = "") String show,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var _ = officer();
        Download.csv(response, "adjustments", export(Show.of(show), locale));
    }

    @GetMapping("/register.xlsx")
    void xlsx(
            @RequestParam(defaultValue = "") String show,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var _ = officer();
        Download.xlsx(response, "adjustments", export(Show.of(show), locale));
    }

    private Export export(Show show, Locale locale) {
        var columns =
                List.of(
                        "code",
                        "name",
                        "kind",
                        "from",
                        "giver",
                        "receiver",
                        "other",
                        "due",
                        "basis",
                        "state",
                        "responsible",
                        "measures");
        return new Export(
                said("adjustments.title", locale),
                columns.stream().map(c -> said("adjustments.csv." + c, locale)).toList(),
                register.rows(show).stream().map(r -> cells(r, locale)),
                null);
    }

    private List<Cell> cells(Row r, Locale locale) {
        return List.of(
                Cell.of(r.code()),
                Cell.of(r.name()),
                Cell.of(said("adjustments.kind." + r.kind(), locale)),
                Cell.of(r.from()),
                Cell.of(r.giver() == null ? "" : organ(r.giver()).zh()),
                Cell.of(r.receiver() == null ? "" : organ(r.receiver()).zh()),
                Cell.of(r.other()),
                Cell.of(r.due()),
                Cell.of(r.basis()),
                Cell.of(said("adjustments.state." + r.state(), locale)),
                Cell.of(
                        r.responsible() == null
                                ? r.owed() ? said("adjustments.owed", locale) : ""
                                : organ(r.responsible()).zh()),
                Cell.of(r.measures()));
    }

    @GetMapping("/of/{code}")
    String one(@PathVariable String code, Model model) {
        return one(code, AdjustmentForm.EMPTY, model);
    }

    private String one(String code, AdjustmentForm form, Model model) {
        var person = officer().person();
        if (!register.known(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var standing = standings.of(code);
        var holder = adjust.holder(code);
        model.addAttribute("code", code);
        model.addAttribute("name", register.name(code));
        model.addAttribute("holder", holder == null ? null : organ(holder));
        model.addAttribute("standing", standing);
        model.addAttribute("rows", register.of(code));
        model.addAttribute("history", standings.history(code));
        model.addAttribute("officers", (OfficerName) p -> allocation.nameOf(new PersonId(p)));
        model.addAttribute("organs", allocation.organs());
        model.addAttribute("form", form);
        model.addAttribute("person", person.value());
        model.addAttribute("command", UUID.randomUUID());
        boolean gone = standing.cancelled() != null || standing.merged() != null;
        model.addAttribute("gone", gone);
        model.addAttribute(
                "waiting",
                standing.delegation() != null && !standing.delegation().inPlace() && !gone);
        model.addAttribute(
                "unapproved",
                standing.entrustments().stream().filter(e -> e.approvedOn() == null).toList());
        return "adjustments/one";
    }

    /// An officer's name by his pseudonym, for the page.
    interface OfficerName {
        String of(String person);
    }

    @PostMapping("/of/{code}")
    String act(
            @PathVariable String code,
            @RequestParam UUID command,
            @ModelAttribute("form") AdjustmentForm form,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes flash) {
        var person = officer().person();
        var errors = new FormErrors();
        var asked = form.command(giver(code), errors);
        if (asked.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", errors);
            return one(code, form, model);
        }
        var refusals = adjust.ask(command, person, code, asked.get());
        if (!refusals.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("refused", said(refusals, locale));
            return one(code, form, model);
        }
        flash.addFlashAttribute(
                "notice", Notice.done("adjustments.done." + form.act(), register.name(code)));
        return "redirect:/catalog/adjustments/of/" + code;
    }

    /// The organ that gives: the one to which it was delegated last, else that of its institution or department.
    @Nullable OrganId giver(String code) {
        var delegation = standings.of(code).delegation();
        return delegation == null ? adjust.holder(code) : delegation.decision().to();
    }

    private List<RefusalWords.Said> said(List<Refusal> refusals, Locale locale) {
        return refusals.stream().map(r -> words.of(r, locale)).toList();
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private Text organ(OrganId organ) {
        return allocation.organ(organ).map(Organ::name).orElseGet(() -> Text.zh(organ.value()));
    }

    private static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }
}
