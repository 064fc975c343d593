package org.guiju.app.platform.security;

import java.util.Optional;
import java.util.UUID;
import org.guiju.kernel.shared.PersonId;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/// 当前用户: who is signed in. A controller asks for it as a parameter: plain where the page needs a signed-in person,
/// `Optional<CurrentUser>` where it does not.
///
/// @param accountId the account, which is not the person: one person may have two
/// @param person whom the deciders know
public record CurrentUser(UUID accountId, PersonId person, AccountKind kind, String displayName)
        implements AuthenticatedPrincipal {

    public boolean officer() {
        return kind == AccountKind.OFFICER;
    }

    /// Of the account and not of the person: logs name no one.
    @Override
    public String getName() {
        return accountId.toString();
    }

    /// The person behind this request, if anyone has signed in.
    public static Optional<CurrentUser> now() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentUser user
                ? Optional.of(user)
                : Optional.empty();
    }
}
