package org.guiju.kernel.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.calendar.CalendarEdition;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.licences.LicenceEvent.CancelGround;
import org.guiju.kernel.licences.LicenceState.Status;
import org.guiju.kernel.powers.LicenceTerms;
import org.guiju.kernel.powers.LicenceTerms.Act;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;

/// Just below, on and just above each day of the law.
class LicencesTest {
    private static final Article ART = new Article("示例法", "第一条");
    private static final LocalDate FROM = LocalDate.of(2024, 11, 9);
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 8);
    private static final WorkCalendar CALENDAR =
            WorkCalendar.of(
                    List.of(
                            new CalendarEdition(
                                    "2026#1",
                                    2026,
                                    LocalDate.of(2025, 11, 4),
                                    List.of(),
                                    Set.of(
                                            LocalDate.of(2026, 10, 1),
                                            LocalDate.of(2026, 10, 2),
                                            LocalDate.of(2026, 10, 5),
                                            LocalDate.of(2026, 10, 6),
                                            LocalDate.of(2026, 10, 7)),
                                    Set.of(LocalDate.of(2026, 10, 10)))));

    private static LicenceEvent.Issued issued() {
        return new LicenceEvent.Issued(
                "WLXK0013-2024-0001",
                "330899-WL-XK-0013",
                "office",
                "2024-0001",
                new LicenceEvent.Holder("s", "", "青岚样例厅", "青岚样例厅", ""),
                FROM,
                UNTIL,
                FROM);
    }

    private static LicenceState state(LicenceEvent... more) {
        var all = new java.util.ArrayList<LicenceEvent>();
        all.add(issued());
        all.addAll(List.of(more));
        return LicenceState.replay(all);
    }

    @Test
    void aTermOfTwoYearsEndsOnTheDayBeforeItsBeginning() {
        assertThat(Licences.until(FROM, new Limit(24, LimitUnit.MONTH, ART))).isEqualTo(UNTIL);
        assertThat(Licences.until(FROM, new Limit(10, LimitUnit.CALENDAR_DAY, ART)))
                .isEqualTo(LocalDate.of(2024, 11, 18));
        assertThat(Licences.until(FROM, null)).isNull();
    }

    @Test
    void thirtyWorkingDaysLieBetweenTheLastDayToAskAndTheEndAndADayLaterOneFewer() {
        var last = Licences.askBy(CALENDAR, UNTIL, LicenceTerms.RENEW_BEFORE);
        assertThat(CALENDAR.workingDaysAfter(last, UNTIL)).isGreaterThanOrEqualTo(30);
        assertThat(CALENDAR.workingDaysAfter(last.plusDays(1), UNTIL)).isLessThan(30);
        assertThat(CALENDAR.workingDaysAfter(last.minusDays(1), UNTIL)).isGreaterThanOrEqualTo(30);
        assertThat(last).isBefore(UNTIL.minusDays(42));
        assertThat(Licences.askBy(CALENDAR, UNTIL, new Limit(30, LimitUnit.CALENDAR_DAY, ART)))
                .isEqualTo(LocalDate.of(2026, 10, 9));
    }

    @Test
    void onItsLastDayItIsInForceTheDayAfterItIsNotUnlessARenewalIsPending() {
        assertThat(state().on(UNTIL)).isEqualTo(Status.IN_FORCE);
        assertThat(state().on(UNTIL.plusDays(1))).isEqualTo(Status.EXPIRED);
        assertThat(state().expires(UNTIL)).isFalse();
        assertThat(state().expires(UNTIL.plusDays(1))).isTrue();
        var asked = state(new LicenceEvent.Asked("2026-0001", Act.RENEW, UNTIL.minusDays(60)));
        assertThat(asked.on(UNTIL.plusDays(1))).isEqualTo(Status.IN_FORCE);
        assertThat(asked.expires(UNTIL.plusDays(1))).isFalse();
        var ended =
                state(
                        new LicenceEvent.Asked("2026-0001", Act.RENEW, UNTIL.minusDays(60)),
                        new LicenceEvent.AskEnded("2026-0001", UNTIL.minusDays(1)));
        assertThat(ended.on(UNTIL.plusDays(1))).isEqualTo(Status.EXPIRED);
    }

    @Test
    void eachStateHasItsOwnGroundsOfCancellation() {
        assertThat(Licences.grounds(state(), UNTIL))
                .doesNotContain(CancelGround.EXPIRED, CancelGround.INVALIDATED);
        assertThat(Licences.grounds(state(), UNTIL.plusDays(1)))
                .containsExactly(CancelGround.EXPIRED);
        assertThat(Licences.grounds(state(new LicenceEvent.Revoked("2024-0001", FROM)), FROM))
                .containsExactly(CancelGround.INVALIDATED);
        var refused =
                Licences.decide(
                        facts(UNTIL),
                        state(),
                        new LicenceCommand.Cancel(CancelGround.EXPIRED, "届满"));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        r -> assertThat(r.toString()).contains("CANCEL_ON_LISTED_GROUND"));
        assertThat(
                        Licences.decide(
                                facts(UNTIL.plusDays(1)),
                                state(),
                                new LicenceCommand.Cancel(CancelGround.EXPIRED, "届满")))
                .isInstanceOf(Outcome.Permitted.class);
    }

    private static Licences.Facts facts(LocalDate today) {
        return new Licences.Facts(today, new PersonId("head"), true, true, null, false, 0);
    }

    private static LicenceEvent.Certified paper(int edition, LicenceEvent.Why why) {
        return new LicenceEvent.Certified(
                edition, why, "", java.util.List.of(), FROM, new PersonId("clerk"));
    }

    /// 制发: once for each thing that happened, in whatever order it was asked; lost ones as often as they are lost.
    @Test
    void aPaperIsMadeForWhatHappenedSinceTheLastOneAndForNothingElse() {
        var issued = state();
        assertThat(issued.certificateDue()).contains(LicenceEvent.Why.ISSUE);
        assertThat(codes(issued, LicenceEvent.Why.LOSS, "在车站遗失", 0))
                .containsExactly("CERTIFICATE_FOR_A_REASON");
        var changed = new LicenceEvent.Changed("2026-0009", FROM);
        var renewed = new LicenceEvent.Renewed("2026-0010", UNTIL, true, FROM);
        var first = paper(1, LicenceEvent.Why.ISSUE);
        assertThat(after(first).certificateDue()).isEmpty();
        assertThat(codes(after(first), LicenceEvent.Why.ISSUE, "", 0))
                .containsExactly("CERTIFICATE_FOR_A_REASON");
        assertThat(after(first, changed).certificateDue()).contains(LicenceEvent.Why.CHANGE);
        assertThat(after(first, changed, renewed).certificateDue())
                .contains(LicenceEvent.Why.RENEWAL);
        assertThat(after(first, renewed, changed).certificateDue())
                .contains(LicenceEvent.Why.RENEWAL);
        assertThat(after(first, changed, paper(2, LicenceEvent.Why.CHANGE)).certificateDue())
                .isEmpty();
        assertThat(after(first, changed, paper(2, LicenceEvent.Why.CHANGE)).edition()).isEqualTo(2);
        assertThat(codes(after(first), LicenceEvent.Why.LOSS, " ", 1))
                .containsExactly("APPROVAL_FORMS_COMPLETE", "LICENCE_REASONS");
        assertThat(codes(after(first), LicenceEvent.Why.LOSS, "在车站遗失", 0)).isEmpty();
    }

    private static LicenceState after(LicenceEvent... events) {
        var all = new java.util.ArrayList<LicenceEvent>(state().history());
        all.addAll(java.util.List.of(events));
        return LicenceState.replay(all);
    }

    private static java.util.List<String> codes(
            LicenceState state, LicenceEvent.Why why, String declared, int missing) {
        var facts =
                new Licences.Facts(FROM, new PersonId("clerk"), true, false, null, false, missing);
        return switch (Licences.decide(facts, state, new LicenceCommand.Certify(why, declared))) {
            case Outcome.Refused<LicenceEvent>(var why2) ->
                    why2.stream().map(r -> r.code().name()).toList();
            case Outcome.Permitted<LicenceEvent> _ -> java.util.List.of();
        };
    }
}
