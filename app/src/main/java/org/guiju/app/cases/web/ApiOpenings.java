package org.guiju.app.cases.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.vouchers.Voucher;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// 开案接口: what an application and a clue sent by a program share: the faults of their fields, told all at once, one case a key, and the
/// answer with number and query code.
@Component
final class ApiOpenings {
    private static final int LONGEST_WORD = 200;

    private final CaseDesk desk;
    private final Catalogue catalogue;
    private final QueryCodes codes;
    private final OfficialClock clock;
    private final ApiFiles files;

    ApiOpenings(
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

    /// 收到的内容, as it was sent; anything may be left out.
    ///
    /// @param dayField what the body calls the day on which the matter came in
    /// @param day that day, today if left out
    /// @param lateReason why it is entered late
    /// @param voucher number of the emergency voucher that was handed over on that day
    record Sent(
            @Nullable String power,
            @Nullable String situation,
            @Nullable String channel,
            @Nullable String applicant,
            @Nullable String applicantKind,
            @Nullable Map<String, @Nullable String> answers,
            String dayField,
            @Nullable String day,
            @Nullable String lateReason,
            @Nullable String voucher,
            @Nullable List<ApiFiles.Sent> files) {}

    /// 可以提交的内容: without a fault.
    ///
    /// @param subject whose personal data these are; follows from the key, so that asking again is the same command to the letter
    record Sound(
            String power,
            String situation,
            String channel,
            String name,
            boolean organisation,
            String subject,
            Map<String, String> answers,
            List<Filing> filings,
            LocalDate day,
            String lateReason) {}

    /// What the decider is asked, once the number is drawn.
    @FunctionalInterface
    interface Command {
        CaseCommand.Opening of(String no, Sound sound);
    }

    /// 受理前凭证: number and query code.
    record Received(String no, String queryCode) {}

    ResponseEntity<?> open(CurrentUser user, UUID key, Sent sent, Command command) {
        var faults = new ArrayList<CommandInput.Fault>();
        var power = word("power", sent.power(), faults);
        var situation = word("situation", sent.situation(), faults);
        var channel = word("channel", sent.channel(), faults);
        var name = word("applicant", sent.applicant(), faults);
        answers(sent, faults);
        var day = day(sent, faults);
        var late = sent.lateReason() == null ? "" : sent.lateReason().strip();
        plain("lateReason", late, CommandInput.LONGEST, faults);
        var number = sent.voucher() == null ? "" : sent.voucher().strip();
        plain("voucher", number, LONGEST_WORD, faults);
        if (!faults.isEmpty()) {
            return faulty(faults);
        }
        var subject =
                UUID.nameUUIDFromBytes(("subject:" + key).getBytes(StandardCharsets.UTF_8))
                        .toString();
        var filings = files.store(key, subject, sent.files(), faults);
        if (!faults.isEmpty()) {
            return faulty(faults);
        }
        var sound =
                new Sound(
                        power,
                        situation,
                        channel,
                        name,
                        !"person".equals(sent.applicantKind()),
                        subject,
                        normal(power, situation, sent),
                        filings,
                        day,
                        late);
        var actor =
                user.officer()
                        ? new Actor.Officer(user.person())
                        : new Actor.Citizen(user.accountId().toString());
        var answer =
                desk.open(
                        key,
                        actor,
                        power,
                        no -> command.of(no, sound),
                        number.isEmpty() ? null : new Voucher(number, day),
                        clock.now());
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

    private static String word(
            String field, @Nullable String value, List<CommandInput.Fault> faults) {
        if (value == null || value.isBlank()) {
            faults.add(new CommandInput.Fault(field, "required"));
            return "";
        }
        plain(field, value, LONGEST_WORD, faults);
        return value.strip();
    }

    private static void plain(
            String field, String value, int longest, List<CommandInput.Fault> faults) {
        if (value.length() > longest) {
            faults.add(new CommandInput.Fault(field, "too-long"));
        } else if (!CommandInput.storable(value)) {
            faults.add(new CommandInput.Fault(field, "control-character"));
        }
    }

    private static void answers(Sent sent, List<CommandInput.Fault> faults) {
        if (sent.answers() == null) {
            return;
        }
        sent.answers()
                .forEach((id, value) -> {
                    var field = "answers." + id;
                    if (value == null || id.contains("=") || !CommandInput.storable(id)) {
                        faults.add(new CommandInput.Fault(field, "control-character"));
                    } else {
                        plain(field, value, CommandInput.LONGEST, faults);
                    }
                });
    }

    private Map<String, String> normal(String power, String situation, Sent sent) {
        var answers = new LinkedHashMap<String, String>();
        var chosen = catalogue.inForce(power, clock.today()).flatMap(d -> d.situation(situation));
        if (sent.answers() != null) {
            sent.answers()
                    .forEach((id, value) -> {
                        if (value != null) {
                            answers.put(
                                    id,
                                    chosen.flatMap(s -> s.field(id))
                                            .map(f -> Answers.normal(f.type(), value))
                                            .orElse(value));
                        }
                    });
        }
        return answers;
    }

    private LocalDate day(Sent sent, List<CommandInput.Fault> faults) {
        if (sent.day() == null || sent.day().isBlank()) {
            return clock.today();
        }
        try {
            var day = LocalDate.parse(sent.day().strip());
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeException _) {
            // told below, with the field
        }
        faults.add(new CommandInput.Fault(sent.dayField(), "not-a-date"));
        return clock.today();
    }
}
