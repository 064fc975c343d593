package org.guiju.app.platform.security;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 统一身份绑定: which account whom the organisation's login proves may open. Answered by the administration.
public interface BoundIdentities {

    /// 准入结果.
    sealed interface Admission {
        /// @param factor whether the account has a second factor, which is asked for next
        record In(CurrentUser user, boolean factor) implements Admission {}

        /// @param rule the code of the rule that stands in the way
        /// @param account the account it is about; null where the identity opens none
        record Out(String rule, @Nullable UUID account) implements Admission {}
    }

    /// Whom the identity lets in; asks and records nothing.
    Admission admit(String issuer, String subject);

    /// Records that somebody was not let in, for the audit administrator.
    ///
    /// @param subject empty where the provider's word was not proven
    void refused(Optional<String> issuer, Optional<String> subject, String rule);
}
