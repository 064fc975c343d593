package org.guiju.app.platform.security;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.guiju.app.platform.web.TooManyRequestsException;
import org.springframework.stereotype.Component;

/// 口令尝试限制: wrong codes, recovery codes and passwords of one account, from wherever they come, each way counted for itself.
@Component
public class CodeLimit {
    private final RateLimits limits;

    CodeLimit(RateLimits limits) {
        this.limits = limits;
    }

    /// Counts an attempt before it is compared, so that of many guesses sent at once only five are heard.
    ///
    /// @throws TooManyRequestsException saying how long to wait
    public void count(SignInPath path, UUID account) {
        limits.count(path.limit(), account.toString())
                .ifPresent(wait -> {
                    throw new TooManyRequestsException(wait);
                });
    }

    /// It was right.
    public void forget(SignInPath path, UUID account) {
        limits.forget(path.limit(), account.toString());
    }

    /// Those of its ways that are closed for now.
    public List<SignInPath> closed(UUID account) {
        return Arrays.stream(SignInPath.values())
                .filter(path -> limits.spent(path.limit(), account.toString()).isPresent())
                .toList();
    }

    /// Ends the wait on all of them.
    public void open(UUID account) {
        for (var path : SignInPath.values()) {
            forget(path, account);
        }
    }
}
