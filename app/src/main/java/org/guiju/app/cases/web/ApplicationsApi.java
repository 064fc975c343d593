package org.guiju.app.cases.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.CaseCommand;
import org.jspecify.annotations.Nullable;
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
    private final ApiOpenings openings;

    ApplicationsApi(ApiOpenings openings) {
        this.openings = openings;
    }

    /// 申请: answers by field id; materials follow at the window or through the applicant's page. `receivedOn` is the day on which it
    /// came in, today if left out; `lateReason` why it is entered late; `voucher` the emergency voucher handed over that day.
    record Application(
            @Nullable String power,
            @Nullable String situation,
            @Nullable String channel,
            @Nullable String applicant,
            @Nullable String applicantKind,
            @Nullable Map<String, @Nullable String> answers,
            @Nullable String receivedOn,
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
                    "receivedOn",
                    receivedOn,
                    lateReason,
                    voucher,
                    files);
        }
    }

    @PostMapping
    ResponseEntity<?> submit(
            CurrentUser user,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Application body) {
        var account = user.officer() ? "" : user.accountId().toString();
        return openings.open(
                user,
                key,
                body.sent(),
                (no, s) ->
                        new CaseCommand.SubmitApplication(
                                no,
                                s.power(),
                                s.situation(),
                                s.channel(),
                                new Applicant(
                                        s.subject(),
                                        account,
                                        s.organisation()
                                                ? Applicant.Kind.ORGANISATION
                                                : Applicant.Kind.PERSON,
                                        s.name(),
                                        s.organisation() ? s.name() : masked(s.name())),
                                s.answers(),
                                s.filings(),
                                s.day(),
                                s.lateReason()));
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
