package org.guiju.kernel.experts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.experts.DrawEvent.Announced;
import org.guiju.kernel.experts.DrawState.Stage;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.Refusal;

/// 抽选: announced, frozen, witnessed, then the world's figures, then drawn, once; afterwards opinions, their conclusion and
/// the answers to them.
public final class Draws {
    private Draws() {}

    public static Outcome<DrawEvent> decide(
            ExpertFacts facts, DrawState state, DrawCommand command) {
        return switch (command) {
            case DrawCommand.GiveOpinion(var entry) -> Opinions.give(facts, state, entry);
            case DrawCommand.Witness(var at, var witnesses) ->
                    state.stage() == Stage.FROZEN && state.witnessed().isEmpty()
                            ? permitted(new DrawEvent.Witnessed(at, witnesses))
                            : refused(ExpertRule.DRAW_STAGE, state);
            default -> using(facts, state, command);
        };
    }

    private static Outcome<DrawEvent> using(
            ExpertFacts facts, DrawState state, DrawCommand command) {
        if (facts.keeps()) {
            return refused(ExpertRule.POOL_USED_APART, state);
        }
        if (!facts.section()) {
            return refused(ExpertRule.DRAW_SECTION, state);
        }
        return switch (command) {
            case DrawCommand.Announce(var announced) -> announce(facts, state, announced);
            case DrawCommand.Freeze(var salt) -> freeze(facts, state, salt);
            case DrawCommand.Enter enter -> enter(facts, state, enter);
            case DrawCommand.Confirm(var figures) -> confirm(facts, state, figures);
            case DrawCommand.Draw() -> draw(facts, state);
            case DrawCommand.Bar bar -> bar(state, bar);
            case DrawCommand.Answer answer -> Opinions.answer(state, answer);
            case DrawCommand.Annul(var reason) -> annul(state, reason);
            case DrawCommand.GiveOpinion _, DrawCommand.Witness _ ->
                    refused(ExpertRule.DRAW_STAGE, state);
        };
    }

    private static Outcome<DrawEvent> announce(ExpertFacts facts, DrawState state, Announced a) {
        if (!facts.pool().active()) {
            return refused(ExpertRule.POOL_ACTIVE, state);
        }
        if (facts.another()) {
            return refused(ExpertRule.DRAW_ONCE, state);
        }
        if (state.stage() != Stage.NONE) {
            return refused(ExpertRule.DRAW_STAGE, state);
        }
        if (!whole(a)) {
            return refused(ExpertRule.DRAW_ANNOUNCED_WHOLE, state);
        }
        return a.primary().known().isAfter(facts.now())
                        && a.fallback().known().isAfter(a.primary().known())
                ? permitted(a)
                : refused(ExpertRule.SOURCES_AHEAD, state);
    }

    private static boolean whole(Announced a) {
        return !a.matter().isBlank()
                && !a.title().isBlank()
                && !a.field().isBlank()
                && a.seats() >= 1
                && a.outside() >= 0
                && a.outside() <= a.seats()
                && !a.until().isBefore(a.from())
                && !a.primary().reference().isBlank()
                && !a.fallback().reference().isBlank()
                && (a.form().kind() == ReviewForm.Kind.VOTE || !a.form().criteria().isEmpty());
    }

    private static Outcome<DrawEvent> freeze(ExpertFacts facts, DrawState state, String salt) {
        var announced = state.announced();
        if (state.stage() != Stage.ANNOUNCED || announced.isEmpty()) {
            return refused(ExpertRule.DRAW_STAGE, state);
        }
        var a = announced.get();
        var list =
                facts.pool().eligible(a.field()).stream()
                        .map(e -> new DrawEvent.Listed(e.number(), facts.pool().outside(e)))
                        .toList();
        var outside = list.stream().filter(DrawEvent.Listed::outside).count();
        if (list.size() < a.seats() || outside < a.outside()) {
            return refused(ExpertRule.POOL_LARGE_ENOUGH, state);
        }
        return permitted(new DrawEvent.Frozen(list, salt, FrozenList.digest(salt, list)));
    }

    private static Outcome<DrawEvent> enter(
            ExpertFacts facts, DrawState state, DrawCommand.Enter enter) {
        if (state.stage() != Stage.FROZEN) {
            return refused(ExpertRule.DRAW_STAGE, state);
        }
        if (facts.now().isBefore(source(state, enter.fallback()).known())) {
            return refused(ExpertRule.ENTROPY_KNOWN, state);
        }
        if (enter.figures().isEmpty()
                || !enter.figures().stream().allMatch(DrawKey::figure)
                || enter.publishedAt().isBlank()) {
            return refused(ExpertRule.ENTROPY_FIGURES, state);
        }
        return permitted(
                new DrawEvent.Entered(enter.fallback(), enter.figures(), enter.publishedAt()));
    }

    private static DrawEvent.Source source(DrawState state, boolean fallback) {
        var announced = state.announced().orElseThrow();
        return fallback ? announced.fallback() : announced.primary();
    }

    private static Outcome<DrawEvent> confirm(
            ExpertFacts facts, DrawState state, List<String> figures) {
        var entered = state.entered();
        if (state.stage() != Stage.FROZEN || entered.isEmpty()) {
            return refused(ExpertRule.DRAW_STAGE, state);
        }
        if (state.enteredBy().equals(Optional.of(facts.actor()))
                || !entered.get().figures().equals(figures)) {
            return refused(ExpertRule.ENTROPY_SECOND_PERSON, state);
        }
        return permitted(new DrawEvent.Confirmed(entered.get().fallback()));
    }

