package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.cases.Exploration;
import org.guiju.kernel.lint.Lint;
import org.guiju.kernel.lint.LintSeverity;
import org.guiju.kernel.powers.DefinitionCheck;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// From no state that a case can come to is it without an open step or an end: every state of every shipped text, and of texts
/// that were changed at random and that the check lets through.
class ExplorationTest {
    private static final int CHANGED = 400;

    private static List<PowerDefinition> shipped() {
        return ShippedDefinitions.texts().keySet().stream().map(ExplorationTest::load).toList();
    }

    private static PowerDefinition load(String name) {
        var text = Objects.requireNonNull(ShippedDefinitions.texts().get(name));
        return ((Loaded) new DefinitionReader().read(text, name)).definition();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_state_of_a_shipped_text_leads_to_an_end(PowerDefinition power) {
        for (var situation : power.situations()) {
            var result = Exploration.of(power, situation);
            System.out.println(
                    power.code().value()
                            + " "
                            + situation.id()
                            + ": "
                            + result.states()
                            + " states");
            assertThat(result.whole()).isTrue();
            assertThat(result.stuck()).as(situation.id()).isEmpty();
        }
    }

    @Test
    void a_join_that_waits_for_itself_is_found() {
        var power = load("wangba-licence.yaml");
        var situation = power.situations().getFirst();
        var astray =
                changed(
                        situation,
                        "decide",
                        "granted",
                        List.of("serve"),
                        "refused",
                        List.of("decide"));
        var loop =
                changed(
                        astray,
                        "decide",
                        "granted",
                        List.of("decide"),
                        "refused",
                        List.of("decide"));
        assertThat(Exploration.of(power, loop).stuck()).isNotEmpty();
    }

    /// With nothing to pay, the fine's payment and its archive would leave each other for ever.
    @Test
    void a_flow_that_runs_in_circles_by_itself_is_found_and_not_run() {
        var power = load("road-penalty.yaml");
        var situation =
                power.situations().stream()
                        .filter(s -> s.step("collect").isPresent())
                        .findFirst()
                        .orElseThrow();
        var to = List.of("collect");
        var circle = changed(situation, "collect", "paid", to, "paid", to);
        assertThat(Exploration.of(power, circle).stuck()).isNotEmpty();
    }

    /// What loads and the lint finds no error in runs to its end, whatever outcome each step has.
    @Test
    void a_text_that_the_check_lets_through_is_never_stuck() {
        long seed = Long.getLong("guiju.seed", System.nanoTime());
        System.out.println("seed " + seed);
        var random = new Random(seed);
        int passed = 0;
        var powers = shipped();
        for (int i = 0; i < CHANGED; i++) {
            var power = powers.get(random.nextInt(powers.size()));
            var situations = new ArrayList<>(power.situations());
            int n = random.nextInt(situations.size());
            situations.set(n, redirected(situations.get(n), random));
            var other = With.with(power, "situations", situations);
            boolean error =
                    !new DefinitionCheck(CaseRule.ids()).check(other).isEmpty()
                            || Lint.of(other, LintRulesTest.FACTS).stream()
                                    .anyMatch(f -> f.severity() == LintSeverity.ERROR);
            if (error) {
                continue;
            }
            passed++;
            var result = Exploration.of(other, situations.get(n));
            assertThat(result.stuck())
                    .as("seed %d, change %d of %s", seed, i, power.code().value())
                    .isEmpty();
        }
        System.out.println(passed + " of " + CHANGED + " changed texts passed the check");
        assertThat(passed).as("seed %d", seed).isPositive();
    }

    /// One outcome of one step leads somewhere else.
    private static Situation redirected(Situation situation, Random random) {
        var steps = situation.steps();
        var step = steps.get(random.nextInt(steps.size()));
        var outcomes = List.copyOf(step.outcomes().keySet());
        var outcome = outcomes.get(random.nextInt(outcomes.size()));
        var targets = new ArrayList<String>();
        int wanted = 1 + random.nextInt(2);
        for (int i = 0; i < wanted; i++) {
            targets.add(steps.get(random.nextInt(steps.size())).id());
        }
        return changed(situation, step.id(), outcome, targets, outcome, targets);
    }

    private static Situation changed(
            Situation situation,
            String id,
            String outcome,
            List<String> to,
            String other,
            List<String> otherTo) {
        var steps = new ArrayList<Step>();
        for (var step : situation.steps()) {
            if (!step.id().equals(id)) {
                steps.add(step);
                continue;
            }
            var outcomes = new LinkedHashMap<>(step.outcomes());
            outcomes.put(outcome, to);
            outcomes.put(other, otherTo);
            steps.add(With.with(step, "outcomes", outcomes));
        }
        return With.with(situation, "steps", steps);
    }
}
