package org.guiju.app.cases.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
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
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// 线索接口: an officer, or a system of the office in his name, registers a clue; a citizen reports and is refused here.
@RestController
@RequestMapping("/api/v1/clues")
class CluesApi {
    private final CaseDesk desk;
    private final QueryCodes codes;
    private final OfficialClock clock;
    private final ApiFiles files;
    private final ApplicationsApi applications;

    CluesApi(
            CaseDesk desk,
            QueryCodes codes,
            OfficialClock clock,
            ApiFiles files,
            ApplicationsApi applications) {
        this.desk = desk;
        this.codes = codes;
        this.clock = clock;
        this.files = files;
        this.applications = applications;
    }

    /// 线索: `applicant` is the person concerned (当事人), `channel` the source, `foundOn` the day of discovery, today if left out;
    /// `lateReason` why it is entered late.
    record Clue(
            String power,
            String situation,
            String channel,
            String applicant,
            String applicantKind,
            Map<String, String> answers,
            @Nullable String foundOn,
            @Nullable String lateReason,
            @Nullable List<ApiFiles.Sent> files) {
        ApplicationsApi.Application asApplication() {
            return new ApplicationsApi.Application(
                    power, situation, channel, applicant, applicantKind, answers, files);
        }
    }

    @PostMapping
    ResponseEntity<?> register(
            CurrentUser user, @RequestHeader("Idempotency-Key") UUID key, @RequestBody Clue body) {
        var faults = ApplicationsApi.faults(body.asApplication());
        var found = day(body.foundOn(), faults);
        if (!faults.isEmpty()) {
            return ApplicationsApi.faulty(faults);
        }
        var answers = applications.answers(body.asApplication());
        // The subject follows from the key, so that asking again is the same command to the letter.
        var subject =
                UUID.nameUUIDFromBytes(("subject:" + key).getBytes(StandardCharsets.UTF_8))
                        .toString();
        var filings = files.store(key, subject, body.files(), faults);
        if (!faults.isEmpty()) {
            return ApplicationsApi.faulty(faults);
        }
        var person =
                CluePages.concerned(
                        subject, "person".equals(body.applicantKind()), body.applicant().strip());
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
                                new CaseCommand.RegisterClue(
                                        no,
                                        body.power(),
                                        body.situation(),
                                        body.channel(),
                                        person,
                                        answers,
                                        filings,
                                        found,
                                        body.lateReason() == null ? "" : body.lateReason()));
        return switch (answer) {
            case CaseAnswer.Done done ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .body(new ApplicationsApi.Received(done.no(), codes.of(done.caseId())));
            case CaseAnswer.Refused refused ->
                    throw new RefusalException(new Outcome.Refused<CaseEvent>(refused.refusals()));
        };
    }

    private LocalDate day(@Nullable String text, List<CommandInput.Fault> faults) {
        if (text == null || text.isBlank()) {
            return clock.today();
        }
        try {
            var day = LocalDate.parse(text.strip());
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeException _) {
            // told below, with the field
        }
        faults.add(new CommandInput.Fault("foundOn", "not-a-date"));
        return clock.today();
    }
}
