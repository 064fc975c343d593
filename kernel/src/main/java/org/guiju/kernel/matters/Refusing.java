package org.guiju.kernel.matters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.shared.Refusal;

/// Gathers reasons in the order of precedence of their rules.
final class Refusing {
    private final List<Refusal> refusals = new ArrayList<>();

    Refusing unless(boolean holds, MatterRule rule) {
        return unless(holds, rule, Map.of());
    }

    Refusing unless(boolean holds, MatterRule rule, Map<String, String> facts) {
        if (!holds) {
            refusals.add(new Refusal(rule, rule.basis(), facts));
        }
        return this;
    }

    boolean none() {
        return refusals.isEmpty();
    }

    List<Refusal> list() {
        return refusals.stream().sorted(Comparator.comparing(r -> (MatterRule) r.code())).toList();
    }
}
