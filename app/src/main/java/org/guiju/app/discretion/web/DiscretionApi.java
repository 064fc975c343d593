package org.guiju.app.discretion.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.discretion.Standards;
import org.guiju.app.discretion.application.DiscretionDesk;
import org.guiju.app.discretion.application.GapReport;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.formats.dmn.DmnReader;
import org.guiju.kernel.discretion.Course.Step;
import org.guiju.kernel.discretion.Standard;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 裁量基准接口: analyse a DMN file, draft, review, submit and approve, compute a grade, and the report of what has no standard.
/// 409 with rule, article and remedy; 422 with every fault of the file or the facts and its place.
@RestController
class DiscretionApi {
    private static final String HOME = "/api/v1/discretion";
    private final Standards standards;
    private final DiscretionDesk desk;
    private final GapReport gaps;
    private final StandardText text;
    private final MessageSource messages;
    private final OfficialClock clock;

    DiscretionApi(
            Standards standards,
            DiscretionDesk desk,
            GapReport gaps,
            StandardText text,
            MessageSource messages,
            OfficialClock clock) {
        this.standards = standards;
        this.desk = desk;
        this.gaps = gaps;
        this.text = text;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(HOME)
    List<Map<String, Object>> all(CurrentUser user, Locale locale) {
        officer(user);
        return standards.all().stream()
                .map(e -> {
                    var data = text.plain(e, locale);
                    data.put("next", e.version().next().map(Step::code).orElse(""));
                    return data;
                })
                .toList();
    }

    @GetMapping(HOME + "/gaps")
    List<Map<String, String>> gaps(CurrentUser user) {
        officer(user);
        return gaps.on(clock.today()).stream()
                .map(g ->
                        Map.of(
                                "power", g.power().code().value(),
                                "kind", g.power().kind().code(),
                                "conduct", g.conduct().map(v -> v.id()).orElse("")))
                .toList();
    }

    /// Findings of a file that is kept nowhere.
    @PostMapping(HOME + "/analyse")
    ResponseEntity<Object> analyse(
            CurrentUser user, @RequestBody Map<String, String> body, Locale locale) {
        officer(user);
        var read = DmnReader.read(body.getOrDefault("dmn", ""));
        return read.standard()
                .<ResponseEntity<Object>>map(s ->
                        ResponseEntity.ok(Map.of("findings", text.said(desk.findings(s), locale))))
                .orElseGet(() -> wrong(read, locale));
    }

    @PostMapping(HOME)
    ResponseEntity<Object> draft(
            CurrentUser user,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, String> body,
            Locale locale) {
        officer(user);
        var dmn = body.getOrDefault("dmn", "");
        var read = DmnReader.read(dmn);
        if (read.standard().isEmpty()) {
            return wrong(read, locale);
        }
        var standard = read.standard().get();
        refuse(desk.draft(user.person(), standard, dmn, key));
        return ResponseEntity.ok(
                Map.of(
                        "code", standard.code(),
                        "version", standards.versions(standard.code()).size(),
                        "findings", text.said(desk.findings(standard), locale)));
    }

    @PostMapping(HOME + "/{code}/commands/{step}")
    Map<String, Object> step(
            CurrentUser user,
            @RequestHeader("Idempotency-Key") UUID key,
            @PathVariable String code,
            @PathVariable String step,
            @RequestBody Map<String, String> body,
            Locale locale) {
        officer(user);
        if (step.equals("send-back") && !standards.versions(code).isEmpty()) {
            refuse(desk.sendBack(user.person(), code, key));
            return text.plain(standards.versions(code).getLast(), locale);
        }
        var asked = step(step);
        if (standards.versions(code).isEmpty() || asked == Step.DRAFT) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        refuse(desk.step(user.person(), code, asked, day(body.getOrDefault("from", "")), key));
        return text.plain(standards.versions(code).getLast(), locale);
    }

    /// 套档 without a case.
    @PostMapping(HOME + "/{code}/compute")
    ResponseEntity<Object> compute(
            CurrentUser user,
            @PathVariable String code,
            @RequestBody Map<String, String> facts,
            Locale locale) {
        officer(user);
        var edition =
                desk.inForce(code)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var result = desk.compute(edition.standard(), facts);
        return result.row()
                .<ResponseEntity<Object>>map(r -> ResponseEntity.ok(row(edition, r, locale)))
                .orElseGet(() ->
                        ResponseEntity.unprocessableContent()
                                .body(Map.of("facts", result.faults())));
    }

    private Map<String, Object> row(Standards.Edition e, Standard.Row row, Locale locale) {
        var data = new LinkedHashMap<String, Object>();
        data.put("standard", e.standard().code());
        data.put("version", e.version().number());
        data.put("row", row.id());
        data.put("grade", row.grade());
        data.put("name", row.name().zh());
        data.put("band", StandardText.band(row.band()));
        data.put("words", text.band(e.standard(), row.band(), locale));
        data.put("other", row.other());
        data.put("article", e.standard().statute().article().cite());
        return data;
    }

    /// What is in force today, for everybody.
    @GetMapping("/api/v1/public/standards")
    List<Map<String, Object>> published(Locale locale) {
        return standards.inForce(clock.today()).stream().map(e -> text.plain(e, locale)).toList();
    }

    private ResponseEntity<Object> wrong(DmnReader.Reading read, Locale locale) {
        return ResponseEntity.unprocessableContent()
                .body(
                        Map.of(
                                "faults",
                                read.faults().stream()
                                        .map(f ->
                                                Map.of(
                                                        "code", f.code().name(),
                                                        "place", f.place(),
                                                        "message",
                                                                messages.getMessage(
                                                                        "discretion.fault."
                                                                                + f.code().name(),
                                                                        new Object[] {
                                                                            f.place(), f.found()
                                                                        },
                                                                        locale)))
                                        .toList()));
    }

    private static Step step(String code) {
        for (var step : Step.values()) {
            if (step.code().equals(code)) {
                return step;
            }
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static void refuse(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
    }

    private static void officer(CurrentUser user) {
        if (!user.officer()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
