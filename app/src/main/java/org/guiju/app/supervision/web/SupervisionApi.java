package org.guiju.app.supervision.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.supervision.FindingRow;
import org.guiju.app.supervision.Findings;
import org.guiju.app.supervision.application.Citing;
import org.guiju.app.supervision.application.Scope;
import org.guiju.app.supervision.application.Scope.Bound;
import org.guiju.kernel.supervision.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 监察接口: the cards and the board for programs, under the same bound as the pages.
@RestController
class SupervisionApi {
    private static final int MOST = 100;
    private final Findings findings;
    private final Scope scope;
    private final SupervisionWords words;
    private final Board board;
    private final EventStore events;
    private final Citing citing;
    private final OfficialClock clock;

    SupervisionApi(
            Findings findings,
            Scope scope,
            SupervisionWords words,
            Board board,
            EventStore events,
            Citing citing,
            OfficialClock clock) {
        this.citing = citing;
        this.clock = clock;
        this.findings = findings;
        this.scope = scope;
        this.words = words;
        this.board = board;
        this.events = events;
    }

    /// 一张牌.
    record Card(
            String id,
            String colour,
            String state,
            String no,
            String power,
            String kind,
            String organ,
            String rule,
            String ruleName,
            String object,
            String measure,
            String clock,
            String step,
            String postOrgan,
            String post,
            String officer,
            Instant first,
            Instant found,
            int limit,
            String unit,
            String basis,
            LocalDate lastDay,
            @Nullable String reason,
            @Nullable Instant closedAt) {}

    /// 所见事件.
    record Seen(String stream, int seq, String kind, Instant at, String leafHash) {}

    /// 牌与所见.
    record CardDetail(
            Card card,
            List<Seen> saw,
            int through,
            String scheme,
            int schemeVersion,
            String calendarEditions,
            String calendarDigest,
            String derivation,
            String derivationEn,
            List<Cited> cites,
            Instant asOf) {}

    /// 请求援引.
    record Citation(String entry) {}

    /// 援引的负面清单条目.
    record Cited(
            int listVersion,
            String entry,
            String act,
            String basis,
            String consequence,
            String by,
            Instant at) {}

    record Cards(
            Instant asOf, String scheme, long total, Map<Severity, Long> lit, List<Card> cards) {}

    record BoardPage(Instant asOf, long total, List<Board.Row> cases) {}

    /// 对外公布的数: no case, no person.
    record Counts(Instant asOf, long red, long yellow, long warning) {}

    private Bound bound(CurrentUser user) {
        return scope.of(user.person())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    /// The cards, the gravest first. Filters: state (lit; standing: ended late; counting: both; superseded, lifted, cancelled,
    /// all), organ, kind, colour, officer, from, until.
    @GetMapping("/api/v1/supervision/findings")
    Cards list(
            CurrentUser user,
            @RequestParam(defaultValue = "lit") String state,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String colour,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        var q =
                Map.of(
                        "state", state, "organ", organ, "kind", kind, "colour", colour, "officer",
                        officer, "from", from, "until", until);
        var filter = Asked.filter(q, bound(user));
        int most = Math.clamp(size, 1, MOST);
        var counts = findings.counts(filter.state(""));
        return new Cards(
                findings.asOf(),
                findings.scheme().id(),
                counts.count(filter.state()),
                counts.colours("lit"),
                findings.find(filter, (Math.clamp(page, 1, 100_000) - 1) * most, most).stream()
                        .map(this::card)
                        .toList());
    }

    @GetMapping("/api/v1/supervision/findings/{id}")
    CardDetail read(CurrentUser user, @PathVariable String id) {
        var bound = bound(user);
        var row =
                findings.byId(id)
                        .filter(r -> bound.includes(r.organ()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var stream = events.read(row.caseId());
        var saw =
                row.saw().stream()
                        .filter(seq -> seq < stream.size())
                        .map(stream::get)
                        .map(e ->
                                new Seen(e.stream(), (int) e.seq(), e.kind(), e.at(), e.leafHash()))
                        .toList();
        return new CardDetail(
                card(row),
                saw,
                row.through(),
                row.scheme(),
                row.schemeVersion(),
                row.editions(),
                row.calendar(),
                row.derivationZh(),
                row.derivationEn(),
                citing.of(row).stream()
                        .map(c ->
                                new Cited(
                                        c.version(),
                                        c.entry(),
                                        c.act(),
                                        c.basis(),
                                        c.consequence(),
                                        c.by().value(),
                                        c.at()))
                        .toList(),
                findings.asOf());
    }

    /// Cites an entry of the organ's negative list in force on the card (A66); for those who supervise every organ. Again
    /// changes nothing; 409 where the entry stands on no list in force.
    @PostMapping("/api/v1/supervision/findings/{id}/citations")
    CardDetail cite(CurrentUser user, @PathVariable String id, @RequestBody Citation asked) {
        if (!bound(user).organ().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var row =
                findings.byId(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        citing.cite(
                row,
                asked.entry(),
                Stamp.own(clock.now(), user.person().value(), UUID.randomUUID()));
        return read(user, id);
    }

    /// Running cases against their limits: state is open, overdue, due-soon or paused.
    @GetMapping("/api/v1/supervision/board")
    BoardPage board(
            CurrentUser user,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "1") int page) {
        var bound = bound(user);
        var chosen = Asked.oneOf(state, "open", "overdue", "due-soon", "paused") ? state : "open";
        CaseQuery.Page<org.guiju.app.cases.CaseRow> found =
                board.page(
                        chosen,
                        bound.organ().isEmpty() ? Asked.plain(organ) : bound.organ(),
                        Math.clamp(page, 1, 100_000));
        return new BoardPage(findings.asOf(), found.total(), board.rows(found));
    }

    @GetMapping("/api/v1/public/supervision")
    Counts counts() {
        var colours =
                findings.counts(new Findings.Filter("lit", "", "", "", "", null, null))
                        .colours("lit");
        return new Counts(
                findings.asOf(),
                colours.getOrDefault(Severity.RED, 0L),
                colours.getOrDefault(Severity.YELLOW, 0L),
                colours.getOrDefault(Severity.WARNING, 0L));
    }

    private Card card(FindingRow r) {
        return new Card(
                r.id(),
                r.severity().code(),
                r.state().code(),
                r.no(),
                r.power(),
                r.kind(),
                r.organ(),
                r.rule(),
                words.rule(r),
                r.object(),
                r.measure(),
                r.clock(),
                r.step().isEmpty() ? r.atStep() : r.step(),
                r.postOrgan(),
                r.role(),
                r.person(),
                r.first(),
                r.found(),
                r.limit(),
                r.unit(),
                r.basis(),
                r.lastDay(),
                r.reason().isEmpty() ? null : r.reason(),
                r.closedAt());
    }
}
