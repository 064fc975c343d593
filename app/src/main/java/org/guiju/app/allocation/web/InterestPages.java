package org.guiju.app.allocation.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.kernel.allocation.RecusalGrounds.Interest;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 利害关系申报: an officer declares his own interests and reads his own; nobody reads another's here.
@Controller
class InterestPages {
    private static final int PARTY = 200;
    private static final int WHAT = 500;
    private final Allocation allocation;
    private final Appointments appointments;
    private final CommandGate gate;
    private final OfficialClock clock;
    private final MessageSource messages;

    InterestPages(
            Allocation allocation,
            Appointments appointments,
            CommandGate gate,
            OfficialClock clock,
            MessageSource messages) {
        this.allocation = allocation;
        this.appointments = appointments;
        this.clock = clock;
        this.gate = gate;
        this.messages = messages;
    }

    /// What was typed.
    record Form(
            @Nullable String in,
            @Nullable String what,
            @Nullable String from,
            @Nullable String until) {}

    @GetMapping("/desk/interests")
    String page(Model model) {
        return show(model, new Form("", "", "", ""), officer());
    }

    private String show(Model model, Form form, Officer officer) {
        model.addAttribute("form", form);
        model.addAttribute("command", UUID.randomUUID().toString());
        model.addAttribute("own", allocation.interests(officer.person()));
        model.addAttribute("kin", allocation.kin(officer.person()));
        return "desk/interests";
    }

    @PostMapping("/desk/interests")
    ModelAndView declare(
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam UUID command,
            Model model,
            RedirectAttributes flash) {
        var officer = officer();
        var form = new Form(in, what, from, until);
        var errors = new FormErrors();
        var interest = read(officer.person(), form, errors);
        if (interest == null) {
            model.addAttribute("errors", errors);
            var page = new ModelAndView(show(model, form, officer), model.asMap());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        keep(officer, interest, command);
        flash.addFlashAttribute("notice", Notice.done("interest.done", interest.in()));
        return new ModelAndView("redirect:/desk/interests");
    }

    private void keep(Officer officer, Interest interest, UUID command) {
        gate.once(
                command,
                officer.person().value(),
                interest.toString().getBytes(StandardCharsets.UTF_8),
                () -> {
                    appointments.declare(
                            officer.organ(),
                            interest,
                            Stamp.own(clock.now(), officer.person().value(), command));
                    return "declared";
                });
    }

    private @Nullable Interest read(PersonId person, Form form, FormErrors errors) {
        var in = plain(form.in());
        var what = plain(form.what());
        var from = day(form.from());
        var until = day(form.until());
        if (in.isEmpty() || in.length() > PARTY) {
            errors.add("in", "interest.error.in");
        }
        if (what.isEmpty() || what.length() > WHAT) {
            errors.add("what", "interest.error.what");
        }
        if (from == null || from.isAfter(clock.today())) {
            errors.add("from", "interest.error.from");
        }
        if (!plain(form.until()).isEmpty()
                && (until == null || from != null && until.isBefore(from))) {
            errors.add("until", "interest.error.until");
        }
        return errors.any() || from == null
                ? null
                : new Interest(person, in, what, from, until, clock.today());
    }

    private static String plain(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFC)
                        .replaceAll("\\p{Cntrl}", " ")
                        .strip();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            var typed = Normalizer.normalize(plain(text), Normalizer.Form.NFKC);
            var day = LocalDate.parse(typed.replace('/', '-').replace('.', '-'));
            return day.getYear() >= 1949 && day.getYear() <= 2200 ? day : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    private Officer officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .flatMap(u -> allocation.officer(u.person()))
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    /// One's own declarations.
    @GetMapping("/api/v1/interests")
    @ResponseBody
    List<Interest> own() {
        return allocation.interests(officer().person());
    }

    /// Declares one; 422 names every field that cannot be read.
    @PostMapping("/api/v1/interests")
    @ResponseBody
    ResponseEntity<Object> declare(
            @RequestHeader("Idempotency-Key") UUID key, @RequestBody Form form) {
        var officer = officer();
        var errors = new FormErrors();
        var interest = read(officer.person(), form, errors);
        if (interest == null) {
            var locale = LocaleContextHolder.getLocale();
            var faults =
                    errors.all().stream()
                            .map(e ->
                                    Map.of(
                                            "field",
                                            e.field(),
                                            "message",
                                            messages.getMessage(e.key(), null, locale)))
                            .toList();
            return ResponseEntity.unprocessableContent().body(Map.of("faults", faults));
        }
        keep(officer, interest, key);
        return ResponseEntity.ok(interest);
    }
}
