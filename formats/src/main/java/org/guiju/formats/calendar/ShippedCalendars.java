package org.guiju.formats.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.guiju.kernel.calendar.CalendarEdition;

/// 随附日历: the notices that come with the program, 2007 to the latest. Source and licence lie beside the files.
public final class ShippedCalendars {

    private static final int FIRST_YEAR = 2007;

    private ShippedCalendars() {}

    /// One edition a year without a gap, oldest first. Reads the files anew at each call: keep the result.
    public static List<CalendarEdition> load() {
        var published = new Properties();
        try {
            published.load(new StringReader(file("published.properties").orElse("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var editions = new ArrayList<CalendarEdition>();
        for (var year = FIRST_YEAR; ; year++) {
            var file = file(year + ".json");
            if (file.isEmpty()) {
                return List.copyOf(editions);
            }
            editions.add(edition(year, file.get(), published));
        }
    }

    private static CalendarEdition edition(int year, String json, Properties published) {
        return switch (CalendarEditions.parse(json)) {
            case EditionReading.Read(var e) when e.year() == year -> {
                var day = published.getProperty(e.id());
                yield day == null
                        ? e
                        : new CalendarEdition(
                                e.id(),
                                e.year(),
                                LocalDate.parse(day),
                                e.papers(),
                                e.restDays(),
                                e.workDays());
            }
            case EditionReading.Read(var e) ->
                    throw new IllegalStateException(year + ".json holds " + e.id());
            case EditionReading.Rejected(var problems) ->
                    throw new IllegalStateException(
                            problems.getFirst().print(year + ".json", false));
        };
    }

    private static Optional<String> file(String name) {
        try (InputStream in = ShippedCalendars.class.getResourceAsStream(name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
