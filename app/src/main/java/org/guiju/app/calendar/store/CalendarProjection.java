package org.guiju.app.calendar.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Remembered;
import org.guiju.kernel.calendar.CalendarEdition;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of the editions, and the calendar made of them, kept until an edition is loaded.
@Component
@Order(10)
public class CalendarProjection implements Projection, Calendars {
    private final JdbcClient jdbc;
    private final Remembered<Known> known = new Remembered<>();

    /// What acts count by, made of the editions.
    private record Known(List<Loaded> loaded, WorkCalendar calendar) {}

    CalendarProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("calendar_edition");
    }

    @Override
    public String reads() {
        return "calendar.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        known.changing();
        for (var e : stream) {
            jdbc.sql(
                            """
                            insert into projection.calendar_edition
                            values (:edition, :year, :loaded, :published, :papers, :rest::date[], :work::date[]) on conflict do nothing
                            """)
                    .param("edition", e.text("edition"))
                    .param("year", e.fields().get("year") instanceof Value.Int(var y) ? (int) y : 0)
                    .param("loaded", Timestamp.from(e.at()))
                    .param("published", LocalDate.parse(e.text("published")))
                    .param("papers", e.texts("papers").toArray(String[]::new))
                    .param("rest", days(e, "rest_days"))
                    .param("work", days(e, "work_days"))
                    .update();
        }
    }

    @Override
    public WorkCalendar current() {
        return known.get(this::read).calendar();
    }

    @Override
    public List<Loaded> loaded() {
        return known.get(this::read).loaded();
    }

    private Known read() {
        var loaded =
                jdbc.sql(
                                "select * from projection.calendar_edition order by loaded_at, year, edition")
                        .query((rs, _) ->
                                new Loaded(rs.getTimestamp("loaded_at").toInstant(), edition(rs)))
                        .list();
        return new Known(loaded, WorkCalendar.of(editions()));
    }

    @Override
    public List<CalendarEdition> editions() {
        return jdbc.sql(
                        "select * from projection.calendar_edition order by year, loaded_at, edition")
                .query((rs, _) -> edition(rs))
                .list();
    }

    private static CalendarEdition edition(ResultSet rs) throws SQLException {
        return new CalendarEdition(
                rs.getString("edition"),
                rs.getInt("year"),
                rs.getObject("published", LocalDate.class),
                List.of((String[]) rs.getArray("papers").getArray()),
                set((Date[]) rs.getArray("rest_days").getArray()),
                set((Date[]) rs.getArray("work_days").getArray()));
    }

    private static LinkedHashSet<LocalDate> set(Date[] days) {
        var set = new LinkedHashSet<LocalDate>();
        Arrays.stream(days).map(Date::toLocalDate).forEach(set::add);
        return set;
    }

    private static String[] days(EventEntry e, String name) {
        return e.texts(name).toArray(String[]::new);
    }
}
