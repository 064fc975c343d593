package org.guiju.kernel.experts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 专家库管理: kept apart from its use, each expert once, and a third from outside from the day of its use on.
class ExpertPoolTest {
    private final List<PoolEvent> history = new ArrayList<>();
    private PersonId actor = new PersonId("keeper");
    private boolean uses;
    private boolean keeper = true;

    private PoolState state() {
        return PoolState.replay(history);
    }

    private Expert expert(String number) {
        return Objects.requireNonNull(state().experts().get(number));
    }

    private String does(PoolCommand command) {
        var facts =
                new ExpertFacts(
                        actor,
                        Instant.EPOCH,
                        LocalDate.EPOCH,
                        false,
                        uses,
                        keeper,
                        false,
                        state(),
                        false,
                        Map.of());
        return switch (ExpertPool.decide(facts, state(), command)) {
            case Outcome.Permitted<PoolEvent>(var events) -> {
                history.addAll(events);
                yield "";
            }
            case Outcome.Refused<PoolEvent> refused -> refused.first().code().name();
        };
    }

    private String admits(String number, boolean system, boolean region) {
        return does(new PoolCommand.Admit(DrawBench.expert(number, system, region, "道路")));
    }

    private void filled(int outside, int inside) {
        assertThat(does(new PoolCommand.Establish(Share.THIRD, false))).isEmpty();
        for (int i = 0; i < outside + inside; i++) {
            assertThat(admits("N" + i, i < outside, false)).isEmpty();
        }
    }

    @Test
    void whoUsesThePoolDoesNotKeepItAndWhoIsNotItsKeeperDoesNotEither() {
        uses = true;
        assertThat(does(new PoolCommand.Activate())).isEqualTo("POOL_KEPT_APART");
        uses = false;
        keeper = false;
        assertThat(does(new PoolCommand.Activate())).isEqualTo("POOL_KEEPER");
    }

