package org.guiju.app.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// 停用账号: an account that is switched off while its owner is signed in stops within half a minute, not with the session.
final class SwitchedOffAccounts extends OncePerRequestFilter {

    private static final Duration TRUSTED_FOR = Duration.ofSeconds(30);
    private static final String CHECKED = SwitchedOffAccounts.class.getName();

    private final Accounts accounts;
    private final Sessions sessions;
    private final InstantSource source = InstantSource.system();

    SwitchedOffAccounts(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var user = CurrentUser.now();
        if (session != null && user.isPresent() && isDue(session.getAttribute(CHECKED))) {
            if (accounts.isUsable(user.get().accountId())) {
                session.setAttribute(CHECKED, source.instant());
            } else {
                session.invalidate();
                SecurityContextHolder.clearContext();
            }
        }
        if (session != null && CurrentUser.now().isPresent() && user.isPresent()) {
            sessions.seen(session, user.get(), request);
        }
        chain.doFilter(request, response);
    }

    private boolean isDue(Object checked) {
        return !(checked instanceof Instant at) || source.instant().isAfter(at.plus(TRUSTED_FOR));
    }
}
