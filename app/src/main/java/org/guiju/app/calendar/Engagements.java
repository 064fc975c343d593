package org.guiju.app.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 时间占用: who has to be where at an hour. Asked by whoever fixes an hour, so that the page can say who is taken; answered by the calendar of
/// hearings and meetings, which knows them all.
public interface Engagements {

    /// 已有的安排.
    ///
    /// @param kind `hearing`, `visit` or `meeting`; "" where the reader may not know what it is
    /// @param href "" likewise
    record Taken(
            PersonId person, LocalDate day, @Nullable LocalTime hour, String kind, String href) {
        /// The day, with the hour where it may be known.
        public String when() {
            return hour == null ? day.toString() : day + " " + hour;
        }
    }

    /// Where else the persons have to be at that hour.
    ///
    /// @param except address of the case or meeting that asks
    /// @param reader who will read the answer: of what he may not see he learns only that somebody is taken
    List<Taken> of(
            Collection<PersonId> persons,
            LocalDate day,
            @Nullable LocalTime hour,
            String except,
            PersonId reader);
}