    @Test
    void aPoolIsEstablishedOnceAndAnEmptyOneIsNotUsed() {
        assertThat(does(new PoolCommand.Establish(Share.THIRD, true))).isEmpty();
        assertThat(does(new PoolCommand.Establish(Share.THIRD, true))).isEqualTo("EXPERT_ONCE");
        assertThat(does(new PoolCommand.Activate())).isEqualTo("OUTSIDE_THIRD");
        assertThat(state().active()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 2, ''", "1, 3, OUTSIDE_THIRD", "2, 4, ''", "0, 1, OUTSIDE_THIRD"})
    void aPoolIsUsedFromTheDayOnWhichAThirdIsFromOutside(int out, int in, String refusal) {
        filled(out, in);
        assertThat(does(new PoolCommand.Activate())).isEqualTo(refusal);
        assertThat(state().active()).isEqualTo(refusal.isEmpty());
    }

    @Test
    void aPoolInUseNeverFallsBelowTheThird() {
        filled(1, 2);
        assertThat(does(new PoolCommand.Activate())).isEmpty();
        assertThat(admits("N3", false, false)).isEqualTo("OUTSIDE_THIRD");
        assertThat(does(new PoolCommand.Exit("N0", "调离"))).isEqualTo("OUTSIDE_THIRD");
        assertThat(does(new PoolCommand.Exit("N1", "调离"))).isEmpty();
        assertThat(admits("N3", false, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, false, true",
        "false, false, true, true",
        "false, false, false, false",
        "true, true, true, true",
        "true, true, false, false",
        "true, false, true, false",
    })
    void outsideIsEitherOfTheTwoOrBothAsThePoolWasEstablished(
            boolean both, boolean system, boolean region, boolean outside) {
        assertThat(does(new PoolCommand.Establish(Share.THIRD, both))).isEmpty();
        assertThat(state().outside(DrawBench.expert("1", system, region, "道路"))).isEqualTo(outside);
    }

    @Test
    void anExpertIsAdmittedOnceWithNameFieldAndQualification() {
        var good = DrawBench.expert("1", true, true, "道路");
        for (var bad :
                List.of(
                        DrawBench.expert("1", true, true),
                        copy(good, " ", "高级工程师证"),
                        copy(good, "王工", " "))) {
            assertThat(does(new PoolCommand.Admit(bad))).isEqualTo("QUALIFICATION_RECORDED");
        }
        assertThat(does(new PoolCommand.Admit(good))).isEmpty();
        assertThat(does(new PoolCommand.Admit(good))).isEqualTo("EXPERT_ONCE");
        var again = DrawBench.expert("2", true, true, "道路");
        var samePerson =
                new Expert(
                        again.number(),
                        again.name(),
                        good.person(),
                        again.fields(),
                        true,
                        true,
                        again.qualification(),
                        false,
                        again.exit());
        assertThat(does(new PoolCommand.Admit(samePerson)))
                .as("one person under two numbers")
                .isEqualTo("EXPERT_ONCE");
    }

    private static Expert copy(Expert e, String name, String qualification) {
        return new Expert(
                e.number(),
                name,
                e.person(),
                e.fields(),
                true,
                true,
                qualification,
                false,
                e.exit());
    }

    @Test
    void termsAreConfirmedByTheExpertHimselfWhileHeIsInThePool() {
        filled(1, 1);
        assertThat(does(new PoolCommand.ConfirmTerms("N0"))).isEqualTo("EXPERT_HIMSELF");
        actor = new PersonId("N0");
        assertThat(does(new PoolCommand.ConfirmTerms("N1"))).isEqualTo("EXPERT_HIMSELF");
        assertThat(does(new PoolCommand.ConfirmTerms("N0"))).isEmpty();
        assertThat(expert("N0").terms()).isTrue();
        assertThat(expert("N1").terms()).isFalse();
        assertThat(does(new PoolCommand.Exit("N0", "届满"))).isEmpty();
        assertThat(does(new PoolCommand.ConfirmTerms("N0"))).isEqualTo("EXPERT_HIMSELF");
    }

    @Test
    void appraisalsStayWhenTheExpertHasLeftAndNobodyElseIsAppraised() {
        filled(1, 1);
        assertThat(appraises("N9", "勤勉")).isEqualTo("EXPERT_KNOWN");
        assertThat(appraises("N0", " ")).isEqualTo("EXPERT_KNOWN");
        assertThat(appraises("N0", "勤勉")).isEmpty();
        assertThat(does(new PoolCommand.Exit("N9", "届满"))).isEqualTo("EXPERT_KNOWN");
        assertThat(does(new PoolCommand.Exit("N0", " "))).isEqualTo("EXPERT_KNOWN");
        assertThat(does(new PoolCommand.Exit("N0", "届满"))).isEmpty();
        assertThat(appraises("N0", "勤勉")).isEqualTo("EXPERT_KNOWN");
        assertThat(state().appraisals("N0")).extracting(PoolEvent.Appraised::text).contains("勤勉");
        assertThat(state().appraisals("N1")).isEmpty();
        assertThat(expert("N0").exit()).contains("届满");
    }

    private String appraises(String number, String text) {
        return does(new PoolCommand.Appraise(number, PoolEvent.Kind.APPRAISAL, text));
    }

    @Test
    void drawnForAFieldAreItsMembersOnlyInTheOrderOfTheirNumbers() {
        assertThat(admits("2", true, false)).isEmpty();
        assertThat(admits("1", true, false)).isEmpty();
        assertThat(admits("3", true, false)).isEmpty();
        assertThat(does(new PoolCommand.Exit("3", "届满"))).isEmpty();
        assertThat(state().eligible("道路")).extracting(Expert::number).containsExactly("1", "2");
        assertThat(state().eligible("桥梁")).isEmpty();
        assertThat(state().of(new PersonId("2"))).isPresent();
        assertThat(state().of(new PersonId("3"))).isEmpty();
    }
}
