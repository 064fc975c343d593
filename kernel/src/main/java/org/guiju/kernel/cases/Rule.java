package org.guiju.kernel.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.guiju.kernel.shared.Refusal;

/// 规则: one small named value. The predicate states what must hold, positively; the article and the code stand in
/// {@link CaseRule}.
record Rule<C extends CaseCommand>(CaseRule id, Predicate<Asked<C>> holds) {

    /// The rules that do not hold, in order of precedence.
    static <C extends CaseCommand> List<Refusal> broken(List<Rule<C>> rules, Asked<C> asked) {
        return rules.stream()
                .filter(r -> !r.holds().test(asked))
                .sorted((x, y) -> x.id().compareTo(y.id()))
                .map(r ->
                        new Refusal(
                                r.id(), r.id().basis(asked.definition().kind()), placeOf(asked)))
                .toList();
    }

    private static Map<String, String> placeOf(Asked<?> asked) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("case", asked.state().opening().no());
        facts.put("today", asked.today().toString());
        var step = asked.step();
        if (step != null) {
            facts.put("step", step.id());
            facts.put("stepName", step.name().zh());
        }
        return facts;
    }
}
