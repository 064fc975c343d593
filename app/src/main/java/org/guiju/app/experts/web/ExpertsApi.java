package org.guiju.app.experts.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.experts.application.ExpertDesk;
import org.guiju.app.experts.web.ExpertActs.Input;
import org.guiju.app.experts.web.ExpertActs.Unreadable;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.experts.Expert;
import org.guiju.kernel.experts.ExpertRule;
import org.guiju.kernel.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 专家库与抽选的接口.
@RestController
class ExpertsApi {
    private final ExpertDesk desk;
    private final ExpertActs acts;
    private final DrawView view;
    private final Clerks clerks;
    private final MessageSource messages;

    ExpertsApi(
            ExpertDesk desk,
            ExpertActs acts,
            DrawView view,
            Clerks clerks,
            MessageSource messages) {
        this.desk = desk;
        this.acts = acts;
        this.view = view;
        this.clerks = clerks;
        this.messages = messages;
    }

    /// 入库专家; the name for whoever keeps the pool.
    record ExpertBody(
            String number,
            String name,
            List<String> fields,
            boolean outside,
            boolean terms,
            String exit,
            List<String> appraisals) {}

    /// 专家库.
    record PoolBody(
            boolean active, int members, int outsiders, boolean both, List<ExpertBody> experts) {}

    @GetMapping("/api/v1/experts")
    PoolBody pool(CurrentUser user) {
        officer(user);
        var pool = desk.pool();
        var keeper = clerks.holds(user.person(), ExpertDesk.KEEPER);
        return new PoolBody(
                pool.active(),
                pool.members().size(),
                pool.outsiders(),
                pool.both(),
                pool.experts().values().stream()
                        .map(e ->
                                new ExpertBody(
                                        e.number(),
                                        keeper ? e.name() : "",
                                        e.fields().stream().sorted().toList(),
                                        pool.outside(e),
                                        e.terms(),
                                        e.exit().orElse(""),
                                        keeper
                                                ? pool.appraisals(e.number()).stream()
                                                        .map(a -> a.kind() + " " + a.text())
                                                        .toList()
                                                : List.of()))
                        .toList());
    }

    @PostMapping("/api/v1/experts/commands/{name}")
    PoolBody keep(
            CurrentUser user,
            @PathVariable String name,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, Object> body) {
        officer(user);
        if (!acts.keep(name, input(body), user.person(), key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return pool(user);
    }

    /// 201 with the draw.
    @PostMapping("/api/v1/draws")
    ResponseEntity<DrawView.Published> announce(
            CurrentUser user,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, Object> body) {
        officer(user);
        var id = acts.announce(input(body), user.person(), key);
        return ResponseEntity.status(HttpStatus.CREATED).body(one(id));
    }

    @PostMapping("/api/v1/draws/{draw}/commands/{name}")
    DrawView.Published act(
            CurrentUser user,
            @PathVariable String draw,
            @PathVariable String name,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, Object> body) {
        officer(user);
        one(draw);
        if (!acts.act(draw, name, input(body), user.person(), key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return one(draw);
    }

    /// 送审材料.
    record Materials(String text) {}

    /// For the panel alone, and only for who has confirmed rights and duties.
    @GetMapping("/api/v1/draws/{draw}/materials")
    Materials materials(CurrentUser user, @PathVariable String draw) {
        officer(user);
        return new Materials(materials(desk, user, draw));
    }

    static String materials(ExpertDesk desk, CurrentUser user, String draw) {
        var file =
                desk.draw(draw)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var expert =
                desk.pool()
                        .of(user.person())
                        .filter(e -> file.state().panel().contains(e.number()))
                        .orElseThrow(() -> refused(ExpertRule.ON_THE_PANEL));
        if (!expert.terms()) {
            throw refused(ExpertRule.TERMS_FIRST);
        }
        return file.state().announced().orElseThrow().materials();
    }

    private static RefusalException refused(ExpertRule rule) {
        return new RefusalException(List.of(Refusal.of(rule, rule.basis())));
    }

    /// 合规评审结论.
    record Concluded(
            String matter,
            String review,
            String verdict,
            String figure,
            String needed,
            boolean blocks) {}

    /// The matter's conclusion; 404 while there is none.
    @GetMapping("/api/v1/draws/conclusions/{matter}")
    Concluded conclusion(CurrentUser user, @PathVariable String matter) {
        officer(user);
        return desk.of(matter)
                .map(c ->
                        new Concluded(
                                c.matter(),
                                c.review(),
                                c.verdict().name(),
                                c.figure().toPlainString(),
                                c.needed().toPlainString(),
                                c.blocks()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private DrawView.Published one(String draw) {
        return desk.draw(draw)
                .map(view::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Input input(Map<String, Object> body) {
        var fields = new LinkedHashMap<String, String>();
        body.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                inner.forEach((k, v) -> fields.put(name + "." + k, String.valueOf(v)));
            } else if (value instanceof List<?> many) {
                fields.put(name, String.join(" ", many.stream().map(String::valueOf).toList()));
            } else {
                fields.put(name, String.valueOf(value));
            }
        });
        return new Input(fields);
    }

    @ExceptionHandler(Unreadable.class)
    ResponseEntity<PublicDraws.Fault> unreadable(Unreadable fault, Locale locale) {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        new PublicDraws.Fault(
                                422,
                                "FIELD_UNREADABLE",
                                fault.field(),
                                messages.getMessage("experts.error.field", null, locale)));
    }

    private static void officer(CurrentUser user) {
        if (!user.officer()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /// For the list of fields that the pool serves.
    static List<String> fields(List<Expert> experts) {
        return experts.stream().flatMap(e -> e.fields().stream()).distinct().sorted().toList();
    }
}
