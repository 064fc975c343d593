package org.guiju.kernel.allocation;

import java.time.LocalDate;
import java.util.Set;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 代签授权: a leader lets another sign in his place, in a scope and until a day (B51).
///
/// @param roles of the one who delegates, in which the other may act
/// @param powers codes of powers; none means every power in which the roles stand
/// @param document the paper that gives it, by number and name (授权文件, D17); empty in what was given before papers were asked for
public record SigningDelegation(
        PersonId by,
        PersonId to,
        OrganId organ,
        Set<String> roles,
        Set<String> powers,
        LocalDate from,
        LocalDate until,
        String document) {
    public SigningDelegation {
        roles = Set.copyOf(roles);
        powers = Set.copyOf(powers);
        document = document.strip();
    }

    public boolean on(LocalDate day) {
        return Spans.within(day, from, until);
    }

    /// Whether the delegate may act in the role under the power on the day.
    public boolean covers(String role, String power, LocalDate day) {
        return on(day) && roles.contains(role) && (powers.isEmpty() || powers.contains(power));
    }
}
