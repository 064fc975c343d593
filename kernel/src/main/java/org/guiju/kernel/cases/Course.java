package org.guiju.kernel.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;

/// 流转情况: what moved the case besides its flow.
///
/// @param events what happened, the oldest first
/// @param asked 会签 of the steps that are open now
public record Course(List<VerbEvent> events, Map<String, Countersigning> asked) {
    static final Course NONE = new Course(List.of(), Map.of());

    public Course {
        events = List.copyOf(events);
        asked = Map.copyOf(asked);
    }

    /// 会签 of an open step, complete or not.
    public Optional<Countersigning> countersigning(String step) {
        return Optional.ofNullable(asked.get(step));
    }

    /// 抄送给: those who read the case for information.
    public Set<PersonId> informed() {
        var found = new LinkedHashSet<PersonId>();
        events.forEach(e -> {
            if (e instanceof VerbEvent.Informed i) {
                found.add(i.person());
            }
        });
        return found;
    }

    /// The latest event of a kind.
    public <E extends VerbEvent> Optional<E> latest(Class<E> type) {
        return events.reversed().stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /// 终止, unless an order has opened the case again since.
    public Optional<VerbEvent.Terminated> terminated() {
        return sinceReopened(VerbEvent.Terminated.class);
    }

    /// 撤销, unless an order has opened the case again since.
    public Optional<VerbEvent.DecisionRevoked> revoked() {
        return sinceReopened(VerbEvent.DecisionRevoked.class);
    }

    private <E extends VerbEvent> Optional<E> sinceReopened(Class<E> type) {
        for (var event : events.reversed()) {
            if (type.isInstance(event)) {
                return Optional.of(type.cast(event));
            }
            if (event instanceof VerbEvent.Reopened) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    Course with(VerbEvent event) {
        var all = new ArrayList<>(events);
        all.add(event);
        var next = new Course(all, asked);
        return switch (event) {
            case VerbEvent.CountersignAsked e -> next.asking(e.step(), Countersigning.of(e));
            case VerbEvent.Countersigned e -> next.asking(e.step(), of(e.step(), e).with(e));
            case VerbEvent.SignatoryAdded e ->
                    next.asking(e.step(), of(e.step(), e).plus(e.person()));
            case VerbEvent.SignatoryRemoved e ->
                    next.asking(e.step(), of(e.step(), e).minus(e.person()));
            default -> next;
        };
    }

    /// A step that closes takes its 会签 with it; the next round of the step begins without.
    Course left(String step) {
        if (!asked.containsKey(step)) {
            return this;
        }
        var rest = new LinkedHashMap<>(asked);
        rest.remove(step);
        return new Course(events, rest);
    }

    private Course asking(String step, Countersigning now) {
        var all = new LinkedHashMap<>(asked);
        all.put(step, now);
        return new Course(events, all);
    }

    private Countersigning of(String step, VerbEvent event) {
        return countersigning(step)
                .orElseThrow(() -> new CorruptHistory("no 会签 at " + step, event));
    }
}
