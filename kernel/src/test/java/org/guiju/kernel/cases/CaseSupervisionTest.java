package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.supervision.CalendarHistory;
import org.guiju.kernel.supervision.CardState;
import org.guiju.kernel.supervision.CaseWatch;
import org.guiju.kernel.supervision.Finding;
import org.guiju.kernel.supervision.KnownCalendar;
import org.guiju.kernel.supervision.Report;
import org.guiju.kernel.supervision.Schemes;
import org.guiju.kernel.supervision.Seen;
import org.guiju.kernel.supervision.Supervision;
import org.junit.jupiter.api.Test;

/// 案件的监察: the cards of cases that the real deciders carried, by their own clocks.
class CaseSupervisionTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final CalendarHistory CALENDAR =
            CalendarHistory.of(new KnownCalendar(Office.CALENDAR, "digest"));

    private final Given given = new Given();
    private final List<Instant> moments = new ArrayList<>();
    private int minute;

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }

    /// What the last acts added was recorded now.
    private CaseSupervisionTest recorded() {
        var now = at(given.today, 9).plus(Duration.ofMinutes(minute++));
        while (moments.size() < given.history.size()) {
            moments.add(now);
        }
        return this;
    }

    private CaseSupervisionTest act(Actor actor, CaseCommand command) {
        given.then(actor, command);
        return recorded();
    }

    private CaseSupervisionTest act(org.guiju.kernel.shared.PersonId who, CaseCommand command) {
        return act(new Actor.Officer(who), command);
    }

    private Report judged(Instant asOf) {
        var history = new ArrayList<CaseWatch.Recorded>();
        for (int i = 0; i < given.history.size(); i++) {
            var event = given.history.get(i);
            history.add(
                    new CaseWatch.Recorded(
                            event,
                            new Seen("s", i, event.getClass().getSimpleName(), moments.get(i))));
        }
        var snapshots = CaseWatch.snapshots(given.power, history, Office.CALENDAR);
        return Supervision.judge(Schemes.STATUTORY, "s", snapshots, CALENDAR, asOf);
    }

    private List<String> counting(Instant asOf) {
        return judged(asOf).findings().stream()
                .filter(Finding::counts)
                .map(f -> f.rule().id() + " " + f.clock())
                .sorted()
                .toList();
    }

    private LocalDate after(int workingDays) {
        return Office.CALENDAR.plusWorkingDays(Office.DAY, workingDays);
    }

    private void receivedAndAccepted() {
        act(Given.APPLICANT, Given.application(Office.DAY));
        act(Office.CLERK, new CaseCommand.Accept("accept"));
        act(Office.A, new CaseCommand.AppointPair("review", Office.A, Office.B));
    }

    @Test
    void theTwoClocksOfACaseAgreeWithTheDesks() {
        receivedAndAccepted();
        var situation = given.power.situations().getFirst();
        for (int day = 0; day < 60; day++) {
            var date = Office.DAY.plusDays(day);
            var promise = Clocks.promise(situation, given.state(), Office.CALENDAR, date);
            var statute = Clocks.statute(situation, given.state(), Office.CALENDAR, date);
            var all = judged(at(date, 12)).findings();
            assertThat(all.stream().anyMatch(f -> f.rule().id().equals("GJ-P2")))
                    .as("%s", date)
                    .isEqualTo(promise.orElseThrow().overrun(date));
            assertThat(all.stream().anyMatch(f -> f.rule().id().equals("GJ-S2")))
                    .isEqualTo(statute.orElseThrow().overrun(date));
            if (!promise.get().overrun(date)) {
                assertThat(all.stream().anyMatch(f -> f.rule().id().equals("GJ-P1")))
                        .as("%s", date)
                        .isEqualTo(Clocks.dueSoon(situation.limits().warning(), promise.get()));
            }
        }
    }

    @Test
    void aCardNamesThePostAndTheEventsItSaw() {
        receivedAndAccepted();
        var red =
                judged(at(after(21), 12)).findings().stream()
                        .filter(f -> f.rule().id().equals("GJ-S2"))
                        .findFirst()
                        .orElseThrow();
        assertThat(red.accountable().role()).isEqualTo("reviewer");
        assertThat(red.accountable().step()).isEqualTo("review");
        assertThat(red.accountable().person()).isEqualTo(Office.A);
        assertThat(red.saw())
                .extracting(Seen::kind)
                .containsExactly("ApplicationReceived", "Accepted");
        assertThat(red.through()).isEqualTo(given.history.size() - 1);
        assertThat(red.reckoning().derivation().lastDay()).isEqualTo(after(20));
        assertThat(red.first()).isEqualTo(after(20).plusDays(1).atStartOfDay(ZONE).toInstant());
        assertThat(red.calendar()).isEqualTo("digest");
    }

    @Test
    void aStepOverItsOwnLimitIsSeenThoughTheCaseIsInTime() {
        receivedAndAccepted();
        assertThat(counting(at(after(3), 12))).containsExactly("GJ-E3 step:review:1");
        assertThat(counting(at(after(4), 12))).containsExactly("GJ-E4 step:review:1");
    }

    @Test
    void silenceOfTheWindowIsRedOnceTheFiveDaysAreOver() {
        act(Given.APPLICANT, Given.application(Office.DAY));
        assertThat(counting(at(after(5), 23))).doesNotContain("GJ-E4 notice:1");
        assertThat(counting(at(after(6), 0))).contains("GJ-E4 notice:1");
        given.on(after(6));
        act(new Actor.Time(), new CaseCommand.LetTimePass());
        assertThat(given.state().deemed()).isTrue();
        var notice =
                judged(at(after(8), 12)).findings().stream()
                        .filter(f -> f.clock().equals("notice:1") && f.counts())
                        .toList();
        assertThat(notice).extracting(Finding::state).containsExactly(CardState.STANDING);
    }

    @Test
    void aPauseMovesTheCardsByItsDays() {
        receivedAndAccepted();
        given.on(after(2));
        act(Office.A, new CaseCommand.Pause("expert-review", "书面通知"));
        given.on(after(6));
        act(Office.A, new CaseCommand.Resume("评审结束"));
        assertThat(counting(at(after(14), 23))).doesNotContain("GJ-P2 promise:1");
        assertThat(counting(at(after(15), 0))).contains("GJ-P2 promise:1");
    }

    @Test
    void anExtensionMovesBothClocksFromThenOn() {
        receivedAndAccepted();
        given.on(after(9));
        act(Office.HEAD, new CaseCommand.Extend(10, "情况复杂"));
        assertThat(counting(at(after(20), 12)))
                .as("the warning of day 8 was lifted, that of day 18 stands")
                .contains("GJ-P1 promise:1");
        assertThat(counting(at(after(21), 12))).contains("GJ-P2 promise:1");
        assertThat(counting(at(after(30), 12))).doesNotContain("GJ-S2 statute:1");
        assertThat(counting(at(after(31), 12))).contains("GJ-S2 statute:1");
    }

    /// Served in time, entered late: the card of the days between is cancelled once a second officer has confirmed.
    @Test
    void aServiceEnteredLateCancelsItsCardOnlyWhenConfirmed() {
        given.history.addAll(Given.decided().history);
        recorded();
        given.on(after(13));
        assertThat(counting(at(after(13), 8))).contains("GJ-E4 step:serve:1");
        act(Office.CLERK, Given.service(after(9), "当日系统停机，凭证号 12"));
        assertThat(counting(at(after(13), 20))).contains("GJ-E4 step:serve:1");
        var other =
                given.when(
                        new Actor.Officer(Office.C),
                        new CaseCommand.ConfirmLateEntry("serve", "核对回证原件"));
        assertThat(other).isInstanceOf(Outcome.Permitted.class);
        act(Office.C, new CaseCommand.ConfirmLateEntry("serve", "核对回证原件"));
        var card =
                judged(at(after(14), 12)).findings().stream()
                        .filter(f ->
                                f.clock().equals("step:serve:1") && f.rule().id().equals("GJ-E4"))
                        .findFirst()
                        .orElseThrow();
        assertThat(card.state()).isEqualTo(CardState.CANCELLED);
    }

    /// Acts at random days by the real decider; whatever is asked later sees the same of what was known earlier.
    @Test
    void whatACardSawIsTheSameHoweverOftenItIsAskedFor() {
        var seed = Long.getLong("guiju.seed", System.nanoTime());
        System.out.println("CaseSupervisionTest: -Dguiju.seed=" + seed);
        var random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            var run = new CaseSupervisionTest();
            run.carry(random);
            var seen = new ArrayList<Finding>();
            for (int day = 0; day < 70; day++) {
                var now = judgedOn(run, day);
                var what = "seed %d round %d day %d".formatted(seed, round, day);
                for (var old : seen) {
                    assertThat(now)
                            .as(what)
                            .filteredOn(f -> f.id().equals(old.id()))
                            .singleElement()
                            .satisfies(f -> {
                                assertThat(f.first()).as(what).isEqualTo(old.first());
                                assertThat(f.saw()).as(what).isEqualTo(old.saw());
                                assertThat(f.accountable()).as(what).isEqualTo(old.accountable());
                            });
                }
                seen.clear();
                seen.addAll(now);
            }
        }
    }

    private static List<Finding> judgedOn(CaseSupervisionTest run, int day) {
        return run.judged(at(Office.DAY.plusDays(day), 20)).findings();
    }

    private void carry(Random random) {
        receivedAndAccepted();
        for (int i = 0; i < 8; i++) {
            given.later(random.nextInt(4));
            CaseCommand command =
                    switch (random.nextInt(5)) {
                        case 0 -> new CaseCommand.Pause("expert-review", "通知");
                        case 1 -> new CaseCommand.Resume("结束");
                        case 2 -> new CaseCommand.Extend(1 + random.nextInt(10), "理由");
                        case 3 -> Given.opinion(Verdict.MET);
                        default -> new CaseCommand.Withdraw("撤回");
                    };
            var who = command instanceof CaseCommand.Extend ? Office.HEAD : Office.A;
            var actor =
                    command instanceof CaseCommand.Withdraw
                            ? Given.APPLICANT
                            : (Actor) new Actor.Officer(who);
            boolean last = command instanceof CaseCommand.Withdraw && i < 6;
            if (!last && given.when(actor, command) instanceof Outcome.Permitted<CaseEvent>) {
                act(actor, command);
            }
        }
    }
}
