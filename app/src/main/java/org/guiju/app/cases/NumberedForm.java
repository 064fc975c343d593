package org.guiju.app.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 编有号码的决定书 (行政处罚法 52): one number, to whom it was issued, and the case in which it was used or why it is void.
public record NumberedForm(
        String number,
        PersonId person,
        LocalDate issuedOn,
        @Nullable String caseNo,
        @Nullable LocalDate usedOn,
        @Nullable String voidReason,
        @Nullable LocalDate voidedOn) {
    private static final int DIGITS = 6;

    /// `unused`, `used` or `void`.
    public String state() {
        return usedOn != null ? "used" : voidedOn != null ? "void" : "unused";
    }

    /// Numbers of a pad: the prefix and six digits each, both ends included.
    public static List<String> numbers(String prefix, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(n -> prefix + String.format(Locale.ROOT, "%0" + DIGITS + "d", n))
                .toList();
    }
}
