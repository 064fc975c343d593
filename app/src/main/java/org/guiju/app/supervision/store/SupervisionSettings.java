package org.guiju.app.supervision.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.ledger.Remembered;
import org.guiju.kernel.calendar.CalendarEdition;
import org.guiju.kernel.supervision.CalendarHistory;
import org.guiju.kernel.supervision.KnownCalendar;
import org.guiju.kernel.supervision.Scheme;
import org.guiju.kernel.supervision.Schemes;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What all cases are judged by: the scheme, the calendars as they became known, and until when time has been looked at.
@Component
public class SupervisionSettings {
    /// What a time server corrects in passing.
    public static final Duration STEP = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final Scheme scheme;
    private final AtomicReference<@Nullable Cached> cached = new AtomicReference<>();

    private final Remembered<Instant> asOf = new Remembered<>();

    private record Cached(List<Calendars.Loaded> loaded, CalendarHistory history) {}

    SupervisionSettings(
            JdbcClient jdbc,
            Calendars calendars,
            @Value("${guiju.supervision.scheme:statutory}") String scheme) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.scheme =
                Schemes.byId(scheme)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "guiju.supervision.scheme: 没有规则方案 / there is no scheme "
                                                + scheme));
    }

    public Scheme scheme() {
        return scheme;
    }

    /// Before anything was looked at: the beginning of time.
    public Instant asOf() {
        return asOf.get(this::read);
    }

    private Instant read() {
        return jdbc.sql("select as_of from supervision_clock where one = 1")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    /// Time has been looked at until the moment. A clock that is set right by less than [#STEP] moves nothing back; one that stood
    /// further in the future is no longer believed: cases are judged as of the earlier of the two moments, and all of them are
    /// [#owed] another look.
    public void advance(Instant to) {
        asOf.changing();
        jdbc.sql(
                        """
                        insert into supervision_clock (one, as_of) values (1, :to)
                        on conflict (one) do update set
                            again = supervision_clock.again or excluded.as_of < supervision_clock.as_of - :step * interval '1 second',
                            as_of = case when excluded.as_of < supervision_clock.as_of - :step * interval '1 second'
                                then excluded.as_of else greatest(supervision_clock.as_of, excluded.as_of) end
                        """)
                .param("to", Timestamp.from(to))
                .param("step", STEP.toSeconds())
                .update();
    }

    /// Whether cases have been judged as of a moment that has not come.
    public boolean owed() {
        return jdbc.sql("select again from supervision_clock where one = 1")
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// All of them have been judged again.
    public void settled() {
        jdbc.sql("update supervision_clock set again = false where one = 1").update();
    }

    /// The editions of the first load were known from the beginning; each later one from when it was loaded.
    public CalendarHistory history() {
        var loaded = calendars.loaded();
        var known = cached.get();
        if (known == null || !known.loaded().equals(loaded)) {
            known = new Cached(loaded, build(loaded));
            cached.set(known);
        }
        return known.history();
    }

    private static CalendarHistory build(List<Calendars.Loaded> loaded) {
        var later = new TreeMap<Instant, KnownCalendar>();
        var editions = new java.util.ArrayList<CalendarEdition>();
        KnownCalendar first = KnownCalendar.of(List.of());
        for (int i = 0; i < loaded.size(); i++) {
            editions.add(loaded.get(i).edition());
            var at = loaded.get(i).at();
            if (i + 1 < loaded.size() && loaded.get(i + 1).at().equals(at)) {
                continue;
            }
            var calendar = KnownCalendar.of(editions);
            if (at.equals(loaded.getFirst().at())) {
                first = calendar;
            } else {
                later.put(at, calendar);
            }
        }
        return new CalendarHistory(first, later);
    }
}
