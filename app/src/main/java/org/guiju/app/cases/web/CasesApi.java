package org.guiju.app.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.cases.CaseAnswer;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CasePaperFile;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.app.cases.application.CommandReader;
import org.guiju.app.cases.application.Sanctions;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.Clocks;
import org.guiju.kernel.cases.RiskLevels;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
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

/// 案件接口: reads cases and acts on them, through the same door as the pages.
@RestController
@RequestMapping("/api/v1/cases")
class CasesApi {
    private final CaseDesk desk;
    private final CaseQuery query;
    private final CommandReader reader;
    private final ApiFiles files;
    private final DeskAccess access;
    private final DeskQueue queue;
    private final CasePapers papers;

    CasesApi(
            CaseDesk desk,
            CaseQuery query,
            CommandReader reader,
            ApiFiles files,
            DeskAccess access,
            DeskQueue queue,
            CasePapers papers) {
        this.desk = desk;
        this.query = query;
        this.reader = reader;
        this.files = files;
        this.access = access;
        this.queue = queue;
        this.papers = papers;
    }

    /// 动作结果.
    record Acted(String no, List<String> events, int version) {}

    /// 案件.
    record Case(
            String no,
            String power,
            int version,
            String situation,
            String organ,
            LocalDate receivedOn,
            @Nullable LocalDate acceptedOn,
            List<OpenStep> openSteps,
            List<Stage> stages,
            List<Level> levels,
            @Nullable Clock promise,
            @Nullable Clock statute,
            @Nullable String outcome,
            @Nullable Payment payment,
            int events) {}

    /// 缴款: amounts in yuan as of today; first and last day for the court once the decision is served.
    record Payment(
            String code,
            String fine,
            String surcharge,
            String paid,
            String owed,
            LocalDate lastDay,
            @Nullable LocalDate courtFirst,
            @Nullable LocalDate courtLast) {}

    /// 在办环节, with what it still asks for.
    record OpenStep(
            String step, String name, String kind, @Nullable LocalDate due, List<String> missing) {}

    /// 各环节时限: every round of a step with its first day, its limit and its last day (时限分解计时, D33); those not yet begun are not
    /// among them. A step that waits for somebody else has no limit.
    record Stage(
            String step,
            String name,
            LocalDate from,
            @Nullable Integer limit,
            @Nullable String unit,
            @Nullable LocalDate due,
            @Nullable LocalDate closedOn) {}

    /// 三级管理: who answers at which level of control, and whether it has let the case pass.
    record Level(int level, List<String> steps, List<String> responsible, String state) {}

    /// 时限: derivation included, so that anyone can count again.
    record Clock(
            LocalDate from,
            int days,
            String unit,
            LocalDate due,
            int used,
            int left,
            boolean provisional,
            String article) {}

    /// 字段错误.
    record FieldFaults(String title, int status, String code, List<CommandInput.Fault> faults) {}

    /// An organ with powers of its own lists its own cases; one that supervises lists all.
    @GetMapping
    CaseQuery.Page<org.guiju.app.cases.CaseRow> list(
            CurrentUser user,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String power,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        officer(user);
        var filter =
                new CaseQuery.Filter(
                        state,
                        power,
                        queue.organ(user),
                        q,
                        Math.clamp(page, 1, 100_000),
                        Math.clamp(size, 1, 100));
        return query.find(filter);
    }

    @GetMapping("/{no}")
    ResponseEntity<Case> read(CurrentUser user, @PathVariable String no) {
        officer(user);
        var file = access.file(no, user);
        return ResponseEntity.ok().eTag("\"" + file.traces().size() + "\"").body(view(file));
    }

