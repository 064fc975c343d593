package org.guiju.kernel.administration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 申请: what the system administrator asks for and the security administrator confirms; nothing happens before.
///
/// @param person whom it concerns
/// @param role which of the three, for {@link Kind#GRANT} and {@link Kind#WITHDRAW}; null otherwise
/// @param account the user name, for what concerns one account; empty otherwise
/// @param by who asked
/// @param identity whom the organisation's login calls so, for {@link Kind#BIND}; null otherwise
/// @param reason why, for {@link Kind#BIND}; empty otherwise
public record AdminRequest(
        UUID id,
        Kind kind,
        PersonId person,
        @Nullable AdminRole role,
        String account,
        PersonId by,
        @Nullable Identity identity,
        String reason) {

    /// Of everything but an identity.
    public AdminRequest(
            UUID id,
            Kind kind,
            PersonId person,
            @Nullable AdminRole role,
            String account,
            PersonId by) {
        this(id, kind, person, role, account, by, null, "");
    }

    /// The same, as this person's request.
    AdminRequest askedBy(PersonId asker) {
        return new AdminRequest(id, kind, person, role, account, asker, identity, reason);
    }

    /// 申请事项.
    public enum Kind {
        /// 授予.
        GRANT,
        /// 撤销.
        WITHDRAW,
        /// 开通账号.
        OPEN,
        /// 恢复账号.
        REOPEN,
        /// 重置第二因素, for whoever lost his device and his recovery codes.
        RESET,
        /// 绑定统一身份: whom the organisation's login proves may sign in with this account.
        BIND;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Empty for any other word.
        public static Optional<Kind> of(String code) {
            return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
        }

        /// Whether it is about one of the three.
        public boolean aboutRole() {
            return this == GRANT || this == WITHDRAW;
        }
    }
}
