package org.guiju.kernel.lint;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.guiju.kernel.cases.Inspected;
import org.guiju.kernel.lint.LintRule.Found;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 现场核查审查: nobody is inspected twice by two organs because a flow was drawn so (D25).
final class InspectionRules {
    static final LintRule REPEATED_WITHOUT_ARTICLE =
            new LintRule(
                    "GJ-P32",
                    LintFamily.PROCEDURE,
                    LintSeverity.ERROR,
                    new Article("guiju", "D25"),
                    new Text(
                            "“{before}”已经现场核查，“{step}”由另一机关再次核查，没有法律、法规、规章的条文作依据",
                            "{before} has inspected on site; {step} has another organ inspect again without an article of a statute"),
                    new Text(
                            "删去再次核查的环节，或者在 basis 里写要求再次核查的条文。",
                            "Take the second inspection out, or give the article that requires it as its basis."),
                    (p, _) -> p.situations().stream().flatMap(s -> repeated(p, s)));

    static final List<LintRule> ALL = List.of(REPEATED_WITHOUT_ARTICLE);

    private InspectionRules() {}

    private static Stream<Found> repeated(PowerDefinition power, Situation situation) {
        var inspections = Paths.of(situation, StepKind.SITE_INSPECTION);
        return inspections.stream()
                .filter(step -> !ordered(power, step))
                .flatMap(step ->
                        inspections.stream()
                                .filter(before -> !Objects.equals(before.organ(), step.organ()))
                                .filter(before -> leadsTo(situation, before, step))
                                .limit(1)
                                .map(before ->
                                        Found.at(
                                                "situations["
                                                        + situation.id()
                                                        + "].steps["
                                                        + step.id()
                                                        + "]",
                                                "before",
                                                before.name().zh(),
                                                "step",
                                                step.name().zh())));
    }

    private static boolean ordered(PowerDefinition power, Step step) {
        return Inspected.articles(power).stream().anyMatch(b -> b.id().equals(step.basis()));
    }

    private static boolean leadsTo(Situation situation, Step before, Step step) {
        return Paths.reached(situation, Set.copyOf(before.successors()), _ -> false).contains(step);
    }
}
