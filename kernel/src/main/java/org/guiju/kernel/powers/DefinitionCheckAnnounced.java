package org.guiju.kernel.powers;

import static org.guiju.kernel.powers.DefinitionCheckCode.ANNOUNCED_TEXT_MISSING;
import static org.guiju.kernel.powers.DefinitionCheckCode.ANNOUNCES_MISFIT;
import static org.guiju.kernel.powers.DefinitionCheckCode.ANNOUNCES_PERSONAL;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.powers.DefinitionCheck.Findings;

/// 公告内容检查: what a publicity puts up is written before it opens, is nobody's private matter, and there is a publicity to put it up.
final class DefinitionCheckAnnounced {
    /// Steps whose act is a text that anybody may read: an opinion, a list made on site, what was carried out.
    static final Set<StepKind> TEXTS =
            EnumSet.of(StepKind.APPROVAL, StepKind.ON_SITE, StepKind.EXECUTION);

    private final PowerDefinition power;
    private final Situation situation;
    private final Findings found;

    DefinitionCheckAnnounced(PowerDefinition power, Situation situation, Findings found) {
        this.power = power;
        this.situation = situation;
        this.found = found;
    }

    void check() {
        var known =
                situation.fields().stream()
                        .map(Field::id)
                        .collect(Collectors.toCollection(HashSet::new));
        situation.steps().stream().map(Step::id).forEach(known::add);
        for (var step : situation.steps()) {
            var at = DefinitionCheck.at(situation, step) + ".announces";
            if (!step.announces().isEmpty() && step.kind() != StepKind.PUBLICITY) {
                found.add(ANNOUNCES_MISFIT, at, "found", step.name().zh());
            }
            for (var id : step.announces()) {
                found.reference(known, id, at, "announces");
                field(id, at);
                situation.step(id).ifPresent(said -> said(said, step, at));
            }
        }
    }

    private void field(String id, String at) {
        situation.fields().stream()
                .filter(f -> f.id().equals(id))
                .filter(f ->
                        f.personal()
                                || power.publicity().never().contains(f.id())
                                || power.publicity().never().contains(f.type().code()))
                .forEach(f -> found.add(ANNOUNCES_PERSONAL, at, "found", f.label().zh()));
    }

    private void said(Step said, Step publicity, String at) {
        if (!TEXTS.contains(said.kind()) || !before(said, publicity)) {
            found.add(ANNOUNCED_TEXT_MISSING, at, "found", said.name().zh());
        }
    }

    private boolean before(Step said, Step publicity) {
        return !new DefinitionCheckPath(situation).leadsOn()
                || Flow.of(situation).reaches(said.id(), publicity.id());
    }
}
