package org.guiju.app.cases.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.cases.CaseAnswer;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.app.cases.application.QueryCodes;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.Answers;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.shared.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// 申请接口: a window clerk or another system of the office hands in an application for somebody. Off-list and out-of-force powers
/// are refused here as everywhere.
@RestController
@RequestMapping("/api/v1/applications")
class ApplicationsApi {
    private final CaseDesk desk;
    private final Catalogue catalogue;
    private final QueryCodes codes;
    private final OfficialClock clock;
    private final ApiFiles files;

    ApplicationsApi(
            CaseDesk desk,
            Catalogue catalogue,
            QueryCodes codes,
            OfficialClock clock,
            ApiFiles files) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.codes = codes;
        this.clock = clock;
        this.files = files;
    }

    /// 申请: answers by field id; materials follow at the window or through the applicant's page.
    record Application(
            String power,
            String situation,
            String channel,
            String applicant,
            String applicantKind,
            Map<String, String> answers,
            @org.jspecify.annotations.Nullable List<ApiFiles.Sent> files) {}

    /// 受理前凭证: number and query code.
    record Received(String no, String queryCode) {}

    @PostMapping
    ResponseEntity<?> submit(
            CurrentUser user,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Application body) {
        var faults = faults(body);
        if (!faults.isEmpty()) {
            return faulty(faults);
        }
        var answers = answers(body);
        var organisation = !"person".equals(body.applicantKind());
        // The subject follows from the key, so that asking again is the same command to the letter.
        var subject =
                UUID.nameUUIDFromBytes(
                        ("subject:" + key).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var filings = files.store(key, subject.toString(), body.files(), faults);
        if (!faults.isEmpty()) {
            return faulty(faults);
        }
        var applicant =
                new Applicant(
                        subject.toString(),
                        user.officer() ? "" : user.accountId().toString(),
                        organisation ? Applicant.Kind.ORGANISATION : Applicant.Kind.PERSON,
                        body.applicant().strip(),
                        organisation ? body.applicant().strip() : masked(body.applicant().strip()));
        var actor =
                user.officer()
                        ? new Actor.Officer(user.person())
                        : new Actor.Citizen(user.accountId().toString());
        var answer =
                desk.open(
                        key,
                        actor,
                        body.power(),
                        no ->
                                new CaseCommand.SubmitApplication(
                                        no,
                                        body.power(),
                                        body.situation(),
                                        body.channel(),
                                        applicant,
                                        answers,
                                        filings,
                                        clock.today(),
                                        ""));
        return switch (answer) {
            case CaseAnswer.Done done ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .body(new Received(done.no(), codes.of(done.caseId())));
            case CaseAnswer.Refused refused ->
                    throw new RefusalException(new Outcome.Refused<CaseEvent>(refused.refusals()));
        };
    }

    static ResponseEntity<?> faulty(List<CommandInput.Fault> faults) {
        return ResponseEntity.badRequest()
                .header("Content-Type", "application/problem+json")
                .body(
                        new CasesApi.FieldFaults(
                                "字段有误 / a field is wrong", 400, "FIELD_FAULTS", faults));
    }

    @SuppressWarnings("NullAway") // a JSON body may leave anything out, whatever the record says
    static List<CommandInput.Fault> faults(Application body) {
        var faults = new java.util.ArrayList<CommandInput.Fault>();
        var required = new LinkedHashMap<String, String>();
        required.put("power", body.power());
        required.put("situation", body.situation());
        required.put("channel", body.channel());
        required.put("applicant", body.applicant());
        required.forEach((name, value) -> {
            if (value == null || value.isBlank()) {
                faults.add(new CommandInput.Fault(name, "required"));
            } else if (value.length() > 200) {
                faults.add(new CommandInput.Fault(name, "too-long"));
            } else if (!CommandInput.storable(value)) {
                faults.add(new CommandInput.Fault(name, "control-character"));
            }
        });
        if (body.answers() != null) {
            body.answers()
                    .forEach((id, value) -> {
                        if (value == null
                                || !CommandInput.storable(value)
                                || id.contains("=")
                                || !CommandInput.storable(id)) {
                            faults.add(
                                    new CommandInput.Fault("answers." + id, "control-character"));
                        } else if (value.length() > CommandInput.LONGEST) {
                            faults.add(new CommandInput.Fault("answers." + id, "too-long"));
                        }
                    });
        }
        return faults;
    }

    @SuppressWarnings("NullAway") // as above
    Map<String, String> answers(Application body) {
        var answers = new LinkedHashMap<String, String>();
        var situation =
                catalogue
                        .inForce(body.power(), clock.today())
                        .flatMap(d -> d.situation(body.situation()));
        if (body.answers() != null) {
            body.answers()
                    .forEach((id, value) ->
                            answers.put(
                                    id,
                                    situation
                                            .flatMap(s -> s.field(id))
                                            .map(f -> Answers.normal(f.type(), value))
                                            .orElse(value)));
        }
        return answers;
    }

    /// 张*伟: the first and, from three characters on, the last character stay.
    static String masked(String name) {
        int n = name.codePointCount(0, name.length());
        var first = name.substring(0, name.offsetByCodePoints(0, 1));
        if (n <= 2) {
            return first + "*";
        }
        return first + "*".repeat(n - 2) + name.substring(name.offsetByCodePoints(0, n - 1));
    }
}
