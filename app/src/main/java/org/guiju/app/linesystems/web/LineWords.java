package org.guiju.app.linesystems.web;

import java.util.Locale;
import java.util.Optional;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Organ;
import org.guiju.app.linesystems.DeliveredRow;
import org.guiju.app.linesystems.application.LineDesk;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.kernel.linesystems.Question;
import org.guiju.kernel.linesystems.Target;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// 用语 of line systems in the reader's language.
@Component
class LineWords {
    private final MessageSource messages;
    private final PageFrame frame;
    private final Allocation allocation;
    private final LineDesk desk;

    LineWords(MessageSource messages, PageFrame frame, Allocation allocation, LineDesk desk) {
        this.messages = messages;
        this.frame = frame;
        this.allocation = allocation;
        this.desk = desk;
    }

    public boolean english() {
        return frame.language().locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    public String say(String key, Object... arguments) {
        return Optional.ofNullable(
                        messages.getMessage(key, arguments, key, frame.language().locale()))
                .orElse(key);
    }

    public String organ(OrganId id) {
        return allocation.organ(id).map(Organ::name).map(frame::say).orElse(id.value());
    }

    /// Who brought it: an officer by name, the system itself in a word.
    public String by(String by) {
        return by.startsWith("line.")
                ? say("linesystems.itself")
                : allocation.nameOf(new PersonId(by));
    }

    public String matter(PowerDefinition power) {
        return frame.say(power.matter());
    }

    public String situation(Situation situation) {
        return frame.say(situation.name());
    }

    /// A step, or what stands for one.
    public String target(Situation situation, String target) {
        return situation
                .step(target)
                .map(Step::name)
                .map(frame::say)
                .orElseGet(() -> word(situation, target));
    }

    private String word(Situation situation, String target) {
        var colon = target.indexOf(':');
        var key =
                "linesystems.word."
                        + (colon < 0 ? target : target.substring(0, colon)).replace("@", "");
        var ground =
                situation.limits().pauses().stream()
                        .filter(p -> colon >= 0 && target.endsWith(":" + p.id()))
                        .findFirst()
                        .map(p -> frame.say(p.name()));
        return ground.map(g -> say(key) + "（" + g + "）").orElseGet(() -> say(key));
    }

    /// What a code means, for a list to choose from.
    public String meaning(Question.Word q, String code) {
        if (q.target() == Target.POWER) {
            return desk.power(code).map(p -> code + " " + matter(p)).orElse(code);
        }
        var power = desk.power(q.power());
        if (q.target() == Target.SITUATION) {
            return power.flatMap(p -> p.situation(code)).map(this::situation).orElse(code);
        }
        if (q.target() == Target.STEP) {
            return power.map(p ->
                            p.situations().stream()
                                    .filter(s -> s.step(code).isPresent())
                                    .findFirst()
                                    .orElse(p.situations().getFirst()))
                    .map(s -> target(s, code))
                    .orElse(code);
        }
        return say("linesystems.outcome." + code).startsWith("linesystems.")
                ? code
                : say("linesystems.outcome." + code);
    }

    /// What is asked, in a sentence.
    public String question(Question q) {
        return switch (q) {
            case Question.Columns c ->
                    say("linesystems.ask.columns", String.join("、", c.headings()));
            case Question.Word w ->
                    say(
                            "linesystems.ask." + w.target().code(),
                            w.word().isEmpty() ? say("linesystems.blank") : w.word(),
                            w.power());
        };
    }

    /// Why a row is not in, and what to do.
    public String detail(DeliveredRow row) {
        var lines = row.detail().lines().toList();
        return switch (row.state()) {
            case "waiting" ->
                    lines.stream()
                            .flatMap(l -> Question.ofCode(l).stream())
                            .map(this::question)
                            .reduce((a, b) -> a + " " + b)
                            .orElse("");
            case "broken" ->
                    (lines.get(0).isEmpty() ? "" : lines.get(0) + (english() ? ": " : "："))
                            + lines.get(english() ? 2 : 1);
            default -> "";
        };
    }
}
