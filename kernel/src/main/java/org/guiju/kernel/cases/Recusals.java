package org.guiju.kernel.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;

/// 回避情况 of a case: who is out, what was asked, and what was answered.
///
/// @param events what happened, the oldest first
public record Recusals(List<RecusalEvent> events) {
    public Recusals {
        events = List.copyOf(events);
    }

    /// Those who take no further part.
    public Set<PersonId> out() {
        var out = new HashSet<PersonId>();
        for (var event : events) {
            if (event instanceof RecusalEvent.PersonRecused
                    || event instanceof RecusalEvent.RecusalDecided d && d.granted()) {
                out.add(event.person());
            }
        }
        return Set.copyOf(out);
    }

    /// 待决定: against whom a request waits for its answer.
    public Set<PersonId> pending() {
        var pending = new LinkedHashSet<PersonId>();
        for (var event : events) {
            switch (event) {
                case RecusalEvent.RecusalSought e -> pending.add(e.person());
                case RecusalEvent.RecusalDecided e -> pending.remove(e.person());
                case RecusalEvent.PersonRecused e -> pending.remove(e.person());
            }
        }
        return pending;
    }

    /// Whether there was a decision on the person, or he stepped back by himself.
    public boolean answered(PersonId person) {
        return events.stream()
                .anyMatch(e ->
                        !(e instanceof RecusalEvent.RecusalSought) && e.person().equals(person));
    }

    /// Whether a party asked for the person before.
    boolean sought(PersonId person) {
        return events.stream()
                .anyMatch(
                        e -> e instanceof RecusalEvent.RecusalSought && e.person().equals(person));
    }

    /// Resolutions that decided on a head's recusal; they decide nothing else.
    Set<String> resolutions() {
        var used = new HashSet<String>();
        for (var event : events) {
            if (event instanceof RecusalEvent.RecusalDecided d && !d.resolution().isEmpty()) {
                used.add(d.resolution());
            }
        }
        return used;
    }

    Recusals with(RecusalEvent event) {
        var all = new ArrayList<>(events);
        all.add(event);
        return new Recusals(all);
    }
}
