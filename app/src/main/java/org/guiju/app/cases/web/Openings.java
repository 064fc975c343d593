package org.guiju.app.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.cases.CaseAnswer;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.platform.web.RefusalWords;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/// 开案表单: what the forms that begin a case share, whether somebody applies at the window or the office begins of its own
/// accord: one command is one case, and what is refused stands beside what was typed.
@Component
final class Openings {
    private final Catalogue catalogue;
    private final Allocation allocation;
    private final Clerks clerks;
    private final CommandGate gate;
    private final OfficialClock clock;
    private final PageFrame frame;
    private final RefusalWords words;

    Openings(
            Catalogue catalogue,
            Allocation allocation,
            Clerks clerks,
            CommandGate gate,
            OfficialClock clock,
            PageFrame frame,
            RefusalWords words) {
        this.catalogue = catalogue;
        this.allocation = allocation;
        this.clerks = clerks;
        this.gate = gate;
        this.clock = clock;
        this.frame = frame;
        this.words = words;
    }

    /// 结果: the case number, or why there is none.
    ///
    /// @param no empty where there is none
    record Tried(String no, List<Refusal> refused) {}

    static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    /// The definition in force today.
    PowerDefinition definition(String code) {
        return Optional.of(code)
                .filter(PowerCode::isWellFormed)
                .flatMap(c -> catalogue.inForce(c, clock.today()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    boolean mayBegin(CurrentUser user, PowerDefinition power, Situation situation) {
        return clerks.holds(
                user.person(), situation.first().role(), power.organAt(situation.first()));
    }

    /// Opens the case once for the command; the subject of its personal data follows from the command, so that asking again is
    /// the same command to the letter. Another content under the same command is told among the errors.
    Tried open(
            UUID command,
            CurrentUser user,
            IntakeForm form,
            FormErrors errors,
            Function<String, CaseAnswer> opening) {
        var refused = new ArrayList<Refusal>();
        var subject =
                UUID.nameUUIDFromBytes(("subject:" + command).getBytes(StandardCharsets.UTF_8))
                        .toString();
        try {
            var answer =
                    gate.once(
                            command,
                            user.person().value(),
                            form.fingerprint(),
                            () -> {
                                // A further try in this call begins anew.
                                refused.clear();
                                return switch (opening.apply(subject)) {
                                    case CaseAnswer.Done done -> done.no();
                                    case CaseAnswer.Refused because -> {
                                        refused.addAll(because.refusals());
                                        yield "";
                                    }
                                };
                            });
            return new Tried(answer.text(), List.copyOf(refused));
        } catch (CommandGate.AnotherBody _) {
            errors.add("applicant", "intake.error.changed");
            return new Tried("", List.of());
        }
    }

    /// What the form says when it comes back.
    void again(
            FormErrors errors, List<Refusal> refused, Model model, HttpServletResponse response) {
        response.setStatus(
                refused.isEmpty()
                        ? HttpServletResponse.SC_BAD_REQUEST
                        : HttpServletResponse.SC_CONFLICT);
        var locale = frame.language().locale();
        model.addAttribute("errors", errors);
        model.addAttribute("refusals", refused.stream().map(r -> words.of(r, locale)).toList());
    }

    /// The page for somebody who may not begin here: it names who may.
    String notYours(
            PowerDefinition power, Situation situation, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        model.addAttribute(
                "needed",
                clerks.needed(situation.first().role(), power.organAt(situation.first())));
        model.addAttribute(
                "organ", allocation.organ(power.organ()).map(o -> o.name()).orElse(null));
        return "catalog/organs-refused";
    }
}
