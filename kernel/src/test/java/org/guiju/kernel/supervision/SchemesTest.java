package org.guiju.kernel.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.supervision.Matters.OCTOBER_2018;
import static org.guiju.kernel.supervision.Matters.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.supervision.Matters.Matter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// 规则方案: each figure of each rule just before, on and just after.
class SchemesTest {

    private static List<String> lit(Scheme scheme, Matter matter, KnownCalendar by, Instant asOf) {
        return Supervision.judge(scheme, "m", matter.snapshots(), CalendarHistory.of(by), asOf)
                .findings()
                .stream()
                .map(f -> f.rule().id())
                .sorted()
                .toList();
    }

    private static void lights(
            Scheme scheme, Matter matter, KnownCalendar by, String rule, Instant after) {
        assertThat(lit(scheme, matter, by, after.minusSeconds(1))).doesNotContain(rule);
        assertThat(lit(scheme, matter, by, after)).as("on the second").doesNotContain(rule);
        assertThat(lit(scheme, matter, by, after.plusSeconds(1))).contains(rule);
    }

    /// Published worked examples: github.com/lutong108/dzjc @e459788, docs/zhl/监察规则文档.
    @ParameterizedTest
    @CsvSource({
        "CASE, 7, 10, HN-01, 2018-10-19T10:00",
        "CASE, 7, 10, HN-02, 2018-10-24T10:00",
        "CASE, 7, 10, HN-03, 2018-10-29T10:00",
        "SPECIAL_PROCEDURE, 7, 0, HN-04, 2018-10-19T10:00",
        "SPECIAL_PROCEDURE, 7, 0, HN-05, 2018-10-24T10:00",
        "SPECIAL_PROCEDURE, 7, 0, HN-06, 2018-10-25T10:00",
        "PRE_ACCEPTANCE, 2, 0, HN-07, 2018-10-17T10:00",
        "PRE_ACCEPTANCE, 2, 0, HN-08, 2018-10-22T10:00",
        "PRE_ACCEPTANCE, 2, 0, HN-09, 2018-10-24T10:00",
        "E_LICENCE, 3, 0, HN-10, 2018-10-18T10:00",
        "ENQUIRY, 5, 0, HN-11, 2018-10-17T10:00",
        "ENQUIRY, 5, 0, HN-12, 2018-10-22T10:00",
        "ENQUIRY, 5, 0, HN-13, 2018-10-23T10:00",
        "COMPLAINT, 5, 0, HN-14, 2018-10-17T10:00",
        "COMPLAINT, 5, 0, HN-15, 2018-10-22T10:00",
        "COMPLAINT, 5, 0, HN-16, 2018-10-23T10:00",
    })
    void hunanLightsToTheSecond(
            SupervisedObject object, int limit, int statute, String rule, String after) {
        var begin = "2018-10-15T10:00";
        var matter =
                statute == 0 ? Matter.of(begin, object, limit) : Matter.of(begin, limit, statute);
        lights(Schemes.HUNAN, matter, OCTOBER_2018, rule, at(after));
    }

    /// A special procedure of three working days moves all three cards by them, wherever it lies before them.
    @ParameterizedTest
    @CsvSource({"2018-10-15T10:00", "2018-10-16T09:12:34", "2018-10-19T10:00"})
    void hunanTakesOutTheSpecialProcedureUpToTheDaysAppliedFor(String from) {
        var matter =
                Matter.of("2018-10-15T10:00", 7, 10).pause(at(from), Matters.days(3), at(from));
        lights(Schemes.HUNAN, matter, OCTOBER_2018, "HN-01", at("2018-10-24T10:00"));
        lights(Schemes.HUNAN, matter, OCTOBER_2018, "HN-02", at("2018-10-29T10:00"));
        lights(Schemes.HUNAN, matter, OCTOBER_2018, "HN-03", at("2018-11-01T10:00"));
    }

    /// Accepted on a Saturday: nothing is used before Monday begins; a count that ends with Friday goes on on Monday.
    @ParameterizedTest
    @CsvSource({"4, HN-02, 2018-10-19T00:00", "5, HN-02, 2018-10-22T00:00"})
    void hunanCountsNothingOnRestDays(int promise, String rule, String after) {
        var matter = Matter.of("2018-10-13T10:00", promise, 20);
        lights(Schemes.HUNAN, matter, OCTOBER_2018, rule, at(after));
    }

