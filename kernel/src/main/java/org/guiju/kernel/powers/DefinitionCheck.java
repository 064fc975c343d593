package org.guiju.kernel.powers;

import java.util.ArrayList;
import java.util.HashMap;
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
        new DefinitionCheckElements(power, found).check();
        new DefinitionCheckPenalty(power, found).check();
        new DefinitionCheckLicence(power, found).check();
        for (var situation : power.situations()) {
            new DefinitionCheckSituation(power, situation, found).check();
            if (!situation.steps().isEmpty()) {
                new DefinitionCheckFlow(power, situation, ruleIds, found).check();
                new DefinitionCheckNodes(power, situation, found).check();
                new DefinitionCheckRegime(power, situation, found).check();
                new DefinitionCheckLimits(power, situation, found).check();
                new DefinitionCheckFormerLinks(situation, found).check();
                new DefinitionCheckAnnounced(power, situation, found).check();
            }
        }
        return found.all();
    }

    static String at(Situation situation) {
        return "situations[" + situation.id() + "]";
    }

    static String at(Situation situation, Step step) {
        return at(situation) + ".steps[" + step.id() + "]";
    }

    /// 检查记录: what the parts of the check write into.
    static final class Findings {
        private final List<Problem> problems = new ArrayList<>();

        /// @param facts name and value by turns
        void add(DefinitionCheckCode code, String path, String... facts) {
            var named = new HashMap<String, String>();
            for (int i = 0; i + 1 < facts.length; i += 2) {
                named.put(facts[i], facts[i + 1]);
            }
            problems.add(new Problem(code, path, named));
        }

        /// An id that must be among those known; an empty one is somebody else's business.
        void reference(Set<String> known, String id, String path, String key) {
            if (!known.contains(id)) {
                add(DefinitionCheckCode.REFERENCE, path, "key", key, "found", id);
            }
        }

        void missing(Element element, String path) {
            add(
                    DefinitionCheckCode.ELEMENT_MISSING,
                    path,
                    "element",
                    element.zh(),
                    "element-en",
                    element.en());
        }

        List<Problem> all() {
            return List.copyOf(problems);
        }
    }
}
