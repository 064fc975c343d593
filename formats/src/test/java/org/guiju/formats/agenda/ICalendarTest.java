package org.guiju.formats.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written is read back by the library as it was meant, and by its letter as RFC 5545 has it.
class ICalendarTest {
    private static final Instant AT = Instant.parse("2026-11-22T16:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    private static String file(@Nullable LocalTime hour, String summary) {
        return ICalendar.write(
                "日程",
                AT,
                List.of(
                        new ICalendar.Entry(
                                "hearing-2026-0001@guiju",
                                DAY,
                                hour,
                                Duration.ofHours(2),
                                summary,
                                "二楼,听证室;东",
                                URI.create("https://a.example/desk/cases/2026-1"),
                                "听证")));
    }

    private static VEvent read(String file) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(file));
        assertThat(calendar.validate(true).hasErrors()).isFalse();
        return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    @Test
    void aDayIsADayAndEndsOnTheNext() throws Exception {
        var file = file(null, "听证");
        assertThat(file)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")
                .contains("DTSTAMP:20261122T160000Z\r\n")
                .contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n")
                .contains("LOCATION:二楼\\,听证室\\;东\r\n");
        assertThat(value(read(file), "LOCATION")).isEqualTo("二楼,听证室;东");
        assertThat(file(null, "听证")).as("the same moment, the same bytes").isEqualTo(file);
    }

    @Test
    void anHourStandsInTheZoneThatTheFileWritesOut() throws Exception {
        var file = file(LocalTime.of(9, 30), "听证");
        assertThat(file)
                .contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\n")
                .contains("TZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\n")
                .contains("DTSTART;TZID=Asia/Shanghai:20261231T093000\r\n")
                .contains("DTEND;TZID=Asia/Shanghai:20261231T113000\r\n");
        DtStart<?> start = read(file).<DtStart<?>>getProperty("DTSTART").orElseThrow();
        assertThat(Instant.from((ZonedDateTime) start.getDate()))
                .isEqualTo(DAY.atTime(9, 30).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    }

    @Test
    void whatWouldEndALineOrAPropertyIsWrittenOtherwise() throws Exception {
        var file = file(null, "a\\b;c,d\ne\rf\u0000");
        assertThat(file).contains("SUMMARY:a\\\\b\\;c\\,d\\nef\r\n");
        assertThat(value(read(file), "SUMMARY")).isEqualTo("a\\b;c,d\nef");
    }

    /// Lengths just below, on and above the bound, in letters of one to four octets.
    @ParameterizedTest
    @ValueSource(ints = {1, 21, 22, 23, 66, 67, 68, 100, 300})
    void noLineIsLongerThan75OctetsAndUnfoldedItIsTheSame(int length) throws Exception {
        for (var letter : List.of("a", "é", "听", "𠮷", "a听")) {
            var summary = letter.repeat(length);
            var file = file(null, summary);
            assertThat(Arrays.stream(file.split("\r\n")))
                    .allSatisfy(l -> {
                        assertThat(l.getBytes(StandardCharsets.UTF_8).length)
                                .as(l)
                                .isLessThanOrEqualTo(75);
                        assertThat(l)
                                .doesNotContain("\ufffd")
                                .doesNotMatch("(?s).*[\\ud800-\\udbff]$");
                    });
            assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + summary + "\r\n");
            assertThat(value(read(file), "SUMMARY")).isEqualTo(summary);
        }
    }
}
