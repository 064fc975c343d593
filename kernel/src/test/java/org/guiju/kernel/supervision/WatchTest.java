package org.guiju.kernel.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.supervision.Matters.OCTOBER_2018;
import static org.guiju.kernel.supervision.Matters.at;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.guiju.kernel.supervision.Closing.Reason;
import org.guiju.kernel.supervision.Matters.Matter;
import org.junit.jupiter.api.Test;

/// 牌的去留: a card once lit is never silently taken off.
class WatchTest {
    private static final Instant MUCH_LATER = at("2019-03-01T00:00");

    private static List<Finding> judged(Matter matter, Instant asOf) {
        return Supervision.judge(
                        Schemes.STATUTORY,
                        "m",
                        matter.snapshots(),
                        CalendarHistory.of(OCTOBER_2018),
                        asOf)
                .findings();
    }

    private static Finding card(List<Finding> findings, String rule) {
        return findings.stream().filter(f -> f.rule().id().equals(rule)).findFirst().orElseThrow();
    }

    private static Closing closing(Finding finding) {
        return Objects.requireNonNull(finding.closing());
    }

    @Test
    void aWarningIsLiftedWhenTheMatterEndsInTime() {
        var end = at("2018-10-26T09:00");
        var matter = Matter.of("2018-10-15T10:00", 10, 20).end(end, end);
        var findings = judged(matter, MUCH_LATER);
        assertThat(findings).hasSize(1);
        assertThat(card(findings, "GJ-P1").state()).isEqualTo(CardState.LIFTED);
        assertThat(closing(card(findings, "GJ-P1")).reason()).isEqualTo(Reason.ENDED);
        assertThat(closing(card(findings, "GJ-P1")).by().seq()).isEqualTo(1);
    }

    @Test
    void aYellowCardStandsWhenTheMatterEndsLate() {
        var end = at("2018-10-30T09:00");
        var matter = Matter.of("2018-10-15T10:00", 10, 20).end(end, end);
        assertThat(card(judged(matter, at("2018-10-30T08:59")), "GJ-P2").state())
                .isEqualTo(CardState.LIT);
        var findings = judged(matter, MUCH_LATER);
        assertThat(card(findings, "GJ-P2").state()).isEqualTo(CardState.STANDING);
        assertThat(card(findings, "GJ-P1").state()).isEqualTo(CardState.SUPERSEDED);
    }

    @Test
    void anActEnteredLateCancelsTheCardOnTheRecord() {
        var matter =
                Matter.of("2018-10-15T10:00", 10, 20)
                        .end(at("2018-10-29T17:00"), at("2018-10-31T09:00"));
        assertThat(card(judged(matter, at("2018-10-31T08:59")), "GJ-P2").state())
                .isEqualTo(CardState.LIT);
        var yellow = card(judged(matter, MUCH_LATER), "GJ-P2");
        assertThat(yellow.state()).isEqualTo(CardState.CANCELLED);
        assertThat(closing(yellow).reason()).isEqualTo(Reason.KNOWN_LATER);
        assertThat(closing(yellow).by().seq()).isEqualTo(1);
        assertThat(closing(yellow).at()).isEqualTo(at("2018-10-31T09:00"));
    }

    @Test
    void anExtensionLiftsAWarningButDoesNotHealWhatWasMissed() {
        var early = Matter.of("2018-10-15T10:00", 10, 20).extend(5, at("2018-10-26T10:00"));
        var warning = card(judged(early, at("2018-10-27T10:00")), "GJ-P1");
        assertThat(warning.state()).isEqualTo(CardState.LIFTED);
        assertThat(closing(warning).reason()).isEqualTo(Reason.MOVED);
        // and warned again before the longer limit ends: 5 November
        assertThat(judged(early, at("2018-11-01T10:00")))
                .filteredOn(f -> f.rule().id().equals("GJ-P1"))
                .extracting(Finding::state)
                .containsExactly(CardState.LIFTED, CardState.LIT);

        var late =
                Matter.of("2018-10-15T10:00", 10, 20)
                        .extend(5, at("2018-10-31T10:00"))
                        .nothing(at("2018-11-01T10:00"), at("2018-10-20T00:00"));
        assertThat(card(judged(late, at("2018-11-02T10:00")), "GJ-P2").state())
                .isEqualTo(CardState.LIT);
    }

