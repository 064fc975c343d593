package org.guiju.app.platform.security;

import java.util.UUID;

/// 第二因素: what an account shows beside its password. Answered by the administration.
public interface SecondFactors {

    /// Whether the account has one, and therefore must show it.
    boolean enrolled(UUID account);

    /// Whether it is the account's code of now or one of its recovery codes; what was accepted once is not accepted again.
    boolean accepts(UUID account, String typed);
}
