package org.guiju.kernel.experts;

import java.util.ArrayList;
import org.guiju.kernel.experts.DrawState.Stage;
import org.guiju.kernel.shared.Outcome;

/// 专家意见: one an expert, blind until all are in; the last one brings the conclusion with it.
final class Opinions {
    private Opinions() {}

    static Outcome<DrawEvent> give(ExpertFacts facts, DrawState state, ReviewForm.Entry entry) {
        if (state.stage() != Stage.DRAWN) {
            return Draws.refused(ExpertRule.DRAW_STAGE, state);
        }
        var expert = facts.pool().of(facts.actor());
        if (expert.isEmpty()
                || !expert.get().number().equals(entry.number())
                || !state.panel().contains(entry.number())) {
            return Draws.refused(ExpertRule.ON_THE_PANEL, state);
        }
        if (!expert.get().terms()) {
            return Draws.refused(ExpertRule.TERMS_FIRST, state);
        }
        if (state.entries().containsKey(entry.number())) {
            return Draws.refused(ExpertRule.OPINION_ONCE, state);
        }
        var form = state.announced().orElseThrow().form();
        if (!form.complete(entry)) {
            return Draws.refused(ExpertRule.ENTRY_COMPLETE, state);
        }
        var events = new ArrayList<DrawEvent>();
        events.add(new DrawEvent.OpinionGiven(entry));
        var all = new ArrayList<>(state.entries().values());
        all.add(entry);
        if (all.size() == state.announced().orElseThrow().seats()) {
            events.add(new DrawEvent.Concluded(form.conclude(all), all.size()));
        }
        return new Outcome.Permitted<>(events);
    }

    static Outcome<DrawEvent> answer(DrawState state, DrawCommand.Answer answer) {
        if (state.stage() != Stage.CONCLUDED) {
            return Draws.refused(ExpertRule.DRAW_STAGE, state);
        }
        if (!state.entries().containsKey(answer.number())
                || state.answers().containsKey(answer.number())) {
            return Draws.refused(ExpertRule.OPINION_KNOWN, state);
        }
        return answer.reason().isBlank()
                ? Draws.refused(ExpertRule.OPINION_ANSWERED_WHY, state)
                : Draws.permitted(
                        new DrawEvent.Answered(answer.number(), answer.adopted(), answer.reason()));
    }
}
