package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.allocation.SigningDelegation;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;

/// For whom an act was done, and by what mandate.
class OnBehalfTest {
    private static final OrganId ORGAN = new OrganId("bureau");
    private static final PersonId HEAD = new PersonId("p-head");
    private static final PersonId OTHER = new PersonId("p-other");
    private static final String PAPER = "局发〔2026〕1号";
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 6);
    private static final List<Roster.Assignment> POSTS =
            List.of(new Roster.Assignment(HEAD, ORGAN, "", "decider", FIRST.minusYears(1), null));

    private static Roster signing(Set<String> powers) {
        return new Roster(
                POSTS,
                List.of(),
                List.of(),
                List.of(
                        new SigningDelegation(
                                HEAD,
                                OTHER,
                                ORGAN,
                                Set.of("decider"),
                                powers,
                                FIRST,
                                LAST,
                                PAPER)));
    }

    @Test
    void aDelegateSignsForTheOneWhoGaveItFromTheFirstDayToTheLast() {
        var roster = signing(Set.of());
        var found = OnBehalf.of(roster, "decider", ORGAN, OTHER, FIRST);
        assertThat(found)
                .contains(new OnBehalf(OTHER, HEAD, OnBehalf.Mandate.SIGNING, FIRST, LAST, PAPER));
        assertThat(OnBehalf.of(roster, "decider", ORGAN, OTHER, LAST)).isEqualTo(found);
        assertThat(OnBehalf.of(roster, "decider", ORGAN, OTHER, FIRST.minusDays(1))).isEmpty();
        assertThat(OnBehalf.of(roster, "decider", ORGAN, OTHER, LAST.plusDays(1))).isEmpty();
        assertThat(OnBehalf.of(roster, "reviewer", ORGAN, OTHER, FIRST)).isEmpty();
        assertThat(OnBehalf.of(roster, "decider", ORGAN, HEAD, FIRST))
                .as("who holds the role himself acts for nobody")
                .isEmpty();
    }

    @Test
    void aDelegationForOnePowerCountsUnderThatPowerAlone() {
        var roster = signing(Set.of("X-1"));
        assertThat(OnBehalf.of(roster.under("X-1"), "decider", ORGAN, OTHER, FIRST)).isPresent();
        assertThat(OnBehalf.of(roster.under("X-2"), "decider", ORGAN, OTHER, FIRST)).isEmpty();
    }

    @Test
    void aDeputyActsForWhoIsAwayWhileHeIsAway() {
        var roster =
                new Roster(
                        POSTS,
                        List.of(new Roster.Absence(HEAD, OTHER, FIRST, LAST)),
                        List.of(),
                        List.of());
        assertThat(OnBehalf.of(roster, "decider", ORGAN, OTHER, LAST))
                .contains(new OnBehalf(OTHER, HEAD, OnBehalf.Mandate.ABSENCE, FIRST, LAST, ""));
        assertThat(OnBehalf.of(roster, "decider", ORGAN, OTHER, LAST.plusDays(1))).isEmpty();
    }
}
