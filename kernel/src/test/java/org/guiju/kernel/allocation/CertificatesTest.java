package org.guiju.kernel.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.guiju.kernel.allocation.Certificates.Standing;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// When a certificate counts, for what, and when it is about to lapse.
class CertificatesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final PersonId ONE = new PersonId("p-one");

    private static Roster.Qualification certificate(
            String area, LocalDate from, @Nullable LocalDate until) {
        return new Roster.Qualification(ONE, "enforcement", "33-001", area, from, until);
    }

    @Test
    void itCountsOnItsLastDayAndNotOnTheNext() {
        var roster =
                new Roster(List.of(), List.of(), List.of(certificate("", DAY.minusYears(1), DAY)));
        assertThat(roster.qualified(ONE, "enforcement", DAY.minusDays(1))).isTrue();
        assertThat(roster.qualified(ONE, "enforcement", DAY)).isTrue();
        assertThat(roster.qualified(ONE, "enforcement", DAY.plusDays(1))).isFalse();
        assertThat(roster.qualified(ONE, "enforcement", DAY.minusYears(1).minusDays(1))).isFalse();
    }

    @Test
    void itCountsInItsRegionAndFieldOnly() {
        var roads = certificate("330899-CG", DAY, DAY);
        assertThat(roads.covers("330899-CG-CF-0042")).isTrue();
        assertThat(roads.covers("330899-CGX-CF-0042")).isFalse();
        assertThat(roads.covers("330899-WL-CF-0042")).isFalse();
        assertThat(certificate("330899", DAY, DAY).covers("330899-WL-CF-0001")).isTrue();
        assertThat(certificate("330898", DAY, DAY).covers("330899-WL-CF-0001")).isFalse();
        var roster = new Roster(List.of(), List.of(), List.of(roads));
        assertThat(roster.under("330899-CG-CF-0042").qualified(ONE, "enforcement", DAY)).isTrue();
        assertThat(roster.under("330899-WL-CF-0001").qualified(ONE, "enforcement", DAY)).isFalse();
    }

    @Test
    void itsStandingChangesThirtySixtyAndNinetyDaysBefore() {
        for (var row :
                List.of(
                        List.of(-1, Standing.LAPSED),
                        List.of(0, Standing.WITHIN_30),
                        List.of(30, Standing.WITHIN_30),
                        List.of(31, Standing.WITHIN_60),
                        List.of(60, Standing.WITHIN_60),
                        List.of(61, Standing.WITHIN_90),
                        List.of(90, Standing.WITHIN_90),
                        List.of(91, Standing.VALID))) {
            var until = DAY.plusDays((int) row.get(0));
            assertThat(Certificates.standing(DAY.minusYears(1), until, DAY))
                    .as("%s days", row.get(0))
                    .isEqualTo(row.get(1));
        }
        assertThat(Certificates.standing(DAY, null, DAY)).isEqualTo(Standing.VALID);
        assertThat(Certificates.standing(DAY.plusDays(1), null, DAY)).isEqualTo(Standing.NOT_YET);
    }

    @Test
    void whatWasRenewedIsNotListedAgain() {
        var old = certificate("", DAY.minusYears(5), DAY.plusDays(10));
        var renewed = certificate("", DAY.plusDays(11), DAY.plusYears(5));
        assertThat(Certificates.lapsing(List.of(old), DAY, 30)).hasSize(1);
        assertThat(Certificates.lapsing(List.of(old), DAY, 9)).isEmpty();
        assertThat(Certificates.lapsing(List.of(old, renewed), DAY, 30)).isEmpty();
        var elsewhere = certificate("330899", DAY, null);
        assertThat(Certificates.lapsing(List.of(old, elsewhere), DAY, 30)).hasSize(1);
    }

    @Test
    void nobodyCertifiesHimself() {
        assertThat(Certificates.refusals(ONE, ONE)).hasSize(1);
        assertThat(Certificates.refusals(ONE, new PersonId("p-two"))).isEmpty();
    }
}
