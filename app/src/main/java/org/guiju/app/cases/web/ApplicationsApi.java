package org.guiju.app.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.cases.application.BringingInput;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.Bringing;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.IntakeCommand;
import org.guiju.kernel.cases.Original;
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
    private static final String MANDATE = "mandate";
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
            @Nullable List<ApiFiles.Sent> files,
            @Nullable Map<String, @Nullable String> bringing,
            @Nullable Map<String, @Nullable String> originals) {
        /// 来件方式: `way` (self, agent, helper, oral) and the fields that belong to it, as the window's form names them.
        BringingInput bringing(boolean online) {
            var typed = bringing == null ? Map.<String, @Nullable String>of() : bringing;
            return new BringingInput(
                    k -> java.util.Objects.requireNonNullElse(typed.get(k), ""), online);
        }

        List<Original.Shown> shown(List<CommandInput.Fault> faults) {
            var shown = new ArrayList<Original.Shown>();
            (originals == null ? Map.<String, @Nullable String>of() : originals)
                    .forEach((material, text) ->
                            Original.Handling.ofCode(text == null ? "" : text)
                                    .ifPresentOrElse(
                                            h -> shown.add(new Original.Shown(material, h)),
                                            () ->
                                                    faults.add(
                                                            new CommandInput.Fault(
                                                                    "originals." + material,
                                                                    "not-a-choice"))));
            return shown;
        }

        /// The mandate is a file for the material `mandate`.
        boolean mandate() {
            return files != null && files.stream().anyMatch(f -> MANDATE.equals(f.material()));
        }

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
        var faults = new ArrayList<CommandInput.Fault>();
        var bringing = body.bringing(!user.officer());
        bringing.faults(
                body.mandate(),
                (field, _) -> faults.add(new CommandInput.Fault("bringing." + field, "required")));
        var shown = body.shown(faults);
        if (!faults.isEmpty()) {
            return ApiOpenings.faulty(faults);
        }
        return openings.open(
                user,
                key,
                body.sent(),
                (no, s) -> handed(application(no, account, s), s.filings(), bringing, shown));
    }

    private static CaseCommand.SubmitApplication application(
            String no, String account, ApiOpenings.Sound s) {
        return new CaseCommand.SubmitApplication(
                no,
                s.power(),
                s.situation(),
                s.channel(),
                new Applicant(
                        s.subject(),
                        account,
                        s.organisation() ? Applicant.Kind.ORGANISATION : Applicant.Kind.PERSON,
                        s.name(),
                        s.organisation() ? s.name() : masked(s.name())),
                s.answers(),
                s.filings().stream().filter(f -> !f.material().equals(MANDATE)).toList(),
                s.day(),
                s.lateReason());
    }

    private static CaseCommand.Opening handed(
            CaseCommand.SubmitApplication application,
            List<Filing> filings,
            BringingInput input,
            List<Original.Shown> shown) {
        var paper = filings.stream().filter(f -> f.material().equals(MANDATE)).findFirst();
        var bringing = input.bringing(paper.orElse(null));
        return bringing.way() == Bringing.Way.SELF && shown.isEmpty()
                ? application
                : new IntakeCommand.Handed(application, bringing, shown, List.of());
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
