package org.guiju.kernel.lint;

import java.util.List;
import java.util.stream.Stream;
import org.guiju.kernel.powers.PowerDefinition;

/// 制度审查: all findings on a text that loads. What keeps a text from loading is the reader's to say.
public final class Lint {
    private static final List<LintRule> RULES =
            Stream.of(
                            AuthorityRules.ALL,
                            FormRules.ALL,
                            NeighbourRules.ALL,
                            ProcedureRules.ALL,
                            FlowRules.ALL,
                            RunRules.ALL,
                            InspectionRules.ALL,
                            TimeRules.ALL,
                            RemedyRules.ALL,
                            IntegrityRules.ALL,
                            MeetingRules.ALL,
                            OfficeRules.ALL,
                            DiscretionRules.ALL)
                    .flatMap(List::stream)
                    .toList();

    private Lint() {}

    public static List<LintRule> rules() {
        return RULES;
    }

    /// Findings in the order of the rules.
    public static List<LintFinding> of(PowerDefinition power, LintFacts facts) {
        return RULES.stream().flatMap(r -> r.check().in(power, facts).map(r::finding)).toList();
    }
}
