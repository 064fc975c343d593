package org.guiju.app.cases.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.application.RecusalCheck;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.cases.RiskLevels;
import org.guiju.kernel.cases.WhoMay;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.PersonId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/// 本案谁可以办、为什么: for each open step those who hold its role, and what stands in whose way.
@Controller
class DeskWho {
    private final RecusalCheck check;
    private final DeskAccess access;
    private final DeskWords words;
    private final MessageSource messages;

    DeskWho(RecusalCheck check, DeskAccess access, DeskWords words, MessageSource messages) {
        this.check = check;
        this.access = access;
        this.words = words;
        this.messages = messages;
    }

    /// 一人.
    ///
    /// @param actingFor name of the one for whom he would act, empty where he holds the role himself
    /// @param rule code of the rule that stands in the way, empty where none does
    /// @param why the same in words
    record Person(
            String person,
            String name,
            boolean may,
            String actingFor,
            String rule,
            String article,
            String why) {}

    /// 环节.
    record Step(String step, String name, List<Person> persons) {}

    void fill(Model model, CaseFile file, CurrentUser user) {
        model.addAttribute("who", steps(file, user.person()));
        model.addAttribute("levels", file.levels().stream().map(l -> level(file, l)).toList());
    }

    /// 一级 as the page shows it.
    ///
    /// @param tone of the tag: green lets pass, red does not
    record Level(int level, String name, String persons, String state, String tone) {}

    private Level level(CaseFile file, RiskLevels.Level l) {
        return new Level(
                l.level(),
                l.steps().stream()
                        .map(s -> words.step(file, s.id()))
                        .collect(Collectors.joining(words.say("desk.comma"))),
                l.responsible().stream()
                        .map(words::person)
                        .collect(Collectors.joining(words.say("desk.comma"))),
                l.state().code(),
                switch (l.state()) {
                    case PASSED -> "green";
                    case AGAINST -> "red";
                    case OPEN -> "warn";
                    case AHEAD -> "";
                });
    }

    private List<Step> steps(CaseFile file, PersonId reader) {
        var facts = file.facts().against(registered(file, reader));
        var steps = new ArrayList<Step>();
        for (var round : file.state().open()) {
            file.situation()
                    .step(round.step())
                    .filter(s -> s.kind().duty() != Duty.NONE)
                    .ifPresent(s -> {
                        var persons =
                                WhoMay.of(
                                                facts,
                                                file.definition(),
                                                file.situation(),
                                                file.state(),
                                                s)
                                        .stream()
                                        .map(p -> person(file, p))
                                        .toList();
                        steps.add(new Step(s.id(), words.step(file, s.id()), persons));
                    });
        }
        return steps;
    }

    /// That something is registered against somebody is for the head and for himself.
    private Set<PersonId> registered(CaseFile file, PersonId reader) {
        var found = new HashSet<PersonId>();
        if (RecusalCheck.head(file, reader)) {
            check.concerns(file).forEach(c -> found.add(c.person()));
        } else if (!check.concerns(file, reader).isEmpty()) {
            found.add(reader);
        }
        return found;
    }

    private Person person(CaseFile file, WhoMay.Standing standing) {
        var rule = standing.barred();
        var held = standing.held();
        var whom = standing.actingFor();
        var locale = words.locale();
        return new Person(
                standing.person().value(),
                words.person(standing.person()),
                standing.may(),
                whom == null ? "" : words.person(whom),
                rule == null ? "" : rule.name(),
                rule == null ? "" : rule.basis(file.definition().kind()).cite(),
                rule == null
                        ? say(locale, "who.may")
                        : say(
                                locale,
                                "who.not." + rule.name(),
                                held == null ? "" : say(locale, "authority.duty." + held.code())));
    }

    private String say(Locale locale, String key, Object... facts) {
        return messages.getMessage(key, facts, locale);
    }

    /// Who may act in the open steps of the case and who may not, with rule and article.
    @GetMapping("/api/v1/cases/{no}/who-may")
    @ResponseBody
    List<Step> whoMay(CurrentUser user, @PathVariable String no) {
        var officer = user.officer() ? user : DeskAccess.officer();
        return steps(access.file(no, officer), officer.person());
    }
}
