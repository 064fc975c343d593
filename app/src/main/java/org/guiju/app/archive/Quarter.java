package org.guiju.app.archive;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// 季度.
///
/// @param n 1 to 4
public record Quarter(int year, int n) implements Comparable<Quarter> {
    private static final Pattern CODE = Pattern.compile("([0-9]{4})Q([1-4])");
    private static final int MONTHS = 3;

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /// `2026Q3`; empty for anything else.
    public static Optional<Quarter> parse(String code) {
        var m = CODE.matcher(code);
        return m.matches()
                ? Optional.of(
                        new Quarter(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))))
                : Optional.empty();
    }

    public LocalDate from() {
        return LocalDate.of(year, (n - 1) * MONTHS + 1, 1);
    }

    /// The last day of it.
    public LocalDate until() {
        return from().plusMonths(MONTHS).minusDays(1);
    }

    public Quarter before() {
        return of(from().minusDays(1));
    }

    public Quarter next() {
        return of(until().plusDays(1));
    }

    @Override
    public int compareTo(Quarter other) {
        return from().compareTo(other.from());
    }

    @Override
    public String toString() {
        return year + "Q" + n;
    }
}
