package org.guiju.app.authority.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.authority.application.Authority;
import org.guiju.app.authority.application.Authority.PowerRow;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.allocation.Aspect;
import org.guiju.kernel.allocation.PowerStructure;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/// 谁可以做什么，为什么: the list of powers with their holders and findings, and one page for each in words.
@Controller
class AuthorityPages {
    private static final String SUPERVISOR = "supervisor";
    private final Authority authority;
    private final Clerks clerks;
    private final OfficialClock clock;
    private final MessageSource messages;

    AuthorityPages(
            Authority authority, Clerks clerks, OfficialClock clock, MessageSource messages) {
        this.authority = authority;
        this.clerks = clerks;
        this.clock = clock;
        this.messages = messages;
    }

    /// 列表行.
    record Row(PowerRow power, Map<Aspect, List<String>> holders) {}

    @GetMapping("/catalog/authority")
    String list(Model model) {
        officer();
        var rows = authority.powers(clock.today()).stream().map(this::row).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("aspects", Aspect.values());
        return "authority/list";
    }

    private Row row(PowerRow power) {
        var holders = new LinkedHashMap<Aspect, List<String>>();
        for (var aspect : Aspect.values()) {
            holders.put(
                    aspect,
                    authority.names(
                            power.structure().holders().getOrDefault(aspect, java.util.Set.of())));
        }
        return new Row(power, holders);
    }

    @GetMapping("/catalog/authority/{code}")
    String one(@PathVariable String code, Model model) {
        var user = officer();
        var found = found(code);
        model.addAttribute("row", row(found));
        model.addAttribute("aspects", Aspect.values());
        var steps = authority.steps(found.power(), clock.today());
        model.addAttribute("steps", steps);
        var places = new LinkedHashMap<String, Integer>();
        steps.forEach(s -> places.putIfAbsent(s.step().id(), places.size()));
        model.addAttribute("places", places);
        model.addAttribute("handovers", authority.handovers(found.power()));
        // Attempts are for whoever supervises (class S); everybody else sees the rules only.
        if (clerks.holds(user.person(), SUPERVISOR)) {
            model.addAttribute("attempts", authority.attempts(found.power().organ()));
        }
        return "authority/one";
    }

    private PowerRow found(String code) {
        return authority
                .power(code, clock.today())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/api/v1/authority/{code}")
    @ResponseBody
    Map<String, Object> plain(CurrentUser user, @PathVariable String code) {
        if (!user.officer()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var found = found(code);
        var data = new LinkedHashMap<String, Object>();
        data.put("power", code);
        data.put("findings", found.structure().findings());
        var holders = new LinkedHashMap<String, List<String>>();
        row(found).holders().forEach((aspect, names) -> holders.put(aspect.code(), names));
        data.put("holders", holders);
        data.put(
                "handovers",
                authority.handovers(found.power()).stream()
                        .map(h ->
                                Map.of(
                                        "from", h.from().id(),
                                        "aspect", h.aspect().code(),
                                        "to", h.to().id(),
                                        "next", h.next().code()))
                        .toList());
        data.put(
                "steps",
                authority.steps(found.power(), clock.today()).stream()
                        .map(s ->
                                Map.of(
                                        "step", s.step().id(),
                                        "role", s.step().role(),
                                        "duty", s.step().kind().duty().code(),
                                        "may", s.may(),
                                        "mayNot", s.mayNot(),
                                        "apart",
                                                s.apart().stream()
                                                        .map(a ->
                                                                Map.of(
                                                                        "duty", a.duty(),
                                                                        "rule", a.rule().why().zh(),
                                                                        "article",
                                                                                a.rule()
                                                                                        .basis()
                                                                                        .cite()))
                                                        .toList()))
                        .toList());
        return data;
    }

    @GetMapping("/catalog/authority.csv")
    void csv(Locale locale, HttpServletResponse response) throws IOException {
        officer();
        Download.csv(response, "authority", export(locale));
    }

    @GetMapping("/catalog/authority.xlsx")
    void xlsx(Locale locale, HttpServletResponse response) throws IOException {
        officer();
        Download.xlsx(response, "authority", export(locale));
    }

    private Export export(Locale locale) {
        var columns =
                Stream.of(
                                "power",
                                "aspect.decision",
                                "aspect.execution",
                                "aspect.supervision",
                                "findings")
                        .map(c -> messages.getMessage("authority." + c, null, locale))
                        .toList();
        var rows =
                authority.powers(clock.today()).stream()
                        .map(this::row)
                        .map(r ->
                                List.of(
                                        Cell.of(r.power().power().name()),
                                        names(r, Aspect.DECISION),
                                        names(r, Aspect.EXECUTION),
                                        names(r, Aspect.SUPERVISION),
                                        Cell.of(findings(r.power().structure(), locale))));
        return new Export("authority", columns, rows, null);
    }

    private static Cell names(Row row, Aspect aspect) {
        return Cell.of(String.join("、", row.holders().getOrDefault(aspect, List.of())));
    }

    private String findings(PowerStructure structure, Locale locale) {
        return structure.findings().stream()
                .map(f ->
                        messages.getMessage("authority.finding." + f.kind().name(), null, locale)
                                + " "
                                + f.about())
                .collect(Collectors.joining("；"));
    }

    private static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }
}