    private static Outcome<DrawEvent> draw(ExpertFacts facts, DrawState state) {
        if (state.drawn().isPresent()) {
            return refused(ExpertRule.DRAW_ONCE, state);
        }
        if (state.stage() != Stage.READY) {
            return refused(ExpertRule.DRAW_STAGE, state);
        }
        var entered = state.entered().orElseThrow();
        var known = source(state, entered.fallback()).known();
        if (state.witnessed().filter(w -> w.at().isBefore(known)).isEmpty()) {
            return refused(ExpertRule.WITNESS_BEFORE_SOURCE, state);
        }
        var a = state.announced().orElseThrow();
        if (facts.today().isBefore(a.from()) || facts.today().isAfter(a.until())) {
            return refused(ExpertRule.DRAW_WINDOW, state);
        }
        var key = DrawKey.of(List.of(entered.figures()));
        var bars = registered(facts, state);
        var panel = walk(state, key, barred(state, bars));
        if (!panel.complete()) {
            return refused(ExpertRule.POOL_LARGE_ENOUGH, state);
        }
        var happened = new ArrayList<DrawEvent>(bars);
        happened.add(new DrawEvent.Drawn(key, numbers(state, panel)));
        return new Outcome.Permitted<>(happened);
    }

    /// Who is passed over because of what is registered (公务员法 76): on record before the draw, so that whoever redoes it has
    /// the same names to pass over. Who is barred already stays barred for the reason given.
    private static List<DrawEvent.Barred> registered(ExpertFacts facts, DrawState state) {
        return state.frozen().orElseThrow().list().stream()
                .map(DrawEvent.Listed::number)
                .filter(n -> facts.registered().containsKey(n) && !state.bars().containsKey(n))
                .map(n ->
                        new DrawEvent.Barred(
                                n,
                                Panel.Bar.RECUSED,
                                facts.registered().getOrDefault(n, ""),
                                List.of()))
                .toList();
    }

    private static List<Panel.Candidate> barred(DrawState state, List<DrawEvent.Barred> bars) {
        var candidates = new ArrayList<>(state.candidates());
        var numbers =
                state.frozen().orElseThrow().list().stream().map(DrawEvent.Listed::number).toList();
        for (var bar : bars) {
            int at = numbers.indexOf(bar.number());
            candidates.set(at, new Panel.Candidate(candidates.get(at).outside(), bar.bar()));
        }
        return candidates;
    }

    /// The walk down this draw's ranking with these bars.
    static Panel.Drawn walk(DrawState state, DrawKey key, List<Panel.Candidate> list) {
        var a = state.announced().orElseThrow();
        return Panel.walk(list, Ranking.of(list.size(), key), a.seats(), a.outside());
    }

    private static List<String> numbers(DrawState state, Panel.Drawn drawn) {
        var list = state.frozen().orElseThrow().list();
        return drawn.chosen().stream().map(p -> list.get(p - 1).number()).toList();
    }

    private static Outcome<DrawEvent> bar(DrawState state, DrawCommand.Bar bar) {
        var stage = state.stage();
        if (stage != Stage.FROZEN && stage != Stage.READY && stage != Stage.DRAWN) {
            return refused(ExpertRule.DRAW_STAGE, state);
        }
        var list = state.frozen().orElseThrow().list();
        var at = list.stream().map(DrawEvent.Listed::number).toList().indexOf(bar.number());
        if (at < 0 || bar.bar() == Panel.Bar.NONE || bar.reason().isBlank()) {
            return refused(ExpertRule.EXPERT_KNOWN, state);
        }
        // Before the draw nobody knows where a name would have stood: declining is for those who
        // were drawn.
        if (state.drawn().isEmpty() && bar.bar() == Panel.Bar.DECLINED
                || state.entries().containsKey(bar.number())) {
            return refused(ExpertRule.DRAW_STAGE, state);
        }
        var candidates = new ArrayList<>(state.candidates());
        candidates.set(at, new Panel.Candidate(list.get(at).outside(), bar.bar()));
        var panel =
                state.drawn()
                        .map(d -> numbers(state, walk(state, d.key(), candidates)))
                        .orElse(List.of());
        return permitted(new DrawEvent.Barred(bar.number(), bar.bar(), bar.reason(), panel));
    }

    /// What has come to a conclusion stands: who does not like it cannot draw again.
    private static Outcome<DrawEvent> annul(DrawState state, String reason) {
        return state.stage() == Stage.CONCLUDED
                        || state.stage() == Stage.ANNULLED
                        || state.stage() == Stage.NONE
                        || reason.isBlank()
                ? refused(ExpertRule.DRAW_STAGE, state)
                : permitted(new DrawEvent.Annulled(reason));
    }

    static Outcome<DrawEvent> permitted(DrawEvent event) {
        return new Outcome.Permitted<>(List.of(event));
    }

    static Outcome<DrawEvent> refused(ExpertRule rule, DrawState state) {
        return new Outcome.Refused<>(
                List.of(new Refusal(rule, rule.basis(), Map.of("stage", state.stage().name()))));
    }
}
