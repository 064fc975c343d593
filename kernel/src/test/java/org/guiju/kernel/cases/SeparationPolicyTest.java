package org.guiju.kernel.cases;

import java.util.List;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.allocation.SeparationPolicy;
import org.guiju.kernel.powers.Duty;
import org.junit.jupiter.api.Test;

/// What an organ keeps apart besides the law counts from its day on, in its own matters.
class SeparationPolicyTest {
    private static Given with(SeparationPolicy... policies) {
        var given = Given.reviewed();
        var r = given.roster;
        given.roster =
                new Roster(
                        r.assignments(),
                        r.absences(),
                        r.qualifications(),
                        List.of(),
                        List.of(),
                        List.of(policies));
        return given;
    }

    private static SeparationPolicy apart(int days) {
        return new SeparationPolicy(
                Office.ORGAN, Duty.REVIEW, Duty.INSPECT, "内控办法", Office.DAY.plusDays(days));
    }

    @Test
    void itCountsOnItsDayAndNotBefore() {
        var visit = Given.inspection(Office.DAY, 250, Office.A, Office.B);
        with().then(Office.A, visit);
        with(apart(1)).then(Office.A, visit);
        with(apart(0)).refused(Office.A, visit, CaseRule.TWO_KEYS_APART);
        with(apart(-1)).refused(Office.A, visit, CaseRule.TWO_KEYS_APART);
    }

    @Test
    void anotherOrgansPolicyIsNobodysHere() {
        var theirs =
                new SeparationPolicy(
                        new org.guiju.kernel.shared.OrganId("another"),
                        Duty.REVIEW,
                        Duty.INSPECT,
                        "内控办法",
                        Office.DAY.minusDays(1));
        with(theirs).then(Office.A, Given.inspection(Office.DAY, 250, Office.A, Office.B));
    }
}
