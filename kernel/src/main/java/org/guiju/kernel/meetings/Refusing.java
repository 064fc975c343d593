package org.guiju.kernel.meetings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;

/// Gathers reasons in the order of precedence of their rules.
final class Refusing {
    private final List<Refusal> refusals = new ArrayList<>();

    Refusing unless(boolean holds, MeetingRule rule) {
        return unless(holds, rule, Map.of());
    }

    Refusing unless(boolean holds, MeetingRule rule, Map<String, String> facts) {
        if (!holds) {
            refusals.add(new Refusal(rule, rule.basis(), facts));
        }
        return this;
    }

    static String people(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).collect(Collectors.joining("、"));
    }

    boolean none() {
        return refusals.isEmpty();
    }

    Outcome<MeetingEvent> or(MeetingEvent... events) {
        return or(List.of(events));
    }

    Outcome<MeetingEvent> or(List<MeetingEvent> events) {
        return none() ? new Outcome.Permitted<>(events) : new Outcome.Refused<>(list());
    }

    List<Refusal> list() {
        return refusals.stream().sorted(Comparator.comparing(r -> (MeetingRule) r.code())).toList();
    }
}