    @Test
    void whileTheClockStandsStillNothingIsLit() {
        var matter =
                Matter.of("2018-10-15T10:00", 10, 20)
                        .pause(at("2018-10-17T10:00"), null, at("2018-10-17T10:00"));
        assertThat(judged(matter, MUCH_LATER)).isEmpty();
        matter.resume(at("2018-11-01T10:00"), at("2018-11-01T10:00"));
        // 2 days used; 8 more from 2 November on
        var yellow = card(judged(matter, MUCH_LATER), "GJ-P2");
        assertThat(yellow.first()).isEqualTo(at("2018-11-14T00:00"));
    }

    @Test
    void aPauseIsTakenOutNoLongerThanAppliedFor() {
        var matter =
                Matter.of("2018-10-15T10:00", 10, 20)
                        .pause(at("2018-10-17T10:00"), Matters.days(3), at("2018-10-17T10:00"));
        assertThat(card(judged(matter, MUCH_LATER), "GJ-P2").first())
                .isEqualTo(at("2018-11-02T00:00"));
    }

    @Test
    void aLaterNoticeCancelsWhatItShowsNotToHaveBeenDueAndTheCardComesWhenItIs() {
        var matter = Matter.of("2018-10-15T10:00", 10, 20);
        var calendars = new TreeMap<Instant, KnownCalendar>();
        calendars.put(
                at("2018-10-30T12:00"),
                KnownCalendar.of(
                        List.of(
                                Matters.edition(
                                        "2018#2",
                                        Set.of("2018-10-25", "2018-10-26", "2018-10-29"),
                                        Set.of()))));
        var findings =
                Supervision.judge(
                                Schemes.STATUTORY,
                                "m",
                                matter.snapshots(),
                                new CalendarHistory(OCTOBER_2018, calendars),
                                at("2018-11-02T00:00"))
                        .findings();
        assertThat(findings)
                .filteredOn(f -> f.rule().id().equals("GJ-P2"))
                .extracting(Finding::state, Finding::first)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                CardState.CANCELLED, at("2018-10-30T00:00")),
                        org.assertj.core.groups.Tuple.tuple(CardState.LIT, at("2018-11-02T00:00")));
        assertThat(findings.getFirst().calendar()).isNotEqualTo(findings.getLast().calendar());
    }

    @Test
    void aMatterToldOnlyAfterItsEndIsJudgedAsWellAndSaysWhenThatBecameKnown() {
        var told = at("2018-12-01T09:00");
        var matter =
                new Matter(
                                at("2018-10-15T10:00"),
                                new Matter.Clock(
                                        SupervisedObject.CASE, Measure.STATUTE, Matters.days(10)))
                        .end(at("2018-11-20T10:00"), told);
        var red = card(judged(matter, MUCH_LATER), "GJ-S2");
        assertThat(red.first()).isEqualTo(at("2018-10-30T00:00"));
        assertThat(red.found()).isEqualTo(told);
        assertThat(red.state()).isEqualTo(CardState.STANDING);
    }

    @Test
    void whatIsRecordedAfterTheMomentOfAskingIsNotLookedAt() {
        var matter =
                Matter.of("2018-10-15T10:00", 10, 20)
                        .end(at("2018-10-20T10:00"), at("2018-11-20T10:00"));
        assertThat(judged(matter, at("2018-11-20T09:59:59")))
                .extracting(f -> f.rule().id())
                .containsExactly("GJ-P1", "GJ-P2", "GJ-S1", "GJ-S2");
        assertThat(judged(matter, MUCH_LATER))
                .extracting(Finding::state)
                .containsOnly(CardState.CANCELLED);
    }
}
