package org.guiju.app.agenda;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 一项日程, as one officer sees it.
///
/// @param kind `hearing`, `visit`, `meeting` or `due`
/// @param hour when it begins; null where only the day is known
/// @param what name of the power, or of the kind of meeting
/// @param no number of the case or of the meeting
/// @param place "" where none is known
/// @param persons officers who have to be there
/// @param secret whether whoever is visited is not told: it leaves the house in no file
/// @param missed whether the day is over and it was not held
/// @param clash whether somebody who has to be there, or its room, is taken at that hour
public record AgendaEntry(
        String kind,
        LocalDate day,
        @Nullable LocalTime hour,
        Text what,
        String no,
        String place,
        List<PersonId> persons,
        String href,
        boolean secret,
        boolean missed,
        boolean clash) {
    public AgendaEntry {
        persons = List.copyOf(persons);
    }

    /// The same, and whether it clashes.
    public AgendaEntry clashing(boolean does) {
        return new AgendaEntry(
                kind, day, hour, what, no, place, persons, href, secret, missed, does);
    }

    /// Whether people come together for it.
    public boolean gathering() {
        return !kind.equals("due");
    }

    /// The same for the same thing, whenever it is asked for.
    public String id() {
        return kind + "-" + no + "-" + day;
    }
}
