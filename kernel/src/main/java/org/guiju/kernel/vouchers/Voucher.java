package org.guiju.kernel.vouchers;

import java.time.LocalDate;

/// 所凭应急凭证: which slip the person got in place of the numbered paper, and when.
///
/// @param number as printed on the slip
/// @param givenOn the day on which it was filled in and handed over
public record Voucher(String number, LocalDate givenOn) {
    public Voucher {
        if (number.isBlank()) {
            throw new IllegalArgumentException("a voucher has a number");
        }
    }
}
