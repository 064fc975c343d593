package org.guiju.app.cases.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.cases.CaseCommand;
import org.jspecify.annotations.Nullable;
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
    private final ApiOpenings openings;

    CluesApi(ApiOpenings openings) {
        this.openings = openings;
    }

    /// 线索: `applicant` is the person concerned (当事人), `channel` the source, `foundOn` the day of discovery, today if left out;
    /// `lateReason` why it is entered late; `voucher` the emergency voucher handed over that day.
    record Clue(
            @Nullable String power,
            @Nullable String situation,
            @Nullable String channel,
            @Nullable String applicant,
            @Nullable String applicantKind,
            @Nullable Map<String, @Nullable String> answers,
            @Nullable String foundOn,
            @Nullable String lateReason,
            @Nullable String voucher,
            @Nullable List<ApiFiles.Sent> files) {
        ApiOpenings.Sent sent() {
            return new ApiOpenings.Sent(
                    power,
                    situation,
                    channel,
                    applicant,
                    applicantKind,
                    answers,
                    "foundOn",
                    foundOn,
                    lateReason,
                    voucher,
                    files);
        }
    }

    @PostMapping
    ResponseEntity<?> register(
            CurrentUser user, @RequestHeader("Idempotency-Key") UUID key, @RequestBody Clue body) {
        return openings.open(
                user,
                key,
                body.sent(),
                (no, s) ->
                        new CaseCommand.RegisterClue(
                                no,
                                s.power(),
                                s.situation(),
                                s.channel(),
                                CluePages.concerned(s.subject(), !s.organisation(), s.name()),
                                s.answers(),
                                s.filings(),
                                s.day(),
                                s.lateReason()));
    }
}
