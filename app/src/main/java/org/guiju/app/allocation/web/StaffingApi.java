package org.guiju.app.allocation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Portfolios;
import org.guiju.app.allocation.application.StaffingActs;
import org.guiju.app.allocation.application.StaffingInput;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.allocation.Establishment;
import org.guiju.kernel.allocation.Post;
import org.guiju.kernel.shared.OrganId;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 配权接口: posts, tenures, fields and delegations of an organ. `POST …/commands/ACT` answers 200 with the new state, 403 to whoever
/// does not administer the organ's personnel, 409 with rule, article and remedy, 422 with the field that cannot be read.
@RestController
@RequestMapping("/api/v1/organs/{organ}/posts")
class StaffingApi {
    static final String PERSONNEL = "personnel";
    private final Portfolios portfolios;
    private final StaffingActs acts;
    private final Allocation allocation;
    private final Clerks clerks;
    private final OfficialClock clock;
    private final MessageSource messages;

    StaffingApi(
            Portfolios portfolios,
            StaffingActs acts,
            Allocation allocation,
            Clerks clerks,
            OfficialClock clock,
            MessageSource messages) {
        this.portfolios = portfolios;
        this.acts = acts;
        this.allocation = allocation;
        this.clerks = clerks;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping
    Map<String, Object> posts(CurrentUser user, @PathVariable String organ) {
        if (!user.officer()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return plain(known(organ));
    }

    @PostMapping("/commands/{act}")
    Map<String, Object> act(
            CurrentUser user,
            @RequestHeader("Idempotency-Key") UUID key,
            @PathVariable String organ,
            @PathVariable String act,
            @RequestBody Map<String, String> fields) {
        var id = known(organ);
        if (!user.officer() || !clerks.holds(user.person(), PERSONNEL, id)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var refusals = acts.act(user.person(), id, act, fields, key);
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
        return plain(id);
    }

    /// The field, and what to fill in.
    @ExceptionHandler
    ResponseEntity<Object> unreadable(StaffingInput.Unreadable e, Locale locale) {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        Map.of(
                                "field",
                                e.field(),
                                "message",
                                messages.getMessage(e.key(), null, locale)));
    }

    private OrganId known(String organ) {
        return allocation.organs().stream()
                .map(org.guiju.app.allocation.Organ::id)
                .filter(o -> o.value().equals(organ))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Map<String, Object> plain(OrganId organ) {
        var today = clock.today();
        var e = portfolios.establishment(organ);
        var data = new LinkedHashMap<String, Object>();
        data.put("organ", organ.value());
        data.put("day", today.toString());
        data.put("chief", portfolios.chief(organ, today).map(Object::toString).orElse(""));
        data.put("notDirectlyInCharge", e.barred(today).stream().sorted().toList());
        data.put("posts", e.posts().stream().map(p -> post(e, p)).toList());
        data.put(
                "portfolios",
                e.portfolios().stream()
                        .map(p ->
                                Map.of(
                                        "subject", p.subject(),
                                        "leader", p.leader().value(),
                                        "from", p.from().toString(),
                                        "until", p.until() == null ? "" : p.until().toString()))
                        .toList());
        data.put(
                "faults",
                e.faults(today).stream()
                        .map(f ->
                                Map.of(
                                        "subject", f.subject(),
                                        "fault", f.kind().name(),
                                        "leaders",
                                                f.leaders().stream()
                                                        .map(Object::toString)
                                                        .toList()))
                        .toList());
        data.put(
                "delegations",
                e.delegations().stream()
                        .map(d ->
                                Map.of(
                                        "by", d.by().value(),
                                        "to", d.to().value(),
                                        "roles", List.copyOf(d.roles()),
                                        "powers", List.copyOf(d.powers()),
                                        "from", d.from().toString(),
                                        "until", d.until().toString(),
                                        "document", d.document()))
                        .toList());
        var changes = new LinkedHashMap<String, Long>();
        portfolios.changes(organ).forEach((m, n) -> changes.put(m.code(), n));
        data.put("changesByMethod", changes);
        return data;
    }

    private Map<String, Object> post(Establishment e, Post p) {
        var data = new LinkedHashMap<String, Object>();
        data.put("post", p.id());
        data.put("section", p.section());
        data.put("name", p.name().zh());
        data.put("level", p.level().code());
        data.put("duty", p.duty());
        data.put("integrity", p.integrity());
        data.put("roles", p.roles().stream().sorted().toList());
        data.put("seats", p.seats());
        data.put("key", p.key());
        data.put("rule", p.rule());
        data.put("highRisk", p.highRisk());
        data.put("from", p.from().toString());
        data.put(
                "tenures",
                e.tenures().stream()
                        .filter(t -> t.post().equals(p.id()))
                        .map(t ->
                                Map.of(
                                        "person", t.person().value(),
                                        "manner", t.manner().code(),
                                        "terms", t.terms().code(),
                                        "from", t.from().toString(),
                                        "until", t.until() == null ? "" : t.until().toString()))
                        .toList());
        return data;
    }
}