    /// Acts on a case. `Idempotency-Key` is the command's id; asked again it gives the first answer. Who has no part in the case is
    /// refused by the decider and not here, so that the attempt is on record.
    @PostMapping("/{no}/commands/{name}")
    ResponseEntity<?> act(
            CurrentUser user,
            @PathVariable String no,
            @PathVariable String name,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Map<String, Object> body,
            HttpServletResponse response) {
        officer(user);
        var file = file(no);
        if (ifMatch != null
                && !ifMatch.replace("\"", "").equals(Integer.toString(file.traces().size()))) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_FAILED);
        }
        if (!reader.names().contains(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var fields = new LinkedHashMap<String, Object>(body == null ? Map.of() : body);
        var faults = new ArrayList<CommandInput.Fault>();
        var filings =
                files.store(
                        key,
                        file.state().opening().applicant().subject(),
                        sent(fields.remove("files")),
                        faults);
        var input = new CommandInput(flat("", fields), filings);
        var command = reader.read(name, input, file);
        var voucher = input.voucher().orElse(null);
        faults.addAll(input.faults());
        if (command.isEmpty() || !faults.isEmpty()) {
            return ResponseEntity.badRequest()
                    .header("Content-Type", "application/problem+json")
                    .body(new FieldFaults("字段有误 / a field is wrong", 400, "FIELD_FAULTS", faults));
        }
        var actor = new Actor.Officer(user.person());
        return switch (desk.act(key, actor, file.id(), command.get(), voucher, desk.now())) {
            case CaseAnswer.Done done ->
                    ResponseEntity.ok(
                            new Acted(done.no(), done.events(), file(no).traces().size()));
            case CaseAnswer.Refused refused ->
                    throw new RefusalException(new Outcome.Refused<CaseEvent>(refused.refusals()));
        };
    }

    /// 签发前预览 of the paper that would come of the act, as PDF; 204 where none would. Nothing is written, and a refusal is no attempt.
    @PostMapping("/{no}/commands/{name}/preview")
    ResponseEntity<byte[]> preview(
            CurrentUser user,
            @PathVariable String no,
            @PathVariable String name,
            @RequestBody(required = false) @Nullable Map<String, Object> body) {
        officer(user);
        var file = access.file(no, user);
        if (!reader.names().contains(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var fields = new LinkedHashMap<String, Object>(body == null ? Map.of() : body);
        var input = new CommandInput(flat("", fields), List.of());
        var command =
                reader.read(name, input, file)
                        .filter(_ -> input.faults().isEmpty())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return switch (desk.imagined(new Actor.Officer(user.person()), file, command)) {
            case Outcome.Refused<CaseFile>(var refusals) ->
                    throw new RefusalException(new Outcome.Refused<CaseEvent>(refusals));
            case Outcome.Permitted<CaseFile>(var behind) ->
                    papers.preview(behind)
                            .map(CasePaperFile::answer)
                            .orElseGet(() -> ResponseEntity.noContent().build());
        };
    }

    private CaseFile file(String no) {
        return query.byNo(no)
                .flatMap(desk::file)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static void officer(CurrentUser user) {
        if (!user.officer()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private static Case view(CaseFile file) {
        var state = file.state();
        var opening = state.opening();
        var steps =
                state.open().stream()
                        .map(r ->
                                new OpenStep(
                                        r.step(),
                                        name(file, r),
                                        r.kind().code(),
                                        file.clock(r).map(Clocks.Reading::due).orElse(null),
                                        file.gate(r).stream()
                                                .filter(i -> !i.done())
                                                .map(i -> i.rule().name())
                                                .toList()))
                        .toList();
        return new Case(
                opening.no(),
                opening.power(),
                opening.version(),
                opening.situation(),
                opening.organ().value(),
                opening.receivedOn(),
                state.acceptedOn(),
                steps,
                state.rounds().stream().map(r -> stage(file, r)).toList(),
                file.levels().stream().map(CasesApi::level).toList(),
                file.promise().map(CasesApi::clock).orElse(null),
                file.statute().map(CasesApi::clock).orElse(null),
                state.closed() == null ? null : state.closed().outcome(),
                Sanctions.account(file).map(CasesApi::payment).orElse(null),
                file.traces().size());
    }

    private static Payment payment(Sanctions.Account a) {
        return new Payment(
                a.code(),
                Sanctions.plain(a.fine()),
                Sanctions.plain(a.surcharge()),
                Sanctions.plain(a.paid()),
                Sanctions.plain(a.rest()),
                a.until(),
                a.court() == null ? null : a.court().first(),
                a.court() == null ? null : a.court().last());
    }

    private static Level level(RiskLevels.Level l) {
        return new Level(
                l.level(),
                l.steps().stream().map(s -> s.id()).toList(),
                l.responsible().stream().map(PersonId::value).toList(),
                l.state().code());
    }

    private static Stage stage(CaseFile file, StepRound round) {
        var clock = file.clock(round);
        return new Stage(
                round.step(),
                name(file, round),
                round.openedOn(),
                clock.map(Clocks.Reading::limit).orElse(null),
                clock.map(c -> c.derivation().limit().unit().code()).orElse(null),
                clock.map(Clocks.Reading::due).orElse(null),
                round.closedOn());
    }

    private static String name(CaseFile file, StepRound round) {
        return file.situation().step(round.step()).map(s -> s.name().zh()).orElse(round.step());
    }

    private static Clock clock(Clocks.Reading r) {
        var d = r.derivation();
        return new Clock(
                d.eventDay(),
                r.limit(),
                d.limit().unit().code(),
                d.lastDay(),
                r.used(),
                r.left(),
                d.provisional(),
                d.limit().basis().cite());
    }

    /// Files of the body, read leniently: what is missing is told as a fault of its field.
    private static List<ApiFiles.Sent> sent(@Nullable Object value) {
        var sent = new ArrayList<ApiFiles.Sent>();
        if (value instanceof List<?> list) {
            for (var item : list) {
                if (item instanceof Map<?, ?> map) {
                    sent.add(
                            new ApiFiles.Sent(
                                    text(map.get("material")),
                                    text(map.get("name")),
                                    text(map.get("content"))));
                }
            }
        }
        return sent;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    /// Nested objects become dotted names, as the forms of the pages have them.
    private static Map<String, List<String>> flat(String prefix, Map<?, ?> body) {
        var values = new LinkedHashMap<String, List<String>>();
        body.forEach((key, value) -> {
            var name = prefix + key;
            switch (value) {
                case Map<?, ?> map -> values.putAll(flat(name + ".", map));
                case List<?> list -> {
                    var texts = new ArrayList<String>();
                    list.forEach(v -> texts.add(String.valueOf(v)));
                    values.put(name, texts);
                }
                case null -> {}
                default -> values.put(name, List.of(value.toString()));
            }
        });
        return values;
    }
}
