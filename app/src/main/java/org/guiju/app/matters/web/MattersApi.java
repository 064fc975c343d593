package org.guiju.app.matters.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.matters.MatterFile;
import org.guiju.app.matters.application.MatterDesk;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.matters.MatterEvent;
import org.guiju.kernel.matters.OrganBook;
import org.guiju.kernel.matters.ScopeRule;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 三重一大接口: the same acts as the pages. 409 with rule, article and remedy; 403 to who may not see the matter.
@RestController
@RequestMapping("/api/v1/matters")
class MattersApi {
    private static final String ID = "/{id:S[0-9]{4}-[0-9]{4,6}}";
    private static final int MOST = 200;
    private final MatterDesk desk;
    private final MatterAccess access;
    private final MatterRecords records;
    private final OfficialClock clock;

    MattersApi(MatterDesk desk, MatterAccess access, MatterRecords records, OfficialClock clock) {
        this.desk = desk;
        this.access = access;
        this.records = records;
        this.clock = clock;
    }

    /// 事项.
    record MatterBody(
            String id,
            String organ,
            String of,
            String tier,
            String route,
            long fen,
            String title,
            String stage,
            List<MatterEvent> course,
            List<MatterRecords.Responsible> responsible) {}

    /// 台账.
    record BookBody(
            List<ScopeRule> scopes, List<OrganBook.Overdue> overdue, List<Attributed> findings) {}

    /// 责任归属 of one finding.
    record Attributed(
            String title, String mainLeadershipResponsibility, String directResponsibility) {}

    private MatterBody body(MatterFile f) {
        var filed = f.state().filed();
        return new MatterBody(
                f.id(),
                f.state().organ().value(),
                filed.fact("class"),
                filed.fact("tier"),
                filed.fact("route"),
                f.state().fen(),
                filed.fact("title"),
                f.state().stage(),
                f.state().course(),
                records.of(f));
    }

    @GetMapping
    List<MatterBody> list(CurrentUser user, @RequestParam(defaultValue = "") String organ) {
        return desk.of(access.organ(MatterAccess.officer(), organ), MOST).stream()
                .map(this::body)
                .toList();
    }

    @PostMapping
    ResponseEntity<MatterBody> file(
            CurrentUser user,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, Object> sent) {
        var me = MatterAccess.officer();
        var id = desk.file(access.organ(me), MatterAccess.typed(sent), access.stamp(me, key));
        return ResponseEntity.status(HttpStatus.CREATED).body(body(access.file(id, me)));
    }

    @GetMapping(ID)
    MatterBody matter(CurrentUser user, @PathVariable String id) {
        return body(access.file(id, MatterAccess.officer()));
    }

    @PostMapping(ID + "/commands/{name}")
    MatterBody act(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String name,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, Object> sent) {
        var me = MatterAccess.officer();
        access.file(id, me);
        var act = MatterPages.act(name).orElseThrow(MatterAccess::missing);
        desk.act(id, act, MatterAccess.typed(sent), access.stamp(me, key));
        return body(access.file(id, me));
    }

    @GetMapping("/book")
    BookBody book(CurrentUser user, @RequestParam(defaultValue = "") String organ) {
        var book = desk.book(access.organ(MatterAccess.officer(), organ));
        return new BookBody(
                book.scopes(clock.today()),
                book.overdue(clock.today()),
                book.all(org.guiju.kernel.matters.BookEvent.Act.FINDING).stream()
                        .map(e ->
                                new Attributed(e.fact("title"), e.fact("chief"), e.fact("deputy")))
                        .toList());
    }

    @PostMapping("/book/{act:scope|period|report|statement|finding}")
    BookBody enter(
            CurrentUser user,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String organ,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, Object> sent) {
        var me = MatterAccess.officer();
        var of = access.organ(me, organ);
        desk.enter(of, MatterPages.bookAct(act), MatterAccess.typed(sent), access.stamp(me, key));
        return book(user, organ);
    }
}
