package org.guiju.app.linesystems.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.linesystems.DeliveryRow;
import org.guiju.app.linesystems.LineSystem;
import org.guiju.app.linesystems.ShadowRow;
import org.guiju.app.linesystems.application.LineDesk;
import org.guiju.app.linesystems.application.ReportDesk;
import org.guiju.app.linesystems.application.ShadowDesk;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.security.RateLimits;
import org.guiju.app.platform.web.TooManyRequestsException;
import org.guiju.app.supervision.FindingRow;
import org.guiju.app.supervision.Findings;
import org.guiju.formats.linesystems.RecordsFile.UnreadableFile;
import org.guiju.kernel.linesystems.Mapping.Layout;
import org.guiju.kernel.linesystems.Question;
import org.guiju.kernel.linesystems.Target;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 条线系统接口: a system brings its records with its own key, an officer of its organ with his name and password. What a record says of
/// a case is never refused; 400 only for a body that cannot be read at all, with the place.
@RestController
class LineApi {
    private static final RateLimits.Limit WRONG_KEYS =
            new RateLimits.Limit("line-system-key", 20, Duration.ofMinutes(10));
    private static final int SHOWN = 50;
    private final LineDesk desk;
    private final ShadowDesk shadows;
    private final ReportDesk reports;
    private final LineAccess access;
    private final LineWords words;
    private final Findings findings;
    private final RateLimits limits;

    LineApi(
            LineDesk desk,
            ShadowDesk shadows,
            ReportDesk reports,
            LineAccess access,
            LineWords words,
            Findings findings,
            RateLimits limits) {
        this.desk = desk;
        this.shadows = shadows;
        this.reports = reports;
        this.access = access;
        this.words = words;
        this.findings = findings;
        this.limits = limits;
    }

    /// 一行的去处: place, state, and what to do about it where there is something.
    record RowBody(int row, String state, String message, String theirs, @Nullable UUID shadow) {}

    /// 收到.
    record DeliveryBody(
            UUID delivery,
            Instant at,
            String hash,
            int rows,
            int taken,
            int again,
            int waiting,
            int broken,
            List<RowBody> listed) {}

    private DeliveryBody body(DeliveryRow d) {
        return new DeliveryBody(
                d.id(),
                d.at(),
                d.hash(),
                d.rows(),
                d.taken(),
                d.again(),
                d.waiting(),
                d.broken(),
                desk.rows(d.id(), "").stream()
                        .map(r ->
                                new RowBody(
                                        r.row(),
                                        r.state(),
                                        words.detail(r),
                                        r.theirs(),
                                        r.shadow()))
                        .toList());
    }

    /// Records as a list, an object with lists, or a table in CSV: known again by the other system's own numbers, so that sending twice is
    /// sending once. `X-Line-System-Key` opens it, or an officer's sign-in.
    @PostMapping("/api/v1/line-systems/{id}/records")
    DeliveryBody records(
            Optional<CurrentUser> user,
            @PathVariable String id,
            @RequestHeader(name = "X-Line-System-Key", defaultValue = "") String key,
            @RequestHeader(name = "Content-Type", defaultValue = "application/json") String type,
            @RequestBody byte[] body,
            HttpServletRequest request) {
        var by = by(user, id, key, RateLimits.place(request.getRemoteAddr()));
        var name =
                type.startsWith("text/csv")
                        ? "records.csv"
                        : type.contains("spreadsheetml") ? "records.xlsx" : "records.json";
        var delivery = desk.deliver(id, "api", name, body, by);
        return body(desk.delivery(delivery).orElseThrow());
    }

