package org.guiju.app.powers.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Officer;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.powers.SuperiorCatalogue.Level;
import org.guiju.app.powers.application.AdjustPowers;
import org.guiju.app.powers.application.Adoption;
import org.guiju.app.powers.application.SuperiorCatalogues;
import org.guiju.formats.tables.TableException;
import org.guiju.kernel.adjustments.AdjustmentCommand;
import org.guiju.kernel.adjustments.SuperiorItem.Deviation;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 上级目录接口: the same door as the pages. A CSV is sent and read, then confirmed by its digest.
@RestController
@RequestMapping("/api/v1/superior-catalogue")
class SuperiorApi {
    private final SuperiorCatalogues catalogues;
    private final Adoption adoption;
    private final AdjustPowers adjust;
    private final SuperiorPages pages;
    private final Allocation allocation;
    private final Clerks clerks;
    private final OfficialClock clock;
    private final MessageSource messages;

    SuperiorApi(
            SuperiorCatalogues catalogues,
            Adoption adoption,
            AdjustPowers adjust,
            SuperiorPages pages,
            Allocation allocation,
            Clerks clerks,
            OfficialClock clock,
            MessageSource messages) {
        this.catalogues = catalogues;
        this.adoption = adoption;
        this.adjust = adjust;
        this.pages = pages;
        this.allocation = allocation;
        this.clerks = clerks;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping
    Map<String, Object> all(CurrentUser user) {
        may(user.officer());
        return Map.of(
                "imported",
                catalogues.imported(),
                "items",
                adoption.rows().stream().map(SuperiorApi::plain).toList());
    }

    private static Map<String, Object> plain(Adoption.Row row) {
        var data = new LinkedHashMap<String, Object>();
        data.put("code", row.item().code());
        data.put("name", row.item().name());
        data.put("basis", row.item().basis());
        data.put("limit", row.item().limit());
        data.put("materials", row.item().materials());
        data.put("adoptedBy", row.organ() == null ? "" : row.organ().value());
        data.put("countyLimit", row.limit());
        data.put("countyMaterials", row.materials());
        data.put("deviations", row.deviations());
        return data;
    }

    /// Reads a CSV; nothing is imported yet. 200 with the digest to confirm, 422 with what is wrong.
    @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<Object> read(CurrentUser user, @RequestBody byte[] body, Locale locale) {
        clerk(user);
        try {
            var read = catalogues.read("catalogue.csv", body);
            var data = new LinkedHashMap<String, Object>();
            data.put("digest", read.digest());
            data.put("items", read.items().size());
            data.put("twice", read.twice());
            data.put("faultyRows", read.faults());
            return read.faults().isEmpty() && !read.items().isEmpty()
                    ? ResponseEntity.ok(data)
                    : ResponseEntity.unprocessableContent().body(data);
        } catch (TableException e) {
            return ResponseEntity.unprocessableContent()
                    .body(Map.of("code", e.problem().name(), "title", e.sentence(locale)));
        }
    }

    @PostMapping("/{digest}/commands/import")
    Map<String, Object> take(
            CurrentUser user, @PathVariable String digest, @RequestBody Map<String, String> body) {
        clerk(user);
        var errors = new FormErrors();
        var level = body.getOrDefault("level", "");
        var version = body.getOrDefault("version", "");
        var source = body.getOrDefault("source", "");
        SuperiorPages.check(level, version, source, errors);
        if (errors.any()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (catalogues.kept(digest).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        catalogues.take(
                Level.of(level).orElseThrow(),
                SuperiorPages.plain(version),
                SuperiorPages.plain(source),
                digest,
                stamp(user));
        return all(user);
    }

    /// 认领: 200 with the item; 409 with what the county may not do, naming both values.
    @PostMapping("/items/{code}/commands/adopt")
    ResponseEntity<Object> adopt(
            CurrentUser user,
            @PathVariable String code,
            @RequestBody Map<String, String> body,
            Locale locale) {
        clerk(user);
        var item =
                catalogues.items().stream()
                        .filter(i -> i.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var errors = new FormErrors();
        var days = SuperiorPages.days(body.getOrDefault("limit", ""), errors);
        if (errors.any()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var materials = body.get("materials");
        var forbidden =
                adoption.adopt(
                        item,
                        allocation
                                .officer(user.person())
                                .map(Officer::organ)
                                .orElseThrow(
                                        () -> new ResponseStatusException(HttpStatus.FORBIDDEN)),
                        days.orElse(null),
                        materials == null ? null : SuperiorCatalogues.listed(materials),
                        stamp(user));
        if (!forbidden.isEmpty()) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(
                            Map.of(
                                    "deviations",
                                    forbidden,
                                    "sentences",
                                    forbidden.stream().map(d -> sentence(d, locale)).toList()));
        }
        return ResponseEntity.ok(
                adoption.rows().stream()
                        .filter(r -> r.item().code().equals(code))
                        .findFirst()
                        .map(SuperiorApi::plain)
                        .orElseThrow());
    }

    private String sentence(Deviation d, Locale locale) {
        return messages.getMessage(
                "superior.error." + d.kind(), new Object[] {d.superior(), d.county()}, locale);
    }

    /// 目录外的事项.
    @GetMapping("/reconciliation")
    List<Adoption.Absent> absent(
            CurrentUser user, @RequestParam(defaultValue = "") String department) {
        may(user.officer());
        return adoption.absent().stream()
                .filter(a -> department.isEmpty() || a.department().equals(department))
                .toList();
    }

    /// Cancels the codes: all of them, or none and why not.
    @PostMapping("/reconciliation/commands/cancel")
    Map<String, Object> cancel(
            CurrentUser user,
            @RequestHeader("Idempotency-Key") UUID command,
            @RequestBody Map<String, List<String>> body) {
        clerk(user);
        var codes = body.getOrDefault("codes", List.of());
        if (codes.isEmpty() || !adoption.allAbsent(codes)) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var refusals =
                adjust.askAll(
                        command,
                        user.person(),
                        codes,
                        new AdjustmentCommand.Cancel(clock.today(), pages.basis()));
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
        return Map.of("cancelled", codes);
    }

    private Stamp stamp(CurrentUser user) {
        return Stamp.own(clock.now(), user.person().value(), UUID.randomUUID());
    }

    private void clerk(CurrentUser user) {
        may(user.officer() && clerks.holds(user.person(), SuperiorPages.CLERK));
    }

    private static void may(boolean allowed) {
        if (!allowed) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
