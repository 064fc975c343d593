package org.guiju.formats.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.formats.cases.RoadOffice.*;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.cases.Appointment;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.cases.Clocks;
import org.guiju.kernel.cases.Fines;
import org.guiju.kernel.cases.Instalments;
import org.guiju.kernel.cases.PaymentCode;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.cases.VerbCommand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every figure of law, just below, on and just above.
class PenaltyFiguresTest {
    @ParameterizedTest
    @CsvSource({
        "ordinary,  499.99, false", "ordinary,  500.00, true", "ordinary, 5000.00, true",
        "ordinary, 5000.01, false", "grave,    9999.99, false", "grave,   10000.00, true",
        "grave,   20000.00, true", "grave,    20000.01, false", "slight,    500.00, true",
        "slight,    500.01, false"
    })
    void aFineLiesInItsGrade(String grade, String yuan, boolean fits) {
        var sanction = yuan(grade, yuan);
        var broken = RoadOffice.now().investigated().broken(ONE, conclude(sanction));
        assertThat(broken.isEmpty()).isEqualTo(fits);
        if (!fits) {
            assertThat(broken).contains(CaseRule.SANCTION_WITHIN_GRADE);
        }
    }

    @Test
    void beyondTheLawIsRefusedAsBeyondTheLaw() {
        assertThat(RoadOffice.now().investigated().broken(ONE, conclude(yuan("grave", "20000.01"))))
                .contains(CaseRule.SANCTION_WITHIN_BAND);
        assertThat(RoadOffice.now().investigated().broken(ONE, conclude(yuan("grave", "20000"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON, 1999.99, false",
        "PERSON, 2000.00, true",
        "PERSON, 2000.01, true",
        "ORGANISATION, 9999.99, false",
        "ORGANISATION, 10000.00, true"
    })
    void aHearingMayBeAskedForFromTheThresholdOn(String kind, String amount, boolean due) {
        var office = RoadOffice.now();
        if (kind.equals("ORGANISATION")) {
            office.organisation();
        }
        var grade =
                amount.startsWith("10000")
                        ? "grave"
                        : amount.startsWith("9") ? "serious" : "ordinary";
        office.notified(yuan(grade, amount));
        var request = new CaseCommand.RequestHearing("notify", "张三", office.today, "");
        assertThat(office.broken(ONE, request).isEmpty()).isEqualTo(due);
        if (!due) {
            office.refused(CaseRule.HEARING_DUE, ONE, request);
        }
    }

    @Test
    void aHearingIsAskedForOnTheFifthWorkingDayAndNotOnTheSixth() {
        var office = RoadOffice.now().notified(fine("ordinary", 2_000));
        var told = office.today;
        var fifth = CALENDAR.plusWorkingDays(told, 5);
        office.on(fifth);
        office.permitted(ONE, new CaseCommand.RequestHearing("notify", "张三", fifth, ""));
        office.on(fifth.plusDays(1));
        assertThat(
                        office.broken(
                                ONE,
                                new CaseCommand.RequestHearing("notify", "张三", office.today, "")))
                .isNotEmpty();
    }

    private static Appointment at(LocalDate day) {
        return new Appointment(day, LocalTime.of(9, 30), "二楼");
    }

    @Test
    void theHearingIsAnnouncedSevenWorkingDaysAheadAndStopsTheClock() {
        var office = RoadOffice.now().notified(fine("ordinary", 2_000));
        office.then(ONE, new CaseCommand.RequestHearing("notify", "张三", office.today, ""));
        assertThat(office.state().standstill().on()).isNotNull();
        var seventh = CALENDAR.plusWorkingDays(office.today, 7);
        office.refused(
                CaseRule.HEARING_NOTICE_IN_TIME,
                CHAIR,
                new CaseCommand.ScheduleHearing("hold-hearing", at(seventh.minusDays(1)), CHAIR));
        office.refused(
                CaseRule.HEARING_CHAIR_APART,
                CHAIR,
                new CaseCommand.ScheduleHearing("hold-hearing", at(seventh), TWO));
        office.then(CHAIR, new CaseCommand.ScheduleHearing("hold-hearing", at(seventh), CHAIR))
                .on(seventh)
                .then(
                        CHAIR,
                        new CaseCommand.HoldHearing("hold-hearing", seventh, SECRETARY, "笔录", ""));
        assertThat(office.state().standstill().on()).isNull();
        assertThat(office.open()).containsExactly("recheck");
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON, 200, true",
        "PERSON, 200.01, false",
        "ORGANISATION, 3000, true",
        "ORGANISATION, 3000.01, false"
    })
    void onTheSpotTheFineIsCapped(String kind, String amount, boolean fits) {
        var office = RoadOffice.now();
        if (kind.equals("ORGANISATION")) {
            office.organisation();
        }
        office.then(ONE, office.clue("on-the-spot"));
        var grade = amount.startsWith("3000") ? "ordinary" : "slight";
        var broken = office.broken(ONE, spot(office, yuan(grade, amount), "0001", 0, ""));
        assertThat(broken.isEmpty()).isEqualTo(fits);
        if (!fits) {
            assertThat(broken).contains(CaseRule.ON_THE_SPOT_CAP);
        }
    }

    @Test
    void theFormUsedOnTheSpotIsOneThatTheOfficerHolds() {
        var office = RoadOffice.now();
        office.then(ONE, office.clue("on-the-spot"));
        office.refused(
                CaseRule.NUMBERED_FORM_USED, ONE, spot(office, fine("slight", 100), "0003", 0, ""));
        office.permitted(ONE, spot(office, fine("slight", 100), "0001", 0, ""));
    }

    @Test
    void aHundredYuanIsCollectedOnTheSpotAndMoreOnlyWhereItCouldNotBeLater() {
        var office = RoadOffice.now();
        office.then(ONE, office.clue("on-the-spot"));
        office.permitted(ONE, spot(office, fine("slight", 100), "0001", 10_000, ""));
        office.refused(
                CaseRule.COLLECTED_ON_THE_SPOT_CAP,
                ONE,
                spot(office, yuan("slight", "100.01"), "0001", 10_001, ""));
        office.permitted(ONE, spot(office, yuan("slight", "100.01"), "0001", 10_001, "流动摊贩"));
        office.then(ONE, spot(office, fine("slight", 100), "0001", 10_000, ""));
        assertThat(office.open()).containsExactly("archive");
    }

    @Test
    void onTheSpotTheFineThatIsNotCollectedIsPaidAtTheBank() {
        var office = RoadOffice.now();
        office.then(ONE, office.clue("on-the-spot"))
                .then(ONE, spot(office, fine("slight", 100), "0001", 0, ""));
        assertThat(office.open()).containsExactly("collect");
        assertThat(office.state().decided()).isNotNull();
        assertThat(office.state().served()).isNotNull();
    }

    private static CaseCommand spot(
            RoadOffice office, Sanction sanction, String pad, long collected, String hard) {
        return new CaseCommand.PunishOnTheSpot(
                "punish",
                office.today,
                Set.of(ONE, TWO),
                pad,
                "环城北路",
                "堆物占道三平方米",
                "无异议",
                sanction,
                true,
                collected,
                hard,
                "");
    }

    @Test
    void onTheFifteenthDayNothingIsAddedAndOnTheSixteenthThreePerCent() {
        var office = RoadOffice.now().served(fine("ordinary", 1_000));
        var served = office.today;
        var last = due(office);
        assertThat(last).isAfterOrEqualTo(served.plusDays(15));
        assertThat(owed(office, last)).isEqualTo(100_000);
        assertThat(owed(office, last.plusDays(1))).isEqualTo(103_000);
        assertThat(owed(office, last.plusDays(33))).isEqualTo(199_000);
        assertThat(owed(office, last.plusDays(34))).isEqualTo(200_000);
        assertThat(owed(office, last.plusDays(400))).isEqualTo(200_000);
    }

    @Test
    void theLastDayToPayThatIsARestDayMovesToTheNextWorkingDay() {
        var office = RoadOffice.now();
        office.on(LocalDate.of(2026, 3, 6)).served(fine("ordinary", 1_000));
        assertThat(CALENDAR.plusWorkingDays(due(office).minusDays(1), 1)).isEqualTo(due(office));
    }

    @Test
    void whileAReconsiderationIsPendingNothingIsAdded() {
        var office = RoadOffice.now().served(fine("ordinary", 1_000));
        var last = due(office);
        office.on(last.plusDays(1))
                .then(ONE, new CaseCommand.SuspendSurcharge("demand", "申请行政复议"))
                .on(last.plusDays(60))
                .then(ONE, new CaseCommand.ResumeSurcharge("demand", "复议维持"));
        assertThat(owed(office, last.plusDays(60))).isEqualTo(100_000);
        assertThat(owed(office, last.plusDays(61))).isEqualTo(103_000);
    }

    @Test
    void aDeferralMovesTheLastDayAndNobodyButTheHeadGrantsIt() {
        var office = RoadOffice.now().served(fine("ordinary", 1_000));
        var until = due(office).plusDays(90);
        var defer = new CaseCommand.DeferPayment("collect", until, "经济困难");
        office.refused(CaseRule.ROLE_HELD, CASHIER, defer);
        office.refused(
                CaseRule.DEFERRAL_AHEAD,
                DIRECTOR,
                new CaseCommand.DeferPayment("collect", due(office), "经济困难"));
        office.then(DIRECTOR, defer);
        assertThat(owed(office, until)).isEqualTo(100_000);
        assertThat(owed(office, until.plusDays(1))).isEqualTo(103_000);
    }

    @Test
    void instalmentsMakeUpWhatIsUnpaidAndOnlyAMissedOneBearsTheSurcharge() {
        var office = RoadOffice.now().served(fine("ordinary", 1_000));
        var first = due(office).plusDays(10);
        var second = first.plusDays(30);
        office.refused(CaseRule.ROLE_HELD, CASHIER, plan(first, 40_000, second, 60_000));
        for (var wrong :
                List.of(
                        plan(first, 40_000, second, 59_999),
                        plan(first, 40_000, second, 60_001),
                        plan(second, 40_000, first, 60_000),
                        plan(office.today.minusDays(1), 40_000, second, 60_000),
                        plan(office.today, 40_000, due(office), 60_000))) {
            office.refused(CaseRule.INSTALMENTS_COVER_FINE, DIRECTOR, wrong);
        }
        office.then(DIRECTOR, plan(first, 40_000, second, 60_000));
        assertThat(owed(office, first)).isEqualTo(100_000);
        assertThat(owed(office, first.plusDays(1))).isEqualTo(101_200);
        assertThat(Instalments.plan(office.state(), first))
                .extracting(Instalments.Planned::broken)
                .containsExactly(false, false);
        assertThat(Instalments.plan(office.state(), first.plusDays(1)))
                .extracting(Instalments.Planned::broken)
                .containsExactly(true, false);
        office.on(first).then(CASHIER, pay("collect", first, 40_000));
        assertThat(owed(office, second)).isEqualTo(60_000);
        assertThat(owed(office, second.plusDays(1))).isEqualTo(61_800);
        assertThat(Fines.growth(office.state(), 100_000, second, second.plusDays(2)))
                .extracting(Fines.Grown::sum)
                .containsExactly(1_800L, 3_600L);
        assertThat(Fines.courtSpan(office.state(), CALENDAR).orElseThrow().first()).isAfter(second);
    }

    private static VerbCommand plan(LocalDate first, long one, LocalDate second, long two) {
        return new VerbCommand.GrantInstalments(
                "collect",
                List.of(
                        new PenaltyEvent.Instalment(first, one),
                        new PenaltyEvent.Instalment(second, two)),
                "分期申请",
                "经济困难");
    }

    @Test
    void moneyCollectedOnTheSpotGoesToTheOrganInTwoWorkingDaysAndToTheBankInTwoMore() {
        var office = RoadOffice.now();
        office.then(ONE, office.clue("on-the-spot"))
                .then(ONE, spot(office, fine("slight", 100), "0001", 10_000, ""));
        var last = CALENDAR.plusWorkingDays(office.today, 2);
        assertThat(Instalments.handIn(office.state(), CALENDAR).orElseThrow().lastDay())
                .isEqualTo(last);
        office.refused(CaseRule.MONEY_HANDED_IN_ORDER, ONE, handIn(office.today, true, ""));
        office.on(last);
        office.permitted(ONE, handIn(last, false, ""));
        office.on(last.plusDays(1));
        office.refused(CaseRule.MONEY_HANDED_IN_TIME, ONE, handIn(last.plusDays(1), false, ""));
        office.then(ONE, handIn(last, false, ""));
        office.refused(CaseRule.MONEY_HANDED_IN_ORDER, ONE, handIn(last, false, ""));
        office.then(ONE, handIn(last.plusDays(1), true, ""));
        assertThat(Instalments.handIn(office.state(), CALENDAR)).isEmpty();
    }

    private static VerbCommand handIn(LocalDate day, boolean atBank, String late) {
        return new VerbCommand.HandInMoney(day, atBank, "票据 0001", late);
    }

    @Test
    void nobodyPaysMoreThanIsOwedAndPartPaymentLeavesTheRest() {
        var office = RoadOffice.now().served(fine("ordinary", 1_000));
        office.refused(CaseRule.FINE_OWED, CASHIER, pay("collect", office.today, 100_001));
        office.refused(CaseRule.FINE_OWED, CASHIER, pay("collect", office.today, 0));
        office.then(CASHIER, pay("collect", office.today, 40_000));
        assertThat(office.open()).contains("collect");
        assertThat(owed(office, due(office).plusDays(1))).isEqualTo(61_800);
        office.then(CASHIER, pay("collect", office.today, 60_000));
        assertThat(office.open()).doesNotContain("collect");
    }

    @Test
    void whatIsUnpaidGoesToDemandAndThenToCourtWithinItsThreeMonths() {
        var office = RoadOffice.now().served(fine("ordinary", 1_000));
        var served = office.today;
        office.on(due(office).plusDays(1)).timePasses();
        assertThat(office.open()).contains("demand");
        office.then(ONE, new CaseCommand.Demand("demand", office.today, "direct", ""));
        var until = CALENDAR.plusWorkingDays(office.today, 10);
        office.on(until).timePasses();
        assertThat(office.open()).contains("demand");
        office.on(until.plusDays(1)).timePasses();
        assertThat(office.open()).contains("court");

        var span = Fines.courtSpan(office.state(), CALENDAR).orElseThrow();
        assertThat(span.first()).isAfter(served.plusMonths(6));
        office.on(span.first().minusDays(1));
        office.refused(CaseRule.COURT_AFTER_REMEDIES, LAWYER, court(office));
        office.on(span.first());
        office.permitted(LAWYER, court(office));
        office.on(span.last());
        office.permitted(LAWYER, court(office));
        office.on(span.last().plusDays(1));
        office.refused(CaseRule.COURT_WITHIN_THREE_MONTHS, LAWYER, court(office));
        office.on(span.last());
        office.refused(
                CaseRule.COURT_ASKED_FIRST,
                LAWYER,
                new CaseCommand.EndEnforcement("court", "执行完毕"));
        office.then(LAWYER, court(office))
                .then(LAWYER, new CaseCommand.EndEnforcement("court", "执行完毕"));
        assertThat(office.open()).containsExactly("archive");
    }

    @Test
    void theTimesOfPayingRunFromWhatThePersonReceivedAndNotFromTheOpeningOfTheStep() {
        var office = RoadOffice.now().served(fine("ordinary", 1_000));
        var served = office.today;
        assertThat(opened(office, "collect")).isNull();
        assertThat(clock(office, "collect").due()).isEqualTo(due(office));
        assertThat(clock(office, "collect").derivation().eventDay()).isEqualTo(served);

        office.on(due(office).plusDays(1)).timePasses();
        assertThat(opened(office, "demand")).isNull();
        assertThat(reading(office, "demand")).isEmpty();
        office.laterCalendar(3)
                .then(ONE, new CaseCommand.Demand("demand", office.today, "direct", ""));
        assertThat(clock(office, "demand").due())
                .isEqualTo(CALENDAR.plusWorkingDays(office.today, 10));

        office.on(clock(office, "demand").due().plusDays(1)).timePasses();
        assertThat(opened(office, "court")).isNull();
        var span = Fines.courtSpan(office.state(), CALENDAR).orElseThrow();
        assertThat(clock(office, "court").due()).isEqualTo(span.last());
        assertThat(clock(office, "court").overrun(span.last())).isFalse();
        assertThat(clock(office, "court").overrun(span.last().plusDays(1))).isTrue();
    }

    @Test
    void aDeferredFineHasNoFifteenDays() {
        var office = RoadOffice.now().served(fine("ordinary", 1_000));
        office.then(
                DIRECTOR,
                new CaseCommand.DeferPayment("collect", due(office).plusDays(90), "经济困难"));
        assertThat(reading(office, "collect")).isEmpty();
    }

    private static @Nullable LocalDate opened(RoadOffice office, String step) {
        return office.history.stream()
                .filter(CaseEvent.StepOpened.class::isInstance)
                .map(CaseEvent.StepOpened.class::cast)
                .filter(e -> e.step().equals(step))
                .findFirst()
                .orElseThrow()
                .due();
    }

    private static Optional<Clocks.Reading> reading(RoadOffice office, String step) {
        var state = office.state();
        return Clocks.step(
                office.power.situation("ordinary").orElseThrow(),
                state,
                state.round(step).orElseThrow(),
                CALENDAR,
                office.today);
    }

    private static Clocks.Reading clock(RoadOffice office, String step) {
        return reading(office, step).orElseThrow();
    }

    private static CaseCommand court(RoadOffice office) {
        return new CaseCommand.ApplyToCourt("court", office.today, "青岚县人民法院", "");
    }

    @Test
    void aPaymentAfterTheDemandEndsTheDemand() {
        var office = RoadOffice.now().served(fine("ordinary", 1_000));
        office.on(due(office).plusDays(1)).timePasses();
        office.then(CASHIER, pay("demand", office.today, 103_000));
        assertThat(office.open()).containsExactly("archive");
    }

    @Test
    void theNinetiethDayIsInTimeAndTheNinetyFirstIsNot() {
        var office = RoadOffice.now().filed();
        var limits = office.power.situation("ordinary").orElseThrow().limits();
        assertThat(limits.statute().limit().n()).isEqualTo(90);
        var clock =
                org.guiju.kernel.cases.Clocks.statute(
                                office.power.situation("ordinary").orElseThrow(),
                                office.state(),
                                CALENDAR,
                                office.today)
                        .orElseThrow();
        // The ninetieth day is a Sunday; the period ends with the Monday (民法典 203).
        assertThat(clock.due()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(clock.overrun(clock.due())).isFalse();
        assertThat(clock.overrun(clock.due().plusDays(1))).isTrue();
    }

    @Test
    void theHeadExtendsOnceByThirtyDaysBeforeTheLastDayHasEnded() {
        var office = RoadOffice.now().filed();
        office.refused(CaseRule.EXTENSION_WITHIN_CAP, DIRECTOR, new CaseCommand.Extend(31, "案情复杂"));
        office.then(DIRECTOR, new CaseCommand.Extend(30, "案情复杂"));
        office.refused(CaseRule.EXTENDED_ONCE_BY_HEAD, DIRECTOR, new CaseCommand.Extend(1, "再延"));
    }

    @Test
    void aCodeWithASlipOfThePenPaysNobodysFine() {
        var office = RoadOffice.now().decided(fine("ordinary", 1_000));
        var code = office.paymentCode();
        assertThat(PaymentCode.valid(code)).isTrue();
        for (int i = 0; i < code.length(); i++) {
            for (char c = '0'; c <= '9'; c++) {
                var slip = code.substring(0, i) + c + code.substring(i + 1);
                assertThat(PaymentCode.valid(slip)).isEqualTo(slip.equals(code));
            }
        }
    }

    private static LocalDate due(RoadOffice office) {
        return Fines.owed(office.state(), CALENDAR, office.today).orElseThrow().until();
    }

    private static long owed(RoadOffice office, LocalDate day) {
        return Fines.owed(office.state(), CALENDAR, day).orElseThrow().rest();
    }

    private static Sanction yuan(String grade, String yuan) {
        var fen = new java.math.BigDecimal(yuan).movePointRight(2).longValueExact();
        return new Sanction("occupy", grade, false, fen, "");
    }
}
