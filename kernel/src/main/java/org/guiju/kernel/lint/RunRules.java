package org.guiju.kernel.lint;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.kernel.cases.Exploration;
import org.guiju.kernel.lint.LintRule.Found;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 试运行审查: the text is run in thought, outcome by outcome, with the transitions that will run its cases.
final class RunRules {
    static final LintRule NO_WAY_OUT =
            new LintRule(
                    "GJ-P30",
                    LintFamily.PROCEDURE,
                    LintSeverity.ERROR,
                    new Article("guiju", "A57"),
                    new Text(
                            "办到“{steps}”时，怎么办都到不了结束：有一支总在等另一支",
                            "Standing at {steps}, no outcome leads to an end: one branch waits for another for ever"),
                    new Text(
                            "检查这些环节的出路和会合：退回并行之前，或者先会合再退回。",
                            "Look at the outcomes and joins of these steps: return to before the fork, or join first."),
                    (p, _) -> runnable(p).flatMap(s -> stuck(p, s)));

    static final LintRule TOO_MANY_STATES =
            new LintRule(
                    "GJ-P31",
                    LintFamily.PROCEDURE,
                    LintSeverity.WARNING,
                    new Article("guiju", "A57"),
                    new Text(
                            "可能的状态超过{states}种，没有人读得懂，也没有逐一走完",
                            "More than {states} states: nobody can read it, and they were not all walked"),
                    new Text(
                            "减少并行的分支，或者让分支先会合再往下走。",
                            "Fewer branches beside each other, or join them before going on."),
                    (p, _) ->
                            runnable(p)
                                    .filter(s -> !Exploration.of(p, s).whole())
                                    .map(s ->
                                            Found.at(
                                                    "situations[" + s.id() + "]",
                                                    "states",
                                                    Integer.toString(Exploration.MOST))));

    static final List<LintRule> ALL = List.of(NO_WAY_OUT, TOO_MANY_STATES);

    private RunRules() {}

    /// A step that leads to none is another rule's finding; such a flow cannot be run.
    private static Stream<Situation> runnable(PowerDefinition power) {
        return power.situations().stream()
                .filter(s ->
                        !s.steps().isEmpty()
                                && s.steps().stream()
                                        .flatMap(step -> step.successors().stream())
                                        .allMatch(to -> s.step(to).isPresent()));
    }

    /// The first such state tells; the others follow from it.
    private static Stream<Found> stuck(PowerDefinition power, Situation situation) {
        return Exploration.of(power, situation).stuck().stream()
                .limit(1)
                .map(at ->
                        Found.at(
                                "situations[" + situation.id() + "]",
                                "steps",
                                situation.steps().stream()
                                        .filter(s ->
                                                at.open().contains(s.id())
                                                        || at.waiting().contains(s.id()))
                                        .map(Step::name)
                                        .map(Text::zh)
                                        .collect(Collectors.joining("、"))));
    }
}
