package org.guiju.app.platform.security;

import java.util.UUID;
import org.guiju.app.platform.web.TooManyRequestsException;
import org.springframework.stereotype.Component;

/// 口令尝试限制: wrong codes and passwords of one account behind its sign-in, counted with those of the second step.
@Component
public class CodeLimit {
    private final RateLimits limits;

    CodeLimit(RateLimits limits) {
        this.limits = limits;
    }

    /// Counts an attempt before it is compared.
    ///
    /// @throws TooManyRequestsException saying how long to wait
    public void count(UUID account) {
        limits.count(SecondStepPages.CODES, account.toString())
                .ifPresent(wait -> {
                    throw new TooManyRequestsException(wait);
                });
    }

    /// It was right.
    public void forget(UUID account) {
        limits.forget(SecondStepPages.CODES, account.toString());
    }
}
