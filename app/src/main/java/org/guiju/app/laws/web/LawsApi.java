package org.guiju.app.laws.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.laws.Laws;
import org.guiju.app.laws.application.KeepLaws;
import org.guiju.app.laws.application.LawRules;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.definition.LawBook;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 法规库接口: articles by words, the whole register, and the table in.
@RestController
@RequestMapping("/api/v1/laws")
class LawsApi {
    private static final int SHOWN = 100;
    private final Laws laws;
    private final KeepLaws keep;
    private final LawRules rules;
    private final Clerks clerks;
    private final OfficialClock clock;

    LawsApi(Laws laws, KeepLaws keep, LawRules rules, Clerks clerks, OfficialClock clock) {
        this.laws = laws;
        this.keep = keep;
        this.rules = rules;
        this.clerks = clerks;
        this.clock = clock;
    }

    /// With words: the articles that hold them; without: the laws.
    @GetMapping
    List<Map<String, Object>> laws(CurrentUser user, @RequestParam(defaultValue = "") String q) {
        officer(user);
        return q.isBlank()
                ? laws.all().stream().map(this::law).toList()
                : laws.find(LawRules.clean(q), clock.today(), SHOWN).stream()
                        .map(h -> {
                            var data = law(h.law());
                            data.put("article", h.article().number());
                            data.put("kind", h.article().kind().code());
                            data.put("text", h.article().text());
                            data.put("source", h.article().source());
                            return data;
                        })
                        .toList();
    }

    /// Enters the rows of a table; 422 names what is wrong and enters nothing.
    @PostMapping(consumes = "text/csv")
    ResponseEntity<Object> enter(CurrentUser user, @RequestBody String csv) {
        officer(user);
        if (!clerks.holds(user.person(), LawPages.CLERK)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<LawBook.Version> versions;
        try {
            versions = LawBook.read(csv);
        } catch (IllegalArgumentException unreadable) {
            return wrong(List.of(String.valueOf(unreadable.getMessage())));
        }
        var problems =
                versions.stream()
                        .flatMap(v ->
                                rules.of(v).stream()
                                        .map(w -> v.name() + " " + v.from() + ": " + w.field()))
                        .toList();
        if (!problems.isEmpty()) {
            return wrong(problems);
        }
        int fresh =
                keep.enter(
                        versions, Stamp.own(clock.now(), user.person().value(), UUID.randomUUID()));
        return ResponseEntity.ok(Map.of("entered", fresh));
    }

    private static ResponseEntity<Object> wrong(List<String> problems) {
        return ResponseEntity.unprocessableContent().body(Map.of("problems", problems));
    }

    private Map<String, Object> law(LawBook.Version v) {
        var data = new LinkedHashMap<String, Object>();
        data.put("name", v.name());
        data.put("rank", v.rank().code());
        data.put("from", v.from().toString());
        var until = v.until();
        if (until != null) {
            data.put("until", until.toString());
        }
        data.put("successor", v.successor());
        data.put("inForce", v.inForceOn(clock.today()));
        return data;
    }

    private static void officer(CurrentUser user) {
        if (!user.officer()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
