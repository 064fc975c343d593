package org.guiju.formats.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.guiju.kernel.powers.FlowRegime;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.Step.LimitFrom;
import org.guiju.kernel.powers.Step.Officers;
import org.guiju.kernel.powers.Step.Risk;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 办理环节: one step of the flow.
final class StepMapper {
    private static final List<String> GRADES = List.of("A", "B", "C");

    private final Citations cites;
    private final Shared shared;

    StepMapper(Citations cites, Shared shared) {
        this.cites = cites;
        this.shared = shared;
    }

    /// 各环节通用: rights and complaint ways that hold at every step which does not state its own (A51).
    record Shared(@Nullable Text rights, @Nullable Text complaint) {
        static Shared read(@Nullable Keys keys) {
            if (keys == null) {
                return new Shared(null, null);
            }
            var shared = new Shared(keys.textOrNull("rights"), keys.textOrNull("complaint"));
            keys.done();
            return shared;
        }
    }

    Step step(Keys keys) {
        var kind = keys.oneOf("kind", List.of(StepKind.values()), StepKind::code);
        var limitKeys = keys.innerOrNull("limit", "step-limit");
        var limit = limitKeys == null ? null : cites.uncheckedLimit(limitKeys);
        var from = from(limitKeys);
        return new Step(
                keys.id("id"),
                keys.text("name"),
                kind,
                keys.id("role"),
                organ(keys),
                limit,
                from,
                keys.flag("counts", countsByKind(kind)),
                outcomes(keys.inner("outcomes", "outcomes")),
                keys.flag("join", false),
                keys.idOrNull("meeting"),
                keys.idOrNull("bound-to"),
                officers(keys),
                keys.words("gives"),
                keys.words("announces"),
                regime(keys),
                keys.wordOrNull("basis"),
                keys.textOrNull("duty"),
                risk(keys),
                everywhere(keys, "rights", shared.rights()),
                everywhere(keys, "complaint", shared.complaint()));
    }

    /// Whether the time of such a step is part of the promise unless the text says otherwise: what comes after the
    /// decision, waits for the applicant, or is taken out by 行政许可法 第四十五条, is not.
    private static boolean countsByKind(StepKind kind) {
        return switch (kind) {
            case ACCEPTANCE,
                    FORM_REVIEW,
                    PAIRED_REVIEW,
                    SITE_INSPECTION,
                    PARTY_NOTICE,
                    ORGAN_OPINION,
                    DELIBERATION,
                    DECISION,
                    INVESTIGATION,
                    PENALTY_NOTICE,
                    RECHECK,
                    LEGAL_REVIEW,
                    PENALTY_DECISION,
                    ON_THE_SPOT,
                    APPROVAL,
                    ON_SITE,
                    RULING ->
                    true;
            case ONE_OFF_NOTICE,
                    HEARING,
                    PUBLICITY,
                    OBJECTION_REVIEW,
                    SERVICE,
                    ARCHIVING,
                    CLUE_CHECK,
                    FILING_CHECK,
                    FILING,
                    COLLECTION,
                    DEMAND,
                    COURT_ENFORCEMENT,
                    INITIATION,
                    REPLY,
                    MEDIATION,
                    EXECUTION ->
                    false;
        };
    }

    /// Whether law prescribes the flow, or one step of it.
    static @Nullable FlowRegime regime(Keys keys) {
        return keys.has("regime")
                ? keys.oneOf("regime", List.of(FlowRegime.values()), FlowRegime::code)
                : null;
    }

    private static LimitFrom from(@Nullable Keys keys) {
        if (keys == null) {
            return LimitFrom.STEP;
        }
        var from = keys.oneOf("from", List.of(LimitFrom.values()), LimitFrom::code, LimitFrom.STEP);
        keys.done();
        return from;
    }

    private static @Nullable OrganId organ(Keys keys) {
        return Optional.ofNullable(keys.idOrNull("organ")).map(OrganId::new).orElse(null);
    }

    private static SequencedMap<String, List<String>> outcomes(Keys keys) {
        var outcomes = new LinkedHashMap<String, List<String>>();
        for (var outcome : keys.open()) {
            outcomes.put(outcome, keys.words(outcome));
        }
        keys.done();
        return outcomes;
    }

    private static Officers officers(Keys keys) {
        var inner = keys.innerOrNull("officers", "officers");
        if (inner == null) {
            return Officers.ONE;
        }
        var officers = new Officers(inner.number("at-least", 1, 20), inner.wordOr("qualified", ""));
        inner.done();
        return officers;
    }

    private static @Nullable Risk risk(Keys keys) {
        var inner = keys.innerOrNull("risk", "risk");
        if (inner == null) {
            return null;
        }
        var grade = 1 + GRADES.indexOf(inner.oneOf("grade", GRADES, w -> w));
        var risk = new Risk(grade, inner.text("how"), inner.word("control"), inner.text("measure"));
        inner.done();
        return risk;
    }

    private static Text everywhere(Keys keys, String key, @Nullable Text otherwise) {
        var own = keys.textOrNull(key);
        if (own != null) {
            return own;
        }
        return otherwise != null ? otherwise : keys.text(key);
    }
}
