package org.guiju.app.powers.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.application.PublishDefinition;
import org.guiju.app.powers.application.PublishDefinition.Waiting;
import org.guiju.formats.definition.DefinitionProblem;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 制度文本接口: the same door as the pages. `POST /api/v1/definitions` submits a YAML text; `POST …/commands/confirm` is for
/// a second person (A56).
@RestController
@RequestMapping("/api/v1/definitions")
class DefinitionsApi {
    private final PublishDefinition publish;
    private final Catalogue catalogue;
    private final CatalogRules rules;
    private final DraftPages drafts;
    private final Clerks clerks;
    private final OfficialClock clock;
    private final MessageSource messages;
    private final DefinitionReader reader = new DefinitionReader(CaseRule.ids());

    DefinitionsApi(
            PublishDefinition publish,
            Catalogue catalogue,
            CatalogRules rules,
            DraftPages drafts,
            Clerks clerks,
            OfficialClock clock,
            MessageSource messages) {
        this.publish = publish;
        this.catalogue = catalogue;
        this.rules = rules;
        this.drafts = drafts;
        this.clerks = clerks;
        this.clock = clock;
        this.messages = messages;
    }

    /// What is wrong with a text, each with line, column, sentence and remedy.
    record Problem(String code, int line, int column, String path, String message, String remedy) {
        static Problem of(DefinitionProblem p) {
            return new Problem(
                    p.code(), p.line(), p.column(), p.path(), p.message().zh(), p.remedy().zh());
        }
    }

    /// 确认: the digest of the text that was looked at.
    record Confirm(String digest) {}

    /// Texts that wait.
    @GetMapping("/drafts")
    List<Map<String, Object>> waiting(CurrentUser user) {
        officer(user);
        return rules.waiting().stream().map(DefinitionsApi::plain).toList();
    }

    /// 202 with the draft; 422 with the problems of the text; 200 where this very text is published already.
    @PostMapping(consumes = {MediaType.TEXT_PLAIN_VALUE, "application/yaml"})
    ResponseEntity<Object> submit(CurrentUser user, @RequestBody byte[] body, Locale locale) {
        officer(user);
        switch (reader.read(body, "definition.yaml")) {
            case LoadResult.Rejected rejected -> {
                var problems = rejected.problems().stream().map(Problem::of).toList();
                return ResponseEntity.unprocessableContent().body(Map.of("problems", problems));
            }
            case LoadResult.Loaded(var power) -> {
                may(clerks.holds(user.person(), DraftPages.CLERK, power.organ()));
                if (rules.published(power)) {
                    return ResponseEntity.ok(published(power));
                }
                var unfit = unfit(power, locale);
                if (!unfit.isEmpty()) {
                    return ResponseEntity.unprocessableContent().body(Map.of("unfit", unfit));
                }
                var open = publish.submissible(power.code().value(), power.version());
                if (!open.isEmpty()) {
                    throw new RefusalException(open);
                }
                var text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
                var stamp = Stamp.own(clock.now(), user.person().value(), UUID.randomUUID());
                publish.submit(text, power.code() + ".yaml", clock.today(), stamp);
                var draft = publish.waiting(power.code().value(), power.version()).orElseThrow();
                return ResponseEntity.accepted().body(plain(draft));
            }
        }
    }

    /// 200 with the version that is published now; 409 with rule, article and remedy.
    @PostMapping("/{code}/{version}/commands/confirm")
    ResponseEntity<Object> confirm(
            CurrentUser user,
            @PathVariable String code,
            @PathVariable int version,
            @RequestBody Confirm confirm,
            Locale locale) {
        officer(user);
        var waiting = publish.waiting(code, version);
        if (waiting.isPresent()) {
            may(drafts.mayConfirm(user.person(), new OrganId(waiting.get().organ())));
            var unfit = unfit(publish.read(waiting.get()), locale);
            if (!unfit.isEmpty()) {
                return ResponseEntity.unprocessableContent().body(Map.of("unfit", unfit));
            }
        }
        var stamp = Stamp.own(clock.now(), user.person().value(), UUID.randomUUID());
        var refusals = publish.confirm(code, version, confirm.digest(), clock.today(), stamp);
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
        return ResponseEntity.ok(published(catalogue.version(code, version).orElseThrow()));
    }

    private List<String> unfit(PowerDefinition power, Locale locale) {
        return rules.unfit(power).all().stream()
                .map(e -> messages.getMessage(e.key(), e.arguments().toArray(), locale))
                .toList();
    }

    private static void officer(CurrentUser user) {
        may(user.officer());
    }

    private static void may(boolean allowed) {
        if (!allowed) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private static Map<String, Object> plain(Waiting waiting) {
        var data = new LinkedHashMap<String, Object>();
        data.put("power", waiting.draft().code().value());
        data.put("version", waiting.draft().version());
        data.put("digest", waiting.draft().digest());
        data.put("name", waiting.name());
        data.put("organ", waiting.organ());
        data.put("submittedBy", waiting.draft().by().value());
        data.put("submittedOn", waiting.on().toString());
        data.put("state", "waiting");
        return data;
    }

    private static Map<String, Object> published(PowerDefinition power) {
        var data = new LinkedHashMap<String, Object>();
        data.put("power", power.code().value());
        data.put("version", power.version());
        data.put("digest", power.digest());
        data.put("name", power.name());
        data.put("inForce", power.inForce().toString());
        data.put("state", "published");
        return data;
    }
}