    private String by(Optional<CurrentUser> user, String id, String key, String place) {
        if (user.isPresent()) {
            access.worked(id);
            return user.get().person().value();
        }
        limits.spent(WRONG_KEYS, place)
                .ifPresent(wait -> {
                    throw new TooManyRequestsException(wait);
                });
        var system = desk.byId(id).filter(s -> desk.knows(s, key));
        if (system.isEmpty()) {
            limits.count(WRONG_KEYS, place);
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        return "line." + id;
    }

    /// Place and remedy.
    @ExceptionHandler
    ResponseEntity<Object> unreadable(UnreadableFile e) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        Map.of(
                                "message",
                                String.valueOf(words.english() ? e.words().en() : e.words().zh())));
    }

    /// 系统.
    record SystemBody(
            String id,
            String name,
            String organ,
            @Nullable Instant last,
            long deliveries,
            long taken,
            long waiting,
            int mapping) {}

    private static SystemBody body(LineSystem s) {
        return new SystemBody(
                s.id(),
                s.name(),
                s.organ().value(),
                s.last(),
                s.deliveries(),
                s.taken(),
                s.waiting(),
                s.mapping().version());
    }

    @GetMapping("/api/v1/line-systems")
    List<SystemBody> systems(CurrentUser user) {
        return desk.visible(LineAccess.officer()).stream().map(LineApi::body).toList();
    }

    @GetMapping("/api/v1/line-systems/{id}/deliveries/{delivery}")
    DeliveryBody delivery(CurrentUser user, @PathVariable String id, @PathVariable UUID delivery) {
        return body(access.delivery(access.seen(id), delivery));
    }

    /// 对应关系: what is known, and what is asked with how many rows wait for it.
    record MappingBody(
            int version,
            Map<String, String> values,
            List<LayoutBody> layouts,
            Map<String, Long> asked) {}

    /// 版式, by the codes of the targets.
    record LayoutBody(
            List<String> headings, Map<String, String> columns, Map<String, String> fixed) {}

    @GetMapping("/api/v1/line-systems/{id}/mapping")
    MappingBody mapping(CurrentUser user, @PathVariable String id) {
        var system = access.seen(id);
        var asked = new LinkedHashMap<String, Long>();
        desk.questions(id).forEach((q, n) -> asked.put(q.code(), n));
        return new MappingBody(
                system.mapping().version(),
                system.mapping().values(),
                system.mapping().layouts().values().stream()
                        .map(l ->
                                new LayoutBody(l.headings(), codes(l.columns()), codes(l.fixed())))
                        .toList(),
                asked);
    }

    private static Map<String, String> codes(Map<Target, String> of) {
        var codes = new LinkedHashMap<String, String>();
        of.forEach((t, word) -> codes.put(t.code(), word));
        return codes;
    }

    /// What the columns of a sheet are.
    @PostMapping("/api/v1/line-systems/{id}/mapping/columns")
    MappingBody columns(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody LayoutBody sent) {
        access.worked(id);
        desk.columns(
                id,
                new Layout(sent.headings(), targets(sent.columns()), targets(sent.fixed())),
                access.stamp(user.person(), key));
        return mapping(user, id);
    }

    private static Map<Target, String> targets(@Nullable Map<String, String> of) {
        var targets = new LinkedHashMap<Target, String>();
        if (of != null) {
            of.forEach((code, word) -> Target.ofCode(code).ifPresent(t -> targets.put(t, word)));
        }
        return targets;
    }

    /// What words mean: by the code under which they are asked.
    @PostMapping("/api/v1/line-systems/{id}/mapping/words")
    MappingBody words(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, String> sent) {
        access.worked(id);
        var answers = new LinkedHashMap<Question.Word, String>();
        sent.forEach((code, meaning) ->
                Question.ofCode(code)
                        .filter(Question.Word.class::isInstance)
                        .map(Question.Word.class::cast)
                        .ifPresent(q -> answers.put(q, meaning)));
        desk.words(id, answers, access.stamp(user.person(), key));
        return mapping(user, id);
    }

    /// 影子办件.
    record ShadowBody(ShadowRow row, List<CardBody> cards) {}

    /// 牌.
    record CardBody(String id, String rule, String colour, String state, String why) {}

    private ShadowBody body(ShadowRow row) {
        return new ShadowBody(row, findings.ofCase(row.id()).stream().map(this::card).toList());
    }

    private CardBody card(FindingRow f) {
        return new CardBody(
                f.id(),
                f.rule(),
                f.severity().code(),
                f.state().code(),
                words.english() ? f.derivationEn() : f.derivationZh());
    }

    @GetMapping("/api/v1/shadow-cases")
    List<ShadowBody> shadowCases(
            CurrentUser user,
            @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page) {
        return shadows
                .find(
                        access.organ(organ),
                        system,
                        text,
                        (long) SHOWN * (Math.clamp(page, 1, 10_000) - 1),
                        SHOWN)
                .stream()
                .map(this::body)
                .toList();
    }

    @GetMapping("/api/v1/shadow-cases/{id}")
    ShadowBody shadowCase(CurrentUser user, @PathVariable UUID id) {
        var row = shadows.byId(id).orElseThrow(LineAccess::missing);
        if (!desk.reads(user.person(), new OrganId(row.organ()))) {
            throw new AccessDeniedException("another organ's case");
        }
        return body(row);
    }

    /// 要素报送 with what is missing.
    record ReportBody(Map<String, List<Map<String, String>>> tables, List<GapBody> gaps) {}

    /// 缺漏.
    record GapBody(
            String table, int row, String caseNo, String element, String name, boolean missing) {}

    @GetMapping("/api/v1/report-elements")
    ReportBody report(
            CurrentUser user,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until) {
        var bound = access.organ(organ);
        var report =
                reports.report(
                        bound.isEmpty() ? access.own(user.person()) : new OrganId(bound),
                        from,
                        until);
        return new ReportBody(
                ReportPages.tables(report),
                report.gaps().stream()
                        .map(g ->
                                new GapBody(
                                        g.table(),
                                        g.row(),
                                        g.caseNo(),
                                        g.element().column(),
                                        g.element().name(),
                                        g.missing()))
                        .toList());
    }
}
