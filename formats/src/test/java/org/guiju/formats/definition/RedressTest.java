package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.guiju.formats.definition.With.with;

import java.time.LocalDate;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Redress;
import org.guiju.kernel.powers.Redress.When;
import org.junit.jupiter.api.Test;

class RedressTest {
    private static final PowerDefinition ROAD = LintRulesTest.shipped("road-penalty.yaml");
    private static final LocalDate NOW = LocalDate.of(2024, 1, 1);

    @Test
    void againstAFineOnTheSpotReconsiderationComesFirstAndTheSuitWithinFifteenDaysAfterIt() {
        assertThat(Redress.of(ROAD, ROAD.situation("on-the-spot").orElseThrow(), NOW))
                .extracting(w -> w.remedy().kind(), Redress.Way::when, w -> w.within().n())
                .containsExactly(
                        tuple("reconsideration", When.FIRST, 60), tuple("lawsuit", When.AFTER, 15));
    }

    @Test
    void theDayBeforeTheLawAndInTheOrdinaryProcedureEitherWayIsOpen() {
        assertThat(Redress.of(ROAD, ROAD.situation("on-the-spot").orElseThrow(), NOW.minusDays(1)))
                .allMatch(w -> w.when() == When.AT_ONCE);
        assertThat(Redress.of(ROAD, ROAD.situation("ordinary").orElseThrow(), NOW))
                .extracting(Redress.Way::when, w -> w.within().n())
                .containsExactly(tuple(When.AT_ONCE, 60), tuple(When.AT_ONCE, 6));
    }

    @Test
    void aTextMaySayThatReconsiderationComesFirst() {
        var first =
                with(
                        ROAD,
                        "remedies",
                        ROAD.remedies().stream().map(r -> with(r, "first", true)).toList());
        assertThat(Redress.of(first, ROAD.situation("ordinary").orElseThrow(), NOW))
                .extracting(Redress.Way::when)
                .containsExactly(When.FIRST, When.AFTER);
    }

    @Test
    void aWayIsOpenOnItsLastDayAndNotTheDayAfterAndTheSuitAfterReconsiderationStaysOpen() {
        var calendar = org.guiju.kernel.calendar.WorkCalendar.of(java.util.List.of());
        var spot = ROAD.situation("on-the-spot").orElseThrow();
        var served = LocalDate.of(2026, 3, 2);
        var last = LocalDate.of(2026, 5, 1);
        assertThat(Redress.open(ROAD, spot, served, served, calendar, last))
                .extracting(o -> o.way().when())
                .containsExactly(When.FIRST, When.AFTER);
        assertThat(Redress.open(ROAD, spot, served, served, calendar, last.plusDays(1)))
                .extracting(o -> o.way().when())
                .containsExactly(When.AFTER);
        var ordinary = ROAD.situation("ordinary").orElseThrow();
        var suit = LocalDate.of(2026, 9, 2);
        assertThat(Redress.open(ROAD, ordinary, served, served, calendar, suit))
                .extracting(o -> o.way().remedy().kind())
                .containsExactly("lawsuit");
        assertThat(Redress.open(ROAD, ordinary, served, served, calendar, suit.plusDays(1)))
                .isEmpty();
        assertThat(Redress.open(ROAD, ordinary, served, null, calendar, suit.plusDays(1)))
                .hasSize(2)
                .allMatch(o -> o.until() == null);
    }
}
