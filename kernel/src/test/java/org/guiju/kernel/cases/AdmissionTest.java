package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
        "CANCELLED, POWER_IN_FORCE"
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
                a.receivedOn());
    }
}
