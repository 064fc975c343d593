package org.guiju.formats.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.guiju.formats.calendar.ShippedCalendars;
import org.guiju.formats.supervision.SupervisionVectors.Check;
import org.guiju.formats.supervision.SupervisionVectors.Result;
import org.guiju.kernel.supervision.KnownCalendar;
import org.guiju.kernel.supervision.Schemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupervisionVectorsTest {
    private static final KnownCalendar CALENDAR = KnownCalendar.of(ShippedCalendars.load());

    private static byte[] vectors() throws IOException {
        try (var in = SupervisionVectorsTest.class.getResourceAsStream("hunan-vectors.json")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static Result.Checked checked(String json) {
        return (Result.Checked)
                SupervisionVectors.check(
                        json.getBytes(StandardCharsets.UTF_8), Schemes.HUNAN, CALENDAR);
    }

    @Test
    void everyPublishedMomentComesOut() throws IOException {
        assertThat(SupervisionVectors.recognise(vectors())).isTrue();
        var checked = (Result.Checked) SupervisionVectors.check(vectors(), Schemes.HUNAN, CALENDAR);
        assertThat(checked.checks()).hasSize(17).allMatch(Check::agrees);
    }

    @Test
    void theDefaultSchemeCountsOtherwiseAndTheCheckSaysSo() throws IOException {
        var checked =
                (Result.Checked) SupervisionVectors.check(vectors(), Schemes.STATUTORY, CALENDAR);
        assertThat(checked.checks()).anyMatch(c -> !c.agrees());
    }

    /// Over the holidays of several years: Spring Festival 2024 with its working weekends, National Day 2025, the lengthened
    /// Spring Festival of 2020, and a year's end.
    @ParameterizedTest
    @CsvSource({
        "2024-02-05T14:00, 7, 10, 2024-02-20T14:00, 2024-02-23T14:00",
        "2025-09-28T09:30, 3, 5, 2025-10-09T09:30, 2025-10-11T09:30",
        "2020-01-22T10:00, 2, 3, 2020-02-03T10:00, 2020-02-04T10:00",
        "2019-12-30T16:20, 3, 5, 2020-01-03T16:20, 2020-01-07T16:20",
    })
    void restDaysAndWorkingWeekendsAreThoseOfTheNotices(
            String accepted, int promise, int statute, String yellow, String red) {
        var json =
                """
                [{"id":"x","object":"办件","accepted":"%s","limits":{"promiseWd":%d,"statutoryWd":%d},
                  "expect":{"yellowAfter":"%s","redAfter":"%s"}}]
                """
                        .formatted(accepted, promise, statute, yellow, red);
        assertThat(checked(json).checks()).extracting(c -> c.found()).containsExactly(yellow, red);
    }

    @ParameterizedTest
    @CsvSource({"2018-10-29T10:00:00, ''", "2018-10-29T10:00:01, 2018-10-29T10:00"})
    void aCaseThatEndedInTimeIsNeverRedAndOneSecondLateItIs(String finished, String red) {
        var json =
                """
                [{"id":"x","object":"办件","accepted":"2018-10-15T10:00","finished":"%s",
                  "limits":{"promiseWd":7,"statutoryWd":10},"expect":{"redAfter":null}}]
                """
                        .formatted(finished);
        assertThat(checked(json).checks()).extracting(c -> c.found()).containsExactly(red);
    }

    @Test
    void aFieldThatIsNotKnownIsNamedAndNotPassedOver() {
        var json =
                """
                [{"id":"x","object":"办件","accepted":"2018-10-15T10:00","limits":{"promisedWd":7},"expect":{}}]
                """;
        var result =
                SupervisionVectors.check(
                        json.getBytes(StandardCharsets.UTF_8), Schemes.HUNAN, CALENDAR);
        assertThat(result).isInstanceOf(Result.Unusable.class);
        assertThat(((Result.Unusable) result).problem().zh()).contains("limits.promisedWd");
    }
}
