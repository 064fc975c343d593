package org.guiju.kernel.powers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// 制度检查: whether a definition is complete, lawful and workable. No unlawful or unworkable power gets on the list.
///
/// The figures of law that it compares with are those in force on the first day of the definition; it knows no other day.
public final class DefinitionCheck {

    /// 问题: one finding.
    ///
    /// @param path where, in the words of the text: `situations[preparation].steps[decide].bound-to`
    /// @param facts what the sentence needs; keys are stable
    public record Problem(DefinitionCheckCode code, String path, Map<String, String> facts) {
        public Problem {
            facts = Map.copyOf(facts);
        }
    }

    private final Set<String> ruleIds;

    /// @param ruleIds ids of the decider's rules: a risk point must name one of them as its control
    public DefinitionCheck(Set<String> ruleIds) {
        this.ruleIds = Set.copyOf(ruleIds);
    }

    /// Every finding; empty when the definition may be published.
    public List<Problem> check(PowerDefinition power) {
        var found = new Findings();
        for (var situation : power.situations()) {
            controls(situation, found);
        }
        return found.all();
    }

    private void controls(Situation situation, Findings found) {
        for (var step : situation.steps()) {
            var risk = step.risk();
            if (risk != null && !ruleIds.contains(risk.control())) {
                found.add(
                        DefinitionCheckCode.CONTROL_UNKNOWN,
                        at(situation, step) + ".risk.control",
                        "found",
                        risk.control());
            }
        }
    }

    static String at(Situation situation, Step step) {
        return "situations[" + situation.id() + "].steps[" + step.id() + "]";
    }

    /// 检查记录: what the parts of the check write into.
    static final class Findings {
        private final List<Problem> problems = new ArrayList<>();

        void add(DefinitionCheckCode code, String path, String... facts) {
            var named = new java.util.HashMap<String, String>();
            for (int i = 0; i + 1 < facts.length; i += 2) {
                named.put(facts[i], facts[i + 1]);
            }
            problems.add(new Problem(code, path, named));
        }

        List<Problem> all() {
            return List.copyOf(problems);
        }
    }
}
