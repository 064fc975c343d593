package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 委托受理: an entrusted organ takes in and accepts, once its institution is approved, and does nothing else (A78).
class EntrustmentTest {
    private static final OrganId TOWN = new OrganId("town");
    private static final PersonId WINDOW = new PersonId("town-window");
    private static final PersonId ELSEWHERE = new PersonId("elsewhere");

    private static Given entrusted(@Nullable Integer sinceDays) {
        var given = new Given();
        var held = new ArrayList<>(given.roster.assignments());
        var role = given.power.situations().getFirst().first().role();
        held.add(
                new Roster.Assignment(
                        WINDOW, TOWN, "便民服务中心", role, given.today.minusYears(1), null));
        held.add(
                new Roster.Assignment(
                        ELSEWHERE,
                        new OrganId("elsewhere"),
                        "窗口",
                        role,
                        given.today.minusYears(1),
                        null));
        given.roster = new Roster(held, given.roster.absences(), given.roster.qualifications());
        given.entrusted =
                List.of(
                        new CaseFacts.Entrusted(
                                TOWN, sinceDays == null ? null : given.today.plusDays(sinceDays)));
        return given;
    }

    @Test
    void withoutAnApprovedInstitutionItTakesNothingIn() {
        var given = entrusted(null);
        var window = Given.atTheWindow(given.today, "");
        given.refused(WINDOW, window, CaseRule.ENTRUSTED_INSTITUTION);
        given.refused(ELSEWHERE, window, CaseRule.ROLE_HELD);
        given.then(Given.APPLICANT, Given.application(given.today));
        given.refused(WINDOW, new CaseCommand.Accept("accept"), CaseRule.ENTRUSTED_INSTITUTION);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "0, true", "-1, true"})
    void itAcceptsFromTheDayOnWhichItsInstitutionHolds(int days, boolean may) {
        var given = entrusted(days);
        var window = Given.atTheWindow(given.today, "");
        if (!may) {
            given.refused(WINDOW, window, CaseRule.ENTRUSTED_INSTITUTION);
            return;
        }
        given.then(WINDOW, window);
        given.then(WINDOW, new CaseCommand.Accept("accept"));
        assertThat(given.open()).containsExactly("review");
    }

    @Test
    void whatFollowsTheAcceptanceIsNotForIt() {
        var given = entrusted(0);
        given.then(WINDOW, Given.atTheWindow(given.today, ""));
        given.then(WINDOW, new CaseCommand.Accept("accept"));
        given.refused(
                WINDOW,
                new CaseCommand.AppointPair("review", Office.A, Office.B),
                CaseRule.ENTRUSTED_ACCEPTANCE_ONLY);
        given.then(Office.A, new CaseCommand.AppointPair("review", Office.A, Office.B));
    }
}
