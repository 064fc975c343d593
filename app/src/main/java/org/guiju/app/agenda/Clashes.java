package org.guiju.app.agenda;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 时间冲突: whether one person is to be in two places at one hour. A warning, never a refusal: who fixes the hour may know better.
public final class Clashes {
    /// How long a hearing, a visit or a meeting is taken to last; nobody is asked for its end. A reckoning of ours, no figure of law.
    public static final Duration LASTS = Duration.ofHours(2);

    private Clashes() {}

    /// Whether both are on at one time; where the hour of one is not known, whether both are on one day.
    public static boolean overlap(
            LocalDate day, @Nullable LocalTime a, LocalDate other, @Nullable LocalTime b) {
        return day.equals(other)
                && (a == null || b == null || Duration.between(a, b).abs().compareTo(LASTS) < 0);
    }

    /// Whether the entry and another of them need one person or one room at one time.
    public static boolean among(AgendaEntry one, Collection<AgendaEntry> all) {
        return all.stream()
                .filter(o -> !o.href().equals(one.href()) || !o.kind().equals(one.kind()))
                .filter(AgendaEntry::gathering)
                .filter(o -> overlap(one.day(), one.hour(), o.day(), o.hour()))
                .anyMatch(o -> together(one, o));
    }

    private static boolean together(AgendaEntry one, AgendaEntry other) {
        return !shared(one.persons(), other.persons()).isEmpty()
                || !one.place().isBlank()
                        && indoors(one)
                        && indoors(other)
                        && one.place().strip().equals(other.place().strip());
    }

    /// Those who are in both.
    public static List<PersonId> shared(List<PersonId> a, List<PersonId> b) {
        return a.stream().filter(b::contains).distinct().toList();
    }

    private static boolean indoors(AgendaEntry e) {
        return e.kind().equals("hearing") || e.kind().equals("meeting");
    }
}
