package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 排定的时间和地点, of a hearing or of a visit on site: "听证的时间、地点" (行政处罚法 64).
///
/// @param hour when it begins; null where only the day was fixed, as in what was fixed before hours were asked for
public record Appointment(LocalDate day, @Nullable LocalTime hour, String place) {
    private static final int NOON = 12;
    private static final int HALF = 30;
    private static final Pattern HOUR =
            Pattern.compile("(上午|下午|晚上)?([0-9]{1,2})(?::([0-9]{2})|[时点](?:([0-9]{1,2})分?|(半)|整)?)");

    public Appointment {
        place = place.strip();
    }

    /// Of a day alone.
    public static Appointment on(LocalDate day, String place) {
        return new Appointment(day, null, place);
    }

    /// The hour that somebody wrote: `9:30`, `09:30`, `上午9时30分`, `下午3点半`; empty for what is none.
    public static Optional<LocalTime> hour(String typed) {
        var plain =
                java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                        .replaceAll("\\s", "");
        var m = HOUR.matcher(plain);
        if (!m.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(m.group(2));
        var minutes = m.group(3) == null ? m.group(4) : m.group(3);
        int minute = m.group(5) != null ? HALF : minutes == null ? 0 : Integer.parseInt(minutes);
        if (m.group(1) != null && !m.group(1).equals("上午") && hour < NOON) {
            hour += NOON;
        }
        return hour < 24 && minute < 60
                ? Optional.of(LocalTime.of(hour, minute))
                : Optional.empty();
    }

    /// Whether whoever is told could come: the hour and the place are both said.
    public boolean complete() {
        return hour != null && !place.isEmpty();
    }

    /// The day, with the hour where there is one: `2026-12-01 09:30`.
    public String when() {
        return hour == null ? day.toString() : day + " " + hour;
    }
}
