package org.guiju.formats.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.calendar.TimeLimits;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.shared.Article;
import org.junit.jupiter.api.Test;

class DeadlineVectorsTest {

    @Test
    void everyDueDateIsTheOneComputedElsewhere() throws IOException {
        var calendar = WorkCalendar.of(ShippedCalendars.load());
        var checked = 0;
        for (var row :
                CsvReader.builder().ofNamedCsvRecord(new String(file(), StandardCharsets.UTF_8))) {
            var unit = LimitUnit.parse(row.getField("unit")).orElseThrow();
            var limit =
                    new Limit(
                            Integer.parseInt(row.getField("n")),
                            unit,
                            new Article(row.getField("rule"), "—"));
            var d =
                    TimeLimits.lastDay(
                            calendar,
                            LocalDate.parse(row.getField("event_day_excluded")),
                            limit,
                            List.of());
            assertThat(d.lastDay()).as(row.toString()).isEqualTo(row.getField("last_day"));
            if (unit == LimitUnit.CALENDAR_DAY) {
                assertThat(d.rolledOver())
                        .as(row.toString())
                        .isEqualTo(row.getField("rolled_over_rest_day").equals("Y"));
                var end = LocalDate.parse(row.getField("last_day_without_roll"));
                assertThat(end.plusDays(d.restDaysSkipped()))
                        .as(row.toString())
                        .isEqualTo(d.lastDay());
            }
            checked++;
        }
        assertThat(checked).isEqualTo(80);
    }

    @Test
    void theSheetGivesTheSameLastDays() throws IOException {
        var calendar = WorkCalendar.of(ShippedCalendars.load());
        var filled = (LimitsSheet.Result.Filled) new LimitsSheet(calendar, true).fill(file());
        assertThat(filled.failed()).isZero();
        var expected =
                CsvReader.builder()
                        .ofNamedCsvRecord(new String(file(), StandardCharsets.UTF_8))
                        .stream()
                        .map(row -> row.getField("last_day"))
                        .toList();
        var at = filled.columns().indexOf(LimitsSheet.LAST_DAY);
        assertThat(filled.rows().stream().map(row -> row.get(at)).toList())
                .isEqualTo(expected)
                .hasSize(80);
    }

    private static byte[] file() throws IOException {
        try (InputStream in =
                DeadlineVectorsTest.class.getResourceAsStream("deadline_vectors.csv")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
