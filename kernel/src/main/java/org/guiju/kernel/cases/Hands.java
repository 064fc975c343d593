package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 经手机关: in whose name an officer acts: that of the power's organ, or that of an organ which it entrusted with accepting
/// (行政许可法 24, A78). Whoever holds the role in the power's own organ is asked nothing more.
enum Hands {
    /// The organ itself, or an entrusted one at the step that it may run.
    GOOD,
    /// An entrusted organ before its institution is approved.
    WITHOUT_INSTITUTION,
    /// An entrusted organ at a step that it may not run.
    BEYOND_ACCEPTANCE,
    /// Nobody who holds the role.
    NONE;

    /// @param roles any of which is enough
    /// @param acceptance whether this is the step that an entrusted organ may run
    static Hands at(
            CaseFacts facts,
            OrganId organ,
            PersonId person,
            Set<String> roles,
            boolean acceptance) {
        if (holds(facts, organ, person, roles)) {
            return GOOD;
        }
        for (var entrusted : facts.entrusted()) {
            if (!posted(facts, entrusted.organ(), person)) {
                continue;
            }
            if (!acceptance) {
                return BEYOND_ACCEPTANCE;
            }
            if (holds(facts, entrusted.organ(), person, roles)) {
                return entrusted.on(facts.today()) ? GOOD : WITHOUT_INSTITUTION;
            }
        }
        return NONE;
    }

    /// The rule that does not hold, if any.
    Optional<CaseRule> broken() {
        return switch (this) {
            case GOOD -> Optional.empty();
            case WITHOUT_INSTITUTION -> Optional.of(CaseRule.ENTRUSTED_INSTITUTION);
            case BEYOND_ACCEPTANCE -> Optional.of(CaseRule.ENTRUSTED_ACCEPTANCE_ONLY);
            case NONE -> Optional.of(CaseRule.ROLE_HELD);
        };
    }

    private static boolean holds(
            CaseFacts facts, OrganId organ, PersonId person, Set<String> roles) {
        return roles.stream()
                .anyMatch(r -> facts.roster().holding(person, r, organ, facts.today()).isPresent());
    }

    private static boolean posted(CaseFacts facts, OrganId organ, PersonId person) {
        LocalDate today = facts.today();
        return facts.roster().of(person, today).stream().anyMatch(a -> a.organ().equals(organ));
    }
}
