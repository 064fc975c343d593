package org.guiju.app.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.cases.CaseAnswer;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.platform.web.RefusalWords;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// 登记线索: an officer begins a case of the office's own accord: which power, from which source, against whom, what was seen.
/// Only matters whose first step is his are offered.
@Controller
@RequestMapping("/desk/clues")
class CluePages {
    private final CaseDesk desk;
    private final Catalogue catalogue;
    private final Allocation allocation;
    private final Clerks clerks;
    private final CommandGate gate;
    private final OfficialClock clock;
    private final PageFrame frame;
    private final RefusalWords words;

    CluePages(
            CaseDesk desk,
            Catalogue catalogue,
            Allocation allocation,
            Clerks clerks,
            CommandGate gate,
            OfficialClock clock,
            PageFrame frame,
            RefusalWords words) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.allocation = allocation;
        this.clerks = clerks;
        this.gate = gate;
        this.clock = clock;
        this.frame = frame;
        this.words = words;
    }

    /// 依职权事项.
    record Offer(PowerDefinition power, List<Situation> situations) {}

    @GetMapping("/new")
    String begin(
            @RequestParam(defaultValue = "") String power,
            @RequestParam(defaultValue = "") String situation,
            Model model,
            HttpServletResponse response) {
        var user = officer();
        if (power.isEmpty()) {
            model.addAttribute("offers", offers(user));
            return "desk/clue";
        }
        var typed = new HashMap<String, String>();
        typed.put("received", clock.today().toString());
        typed.put("kind", "organisation");
        var form = new IntakeForm(typed, Map.of());
        return form(definition(power), situation, form, UUID.randomUUID(), model, response);
    }

    private List<Offer> offers(CurrentUser user) {
        var offers = new ArrayList<Offer>();
        for (var power : catalogue.allInForce(clock.today())) {
            var situations =
                    power.situations().stream()
                            .filter(s -> !s.onApplication() && mayBegin(user, power, s))
                            .toList();
            if (!situations.isEmpty()) {
                offers.add(new Offer(power, situations));
            }
        }
        return offers;
    }

    private boolean mayBegin(CurrentUser user, PowerDefinition power, Situation situation) {
        return clerks.holds(user.person(), situation.first().role(), power.organ());
    }

    @PostMapping("/new")
    String submit(
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String power,
            @RequestParam(defaultValue = "") String situation,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var user = officer();
        var definition = definition(power);
        var chosen = situation(definition, situation);
        var form = new IntakeForm(typed, Map.of());
        var errors = form.faults(chosen, clock.today(), f -> frame.say(f.label()));
        if (!chosen.channels().contains(form.value("channel"))) {
            errors.add("channel", "clue.error.channel");
        }
        if (errors.any()) {
            return again(definition, situation, form, command, errors, List.of(), model, response);
        }
        var refused = new ArrayList<Refusal>();
        try {
            var answer =
                    gate.once(
                            command,
                            user.person().value(),
                            form.fingerprint(),
                            () -> register(command, user, definition, chosen, form, refused));
            if (!answer.text().isEmpty()) {
                return "redirect:" + next(answer.text(), chosen);
            }
        } catch (CommandGate.AnotherBody _) {
            errors.add("applicant", "intake.error.changed");
        }
        return again(
                definition, situation, form, UUID.randomUUID(), errors, refused, model, response);
    }

    /// What is dealt with on the spot goes on there; everything else is on the case's page.
    private static String next(String no, Situation situation) {
        return situation.first().kind() == StepKind.ON_THE_SPOT
                ? "/desk/cases/%s/acts/punish-on-the-spot?step=%s"
                        .formatted(no, situation.first().id())
                : "/desk/cases/" + no;
    }

    /// The number of the case, or nothing when it was refused.
    private String register(
            UUID command,
            CurrentUser user,
            PowerDefinition definition,
            Situation situation,
            IntakeForm form,
            List<Refusal> refused) {
        // A further try in this call begins anew.
        refused.clear();
        var subject =
                UUID.nameUUIDFromBytes(("subject:" + command).getBytes(StandardCharsets.UTF_8))
                        .toString();
        var person = concerned(subject, form.person(), form.applicant());
        var answers = form.answers(situation);
        var found = form.received().orElseThrow();
        var code = definition.code().value();
        var answer =
                desk.open(
                        CaseDesk.newCommand(),
                        new Actor.Officer(user.person()),
                        code,
                        no ->
                                new CaseCommand.RegisterClue(
                                        no,
                                        code,
                                        situation.id(),
                                        form.value("channel"),
                                        person,
                                        answers,
                                        List.of(),
                                        found));
        return switch (answer) {
            case CaseAnswer.Done done -> done.no();
            case CaseAnswer.Refused because -> {
                refused.addAll(because.refusals());
                yield "";
            }
        };
    }

    /// 当事人: an organisation is named in public, a citizen is masked. Whoever has the query code acts as the person concerned:
    /// the follower that the case knows is the code's holder and nobody's account.
    static Applicant concerned(String subject, boolean citizen, String name) {
        var follower = "code:" + subject;
        return citizen
                ? new Applicant(
                        subject,
                        follower,
                        Applicant.Kind.PERSON,
                        name,
                        ApplicationsApi.masked(name))
                : new Applicant(subject, follower, Applicant.Kind.ORGANISATION, name, name);
    }

    private String again(
            PowerDefinition definition,
            String situation,
            IntakeForm form,
            UUID command,
            FormErrors errors,
            List<Refusal> refused,
            Model model,
            HttpServletResponse response) {
        response.setStatus(
                refused.isEmpty()
                        ? HttpServletResponse.SC_BAD_REQUEST
                        : HttpServletResponse.SC_CONFLICT);
        model.addAttribute("errors", errors);
        var locale = frame.language().locale();
        model.addAttribute("refusals", refused.stream().map(r -> words.of(r, locale)).toList());
        return form(definition, situation, form, command, model, response);
    }

    private String form(
            PowerDefinition definition,
            String situation,
            IntakeForm form,
            UUID command,
            Model model,
            HttpServletResponse response) {
        var chosen = situation(definition, situation);
        if (!mayBegin(officer(), definition, chosen)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            model.addAttribute("needed", clerks.needed(chosen.first().role(), definition.organ()));
            model.addAttribute(
                    "organ", allocation.organ(definition.organ()).map(o -> o.name()).orElseThrow());
            return "catalog/organs-refused";
        }
        model.addAttribute("power", definition);
        model.addAttribute("situation", chosen);
        model.addAttribute("form", form);
        model.addAttribute("command", command);
        return "desk/clue-form";
    }

    private PowerDefinition definition(String code) {
        return Optional.of(code)
                .filter(PowerCode::isWellFormed)
                .flatMap(c -> catalogue.inForce(c, clock.today()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Situation situation(PowerDefinition definition, String id) {
        return definition
                .situation(id)
                .filter(s -> !s.onApplication())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }
}
