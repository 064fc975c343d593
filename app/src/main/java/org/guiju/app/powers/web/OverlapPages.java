package org.guiju.app.powers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.powers.application.OverlapRegister;
import org.guiju.app.powers.application.OverlapRegister.Row;
import org.guiju.app.powers.application.OverlapRegister.Settlement;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 职责交叉页: what several departments hold, why it was found, and how it was settled.
@Controller
class OverlapPages {
    private static final String HOME = "/catalog/overlaps";
    private static final int LONGEST = 500;
    private final OverlapRegister register;
    private final Clerks clerks;
    private final OfficialClock clock;
    private final MessageSource messages;

    OverlapPages(
            OverlapRegister register, Clerks clerks, OfficialClock clock, MessageSource messages) {
        this.register = register;
        this.clerks = clerks;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping(HOME)
    String list(Model model) {
        var person = officer().person();
        var rows = register.rows();
        model.addAttribute("rows", rows);
        model.addAttribute("open", rows.stream().filter(r -> r.settled().isEmpty()).count());
        model.addAttribute("mayKeep", clerks.holds(person, SuperiorPages.CLERK));
        if (!model.containsAttribute("key")) {
            model.addAttribute("key", "");
        }
        return "adjustments/overlaps";
    }

    @PostMapping(HOME)
    String settle(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String basis,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var settled = settle(key, holder, division, basis);
        if (settled.any()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", settled);
            model.addAttribute("key", key);
            model.addAttribute("division", division);
            model.addAttribute("basis", basis);
            model.addAttribute("holder", holder);
            return list(model);
        }
        flash.addFlashAttribute("notice", Notice.done("overlaps.done"));
        return "redirect:" + HOME;
    }

    private FormErrors settle(String key, String holder, String division, String basis) {
        var user = officer();
        if (!clerks.holds(user.person(), SuperiorPages.CLERK)) {
            throw new AccessDeniedException("catalogue clerks only");
        }
        var overlap =
                register.rows().stream()
                        .map(Row::overlap)
                        .filter(o -> o.key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var errors = new FormErrors();
        var words = SuperiorPages.plain(division);
        var why = SuperiorPages.plain(basis);
        if (!holder.isEmpty() && !overlap.departments().contains(holder)) {
            errors.add("holder", "overlaps.error.holder");
        }
        if (holder.isEmpty() && words.isEmpty()) {
            errors.add("holder", "overlaps.error.way");
        }
        if (!holder.isEmpty() && !words.isEmpty()) {
            errors.add("division", "overlaps.error.both");
        }
        if (why.isEmpty() || why.length() > LONGEST || words.length() > LONGEST) {
            errors.add("basis", "overlaps.error.basis", Integer.toString(LONGEST));
        }
        if (!errors.any()) {
            register.settle(
                    overlap,
                    new Settlement(holder, words, why),
                    Stamp.own(clock.now(), user.person().value(), UUID.randomUUID()));
        }
        return errors;
    }

    @GetMapping(HOME + "/register.csv")
    void csv(HttpServletResponse response, Locale locale) throws IOException {
        var _ = officer();
        Download.csv(response, "overlaps", export(locale));
    }

    @GetMapping(HOME + "/register.xlsx")
    void xlsx(HttpServletResponse response, Locale locale) throws IOException {
        var _ = officer();
        Download.xlsx(response, "overlaps", export(locale));
    }

    private Export export(Locale locale) {
        return new Export(
                said("overlaps.title", locale),
                Stream.of(
                                "shared",
                                "why",
                                "code",
                                "name",
                                "department",
                                "state",
                                "settlement",
                                "basis")
                        .map(c -> said("overlaps.csv." + c, locale))
                        .toList(),
                register.rows().stream()
                        .flatMap(r ->
                                r.overlap().items().stream()
                                        .map(m ->
                                                List.of(
                                                        Cell.of(r.overlap().shared()),
                                                        Cell.of(
                                                                said(
                                                                        "overlaps.why."
                                                                                + r.overlap().why(),
                                                                        locale)),
                                                        Cell.of(m.code()),
                                                        Cell.of(m.name()),
                                                        Cell.of(m.department()),
                                                        Cell.of(
                                                                said(
                                                                        r.settled().isPresent()
                                                                                ? "overlaps.settled"
                                                                                : "overlaps.open",
                                                                        locale)),
                                                        Cell.of(
                                                                r.settled()
                                                                        .map(s ->
                                                                                s.holder()
                                                                                        + s
                                                                                                .division())
                                                                        .orElse("")),
                                                        Cell.of(
                                                                r.settled()
                                                                        .map(Settlement::basis)
                                                                        .orElse(""))))),
                null);
    }

    /// 交叉, for programs.
    record Found(
            String key,
            String why,
            String shared,
            List<org.guiju.kernel.adjustments.Overlaps.Matter> items,
            boolean settled,
            String holder,
            String division,
            String basis) {
        static Found of(Row r) {
            var s = r.settled().orElse(new Settlement("", "", ""));
            return new Found(
                    r.overlap().key(),
                    r.overlap().why().name(),
                    r.overlap().shared(),
                    r.overlap().items(),
                    r.settled().isPresent(),
                    s.holder(),
                    s.division(),
                    s.basis());
        }
    }

    @GetMapping("/api/v1/overlaps")
    @ResponseBody
    List<Found> all() {
        var _ = officer();
        return register.rows().stream().map(Found::of).toList();
    }

    /// 200 with the overlaps as they stand now; 422 with what is wrong.
    @PostMapping("/api/v1/overlaps/commands/settle")
    @ResponseBody
    ResponseEntity<Object> settle(
            @org.springframework.web.bind.annotation.RequestBody java.util.Map<String, String> body,
            Locale locale) {
        var errors =
                settle(
                        body.getOrDefault("key", ""),
                        body.getOrDefault("holder", ""),
                        body.getOrDefault("division", ""),
                        body.getOrDefault("basis", ""));
        return errors.any()
                ? ResponseEntity.unprocessableContent()
                        .body(
                                java.util.Map.of(
                                        "unfit",
                                        errors.all().stream()
                                                .map(e ->
                                                        messages.getMessage(
                                                                e.key(),
                                                                e.arguments().toArray(),
                                                                locale))
                                                .toList()))
                : ResponseEntity.ok(all());
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }
}
