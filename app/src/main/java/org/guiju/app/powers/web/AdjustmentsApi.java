package org.guiju.app.powers.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.powers.Standings;
import org.guiju.app.powers.application.AdjustPowers;
import org.guiju.app.powers.application.AdjustmentRegister;
import org.guiju.app.powers.application.AdjustmentRegister.Row;
import org.guiju.app.powers.application.AdjustmentRegister.Show;
import org.springframework.context.MessageSource;
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
import org.springframework.web.server.ResponseStatusException;

/// 权力调整接口: the register, one item's adjustments, and the same acts as the page's: `cancel`, `merge`, `delegate`, `entrust`,
/// `confirm`, `approve`, `follow-up`.
@RestController
@RequestMapping("/api/v1/adjustments")
class AdjustmentsApi {
    private final AdjustmentRegister register;
    private final AdjustPowers adjust;
    private final AdjustmentPages pages;
    private final Standings standings;
    private final OfficialClock clock;
    private final MessageSource messages;

    AdjustmentsApi(
            AdjustmentRegister register,
            AdjustPowers adjust,
            AdjustmentPages pages,
            Standings standings,
            OfficialClock clock,
            MessageSource messages) {
        this.register = register;
        this.adjust = adjust;
        this.pages = pages;
        this.standings = standings;
        this.clock = clock;
        this.messages = messages;
    }

    /// @param show filter of the register, `owed` for what still needs a follow-up plan
    @GetMapping
    List<Map<String, Object>> all(CurrentUser user, @RequestParam(defaultValue = "") String show) {
        officer(user);
        return register.rows(Show.of(show)).stream().map(AdjustmentsApi::plain).toList();
    }

    /// One item: its adjustments, and the item that its code leads to.
    @GetMapping("/{code}")
    Map<String, Object> one(CurrentUser user, @PathVariable String code) {
        officer(user);
        if (!register.known(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("power", code);
        data.put("name", register.name(code));
        data.put("leadsTo", standings.survivor(code, clock.today()).orElse(code));
        data.put("adjustments", register.of(code).stream().map(AdjustmentsApi::plain).toList());
        return data;
    }

    /// 200 with the item as it stands now; 409 with rule, article and remedy; 422 with what is wrong with a field.
    @PostMapping("/{code}/commands/{act}")
    ResponseEntity<Object> act(
            CurrentUser user,
            @PathVariable String code,
            @PathVariable String act,
            @RequestHeader("Idempotency-Key") UUID command,
            @RequestBody Map<String, String> body,
            Locale locale) {
        officer(user);
        var form =
                new AdjustmentForm(
                        act,
                        body.getOrDefault("from", ""),
                        body.getOrDefault("due", ""),
                        body.getOrDefault("into", ""),
                        body.getOrDefault("organ", ""),
                        body.getOrDefault("text", ""));
        var errors = new FormErrors();
        var asked = form.command(pages.giver(code), errors);
        if (errors.any()) {
            return ResponseEntity.unprocessableContent()
                    .body(
                            Map.of(
                                    "unfit",
                                    errors.all().stream()
                                            .map(e ->
                                                    messages.getMessage(
                                                            e.key(),
                                                            e.arguments().toArray(),
                                                            locale))
                                            .toList()));
        }
        var refusals =
                adjust.ask(
                        command,
                        user.person(),
                        code,
                        asked.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
        return ResponseEntity.ok(one(user, code));
    }

    private static Map<String, Object> plain(Row r) {
        var data = new LinkedHashMap<String, Object>();
        data.put("power", r.code());
        data.put("name", r.name());
        data.put("kind", r.kind());
        data.put("from", r.from().toString());
        data.put("giver", r.giver() == null ? "" : r.giver().value());
        data.put("receiver", r.receiver() == null ? "" : r.receiver().value());
        data.put("other", r.other());
        data.put("due", r.due() == null ? "" : r.due().toString());
        data.put("basis", r.basis());
        data.put("state", r.state());
        data.put("followUpOwed", r.owed());
        data.put("responsible", r.responsible() == null ? "" : r.responsible().value());
        data.put("measures", r.measures());
        return data;
    }

    private static void officer(CurrentUser user) {
        if (!user.officer()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
