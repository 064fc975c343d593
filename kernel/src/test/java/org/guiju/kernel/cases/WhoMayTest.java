package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.RecusalCommand.Recuse;
import org.guiju.kernel.cases.RecusalCommand.SeekRecusal;
import org.guiju.kernel.cases.WhoMay.Standing;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.junit.jupiter.api.Test;

/// Who may act in one case, and why others may not.
class WhoMayTest {
    private static Map<PersonId, Standing> at(Given given, String step) {
        var situation = given.power.situations().getFirst();
        var facts = given.facts(new Actor.Time());
        return WhoMay.of(
                        facts,
                        given.power,
                        situation,
                        given.state(),
                        situation.step(step).orElseThrow())
                .stream()
                .collect(Collectors.toMap(Standing::person, s -> s));
    }

    private static Standing standing(Given given, String step, PersonId person) {
        return Objects.requireNonNull(at(given, step).get(person));
    }

    @Test
    void whoeverHoldsTheRoleStandsInItWithTheRuleThatKeepsHimOut() {
        var given = Given.paired();
        var review = at(given, "review");
        assertThat(review.keySet()).containsExactlyInAnyOrder(Office.A, Office.B, Office.C);
        assertThat(standing(given, "review", Office.A).may()).isTrue();
        assertThat(standing(given, "review", Office.C).barred()).isEqualTo(CaseRule.PAIR_APPOINTED);
        given.then(Office.A, new Recuse(Office.A, "近亲属"));
        assertThat(standing(given, "review", Office.A).barred()).isEqualTo(CaseRule.NOT_RECUSED);
        assertThat(standing(given, "inspect", Office.C).barred())
                .isEqualTo(CaseRule.INSPECTORS_QUALIFIED);
        var late = Given.toDecide(true).then(Given.APPLICANT, new SeekRecusal(Office.DEPUTY, "利害"));
        assertThat(standing(late, "decide", Office.DEPUTY).barred())
                .isEqualTo(CaseRule.RECUSAL_DECIDED_FIRST);
    }

    @Test
    void whoTookAnotherPartIsToldWhich() {
        var given = Given.toDecide(true);
        given.roster = withEverything(Office.A);
        var standing = standing(given, "decide", Office.A);
        assertThat(standing.barred()).isEqualTo(CaseRule.TWO_KEYS_APART);
        assertThat(standing.held()).isIn(Duty.REVIEW, Duty.INSPECT);
    }

    /// What is said here is what the decider does: of all who hold a role, those who may are not refused for what they are.
    @Test
    void theAnswersAreTheDeciders() {
        var personal =
                Set.of(
                        CaseRule.NOT_RECUSED,
                        CaseRule.RECUSAL_DECIDED_FIRST,
                        CaseRule.TWO_KEYS_APART,
                        CaseRule.ROLE_HELD);
        for (var given : List.of(Given.received(), Given.toDecide(true), Given.toDecide(false))) {
            given.roster = withEverything(Office.A);
            for (var step : given.open()) {
                CaseCommand act =
                        step.equals("accept")
                                ? new CaseCommand.Accept("accept")
                                : Given.decision(true);
                at(given, step)
                        .forEach((person, standing) -> {
                            var facts = given.facts(new Actor.Officer(person));
                            var refused =
                                    Cases.mayI(facts, given.history, act).stream()
                                            .map(Refusal::code)
                                            .anyMatch(personal::contains);
                            assertThat(standing.may())
                                    .as("%s at %s", person, step)
                                    .isEqualTo(!refused);
                        });
            }
        }
    }

    static org.guiju.kernel.allocation.Roster withEverything(PersonId person) {
        var office = Office.roster();
        var all = new java.util.ArrayList<>(office.assignments());
        for (var role : List.of("window", "reviewer", "decider", "inspector", "hearing-officer")) {
            all.add(
                    new org.guiju.kernel.allocation.Roster.Assignment(
                            person, Office.ORGAN, "section", role, Office.DAY.minusYears(1), null));
        }
        return new org.guiju.kernel.allocation.Roster(
                all, office.absences(), office.qualifications());
    }
}
