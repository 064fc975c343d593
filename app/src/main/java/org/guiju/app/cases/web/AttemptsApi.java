package org.guiju.app.cases.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.ledger.Attempts;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 违规尝试接口: the acts that rules have refused an officer, for whoever supervises and for the officer himself (J12).
@RestController
@RequestMapping("/api/v1/attempts")
class AttemptsApi {
    private static final String SUPERVISOR = "supervisor";
    private static final int NEWEST = 200;
    private final Attempts attempts;
    private final Clerks clerks;
    private final CaseDesk desk;

    AttemptsApi(Attempts attempts, Clerks clerks, CaseDesk desk) {
        this.attempts = attempts;
        this.clerks = clerks;
        this.desk = desk;
    }

    /// 一次尝试: `matter` is the case's number, or the power's code where no case was begun.
    record Tried(String person, String matter, List<String> rules, Instant at) {}

    /// The latest first, two hundred at most.
    @GetMapping
    List<Tried> of(CurrentUser user, @RequestParam String person) {
        if (person.isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var asked = new PersonId(person);
        if (!user.officer()
                || !(user.person().equals(asked) || clerks.holds(user.person(), SUPERVISOR))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var numbers = new HashMap<String, String>();
        return attempts.of(asked).stream()
                .limit(NEWEST)
                .map(a ->
                        new Tried(
                                a.person().value(),
                                numbers.computeIfAbsent(a.matter(), this::number),
                                a.rules(),
                                a.at()))
                .toList();
    }

    private String number(String matter) {
        try {
            return desk.file(UUID.fromString(matter))
                    .map(f -> f.state().opening().no())
                    .orElse(matter);
        } catch (IllegalArgumentException _) {
            return matter;
        }
    }
}
