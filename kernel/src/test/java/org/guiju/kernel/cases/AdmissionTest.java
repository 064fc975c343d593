package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.CaseFacts.Listing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, POWER_LISTED",
        "INVENTORY_ONLY, POWER_IN_FORCE",
        "NOT_YET, POWER_IN_FORCE",
        "ENDED, POWER_IN_FORCE",
        "CANCELLED, POWER_IN_FORCE",
        "MERGED, POWER_NOT_MERGED",
        "DELEGATED, POWER_NOT_DELEGATED",
        "OUTDATED, INSTITUTION_REVISED"
    })
    void nothingBeginsUnderAPowerThatIsNotInForce(Listing listing, CaseRule rule) {
        var given = new Given();
        given.listing = listing;
        given.refused(Given.APPLICANT, Given.application(given.today), rule);
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, false", "2026-01-01, true", "2026-12-31, true", "2027-01-01, false"})
    void aPowerIsInForceFromItsFirstToItsLastDay(LocalDate day, boolean inForce) {
        var given = new Given().on(day);
        if (inForce) {
            assertThat(given.then(Given.APPLICANT, Given.application(day)).open())
                    .containsExactly("accept");
        } else {
            given.refused(Given.APPLICANT, Given.application(day), CaseRule.POWER_IN_FORCE);
        }
    }

    @Test
    void onlyListedChannelsFieldsAndMaterialsAreTaken() {
        var given = new Given();
        var a = Given.application(given.today);
        given.refused(
                Given.APPLICANT,
                with(a, "fax", a.answers(), a.filings()),
                CaseRule.CHANNEL_OFFERED);
        given.refused(
                Given.APPLICANT,
                with(a, "online", Map.of("colour", "red"), a.filings()),
                CaseRule.ONLY_LISTED_MATERIALS);
        var other = List.of(new Filing("photo", "f", "d", "x.pdf", 1));
        given.refused(
                Given.APPLICANT,
                with(a, "online", a.answers(), other),
                CaseRule.ONLY_LISTED_MATERIALS);
        given.refused(
                Given.APPLICANT,
                with(a, "online", Map.of("name", "一"), a.filings()),
                CaseRule.ANSWERS_FIT);
    }

    @Test
    void anOfficerWhoIsNotTheWindowTakesNothingIn() {
        var given = new Given();
        var a = Given.application(given.today);
        given.refused(Office.A, with(a, "window", a.answers(), a.filings()), CaseRule.ROLE_HELD);
        given.then(Office.CLERK, with(a, "window", a.answers(), a.filings()));
        assertThat(given.state().opening().channel()).isEqualTo("window");
    }

    private static CaseCommand.SubmitApplication with(
            CaseCommand.SubmitApplication a,
            String channel,
            Map<String, String> answers,
            List<Filing> filings) {
        return new CaseCommand.SubmitApplication(
                a.no(),
                a.power(),
                a.situation(),
                channel,
                a.applicant(),
                answers,
                filings,
                a.receivedOn(),
                "");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "2, true", "3, true"})
    void anApplicationEnteredAfterTheNextWorkingDayIsLate(int days, boolean late) {
        var given = new Given();
        var came = given.today;
        given.later(days);
        if (!late) {
            given.then(Office.CLERK, Given.atTheWindow(came, "不补录也写了"));
            assertThat(received(given).lateReason()).as("not late, whatever was typed").isEmpty();
            given.then(Office.CLERK, new CaseCommand.Accept("accept"));
            assertThat(given.open()).containsExactly("review");
            return;
        }
        given.refused(Office.CLERK, Given.atTheWindow(came, " "), CaseRule.LATE_ENTRY_EXPLAINED);
        given.refused(
                Given.APPLICANT, Given.atTheWindow(came, "停电"), CaseRule.LATE_ENTRY_EXPLAINED);
        given.then(Office.CLERK, Given.atTheWindow(came, " 停电 "));
        assertThat(received(given).lateReason()).isEqualTo("停电");
    }

    @Test
    void aLateApplicationWaitsForASecondOfficer() {
        var given = new Given();
        var came = given.today;
        given.later(2).then(Office.CLERK, Given.atTheWindow(came, "停电"));
        given.then(Office.CLERK, new CaseCommand.Accept("accept"));
        assertThat(given.open()).as("waits for the second officer").containsExactly("accept");
        given.refused(Office.CLERK, new CaseCommand.Accept("accept"), CaseRule.STEP_OPEN);
        given.refused(
                Office.CLERK,
                new CaseCommand.ConfirmLateEntry("accept", "属实"),
                CaseRule.SECOND_OFFICER_CONFIRMS);
        given.then(Office.CHAIR, new CaseCommand.ConfirmLateEntry("accept", "属实"));
        assertThat(given.open()).containsExactly("review");
        assertThat(given.state().opening().receivedOn()).isEqualTo(came);
    }

    @Test
    void silenceAboutALateApplicationStillAcceptsIt() {
        var given = new Given();
        var came = given.today;
        given.later(6).then(Office.CLERK, Given.atTheWindow(came, "停电"));
        given.then(new Actor.Time(), new CaseCommand.LetTimePass());
        assertThat(given.state().acceptedOn()).isEqualTo(came);
        assertThat(given.open()).as("waits for the second officer").containsExactly("accept");
    }

    private static CaseEvent.ApplicationReceived received(Given given) {
        return (CaseEvent.ApplicationReceived) given.history.getFirst();
    }
}
