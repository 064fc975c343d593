package org.guiju.app.lists.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.lists.Lists;
import org.guiju.app.lists.application.ListDesk;
import org.guiju.app.lists.application.ListKindsDesk;
import org.guiju.app.lists.application.ListShelf;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.formats.lists.ListFile;
import org.guiju.kernel.lists.ListColumn;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.lists.ListRow;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 清单接口: the same door as the pages: drafts, examination, kinds; 409 with rule, article and remedy.
@RestController
@RequestMapping("/api/v1")
class ListsApi {
    private static final String DRAFT = "/lists/{organ}/{kind}/draft";
    private final Lists lists;
    private final ListDesk desk;
    private final ListKindsDesk kinds;
    private final ListShelf shelf;
    private final Clerks clerks;
    private final OfficialClock clock;

    ListsApi(
            Lists lists,
            ListDesk desk,
            ListKindsDesk kinds,
            ListShelf shelf,
            Clerks clerks,
            OfficialClock clock) {
        this.lists = lists;
        this.desk = desk;
        this.kinds = kinds;
        this.shelf = shelf;
        this.clerks = clerks;
        this.clock = clock;
    }

    /// 送审: the day on which it is to come into force and the digest that was looked at.
    record Submit(@Nullable String effective, @Nullable String digest) {}

    /// 审查: the digest that was looked at, with the number of the reply or the remark.
    record Examine(@Nullable String digest, @Nullable String resolution, @Nullable String remark) {}

    /// 清单栏目.
    record Column(
            @Nullable String code,
            @Nullable String name,
            @Nullable Boolean required,
            @Nullable List<String> choices) {}

    /// 清单种类.
    record Kind(
            @Nullable String code,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable List<Column> columns) {}

    @GetMapping(DRAFT)
    Map<String, Object> draft(
            CurrentUser user, @PathVariable String organ, @PathVariable String kind) {
        var unit = seeing(user, organ);
        return plain(unit, kind);
    }

    @PostMapping(DRAFT)
    ResponseEntity<Object> open(
            CurrentUser user, @PathVariable String organ, @PathVariable String kind) {
        officer(user);
        done(desk.open(new OrganId(organ), kind, stamp(user)));
        return ResponseEntity.ok(plain(new OrganId(organ), kind));
    }

    /// Puts a row; an id that is not there yet is a new row, `new` is given one.
    @PutMapping(DRAFT + "/rows/{id}")
    ResponseEntity<Object> put(
            CurrentUser user,
            @PathVariable String organ,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestBody Map<String, @Nullable String> cells) {
        officer(user);
        var filled = new LinkedHashMap<String, String>();
        cells.forEach((column, text) -> filled.put(column, or(text)));
        var fresh = id.equals("new");
        if (!fresh && !ListRow.isId(id)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        done(desk.put(new OrganId(organ), kind, fresh ? "" : id, filled, stamp(user)));
        return ResponseEntity.ok(plain(new OrganId(organ), kind));
    }

    @DeleteMapping(DRAFT + "/rows/{id}")
    ResponseEntity<Object> remove(
            CurrentUser user,
            @PathVariable String organ,
            @PathVariable String kind,
            @PathVariable String id) {
        officer(user);
        done(desk.remove(new OrganId(organ), kind, id, stamp(user)));
        return ResponseEntity.ok(plain(new OrganId(organ), kind));
    }

    @PostMapping(DRAFT + "/commands/submit")
    ResponseEntity<Object> submit(
            CurrentUser user,
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestBody Submit body) {
        officer(user);
        try {
            var day = LocalDate.parse(or(body.effective()));
            done(desk.submit(new OrganId(organ), kind, day, or(body.digest()), stamp(user)));
        } catch (DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "effective", e);
        }
        return ResponseEntity.ok(plain(new OrganId(organ), kind));
    }

