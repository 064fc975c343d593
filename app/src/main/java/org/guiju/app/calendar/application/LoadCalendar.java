package org.guiju.app.calendar.application;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.guiju.app.calendar.CalendarChanged;
import org.guiju.app.calendar.store.CalendarProjection;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.kernel.calendar.CalendarEdition;
import org.guiju.kernel.ledger.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 载入放假通知: each edition is an event; a later edition of a year replaces the earlier one from then on.
@Service
public class LoadCalendar {
    private static final UUID STREAM =
            UUID.nameUUIDFromBytes("calendar".getBytes(StandardCharsets.UTF_8));
    private final EventStore events;
    private final CalendarProjection projection;
    private final ApplicationEventPublisher publisher;

    LoadCalendar(
            EventStore events, CalendarProjection projection, ApplicationEventPublisher publisher) {
        this.events = events;
        this.projection = projection;
        this.publisher = publisher;
    }

    /// Loads the editions that are not there yet.
    ///
    /// @return the editions that were new
    @Transactional
    public List<CalendarEdition> load(List<CalendarEdition> editions, Stamp stamp) {
        var stream = events.read(STREAM);
        var known =
                stream.stream()
                        .map(e -> e.fields().get("edition"))
                        .map(v -> v instanceof Value.Str(var id) ? id : "")
                        .toList();
        var fresh = editions.stream().filter(e -> !known.contains(e.id())).toList();
        if (fresh.isEmpty()) {
            return fresh;
        }
        events.append(
                STREAM, stream.size(), fresh.stream().map(LoadCalendar::draft).toList(), stamp);
        projection.project(events.read(STREAM));
        fresh.stream()
                .mapToInt(CalendarEdition::year)
                .distinct()
                .forEach(y -> publisher.publishEvent(new CalendarChanged(y)));
        return fresh;
    }

    private static EventDraft draft(CalendarEdition e) {
        var open = new LinkedHashMap<String, Value>();
        open.put("edition", new Value.Str(e.id()));
        open.put("year", new Value.Int(e.year()));
        open.put("published", new Value.Str(e.published().toString()));
        open.put("papers", new Value.Strs(e.papers()));
        open.put(
                "rest_days",
                new Value.Strs(e.restDays().stream().sorted().map(Object::toString).toList()));
        open.put(
                "work_days",
                new Value.Strs(e.workDays().stream().sorted().map(Object::toString).toList()));
        return EventDraft.of("calendar.edition-loaded", open);
    }
}
