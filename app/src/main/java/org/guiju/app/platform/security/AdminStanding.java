package org.guiju.app.platform.security;

import java.util.Optional;
import org.guiju.kernel.administration.AdminRole;
import org.guiju.kernel.shared.PersonId;

/// 三员身份: which of the three a person is, by person and not by account. Answered by the administration.
@FunctionalInterface
public interface AdminStanding {
    /// Empty for everybody who is none of the three.
    Optional<AdminRole> of(PersonId person);
}
