package org.guiju.formats.bpmn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.guiju.kernel.powers.Basis;
import org.guiju.kernel.powers.FlowRegime;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 草案环节: a step as far as a file tells it. Whatever is null has to be filled in before the draft is a definition.
///
/// @param kind code of the kind of step
/// @param counts whether the time is part of the promise
/// @param basis id of the article in the definition
public record DraftStep(
        String id,
        Text name,
        @Nullable String kind,
        @Nullable String role,
        @Nullable String organ,
        @Nullable DraftLimit limit,
        @Nullable Boolean counts,
        SequencedMap<String, List<String>> outcomes,
        boolean join,
        @Nullable String meeting,
        @Nullable String boundTo,
        int officers,
        String qualified,
        List<String> gives,
        List<String> announces,
        @Nullable String regime,
        @Nullable String basis,
        @Nullable Text duty,
        @Nullable DraftRisk risk,
        @Nullable Text rights,
        @Nullable Text complaint) {
    public DraftStep {
        outcomes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(outcomes));
        gives = List.copyOf(gives);
        announces = List.copyOf(announces);
    }

    /// 期限.
    ///
    /// @param unit code of the unit
    /// @param from code of the day from which it runs
    /// @param basis id of the article; null where it is the organ's promise
    public record DraftLimit(int n, String unit, String from, @Nullable String basis) {}

    /// 风险点.
    public record DraftRisk(String grade, Text how, String control, Text measure) {}

    /// What a definition says of one of its steps.
    public static DraftStep of(PowerDefinition power, Step step) {
        var limit = step.limit();
        var risk = step.risk();
        var organ = step.organ();
        FlowRegime regime = step.regime();
        return new DraftStep(
                step.id(),
                step.name(),
                step.kind().code(),
                step.role().isBlank() ? null : step.role(),
                organ == null ? null : organ.value(),
                limit == null
                        ? null
                        : new DraftLimit(
                                limit.n(),
                                limit.unit().code(),
                                step.limitFrom().code(),
                                power.basis().stream()
                                        .filter(b -> b.article().equals(limit.basis()))
                                        .map(Basis::id)
                                        .findFirst()
                                        .orElse(null)),
                step.counts(),
                ways(step),
                step.join(),
                step.meeting(),
                step.boundTo(),
                step.officers().atLeast(),
                step.officers().qualification(),
                step.gives(),
                step.announces(),
                regime == null ? null : regime.code(),
                step.basis(),
                step.duty(),
                risk == null
                        ? null
                        : new DraftRisk(
                                List.of("A", "B", "C").get(Math.clamp(risk.grade(), 1, 3) - 1),
                                risk.how(),
                                risk.control(),
                                risk.measure()),
                step.rights(),
                step.complaint());
    }

    /// An end beside other steps leads nowhere further, and an end alone is no step.
    static SequencedMap<String, List<String>> ways(Step step) {
        var out = new LinkedHashMap<String, List<String>>();
        step.outcomes().keySet().forEach(o -> out.put(o, step.next(o)));
        return out;
    }

    DraftStep leadingTo(SequencedMap<String, List<String>> ways, boolean joins) {
        return new DraftStep(
                id, name, kind, role, organ, limit, counts, ways, joins, meeting, boundTo, officers,
                qualified, gives, announces, regime, basis, duty, risk, rights, complaint);
    }
}
