package org.guiju.kernel.powers;

import static org.guiju.kernel.powers.DefinitionCheckCode.*;

import java.util.EnumSet;
import java.util.Set;
import org.guiju.kernel.powers.Basis.Rank;
import org.guiju.kernel.powers.DefinitionCheck.Findings;

/// 流程依据检查: a statutory step names the article that prescribes it (A53), a step of a working procedure carries its five
/// labels (A54). A statutory flow may hold single working steps that say so.
final class DefinitionCheckRegime {
    /// 法律、法规、规章 prescribe a procedure; a notice or the organ's own rule does not.
    private static final Set<Rank> PRESCRIBES =
            EnumSet.complementOf(
                    EnumSet.of(Rank.PARTY_REGULATION, Rank.NORMATIVE_DOCUMENT, Rank.INSTITUTION));

    private final PowerDefinition power;
    private final Situation situation;
    private final Findings found;

    DefinitionCheckRegime(PowerDefinition power, Situation situation, Findings found) {
        this.power = power;
        this.situation = situation;
        this.found = found;
    }

    void check() {
        var whole = situation.regime();
        if (whole == null) {
            found.add(
                    REGIME_MISSING, DefinitionCheck.at(situation), "found", situation.name().zh());
        }
        for (var step : situation.steps()) {
            var regime = step.regime() == null ? whole : step.regime();
            if (regime == FlowRegime.STATUTORY) {
                article(step);
            } else if (regime == FlowRegime.WORKING) {
                labels(step);
            }
        }
    }

    /// An id that names no basis is told by the check of references.
    private void article(Step step) {
        var basis = step.basis();
        var weak =
                basis == null
                        || power.basis(basis)
                                .filter(b -> !PRESCRIBES.contains(b.rank()))
                                .isPresent();
        if (weak) {
            found.add(
                    STATUTORY_STEP_WITHOUT_ARTICLE,
                    DefinitionCheck.at(situation, step) + ".basis",
                    "found",
                    step.name().zh());
        }
    }

    /// Post and complaint ways have been read already: without them no text comes this far.
    private void labels(Step step) {
        label(step, step.limit() == null, "limit", "办理时限", "time limit");
        label(step, step.duty() == null, "duty", "职责要求", "duty requirement");
        label(step, step.risk() == null, "risk", "监督制约", "supervision and restraint");
    }

    private void label(Step step, boolean missing, String key, String zh, String en) {
        if (missing) {
            found.add(
                    WORKING_STEP_UNLABELLED,
                    DefinitionCheck.at(situation, step),
                    "found",
                    step.name().zh(),
                    "key",
                    key,
                    "label",
                    zh,
                    "label-en",
                    en);
        }
    }
}
