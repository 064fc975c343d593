package org.guiju.app.linesystems.application;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.guiju.kernel.linesystems.Question;
import org.guiju.kernel.linesystems.ShadowRecord;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;

/// 可选的含义: what a word of another system may mean, by code.
public final class Meanings {
    private Meanings() {}

    public static List<String> of(Question.Word question, LineDesk desk) {
        var power = desk.power(question.power());
        return switch (question.target()) {
            case POWER -> desk.powers().stream().map(p -> p.code().value()).toList();
            case SITUATION ->
                    power.map(p -> p.situations().stream().map(Situation::id).toList())
                            .orElse(List.of());
            case STEP -> power.map(Meanings::steps).orElse(List.of());
            case OUTCOME -> power.map(Meanings::outcomes).orElse(List.of());
            default -> List.of();
        };
    }

    private static List<String> steps(PowerDefinition power) {
        var all = new LinkedHashSet<String>();
        for (var situation : power.situations()) {
            situation.steps().stream().map(Step::id).forEach(all::add);
        }
        var words = new ArrayList<>(all);
        words.addAll(ShadowRecord.WORDS);
        for (var situation : power.situations()) {
            situation.limits().pauses().stream()
                    .map(p -> ShadowRecord.PAUSED + ":" + p.id())
                    .filter(w -> !words.contains(w))
                    .forEach(words::add);
        }
        return words;
    }

    private static List<String> outcomes(PowerDefinition power) {
        var all = new LinkedHashSet<String>();
        power.situations().stream()
                .flatMap(s -> s.steps().stream())
                .forEach(s -> all.addAll(s.outcomes().keySet()));
        return List.copyOf(all);
    }
}
