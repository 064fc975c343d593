package org.guiju.formats.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the address of a paper in the State Council's archive tells about the day on which it was published.
final class PaperAddress {

    /// `…/2015-05/13/content_9742.htm`
    private static final Pattern DAY = Pattern.compile("/(\\d{4})-(\\d{2})/(\\d{2})/");

    /// `…/202511/content_7047091.htm`
    private static final Pattern MONTH = Pattern.compile("/(\\d{4})(\\d{2})/");

    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"<>]+");

    private PaperAddress() {}

    /// Whether it leads to a page of the web.
    static boolean isWeb(String address) {
        return WEB.matcher(address).matches();
    }

    /// The day; where the address has the month only, its last day: by then the paper was public.
    static Optional<LocalDate> day(String address) {
        try {
            var day = DAY.matcher(address);
            if (day.find()) {
                return Optional.of(
                        LocalDate.parse(day.group(1) + "-" + day.group(2) + "-" + day.group(3)));
            }
            var month = MONTH.matcher(address);
            return month.find()
                    ? Optional.of(
                            YearMonth.parse(month.group(1) + "-" + month.group(2)).atEndOfMonth())
                    : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
