package org.guiju.kernel.administration;

import org.guiju.kernel.shared.Article;

/// 三员规则, in order of precedence. The basis is GB/T 22239-2019 (等级保护, third level), 8.1.5 (安全管理中心: the three administrations
/// and what each does) and 8.1.4 (安全计算环境: identity). Sections only: the clauses below them, and that the security
/// administrator does nothing else (8.1.7), were known from memory and are to be confirmed from the text.
public enum AdminRule {
    /// The first three come about once.
    ADMIN_FOUNDED_ONCE("8.1.5"),
    /// The first three are three persons.
    ADMIN_THREE_PERSONS("8.1.5"),
    /// Who acts holds the one of the three whose act it is.
    ADMIN_ROLE_HELD("8.1.5"),
    /// What is confirmed was asked for and is still open.
    ADMIN_REQUEST_OPEN("8.1.5"),
    /// Nobody asks for anything that raises himself.
    ADMIN_NOT_ONESELF("8.1.5"),
    /// Who confirms is neither who asked nor whom it concerns.
    ADMIN_CONFIRMED_BY_ANOTHER("8.1.5"),
    /// A person holds one of the three at most.
    ADMIN_ONE_OF_THREE("8.1.5"),
    /// None of the three handles cases.
    ADMIN_NO_BUSINESS("8.1.5"),
    /// Who becomes one can sign in.
    ADMIN_HAS_ACCOUNT("8.1.4"),
    /// What is withdrawn is held.
    ADMIN_IS_HOLDER("8.1.5"),
    /// The last of a kind stays until there is another.
    ADMIN_LAST_STAYS("8.1.5"),
    /// The account of one of the three is closed only after the role is withdrawn by two.
    ADMIN_WITHDRAW_FIRST("8.1.5"),
    /// An identity opens one account at most.
    ADMIN_IDENTITY_FREE("8.1.4"),
    /// An account is opened by one identity at most.
    ADMIN_BOUND_ONCE("8.1.4"),
    /// What is unbound was bound.
    ADMIN_IS_BOUND("8.1.4"),
    /// Whom the organisation's login proves was bound to an account by two administrators.
    ADMIN_SIGN_IN_BOUND("8.1.4"),
    /// What the organisation's login says of somebody is proven.
    ADMIN_SIGN_IN_PROVEN("8.1.4"),
    /// The account that it opens is in use.
    ADMIN_SIGN_IN_OPEN("8.1.4"),
    /// The organisation's login is no second factor for one of the three.
    ADMIN_SIGN_IN_FACTOR("8.1.4");

    private final String number;

    AdminRule(String number) {
        this.number = number;
    }

    public Article basis() {
        return new Article("GB/T 22239-2019", number);
    }
}
