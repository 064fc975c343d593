package org.guiju.app.editor.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.editor.Drafts;
import org.guiju.app.editor.application.Beginnings;
import org.guiju.app.editor.application.DraftRoom;
import org.guiju.app.editor.application.DraftRoom.Saved;
import org.guiju.app.editor.application.Section;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.powers.application.PublishDefinition;
import org.guiju.app.powers.web.CatalogRules;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.DraftPath;
import org.guiju.formats.definition.DraftText;
import org.guiju.formats.definition.LoadResult;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.shared.OrganId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 草稿接口: what the pages of the editor do, for programs. A part is read and put as YAML at its place, `situations[0].steps[2].limit`.
@RestController
@RequestMapping("/api/v1/drafts")
class EditorApi {
    private final Drafts drafts;
    private final DraftRoom room;
    private final Beginnings beginnings;
    private final Desk desk;
    private final Clerks clerks;
    private final PublishDefinition publish;
    private final CatalogRules rules;
    private final OfficialClock clock;
    private final DefinitionReader reader = new DefinitionReader(CaseRule.ids());

    EditorApi(
            Drafts drafts,
            DraftRoom room,
            Beginnings beginnings,
            Desk desk,
            Clerks clerks,
            PublishDefinition publish,
            CatalogRules rules,
            OfficialClock clock) {
        this.drafts = drafts;
        this.room = room;
        this.beginnings = beginnings;
        this.desk = desk;
        this.clerks = clerks;
        this.publish = publish;
        this.rules = rules;
        this.clock = clock;
    }

    /// 起草.
    ///
    /// @param pattern `wangba-licence`, `road-penalty` or empty; a power that has versions begins with its newest
    record Open(String power, String organ, String pattern) {}

