package org.guiju.app.discretion.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.Gradings;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.discretion.application.DiscretionDesk;
import org.guiju.app.discretion.web.Departures.Departure;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.discretion.Application.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 案件套档接口: compute the grade of a case, choose a circumstance, read both; and the decisions off their grade, for supervision.
@RestController
class CaseGradeApi {
    private static final String HOME = "/api/v1/cases/{no}/discretion";
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final Gradings gradings;
    private final DiscretionDesk discretion;
    private final Departures departures;
    private final Clerks clerks;
    private final OfficialClock clock;

    CaseGradeApi(
            CaseQuery cases,
            CaseDesk desk,
            Gradings gradings,
            DiscretionDesk discretion,
            Departures departures,
            Clerks clerks,
            OfficialClock clock) {
        this.cases = cases;
        this.desk = desk;
        this.gradings = gradings;
        this.discretion = discretion;
        this.departures = departures;
        this.clerks = clerks;
        this.clock = clock;
    }

    /// 套档, with faults by factor where the facts cannot be computed; amounts in fen, null where the grade carries none.
    record GradeBody(
            String no,
            String grade,
            @Nullable Long from,
            @Nullable Long to,
            boolean heavier,
            boolean lighter,
            List<String> grounds,
            Map<String, Fault> faults) {}

    private GradeBody body(String no, CaseFile file, Map<String, Fault> faults) {
        var graded = gradings.of(no);
        var band = graded.map(g -> g.band());
        return new GradeBody(
                no,
                graded.map(g -> g.grade()).orElse(""),
                band.map(b -> b.from()).orElse(null),
                band.map(b -> b.to()).orElse(null),
                graded.filter(g -> g.heavier()).isPresent(),
                graded.filter(g -> g.lighter()).isPresent(),
                discretion.grounds(file.id()).stream().map(g -> g.id()).toList(),
                faults);
    }

    @GetMapping(HOME)
    GradeBody grade(CurrentUser user, @PathVariable String no) {
        return body(no, file(no, user), Map.of());
    }

    /// The facts by factor, and `standard` where several bind the power.
    @PostMapping(HOME)
    ResponseEntity<GradeBody> compute(
            CurrentUser user,
            @PathVariable String no,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, String> sent) {
        var file = file(no, user);
        var asked = Optional.ofNullable(sent.get("standard"));
        var edition =
                discretion
                        .binding(
                                file.definition().code().value(),
                                file.state().opening().receivedOn())
                        .stream()
                        .filter(e -> asked.filter(c -> !c.equals(e.standard().code())).isEmpty())
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var result = discretion.apply(user.person(), file.id(), edition, sent, stamp(user, key));
        return ResponseEntity.status(
                        result.row().isPresent() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .body(body(no, file, result.faults()));
    }

    /// `ground`: one of those that the grade names.
    @PostMapping(HOME + "/ground")
    GradeBody choose(
            CurrentUser user,
            @PathVariable String no,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, String> sent) {
        var file = file(no, user);
        var ground = sent.getOrDefault("ground", "");
        if (!discretion.choose(user.person(), file.id(), ground, stamp(user, key))) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return body(no, file, Map.of());
    }

    @GetMapping("/api/v1/supervision/departures")
    List<Departure> departures(CurrentUser user) {
        if (!clerks.holds(user.person(), "supervisor")
                && !clerks.holds(user.person(), "supervision-office")) {
            throw new AccessDeniedException("for supervision");
        }
        return departures.all();
    }

    private Stamp stamp(CurrentUser user, UUID key) {
        return Stamp.own(clock.now(), user.person().value(), key);
    }

    private CaseFile file(String no, CurrentUser user) {
        if (!user.officer()) {
            throw new AccessDeniedException("officers only");
        }
        var file =
                cases.byNo(no)
                        .flatMap(desk::file)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!file.readableBy(user.person())) {
            throw new AccessDeniedException("another organ's case");
        }
        return file;
    }
}