    @PostMapping(DRAFT + "/commands/approve")
    ResponseEntity<Object> approve(
            CurrentUser user,
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestBody Examine body) {
        officer(user);
        var unit = new OrganId(organ);
        var resolution = body.resolution();
        done(
                desk.approve(
                        unit,
                        kind,
                        or(body.digest()),
                        ListDeskPages.tidy(resolution == null ? "" : resolution, 100),
                        stamp(user)));
        var head = lists.versions(unit, kind).getFirst();
        return ResponseEntity.ok(
                Map.of(
                        "version",
                        head.number(),
                        "effective",
                        head.effective().toString(),
                        "digest",
                        head.digest()));
    }

    @PostMapping(DRAFT + "/commands/return")
    ResponseEntity<Object> sendBack(
            CurrentUser user,
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestBody Examine body) {
        officer(user);
        var remark = body.remark();
        done(
                desk.sendBack(
                        new OrganId(organ),
                        kind,
                        or(body.digest()),
                        ListDeskPages.tidy(remark == null ? "" : remark, 500),
                        stamp(user)));
        return ResponseEntity.ok(plain(new OrganId(organ), kind));
    }

    /// Always 409: what was approved is not edited (A2).
    @PutMapping("/lists/{organ}/{kind}/versions/{number:[0-9]{1,6}}/rows/{id}")
    ResponseEntity<Object> edit(
            CurrentUser user,
            @PathVariable String organ,
            @PathVariable String kind,
            @PathVariable int number,
            @PathVariable String id) {
        officer(user);
        done(desk.edit(new OrganId(organ), kind, number));
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /// 201 with the kind; 409 where the code is another kind's.
    @PostMapping("/list-kinds")
    ResponseEntity<Object> add(CurrentUser user, @RequestBody Kind body) {
        may(user.officer() && clerks.holds(user.person(), ListKindsDesk.ADMINISTRATOR));
        var columns = body.columns();
        ListKind kind;
        try {
            kind =
                    new ListKind(
                            or(body.code()),
                            new Text(or(body.name()), body.nameEn()),
                            columns == null
                                    ? List.of()
                                    : columns.stream().map(ListsApi::column).toList());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
        if (!kinds.add(kind, stamp(user))) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("code", kind.code()));
    }

    private static ListColumn column(Column c) {
        var choices = c.choices();
        return new ListColumn(
                or(c.code()),
                Text.zh(or(c.name())),
                Boolean.TRUE.equals(c.required()),
                choices == null ? List.of() : choices);
    }

    /// 权责对应 of the lists in force.
    @GetMapping("/lists/{organ}/correspondence")
    Map<String, Object> correspondence(CurrentUser user, @PathVariable String organ) {
        officer(user);
        var report = shelf.correspondence(new OrganId(organ), clock.today());
        return Map.of(
                "powers",
                report.powers(),
                "responsibilities",
                report.entries(),
                "powersWithoutResponsibility",
                report.withoutResponsibility().stream().map(ListRow::id).toList(),
                "responsibilitiesWithoutPower",
                report.withoutPower().stream().map(ListRow::id).toList());
    }

    private Map<String, Object> plain(OrganId organ, String kind) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("organ", organ.value());
        plain.put("list", kind);
        desk.draft(organ, kind)
                .ifPresent(d -> {
                    plain.put("phase", d.phase().name());
                    plain.put("digest", d.digest());
                    plain.put("remark", d.remark());
                    plain.put("rows", desk.kept(d.digest()).stream().map(ListFile::plain).toList());
                });
        return plain;
    }

    private OrganId seeing(CurrentUser user, String organ) {
        officer(user);
        var unit = new OrganId(organ);
        may(desk.isClerk(user.person(), unit) || !desk.reviewerOf(user.person()).isEmpty());
        return unit;
    }

    private Stamp stamp(CurrentUser user) {
        return Stamp.own(clock.now(), user.person().value(), UUID.randomUUID());
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void officer(CurrentUser user) {
        may(user.officer());
    }

    private static void done(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
    }

    private static void may(boolean allowed) {
        if (!allowed) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
