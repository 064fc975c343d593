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
import org.guiju.app.allocation.Enforcers;
import org.guiju.app.allocation.Organ;
import org.guiju.app.allocation.application.CertificateActs;
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
import org.guiju.kernel.allocation.Certificates;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;
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

/// 资格证件页: who holds which certificate for what, which lapse within 30, 60 and 90 days, and whether the organ may enforce at all.
@Controller
class CertificatePages {
    private static final int ALL = 0;
    private static final Map<String, List<String>> FORMS = forms();
    private final CertificateActs acts;
    private final Allocation allocation;
    private final Clerks clerks;
    private final Enforcers enforcers;
    private final OfficialClock clock;
    private final RefusalWords words;
    private final MessageSource messages;

    CertificatePages(
            CertificateActs acts,
            Allocation allocation,
            Clerks clerks,
            Enforcers enforcers,
            OfficialClock clock,
            RefusalWords words,
            MessageSource messages) {
        this.acts = acts;
        this.allocation = allocation;
        this.clerks = clerks;
        this.enforcers = enforcers;
        this.clock = clock;
        this.words = words;
        this.messages = messages;
    }

    private static Map<String, List<String>> forms() {
        var forms = new LinkedHashMap<String, List<String>>();
        forms.put("certify", List.of("person", "kind", "number", "area", "from", "until"));
        forms.put("withdraw", List.of("person", "kind", "area", "last"));
        forms.put("authorise", List.of("basis", "from", "until"));
        return forms;
    }

    /// 证件行.
    record Row(
            String person,
            String name,
            String kind,
            String number,
            String area,
            String from,
            String until,
            String standing) {}

    @GetMapping("/catalog/certificates")
    String page(
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "0") int within,
            Model model) {
        return show(organ, within, "", Map.of(), model);
    }

    private String show(
            String organ, int within, String sentAct, Map<String, String> sent, Model model) {
        var user = officer();
        var of = chosen(organ, user);
        int days = Certificates.NOTICES.contains(within) ? within : ALL;
        model.addAttribute("organs", allocation.organs());
        model.addAttribute("organ", of);
        model.addAttribute("within", days);
        model.addAttribute("notices", Certificates.NOTICES);
        model.addAttribute("rows", rows(of.id(), days));
        model.addAttribute("byLaw", Enforcers.byLaw(of));
        model.addAttribute("mayEnforce", enforcers.mayEnforce(of.id(), clock.today()));
        model.addAttribute("authorisations", acts.authorisations(of.id()));
        model.addAttribute("may", clerks.holds(user.person(), StaffingApi.PERSONNEL, of.id()));
        model.addAttribute("forms", FORMS);
        model.addAttribute("officers", allocation.officers(of.id()));
        model.addAttribute("sentAct", sentAct);
        model.addAttribute("sent", sent);
        model.addAttribute("command", UUID.randomUUID().toString());
        return "catalog/certificates";
    }

    private List<Row> rows(OrganId organ, int within) {
        var all = acts.certificates(organ);
        var held =
                within == ALL
                        ? Certificates.of(all, clock.today())
                        : Certificates.lapsing(all, clock.today(), within);
        return held.stream().map(this::row).toList();
    }

    private Row row(Certificates.Held held) {
        var q = held.certificate();
        var until = q.until();
        return new Row(
                q.person().value(),
                allocation.nameOf(q.person()),
                q.kind(),
                q.number(),
                q.area(),
                q.from().toString(),
                until == null ? "" : until.toString(),
                held.standing().name());
    }

    @PostMapping("/catalog/certificates/{organ}/{act}")
    String act(
            @PathVariable String organ,
            @PathVariable String act,
            @RequestParam Map<String, String> sent,
            @RequestParam UUID command,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var id = mine(organ, act);
        var fields = new LinkedHashMap<>(sent);
        fields.keySet().removeAll(List.of("command", "_csrf"));
        try {
            var refusals = acts.act(officer().person(), id, act, fields, command);
            if (refusals.isEmpty()) {
                flash.addFlashAttribute("notice", Notice.done("certificates.done"));
                return "redirect:/catalog/certificates?organ=" + id;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", refusals.stream().map(r -> words.of(r, locale)).toList());
        } catch (StaffingInput.Unreadable e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", new FormErrors().add(act + "-" + e.field(), e.key()));
        }
        return show(organ, ALL, act, fields, model);
    }

    @GetMapping("/catalog/certificates/{organ}/register.csv")
    void csv(
            @PathVariable String organ,
            @RequestParam(defaultValue = "0") int within,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        officer();
        var columns = List.of("person", "kind", "number", "area", "from", "until", "standing");
        var rows =
                rows(known(organ).id(), within).stream()
                        .map(r ->
                                List.of(
                                        Cell.of(r.name()),
                                        Cell.of(r.kind()),
                                        Cell.of(r.number()),
                                        Cell.of(r.area()),
                                        Cell.of(r.from()),
                                        Cell.of(r.until()),
                                        Cell.of(say("standing." + r.standing(), locale))));
        var heads = columns.stream().map(c -> say("f." + c, locale)).toList();
        Download.csv(response, "certificates", new Export("certificates", heads, rows, null));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage("certificates." + key, null, locale);
    }

    /// Certificates of the organ with their standing; `within` 30, 60 or 90 leaves those that lapse by then.
    @GetMapping("/api/v1/organs/{organ}/certificates")
    @ResponseBody
    Map<String, Object> list(
            @PathVariable String organ, @RequestParam(defaultValue = "0") int within) {
        officer();
        var of = known(organ);
        return Map.of(
                "organ",
                of.id().value(),
                "mayEnforce",
                enforcers.mayEnforce(of.id(), clock.today()),
                "authorisations",
                acts.authorisations(of.id()),
                "certificates",
                rows(of.id(), within));
    }

    /// Puts on record, withdraws, authorises; 403 to whoever does not administer the organ's personnel, 422 with the field.
    @PostMapping("/api/v1/organs/{organ}/certificates/commands/{act}")
    @ResponseBody
    Map<String, Object> act(
            @RequestHeader("Idempotency-Key") UUID key,
            @PathVariable String organ,
            @PathVariable String act,
            @RequestBody Map<String, String> fields) {
        var id = mine(organ, act);
        var refusals = acts.act(officer().person(), id, act, fields, key);
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
        return list(organ, ALL);
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(StaffingInput.Unreadable e, Locale locale) {
        var message = messages.getMessage(e.key(), null, locale);
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of("field", e.field(), "message", message));
    }

    private OrganId mine(String organ, String act) {
        var id = known(organ).id();
        if (!CertificateActs.ACTS.contains(act)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!clerks.holds(officer().person(), StaffingApi.PERSONNEL, id)) {
            throw new AccessDeniedException("the personnel administrator of the organ");
        }
        return id;
    }

    private Organ chosen(String organ, CurrentUser user) {
        return organ.isBlank()
                ? allocation
                        .officer(user.person())
                        .flatMap(o -> allocation.organ(o.organ()))
                        .orElseGet(() -> allocation.organs().getFirst())
                : known(organ);
    }

    private Organ known(@Nullable String organ) {
        return allocation.organs().stream()
                .filter(o -> o.id().value().equals(organ))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }
}
