package org.guiju.kernel.vouchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.calendar.CalendarEdition;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.vouchers.Vouchers.Slip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 应急凭证: given a slip in the books, when an act is entered on it, then it stands or is refused, in time or late.
class VouchersTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 2);

    private static List<String> refused(Optional<Slip> slip, String givenOn, String today) {
        return Vouchers.refusals(
                        new Voucher("青文凭000001", LocalDate.parse(givenOn)),
                        slip,
                        LocalDate.parse(today))
                .stream()
                .map(Refusal::code)
                .map(Enum::name)
                .toList();
    }

    @Test
    void aNumberThatIsNoVoucherOfTheOrganIsRefused() {
        assertThat(refused(Optional.empty(), "2026-03-10", "2026-03-10"))
                .containsExactly("VOUCHER_OF_THE_OFFICE");
    }

    @Test
    void aVoucherIsEnteredOnce() {
        assertThat(refused(Optional.of(new Slip(ISSUED, false)), "2026-03-10", "2026-03-10"))
                .containsExactly("VOUCHER_UNUSED");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-10, VOUCHER_DAY",
        "2026-03-02, 2026-03-10, ''",
        "2026-03-10, 2026-03-10, ''",
        "2026-03-11, 2026-03-10, VOUCHER_DAY"
    })
    void itWasHandedOverWhileThePadWasOutAndNotTomorrow(String given, String today, String rule) {
        assertThat(refused(Optional.of(new Slip(ISSUED, true)), given, today))
                .isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    /// Handed over on a Friday, on the eve of a rest week, on a rest day.
    @ParameterizedTest
    @CsvSource({
        "2026-03-06, 2026-03-09, false",
        "2026-03-06, 2026-03-10, true",
        "2026-03-07, 2026-03-09, false",
        "2026-03-07, 2026-03-10, true",
        "2026-09-30, 2026-10-08, false",
        "2026-09-30, 2026-10-09, true"
    })
    void itIsInTimeUntilTheEndOfTheNextWorkingDay(String given, String entered, boolean late) {
        var calendar =
                WorkCalendar.of(
                        List.of(
                                new CalendarEdition(
                                        "2026#1",
                                        2026,
                                        LocalDate.of(2025, 11, 4),
                                        List.of(),
                                        LocalDate.of(2026, 10, 1)
                                                .datesUntil(LocalDate.of(2026, 10, 8))
                                                .collect(Collectors.toSet()),
                                        Set.of())));
        assertThat(Vouchers.late(LocalDate.parse(given), LocalDate.parse(entered), calendar))
                .isEqualTo(late);
    }

    @Test
    void aVoucherWithoutANumberIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Voucher(" ", ISSUED));
    }
}
