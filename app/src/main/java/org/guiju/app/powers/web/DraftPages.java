package org.guiju.app.powers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.powers.application.Examination;
import org.guiju.app.powers.application.PublishDefinition;
import org.guiju.app.powers.application.PublishDefinition.Waiting;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 待确认文本: what has been submitted, and the page on which a second person looks at it and confirms (A56).
@Controller
@RequestMapping("/catalog/powers/drafts")
class DraftPages {
    static final String CLERK = "catalogue-clerk";
    static final String CONFIRMER = "catalogue-confirmer";
    private static final String ONE = "/{code}/{version:[0-9]{1,6}}";
    private final PublishDefinition publish;
    private final CatalogRules rules;
    private final Allocation allocation;
    private final Clerks clerks;
    private final OfficialClock clock;
    private final Examination examination;

    DraftPages(
            PublishDefinition publish,
            CatalogRules rules,
            Allocation allocation,
            Clerks clerks,
            OfficialClock clock,
            Examination examination) {
        this.publish = publish;
        this.rules = rules;
        this.allocation = allocation;
        this.clerks = clerks;
        this.clock = clock;
        this.examination = examination;
    }

    /// 待确认的一行.
    ///
    /// @param href where it is looked at and confirmed
    record Row(
            String code,
            int version,
            String name,
            Text organ,
            String by,
            LocalDate on,
            String digest,
            String href) {}

    List<Row> rows() {
        return rules.waiting().stream().map(this::row).toList();
    }

    private Row row(Waiting waiting) {
        var draft = waiting.draft();
        return new Row(
                draft.code().value(),
                draft.version(),
                waiting.name(),
                organ(new OrganId(waiting.organ())),
                allocation.officer(draft.by()).map(Officer::name).orElse(draft.by().value()),
                waiting.on(),
                draft.digest(),
                "/catalog/powers/drafts/" + draft.code() + "/" + draft.version());
    }

    @GetMapping(ONE)
    String look(@PathVariable String code, @PathVariable int version, Model model) {
        return page(waiting(code, version), model);
    }

    @PostMapping(ONE + "/confirm")
    String confirm(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam String digest,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var person = officer().person();
        var waiting = waiting(code, version);
        var organ = new OrganId(waiting.organ());
        if (!mayConfirm(person, organ)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            model.addAttribute("needed", clerks.needed(CONFIRMER, organ));
            model.addAttribute("organ", organ(organ));
            return "catalog/organs-refused";
        }
        var power = publish.read(waiting);
        var errors = rules.unfit(power);
        if (errors.any()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", errors);
            return page(waiting, model);
        }
        var stamp = Stamp.own(clock.now(), person.value(), UUID.randomUUID());
        var refusals = publish.confirm(code, version, digest, clock.today(), stamp);
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
        flash.addFlashAttribute(
                "notice",
                Notice.done(
                        "catalog.powers.published",
                        waiting.name(),
                        Integer.toString(version),
                        power.inForce().toString()));
        return "redirect:/catalog/powers";
    }

    /// 退回修改: with remarks, one a line; each must be answered before the text comes again.
    @PostMapping(ONE + "/return")
    String sendBack(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam String digest,
            @RequestParam(defaultValue = "") String remarks,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var person = officer().person();
        var waiting = waiting(code, version);
        var organ = new OrganId(waiting.organ());
        if (!mayConfirm(person, organ)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            model.addAttribute("needed", clerks.needed(CONFIRMER, organ));
            model.addAttribute("organ", organ(organ));
            return "catalog/organs-refused";
        }
        var all = remarks.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (all.isEmpty() || all.size() > 50 || all.stream().anyMatch(DraftPages::unfit)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", new FormErrors().add("remarks", "editor.error.remarks"));
            model.addAttribute("remarks", remarks);
            return page(waiting, model);
        }
        var stamp = Stamp.own(clock.now(), person.value(), UUID.randomUUID());
        var refusals = publish.sendBack(code, version, digest, all, clock.today(), stamp);
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
        flash.addFlashAttribute(
                "notice",
                Notice.done("editor.returned", waiting.name(), Integer.toString(version)));
        return "redirect:/catalog/powers";
    }

    private static boolean unfit(String remark) {
        return remark.length() > 1000
                || remark.codePoints()
                        .anyMatch(c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.SURROGATE);
    }

    /// 审核确认岗位: the confirmer of the organ, or its catalogue clerk; that it is not the one who submitted is the kernel's rule.
    boolean mayConfirm(PersonId person, OrganId organ) {
        return clerks.holds(person, CONFIRMER, organ) || clerks.holds(person, CLERK, organ);
    }

    private String page(Waiting waiting, Model model) {
        PowerDefinition power = publish.read(waiting);
        var person = officer().person();
        var organ = power.organ();
        model.addAttribute("draft", row(waiting));
        model.addAttribute("own", waiting.draft().by().equals(person));
        model.addAttribute("power", power);
        model.addAttribute("organ", organ(organ));
        model.addAttribute("known", false);
        model.addAttribute(
                "answered",
                publish.remarks(waiting.draft().code().value(), waiting.draft().version()));
        model.addAttribute("text", publish.text(waiting));
        model.addAttribute("findings", examination.of(power, publish.text(waiting)));
        model.addAttribute("needed", clerks.needed(CONFIRMER, organ));
        model.addAttribute("mayConfirm", mayConfirm(person, organ));
        model.addAttribute("mayPublish", false);
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", new FormErrors());
        }
        return "catalog/powers-preview";
    }

    private Waiting waiting(String code, int version) {
        var _ = officer();
        if (!PowerCode.isWellFormed(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return publish.waiting(code, version)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
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
