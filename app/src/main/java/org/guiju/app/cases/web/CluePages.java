package org.guiju.app.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.cases.CaseAnswer;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Refusal;
import org.springframework.http.HttpStatus;
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
    private final OfficialClock clock;
    private final PageFrame frame;
    private final Openings openings;

    CluePages(
            CaseDesk desk,
            Catalogue catalogue,
            OfficialClock clock,
            PageFrame frame,
            Openings openings) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.clock = clock;
        this.frame = frame;
        this.openings = openings;
    }

    /// 依职权事项.
    record Offer(PowerDefinition power, List<Situation> situations) {}

    @GetMapping("/new")
    String begin(
            @RequestParam(defaultValue = "") String power,
            @RequestParam(defaultValue = "") String situation,
            Model model,
            HttpServletResponse response) {
        var user = Openings.officer();
        if (power.isEmpty()) {
            model.addAttribute("offers", offers(user));
            return "desk/clue";
        }
        var typed = new HashMap<String, String>();
        typed.put("received", clock.today().toString());
        typed.put("kind", "organisation");
        var form = new IntakeForm(typed, Map.of());
        return form(
                openings.definition(power), situation, form, UUID.randomUUID(), model, response);
    }

    private List<Offer> offers(CurrentUser user) {
        var offers = new ArrayList<Offer>();
        for (var power : catalogue.allInForce(clock.today())) {
            var situations =
                    power.situations().stream()
                            .filter(s -> !s.onApplication() && openings.mayBegin(user, power, s))
                            .toList();
            if (!situations.isEmpty()) {
                offers.add(new Offer(power, situations));
            }
        }
        return offers;
    }

    @PostMapping("/new")
    String submit(
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String power,
            @RequestParam(defaultValue = "") String situation,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var user = Openings.officer();
        var definition = openings.definition(power);
        var chosen = situation(definition, situation);
        var form = new IntakeForm(typed, Map.of());
        var errors = form.faults(chosen, clock.today(), f -> frame.say(f.label()));
        if (!chosen.channels().contains(form.value("channel"))) {
            errors.add("channel", "clue.error.channel");
        }
        var refused = List.<Refusal>of();
        // What was not sent is sent again under the same command; what was sent in vain is another
        // try.
        var next = command;
        if (!errors.any()) {
            next = UUID.randomUUID();
            var tried =
                    openings.open(
                            command,
                            user,
                            form,
                            errors,
                            subject -> register(subject, user, definition, chosen, form));
            if (!tried.no().isEmpty()) {
                return "redirect:" + page(tried.no(), chosen);
            }
            refused = tried.refused();
        }
        openings.again(errors, refused, model, response);
        return form(definition, situation, form, next, model, response);
    }

    /// What is dealt with on the spot goes on there; everything else is on the case's page.
    private static String page(String no, Situation situation) {
        return situation.first().kind() == StepKind.ON_THE_SPOT
                ? "/desk/cases/%s/acts/punish-on-the-spot?step=%s"
                        .formatted(no, situation.first().id())
                : "/desk/cases/" + no;
    }

    private CaseAnswer register(
            String subject,
            CurrentUser user,
            PowerDefinition definition,
            Situation situation,
            IntakeForm form) {
        var person = concerned(subject, form.person(), form.applicant());
        var code = definition.code().value();
        return desk.open(
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
                                form.answers(situation),
                                List.of(),
                                form.received().orElseThrow(),
                                form.lateReason()),
                form.voucher(),
                desk.now());
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

    private String form(
            PowerDefinition definition,
            String situation,
            IntakeForm form,
            UUID command,
            Model model,
            HttpServletResponse response) {
        var chosen = situation(definition, situation);
        if (!openings.mayBegin(Openings.officer(), definition, chosen)) {
            return openings.notYours(definition, chosen, model, response);
        }
        model.addAttribute("power", definition);
        model.addAttribute("situation", chosen);
        model.addAttribute("form", form);
        model.addAttribute("vouchers", desk.vouchers(Openings.officer().person()));
        model.addAttribute("command", command);
        return "desk/clue-form";
    }

    private static Situation situation(PowerDefinition definition, String id) {
        return definition
                .situation(id)
                .filter(s -> !s.onApplication())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
