package org.guiju.kernel.powers;

import static org.guiju.kernel.powers.DefinitionCheckCode.ANNUAL_CHECK_WITHOUT_LAW;
import static org.guiju.kernel.powers.DefinitionCheckCode.LICENCE_DEED_MISFIT;
import static org.guiju.kernel.powers.DefinitionCheckCode.RENEWAL_WITHOUT_TERM;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.powers.DefinitionCheck.Findings;
import org.guiju.kernel.powers.LicenceTerms.Act;

/// 许可证检查: whether what a text says of its licence can be carried out: something issues it, whoever changes, renews or cancels
/// one names which, a renewal has a term to renew, and an annual check has a law behind it.
final class DefinitionCheckLicence {
    private final PowerDefinition power;
    private final Findings found;

    DefinitionCheckLicence(PowerDefinition power, Findings found) {
        this.power = power;
        this.found = found;
    }

    void check() {
        var terms = power.licence();
        if (terms == null) {
            return;
        }
        if (power.kind() != PowerKind.LICENCE
                || terms.deeds().stream().noneMatch(d -> d.act() == Act.ISSUE)) {
            found.add(LICENCE_DEED_MISFIT, "licence.deeds", "found", terms.name().zh());
        }
        var known =
                power.situations().stream()
                        .map(Situation::id)
                        .collect(Collectors.toUnmodifiableSet());
        var seen = new HashSet<String>();
        for (var deed : terms.deeds()) {
            var at = "licence.deeds[" + deed.situation() + "]";
            found.reference(known, deed.situation(), at, "situation");
            if (!seen.add(deed.situation()) || !named(deed)) {
                found.add(LICENCE_DEED_MISFIT, at, "found", deed.situation());
            }
            if (deed.act() == Act.RENEW && terms.valid() == null) {
                found.add(RENEWAL_WITHOUT_TERM, at, "found", deed.situation());
            }
        }
        printed(terms);
        annual(terms);
    }

    /// What stands on the licence is asked by every situation that issues one, and is not among what is never published: a licence hangs on a wall.
    private void printed(LicenceTerms terms) {
        for (var field : terms.prints()) {
            boolean asked =
                    terms.deeds().stream()
                            .filter(d -> d.act() == Act.ISSUE)
                            .allMatch(d ->
                                    power.situation(d.situation())
                                            .flatMap(s -> s.field(field))
                                            .isPresent());
            if (!asked || power.publicity().never().contains(field)) {
                found.add(LICENCE_DEED_MISFIT, "licence.prints", "found", field);
            }
        }
    }

    /// A licence that is changed, renewed or cancelled is named in a field that must be filled in; a new one has no number yet.
    private boolean named(LicenceTerms.Deed deed) {
        var field = deed.namedIn();
        if (deed.act() == Act.ISSUE) {
            return field == null;
        }
        return field != null
                && power.situation(deed.situation())
                        .flatMap(s -> s.field(field))
                        .filter(Field::required)
                        .isPresent();
    }

    /// 年检 only by law, regulation or rule; many were abolished.
    private void annual(LicenceTerms terms) {
        var check = terms.annualCheck();
        Set<Basis.Rank> enough =
                EnumSet.of(
                        Basis.Rank.LAW,
                        Basis.Rank.ADMINISTRATIVE_REGULATION,
                        Basis.Rank.STATE_COUNCIL_DECISION,
                        Basis.Rank.LOCAL_REGULATION,
                        Basis.Rank.DEPARTMENT_RULE,
                        Basis.Rank.PROVINCIAL_RULE);
        if (check != null
                && (!enough.contains(check.basis().rank())
                        || check.untilMonth() < check.fromMonth())) {
            found.add(
                    ANNUAL_CHECK_WITHOUT_LAW,
                    "licence.annual-check",
                    "found",
                    check.basis().article().cite());
        }
    }
}
