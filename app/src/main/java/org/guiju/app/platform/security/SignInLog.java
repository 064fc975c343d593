package org.guiju.app.platform.security;

import java.time.Duration;
import java.util.UUID;
import org.guiju.app.platform.security.RateLimits.Limit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// 登录日志: every try to get in and every leaving, one line each: how, with what outcome, which account by its id, from where. Never what was typed:
/// people type their password where the name belongs.
@Component
class SignInLog {
    private static final Logger LOG = LoggerFactory.getLogger("guiju.sign-in");

    /// A program proves itself with each request; said is the first of an hour.
    private static final Limit PROGRAM = new Limit("sign-in-said", 1, Duration.ofHours(1));

    private final RateLimits limits;

    SignInLog(RateLimits limits) {
        this.limits = limits;
    }

    /// Somebody is in.
    void entered(UUID account, String place) {
        LOG.info("entered account={} from={}", account, place);
    }

    /// The password was right: of a form, whose owner then enters, or of a program.
    void proven(UUID account, String place) {
        if (limits.count(PROGRAM, account + " " + place).isEmpty()) {
            LOG.info("proven by=password account={} from={}", account, place);
        }
    }

    /// Somebody is not in.
    ///
    /// @param by the way: password, code, recovery, oidc
    /// @param why one word
    /// @param account null where there is none of that name, or nobody knows which
    void refused(String by, String why, @Nullable UUID account, String place) {
        LOG.warn(
                "refused by={} why={} account={} from={}",
                by,
                why,
                account == null ? "unknown" : account,
                place);
    }

    static void left(UUID account) {
        LOG.info("left account={}", account);
    }
}