    @GetMapping
    List<Map<String, Object>> all(CurrentUser user) {
        if (!user.officer()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return drafts.open().stream().map(EditorApi::plain).toList();
    }

    @PostMapping
    ResponseEntity<Object> open(CurrentUser user, @RequestBody Open open) {
        if (open.power() == null || !PowerCode.isWellFormed(open.power()) || open.organ() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var organ = beginnings.organ(open.power()).orElseGet(() -> new OrganId(open.organ()));
        may(user, organ);
        var pattern = open.pattern() == null ? "" : open.pattern();
        var state =
                room.open(
                        open.power(),
                        organ,
                        beginnings.text(open.power(), organ, pattern),
                        user.person(),
                        clock.now());
        return ResponseEntity.status(HttpStatus.CREATED).body(plain(state));
    }

    @GetMapping("/{code}")
    Map<String, Object> one(CurrentUser user, @PathVariable String code) {
        var draft = draft(user, code);
        var data = plain(draft);
        data.put("text", draft.text());
        DraftRoom.tree(draft.text())
                .ifPresent(root ->
                        data.put(
                                "sections",
                                Section.of(root).stream()
                                        .flatMap(s -> s.places().stream())
                                        .map(DraftPath::toString)
                                        .toList()));
        return data;
    }

    /// The part at a place, as YAML.
    @GetMapping(value = "/{code}/parts", produces = "application/yaml;charset=UTF-8")
    String part(CurrentUser user, @PathVariable String code, @RequestParam String at) {
        return DraftRoom.tree(draft(user, code).text())
                .flatMap(r -> r.at(DraftPath.of(at)))
                .map(DraftText::yaml)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// 200 with the new number; 409 where somebody else has changed the place since `seen`; 422 where the body is no YAML.
    @PutMapping(
            value = "/{code}/parts",
            consumes = {MediaType.TEXT_PLAIN_VALUE, "application/yaml"})
    ResponseEntity<Object> put(
            CurrentUser user,
            @PathVariable String code,
            @RequestParam String at,
            @RequestParam int seen,
            @RequestBody String yaml) {
        var _ = draft(user, code);
        if (drafts.state(code, seen).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var value = DraftText.snippet(yaml);
        if (value.isEmpty()) {
            return ResponseEntity.unprocessableContent().body(Map.of("problem", "no YAML"));
        }
        return answer(
                room.put(code, seen, DraftPath.of(at), value.get(), user.person(), clock.now()));
    }

    /// The whole text, readable or not.
    @PutMapping(
            value = "/{code}",
            consumes = {MediaType.TEXT_PLAIN_VALUE, "application/yaml"})
    ResponseEntity<Object> text(
            CurrentUser user,
            @PathVariable String code,
            @RequestParam int seen,
            @RequestBody String text) {
        var _ = draft(user, code);
        return answer(room.text(code, seen, text, user.person(), clock.now()));
    }

    private static ResponseEntity<Object> answer(Saved saved) {
        return switch (saved) {
            case Saved.Done(var state) -> ResponseEntity.ok(plain(state));
            case Saved.Conflict(var theirs, var clashes) -> {
                var data = plain(theirs);
                data.put(
                        "clashes",
                        clashes.stream()
                                .map(c ->
                                        Map.of(
                                                "at", c.at().toString(),
                                                "mine", c.mine(),
                                                "theirs", c.theirs()))
                                .toList());
                yield ResponseEntity.status(HttpStatus.CONFLICT).body(data);
            }
            case Saved.Wrong _, Saved.Missed _ ->
                    ResponseEntity.unprocessableContent().body(Map.of());
        };
    }

    @PostMapping("/{code}/commands/validate")
    List<Map<String, Object>> validate(CurrentUser user, @PathVariable String code) {
        return desk.findings(draft(user, code).text()).stream()
                .map(f -> {
                    var data = new LinkedHashMap<String, Object>();
                    data.put("rule", f.rule());
                    data.put("severity", f.severity().code());
                    data.put("path", f.path());
                    data.put("line", f.line());
                    data.put("message", f.message().zh());
                    data.put("remedy", f.remedy().zh());
                    return (Map<String, Object>) data;
                })
                .toList();
    }

    /// 202 with what waits; 422 with what hinders it; 409 where remarks are unanswered.
    @PostMapping("/{code}/commands/submit")
    ResponseEntity<Object> submit(CurrentUser user, @PathVariable String code) {
        var draft = draft(user, code);
        if (!(reader.read(draft.text(), code) instanceof LoadResult.Loaded(var power))) {
            return ResponseEntity.unprocessableContent().body(validate(user, code));
        }
        may(user, power.organ());
        var unfit = rules.unfit(power);
        if (unfit.any() || !power.code().value().equals(code)) {
            return ResponseEntity.unprocessableContent()
                    .body(Map.of("unfit", unfit.all().stream().map(e -> e.key()).toList()));
        }
        var open = publish.submissible(code, power.version());
        if (!open.isEmpty()) {
            throw new RefusalException(open);
        }
        var stamp = Stamp.own(clock.now(), user.person().value(), UUID.randomUUID());
        publish.submit(draft.text(), code + ".yaml", clock.today(), stamp);
        room.submitted(draft, user.person(), clock.now());
        return ResponseEntity.accepted()
                .body(
                        Map.of(
                                "power", code,
                                "version", power.version(),
                                "digest", power.digest()));
    }

    private Drafts.State draft(CurrentUser user, String code) {
        var draft =
                drafts.open(code)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        may(user, draft.organ());
        return draft;
    }

    private void may(CurrentUser user, OrganId organ) {
        if (!user.officer() || !clerks.holds(user.person(), Desk.CLERK, organ)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private static Map<String, Object> plain(Drafts.State state) {
        var data = new LinkedHashMap<String, Object>();
        data.put("power", state.code());
        data.put("seen", state.n());
        data.put("organ", state.organ().value());
        data.put("changedBy", state.by().value());
        data.put("changedAt", state.at().toString());
        return data;
    }
}