    @Test
    void hunanWorksOnTheWeekendsThatTheNoticeNames() {
        var calendar =
                KnownCalendar.of(
                        List.of(
                                Matters.edition(
                                        "2018#1", Set.of("2018-10-18"), Set.of("2018-10-20"))));
        var matter = Matter.of("2018-10-15T10:00", 7, 10);
        lights(Schemes.HUNAN, matter, calendar, "HN-01", at("2018-10-20T10:00"));
        lights(Schemes.HUNAN, matter, calendar, "HN-02", at("2018-10-24T10:00"));
    }

    /// The published quirk: with a limit of three days or fewer the warning comes with the acceptance.
    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void hunanWarnsAtOnceWhereTheLimitIsShort(int promise) {
        var matter = Matter.of("2018-10-15T10:00", promise, 10);
        assertThat(lit(Schemes.HUNAN, matter, OCTOBER_2018, at("2018-10-15T10:00:01")))
                .containsExactly("HN-01");
    }

    /// Promise 10, statute 20 working days from Monday 15 October: warned with two days left, yellow and red only when the
    /// last day has ended, yellow with four days left of the law's.
    @ParameterizedTest
    @CsvSource({
        "GJ-P1, 2018-10-24T23:59:59",
        "GJ-P2, 2018-10-29T23:59:59",
        "GJ-S1, 2018-11-05T23:59:59",
        "GJ-S2, 2018-11-12T23:59:59",
    })
    void theDefaultTurnsWhenADayHasEnded(String rule, String after) {
        var matter = Matter.of("2018-10-15T16:59", 10, 20);
        lights(Schemes.STATUTORY, matter, OCTOBER_2018, rule, at(after));
    }

    /// Whatever the hour of the event: by law its day does not count.
    @ParameterizedTest
    @CsvSource({"2018-10-15T00:00", "2018-10-15T12:00", "2018-10-15T23:59:59"})
    void theHourOfTheEventDoesNotMatterByLaw(String begin) {
        var matter = Matter.of(begin, 10, 20);
        lights(Schemes.STATUTORY, matter, OCTOBER_2018, "GJ-S2", at("2018-11-12T23:59:59"));
    }

    @Test
    void byLawACaseDecidedOnItsLastDayIsInTimeAndOneSecondLaterIsNot() {
        var last = at("2018-11-12T23:59:59");
        for (int late = 0; late <= 1; late++) {
            var end = last.plusSeconds(late);
            var matter = Matter.of("2018-10-15T10:00", 20, 20).end(end, end);
            var red =
                    Supervision.judge(
                                    Schemes.STATUTORY,
                                    "m",
                                    matter.snapshots(),
                                    CalendarHistory.of(OCTOBER_2018),
                                    end.plus(Duration.ofDays(30)))
                            .findings()
                            .stream()
                            .filter(f -> f.severity() == Severity.RED)
                            .toList();
            assertThat(red).hasSize(late);
            red.forEach(f -> assertThat(f.state()).isEqualTo(CardState.STANDING));
        }
    }

    /// 行政处罚法 60: ninety calendar days from filing; the clock knows no working days, its end moves off a rest day.
    @Test
    void ninetyCalendarDaysEndOnAWorkingDay() {
        var limit =
                new org.guiju.kernel.calendar.Limit(
                        90, org.guiju.kernel.calendar.LimitUnit.CALENDAR_DAY, Matters.ART);
        var begin = at("2018-07-16T10:00"); // the 90th day after is Sunday, 14 October
        var matter =
                new Matter(begin, new Matter.Clock(SupervisedObject.CASE, Measure.STATUTE, limit))
                        .nothing(begin, begin);
        lights(Schemes.STATUTORY, matter, OCTOBER_2018, "GJ-S2", at("2018-10-15T23:59:59"));
        lights(Schemes.HUNAN, matter, OCTOBER_2018, "HN-03", at("2018-10-14T10:00"));
    }

    @ParameterizedTest
    @EnumSource(SupervisedObject.class)
    void noSchemeHasTwoRulesOfOneColourForOneClock(SupervisedObject object) {
        for (var scheme : Schemes.ALL) {
            for (var measure : Measure.values()) {
                assertThat(
                                scheme.rules().stream()
                                        .filter(r ->
                                                r.objects().contains(object)
                                                        && r.measure() == measure)
                                        .map(CardRule::severity))
                        .doesNotHaveDuplicates();
            }
        }
    }
}
