package org.guiju.kernel.powers;

import static org.guiju.kernel.powers.DefinitionCheckCode.*;

import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.powers.DefinitionCheck.Findings;

/// 情形检查: channels, form and materials of one situation.
final class DefinitionCheckSituation {
    private final PowerDefinition power;
    private final Situation situation;
    private final Findings found;
    private final String at;
    private final Set<String> basisIds;

    DefinitionCheckSituation(PowerDefinition power, Situation situation, Findings found) {
        this.power = power;
        this.situation = situation;
        this.found = found;
        this.at = DefinitionCheck.at(situation);
        this.basisIds = power.basis().stream().map(Basis::id).collect(Collectors.toSet());
    }

    void check() {
        if (situation.channels().isEmpty()) {
            found.missing(Element.ACCEPTANCE, at + ".channels");
        }
        if (situation.steps().isEmpty()) {
            found.missing(Element.DECISION, at + ".steps");
        }
        if (situation.conditions().isEmpty()) {
            found.missing(Element.CONDITIONS, at + ".conditions");
        }
        channels();
        conditions();
        materials();
        for (var field : situation.fields()) {
            if (field.type() == Field.Type.CHOICE && field.choices().isEmpty()) {
                found.add(
                        FIELD_WITHOUT_CHOICES,
                        at + ".form[" + field.id() + "]",
                        "found",
                        field.id());
            }
        }
        var formOnly = situation.formOnly();
        if (formOnly != null) {
            found.reference(basisIds, formOnly, at + ".form-only", "form-only");
        }
    }

    /// C18, C19: a section receives itself only for want of another channel, or when it closes the matter at once.
    private void channels() {
        for (var code : situation.channels()) {
            var channel = Channel.ofCode(code).orElse(null);
            var path = at + ".channels";
            switch (channel) {
                case null -> found.add(UNKNOWN_CHANNEL, path, "found", code);
                case SECTION_NO_CHANNEL -> {
                    if (situation.channels().size() > 1) {
                        found.add(SECTION_CHANNEL, path, "found", code);
                    }
                }
                case SECTION_ON_THE_SPOT -> {
                    if (situation.formOnly() == null) {
                        found.add(SECTION_CHANNEL, path, "found", code);
                    }
                }
                case ONLINE, HALL, WINDOW, IN_PERSON, PATROL, COMPLAINT, REFERRAL, ASSIGNED -> {
                    if (!situation.steps().isEmpty()
                            && channel.isSource() == situation.onApplication()) {
                        found.add(UNKNOWN_CHANNEL, path, "found", code);
                    }
                }
            }
        }
    }

    private void conditions() {
        var known = power.conditions().stream().map(Condition::id).collect(Collectors.toSet());
        for (var id : situation.conditions()) {
            found.reference(known, id, at + ".conditions", "conditions");
        }
    }

    private void materials() {
        for (var material : situation.materials()) {
            var path = at + ".materials[" + material.id() + "]";
            var basis = material.basis();
            if (basis != null) {
                found.reference(basisIds, basis, path + ".basis", "basis");
            } else if (material.source().uploaded()) {
                found.add(MATERIAL_WITHOUT_BASIS, path, "found", material.name().zh());
            }
            if (material.source() == Material.Source.SHARED_REGISTER && material.required()) {
                found.add(
                        MATERIAL_NEEDLESSLY_ASKED,
                        path + ".required",
                        "found",
                        material.name().zh());
            }
        }
    }
}
