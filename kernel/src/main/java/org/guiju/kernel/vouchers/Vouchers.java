package org.guiju.kernel.vouchers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.calendar.Derivation;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.calendar.TimeLimits;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.shared.Refusal;

/// 应急凭证的补录与核销: whether an act may be entered on a voucher, and until when that is in time.
public final class Vouchers {
    /// 一个工作日内补录.
    public static final Limit ENTRY =
            new Limit(1, LimitUnit.WORKING_DAY, VoucherRule.VOUCHER_OF_THE_OFFICE.basis());

    private Vouchers() {}

    /// 凭证现状: what the organ's books say of the number.
    ///
    /// @param issuedOn the day on which its pad was given out
    /// @param unused neither entered nor spoilt nor given back
    public record Slip(LocalDate issuedOn, boolean unused) {}

    /// Why nothing can be entered on the voucher; empty when it can.
    ///
    /// @param slip what the organ's books say of the number; empty if it is no voucher of the organ
    public static List<Refusal> refusals(Voucher voucher, Optional<Slip> slip, LocalDate today) {
        if (slip.isEmpty()) {
            return List.of(refusal(VoucherRule.VOUCHER_OF_THE_OFFICE, voucher));
        }
        if (!slip.get().unused()) {
            return List.of(refusal(VoucherRule.VOUCHER_UNUSED, voucher));
        }
        var day = voucher.givenOn();
        return day.isBefore(slip.get().issuedOn()) || day.isAfter(today)
                ? List.of(refusal(VoucherRule.VOUCHER_DAY, voucher))
                : List.of();
    }

    /// The last day on which entering it is in time, with its derivation.
    public static Derivation due(LocalDate givenOn, WorkCalendar calendar) {
        return TimeLimits.lastDay(calendar, givenOn, ENTRY, List.of());
    }

    /// 逾期补录.
    public static boolean late(LocalDate givenOn, LocalDate enteredOn, WorkCalendar calendar) {
        return enteredOn.isAfter(due(givenOn, calendar).lastDay());
    }

    private static Refusal refusal(VoucherRule rule, Voucher voucher) {
        return new Refusal(
                rule,
                rule.basis(),
                Map.of("number", voucher.number(), "day", voucher.givenOn().toString()));
    }
}
