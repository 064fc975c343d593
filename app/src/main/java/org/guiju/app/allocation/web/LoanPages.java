package org.guiju.app.allocation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Organ;
import org.guiju.app.allocation.application.LoanActs;
import org.guiju.app.allocation.application.StaffingInput;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.platform.web.RefusalWords;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.allocation.Incompatibility;
import org.guiju.kernel.allocation.Loan;
import org.guiju.kernel.allocation.SeparationPolicy;
import org.guiju.kernel.shared.OrganId;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 职责分离与借用页: what the law keeps apart, what the organ adds, whom it borrows so that duties can be kept apart, and whom it lends.
@Controller
class LoanPages {
    private static final Map<String, List<String>> FORMS =
            Map.of(
                    "ask",
                    List.of("lender", "person", "role", "powers", "reason", "from", "last"),
                    "keep-apart",
                    List.of("one", "other", "basis", "from"));
    private final LoanActs acts;
    private final Allocation allocation;
    private final Clerks clerks;
    private final OfficialClock clock;
    private final RefusalWords words;
    private final MessageSource messages;

    LoanPages(
            LoanActs acts,
            Allocation allocation,
            Clerks clerks,
            OfficialClock clock,
            RefusalWords words,
            MessageSource messages) {
        this.acts = acts;
        this.allocation = allocation;
        this.clerks = clerks;
        this.clock = clock;
        this.words = words;
        this.messages = messages;
    }

    /// 借用行.
    ///
    /// @param acts what the reader may do with it
    record Row(Loan loan, String name, String borrower, String lender, List<String> acts) {}

    @GetMapping("/catalog/separation")
    String page(@RequestParam(defaultValue = "") String organ, Model model) {
        return show(organ, "", Map.of(), model);
    }

    private String show(String organ, String sentAct, Map<String, String> sent, Model model) {
        var user = officer();
        var of = chosen(organ, user);
        model.addAttribute("organs", allocation.organs());
        model.addAttribute("organ", of);
        model.addAttribute("baseline", Incompatibility.BASELINE);
        model.addAttribute("policies", policies(of.id()));
        model.addAttribute("borrowed", rows(acts.of(of.id()), user));
        model.addAttribute("lent", rows(acts.lentBy(of.id()), user));
        model.addAttribute("may", clerks.holds(user.person(), StaffingApi.PERSONNEL, of.id()));
        model.addAttribute("forms", List.of("ask", "keep-apart"));
        model.addAttribute("fieldsOf", FORMS);
        model.addAttribute("sentAct", sentAct);
        model.addAttribute("sent", sent);
        model.addAttribute("command", UUID.randomUUID().toString());
        return "catalog/separation";
    }

    private List<SeparationPolicy> policies(OrganId organ) {
        return acts.roster().policies().stream().filter(p -> p.organ().equals(organ)).toList();
    }

    private List<Row> rows(List<Loan> loans, CurrentUser user) {
        return loans.stream()
                .map(l ->
                        new Row(
                                l,
                                allocation.nameOf(l.person()),
                                name(l.borrower()),
                                name(l.lender()),
                                offered(l, user)))
                .toList();
    }

    private List<String> offered(Loan loan, CurrentUser user) {
        boolean lends = clerks.holds(user.person(), StaffingApi.PERSONNEL, loan.lender());
        boolean borrows = clerks.holds(user.person(), StaffingApi.PERSONNEL, loan.borrower());
        if (lends && loan.state() == Loan.State.ASKED) {
            return List.of("agree", "decline");
        }
        return (lends || borrows) && loan.ending(clock.today()).isEmpty()
                ? List.of("end")
                : List.of();
    }

    private String name(OrganId organ) {
        return allocation.organ(organ).map(o -> o.name().zh()).orElse(organ.value());
    }

    @PostMapping("/catalog/separation/{organ}/{act}")
    String act(
            @PathVariable String organ,
            @PathVariable String act,
            @RequestParam Map<String, String> sent,
            @RequestParam UUID command,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var id = known(organ, act);
        var fields = new LinkedHashMap<>(sent);
        fields.keySet().removeAll(List.of("command", "_csrf"));
        try {
            var refusals = acts.act(officer().person(), id, act, fields, command);
            if (refusals.isEmpty()) {
                flash.addFlashAttribute("notice", Notice.done("loans.done"));
                return "redirect:/catalog/separation?organ=" + id;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", refusals.stream().map(r -> words.of(r, locale)).toList());
        } catch (StaffingInput.Unreadable e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", new FormErrors().add(act + "-" + e.field(), e.key()));
        }
        return show(organ, act, fields, model);
    }

    @GetMapping("/catalog/separation/{organ}/loans.csv")
    void csv(@PathVariable String organ, Locale locale, HttpServletResponse response)
            throws IOException {
        officer();
        var columns =
                List.of("loan", "lender", "person", "role", "powers", "from", "last", "state");
        var rows =
                rows(acts.of(known(organ, "ask")), officer()).stream()
                        .map(r ->
                                List.of(
                                        Cell.of(r.loan().id()),
                                        Cell.of(r.lender()),
                                        Cell.of(r.name()),
                                        Cell.of(r.loan().role()),
                                        Cell.of(String.join(" ", r.loan().powers())),
                                        Cell.of(r.loan().from().toString()),
                                        Cell.of(r.loan().last().toString()),
                                        Cell.of(say("state." + r.loan().state().name(), locale))));
        var heads = columns.stream().map(c -> say("f." + c, locale)).toList();
        Download.csv(response, "loans", new Export("loans", heads, rows, null));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage("loans." + key, null, locale);
    }

    /// What the organ keeps apart besides the law, whom it borrows and whom it lends.
    @GetMapping("/api/v1/organs/{organ}/separation")
    @ResponseBody
    Map<String, Object> read(@PathVariable String organ) {
        officer();
        var id = known(organ, "ask");
        return Map.of(
                "organ",
                id.value(),
                "added",
                policies(id),
                "borrowed",
                acts.of(id),
                "lent",
                acts.lentBy(id));
    }

    /// `ask`, `agree`, `decline`, `end`, `keep-apart`; the organ in the address is the borrower.
    @PostMapping("/api/v1/organs/{organ}/separation/commands/{act}")
    @ResponseBody
    Map<String, Object> act(
            @RequestHeader("Idempotency-Key") UUID key,
            @PathVariable String organ,
            @PathVariable String act,
            @RequestBody Map<String, String> fields) {
        var refusals = acts.act(officer().person(), known(organ, act), act, fields, key);
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
        return read(organ);
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(StaffingInput.Unreadable e, Locale locale) {
        var message = messages.getMessage(e.key(), null, locale);
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of("field", e.field(), "message", message));
    }

    private OrganId known(String organ, String act) {
        if (!LoanActs.ACTS.contains(act)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return allocation.organs().stream()
                .map(Organ::id)
                .filter(o -> o.value().equals(organ))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Organ chosen(String organ, CurrentUser user) {
        var id =
                organ.isBlank()
                        ? allocation
                                .officer(user.person())
                                .map(o -> o.organ())
                                .orElseGet(() -> allocation.organs().getFirst().id())
                        : known(organ, "ask");
        return allocation
                .organ(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }
}
