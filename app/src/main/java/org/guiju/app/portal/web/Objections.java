package org.guiju.app.portal.web;

import java.text.Normalizer;
import java.util.Optional;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.powers.StepKind;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// 公示期异议: anybody may raise one while something is up, be it a result or what is planned.
@Component
class Objections {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_OBJECTION = 2000;
    private final CaseDesk desk;
    private final OfficialClock clock;

    Objections(CaseDesk desk, OfficialClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /// What was typed.
    record Form(String objector, String contact, String objection) {}

    /// The open step of publicity that an objection can be raised in.
    Optional<String> step(CaseFile file) {
        return file.state().open().stream()
                .filter(r -> r.kind() == StepKind.PUBLICITY)
                .filter(r -> r.due() == null || !clock.today().isAfter(r.due()))
                .map(r -> r.step())
                .filter(s ->
                        file.situation()
                                .step(s)
                                .filter(x -> x.outcomes().containsKey("objection"))
                                .isPresent())
                .findFirst();
    }

    /// Raises it; false where the form has to be shown again, with what was typed and what is wrong.
    boolean raised(CaseFile file, Form form, Model model) {
        var errors = new FormErrors();
        check(errors, "objector", form.objector(), LONGEST_NAME, true);
        check(errors, "contact", form.contact(), LONGEST_NAME, false);
        check(errors, "objection", form.objection(), LONGEST_OBJECTION, true);
        var step = step(file);
        if (step.isEmpty() || errors.any()) {
            model.addAttribute("errors", errors);
            model.addAttribute("objector", form.objector());
            model.addAttribute("contact", form.contact());
            model.addAttribute("objection", form.objection());
            return false;
        }
        var command =
                new CaseCommand.RaiseObjection(
                        step.get(),
                        form.objector().strip(),
                        form.contact().strip(),
                        lines(form.objection()));
        Refusals.unlessDone(
                desk.act(CaseDesk.newCommand(), new Actor.Citizen(""), file.id(), command));
        return true;
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private static void check(
            FormErrors errors, String field, String value, int longest, boolean required) {
        if (required && value.isBlank()) {
            errors.add(field, "portal.objection." + field + ".required");
        } else if (value.codePointCount(0, value.length()) > longest) {
            errors.add(field, "portal.objection.too-long", longest);
        } else if (!CommandInput.storable(
                Normalizer.normalize(lines(value), Normalizer.Form.NFC))) {
            errors.add(field, "portal.objection.control-character");
        }
    }
}
