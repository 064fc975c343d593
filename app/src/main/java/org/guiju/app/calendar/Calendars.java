package org.guiju.app.calendar;

import java.util.List;
import org.guiju.kernel.calendar.CalendarEdition;
import org.guiju.kernel.calendar.WorkCalendar;

/// 日历查询: the calendar to count by, from the editions loaded so far.
public interface Calendars {
    WorkCalendar current();

    List<CalendarEdition> editions();
}
