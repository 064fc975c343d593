package org.guiju.app.calendar;

import java.time.Instant;
import java.util.List;
import org.guiju.kernel.calendar.CalendarEdition;
import org.guiju.kernel.calendar.WorkCalendar;

/// 日历查询: the calendar to count by, from the editions loaded so far.
public interface Calendars {
    WorkCalendar current();

    List<CalendarEdition> editions();

    /// The editions with the moment at which each was loaded, oldest first.
    List<Loaded> loaded();

    /// 载入的放假通知.
    record Loaded(Instant at, CalendarEdition edition) {}
}
