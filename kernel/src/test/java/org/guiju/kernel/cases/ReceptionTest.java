package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.shared.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// 受理 (行政许可法 32).
class ReceptionTest {
    private static final CaseCommand.RequestSupplement ASK =
            new CaseCommand.RequestSupplement("accept", List.of("lease"), "缺页");

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 5})
    void theOneOffNoticeMayBeGivenUntilTheFifthWorkingDay(int day) {
        var given = Given.received().later(day == 0 ? 0 : day);
        assertThat(given.then(Office.CLERK, ASK).open()).containsExactly("wait");
    }

    @Test
    void onTheSixthDaySilenceHasAcceptedFromTheDayOfReceipt() {
        var given = Given.received().later(6);
        given.refused(Office.CLERK, ASK, CaseRule.STEP_OPEN);
        given.then(new Actor.Time(), new CaseCommand.LetTimePass());
        assertThat(given.state().deemed()).isTrue();
        assertThat(given.state().acceptedOn()).isEqualTo(Office.DAY);
        assertThat(given.open()).containsExactly("review");
    }

    @Test
    void onTheFifthDaySilenceHasNotYetAccepted() {
        var given = Given.received().later(5);
        var outcome = given.when(new Actor.Time(), new CaseCommand.LetTimePass());
        assertThat(((Outcome.Permitted<CaseEvent>) outcome).events()).isEmpty();
    }

    @Test
    void anActOfTheNextStepFindsTheSilenceInTheSameMoment() {
        var given = Given.received().later(6);
        given.then(Office.A, new CaseCommand.AppointPair("review", Office.A, Office.B));
        assertThat(given.history).hasAtLeastOneElementOfType(CaseEvent.Accepted.class);
    }

    @Test
    void aSecondSupplementNoticeIsRefused() {
        var given = Given.received().then(Office.CLERK, ASK);
        given.then(
                Given.APPLICANT,
                new CaseCommand.SupplyMaterials(
                        "wait", Map.of(), List.of(new Filing("lease", "file-2", "d", "b.pdf", 1))));
        given.refused(Office.CLERK, ASK, CaseRule.ONE_OFF_NOTICE_ONCE);
    }

    @Test
    void theNoticeAsksForListedThingsOnly() {
        var given = Given.received();
        var other = new CaseCommand.RequestSupplement("accept", List.of("bank-statement"), "需要");
        given.refused(Office.CLERK, other, CaseRule.ONLY_LISTED_MATERIALS);
    }

    @Test
    void theNoticeNamesEverythingThatIsMissing() {
        var given = new Given();
        var a = Given.application(given.today);
        given.then(
                Given.APPLICANT,
                new CaseCommand.SubmitApplication(
                        a.no(),
                        a.power(),
                        a.situation(),
                        a.channel(),
                        a.applicant(),
                        a.answers(),
                        List.of(),
                        a.receivedOn(),
                        ""));
        given.refused(Office.CLERK, new CaseCommand.Accept("accept"), CaseRule.MATERIALS_COMPLETE);
        var half = new CaseCommand.RequestSupplement("accept", List.of("name"), "名称不清");
        given.refused(Office.CLERK, half, CaseRule.ONE_OFF_NOTICE_COMPLETE);
    }

    @Test
    void theClockRunsFromTheDayOnWhichTheApplicationCameInComplete() {
        var given = Given.received().later(2).then(Office.CLERK, ASK).later(3);
        given.then(
                Given.APPLICANT,
                new CaseCommand.SupplyMaterials(
                        "wait", Map.of(), List.of(new Filing("lease", "file-2", "d", "b.pdf", 1))));
        assertThat(given.state().receivedComplete()).isEqualTo(given.today);
        var situation = given.power.situations().getFirst();
        var promise = Clocks.promise(situation, given.state(), Office.CALENDAR, given.today);
        assertThat(promise.orElseThrow().due())
                .isEqualTo(Office.CALENDAR.plusWorkingDays(given.today, 10));
    }

    @Test
    void nobodyElseSuppliesForTheApplicant() {
        var given = Given.received().then(Office.CLERK, ASK);
        var supply =
                new CaseCommand.SupplyMaterials(
                        "wait", Map.of(), List.of(new Filing("lease", "file-2", "d", "b.pdf", 1)));
        given.refused(new Actor.Citizen("somebody"), supply, CaseRule.APPLICANT_ACTS);
        given.refused(new Actor.Citizen(""), supply, CaseRule.APPLICANT_ACTS);
    }

    @Test
    void whatIsSuppliedFitsItsFieldAndIsWhatWasAskedFor() {
        var given = Given.received().then(Office.CLERK, ASK);
        var file = List.of(new Filing("lease", "file-2", "d", "b.pdf", 1));
        given.refused(
                Given.APPLICANT,
                new CaseCommand.SupplyMaterials("wait", Map.of("name", "一"), file),
                CaseRule.ANSWERS_FIT);
        given.refused(
                Given.APPLICANT,
                new CaseCommand.SupplyMaterials("wait", Map.of(), List.of()),
                CaseRule.MATERIALS_COMPLETE);
    }

    @Test
    void refusingAcceptanceNeedsGroundAndReasonsAndEndsTheCase() {
        var given = Given.received();
        given.refused(
                Office.CLERK,
                new CaseCommand.RefuseAcceptance("accept", "not-ours", " "),
                CaseRule.REASONS_GIVEN);
        given.then(Office.CLERK, new CaseCommand.RefuseAcceptance("accept", "not-ours", "属公安机关职权"));
        assertThat(given.state().isClosed()).isTrue();
    }
}
