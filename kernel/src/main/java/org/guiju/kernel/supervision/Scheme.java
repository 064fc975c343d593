package org.guiju.kernel.supervision;

import java.util.List;
import java.util.Optional;
import org.guiju.kernel.shared.Text;

/// 监察规则方案: a set of rules with one way of counting. Rules that officials may disagree on are data: versioned, with their
/// source.
public record Scheme(
        String id, int version, Text name, Counting counting, Text source, List<CardRule> rules) {
    public Scheme {
        rules = List.copyOf(rules);
    }

    public Optional<CardRule> rule(String ruleId) {
        return rules.stream().filter(r -> r.id().equals(ruleId)).findFirst();
    }
}
