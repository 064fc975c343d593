package org.guiju.kernel.clearing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.Refusal;

/// Gathers reasons in the order of precedence of their rules.
final class Refusing {
    private static final int NAMED = 20;
    private final List<Refusal> refusals = new ArrayList<>();

    Refusing unless(boolean holds, ClearingRule rule) {
        return unless(holds, rule, Map.of());
    }

    Refusing unless(boolean holds, ClearingRule rule, Map<String, String> facts) {
        if (!holds) {
            refusals.add(new Refusal(rule, rule.basis(), facts));
        }
        return this;
    }

    /// Refused where something is left; the first of it is named, with how many there are.
    Refusing whenAny(Collection<String> left, ClearingRule rule, String fact) {
        return unless(left.isEmpty(), rule, Map.of(fact, named(left), "count", "" + left.size()));
    }

    static String named(Collection<String> left) {
        var first = left.stream().limit(NAMED).toList();
        return String.join("、", first) + (left.size() > NAMED ? "……" : "");
    }

    Refusing all(List<Refusal> more) {
        refusals.addAll(more);
        return this;
    }

    boolean none() {
        return refusals.isEmpty();
    }

    List<Refusal> list() {
        return refusals.stream()
                .sorted(Comparator.comparing(r -> (ClearingRule) r.code()))
                .toList();
    }

    Outcome<ClearingEvent> or(ClearingEvent... events) {
        return or(List.of(events));
    }

    Outcome<ClearingEvent> or(List<ClearingEvent> events) {
        return none() ? new Outcome.Permitted<>(events) : new Outcome.Refused<>(list());
    }
}
