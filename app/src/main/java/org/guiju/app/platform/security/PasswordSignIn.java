package org.guiju.app.platform.security;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.guiju.app.platform.security.RateLimits.Limit;
import org.guiju.app.platform.time.OfficialClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// 口令登录: compares passwords, for the form and for the API. An account that does not exist answers as one that does: after
/// the same time, with the same words, and it locks too.
@Component
class PasswordSignIn implements AuthenticationProvider {

    /// Failures from one address, whoever was tried; an office behind one address still gets in, since only failures count.
    static final Limit FROM_ONE_ADDRESS = new Limit("sign-in", 30, Duration.ofMinutes(10));

    private static final String BY = "password";

    private static final Limit UNKNOWN_NAME =
            new Limit("unknown-name", Accounts.ATTEMPTS, Accounts.LOCKED_FOR);

    /// Locks by name: more than enough that two names seldom share one.
    private static final int LOCKS = 256;

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final RateLimits limits;
    private final ObjectProvider<SecondFactors> factors;
    private final OfficialClock clock;
    private final SignInLog log;
    private final String nobodysHash;
    private final List<ReentrantLock> oneAtATime =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    PasswordSignIn(
            Accounts accounts,
            PasswordEncoder passwords,
            RateLimits limits,
            ObjectProvider<SecondFactors> factors,
            OfficialClock clock,
            SignInLog log) {
        this.log = log;
        this.factors = factors;
        this.clock = clock;
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.nobodysHash = passwords.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var place = place(asked);
        limits.spent(FROM_ONE_ADDRESS, place)
                .ifPresent(wait -> {
                    log.refused(BY, "too-many-from-here", null, place);
                    throw new TooManyAttempts(wait);
                });
        try {
            var user =
                    inTurn(
                            AccountWords.username(asked.getName()),
                            String.valueOf(asked.getCredentials()),
                            place);
            log.proven(user.accountId(), place);
            var authorities = List.of(new SimpleGrantedAuthority(user.kind().name()));
            var signedIn =
                    UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
            signedIn.setDetails(asked.getDetails());
            return signedIn;
        } catch (BadCredentialsException | LockedException wrong) {
            var _ = limits.count(FROM_ONE_ADDRESS, place);
            throw wrong;
        }
    }

    /// An attempt counts before it is compared, so that of many guesses at once only five are heard. For one name one after
    /// another: else six honest requests of a program at the same moment would lock its account.
    private CurrentUser inTurn(String username, String password, String place) {
        var turn = oneAtATime.get(Math.floorMod(username.hashCode(), LOCKS));
        turn.lock();
        try {
            return check(username, password, place);
        } finally {
            turn.unlock();
        }
    }

    private CurrentUser check(String username, String password, String place) {
        var found = accounts.find(username);
        if (found.isEmpty()) {
            boolean locked = limits.count(UNKNOWN_NAME, username).isPresent();
            boolean never = !locked && matches(password, nobodysHash);
            log.refused(BY, locked ? "locked" : "unknown", null, place);
            throw locked
                    ? locked()
                    : new BadCredentialsException(never ? "nobody" : "unknown name");
        }
        var account = found.get();
        var id = account.user().accountId();
        if (!accounts.mayTry(id)) {
            log.refused(BY, "locked", id, place);
            throw locked();
        }
        if (!matches(password, account.hash())) {
            log.refused(BY, "wrong", id, place);
            throw new BadCredentialsException("wrong password");
        }
        accounts.signedIn(id);
        if (account.disabled()) {
            log.refused(BY, "switched-off", id, place);
            throw new DisabledException("account is switched off");
        }
        var user = account.user();
        boolean factor = factors.stream().anyMatch(f -> f.enrolled(user.accountId()));
        if (factor || account.mustChange()) {
            throw new MoreNeeded(
                    new PendingSignIn(user, factor, account.mustChange(), clock.now()));
        }
        return user;
    }

    private boolean matches(String password, String hash) {
        return password.length() <= AccountWords.LONGEST_PASSWORD_BYTES
                && passwords.matches(password, hash);
    }

    private static LockedException locked() {
        return new LockedException("locked after " + Accounts.ATTEMPTS + " failures");
    }

    private static String place(Authentication asked) {
        var details = asked.getDetails();
        var address =
                details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : null;
        return address == null ? "unknown" : RateLimits.place(address);
    }

    @Override
    public boolean supports(@Nullable Class<?> authentication) {
        return authentication != null
                && UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
