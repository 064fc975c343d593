package org.guiju.app.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.guiju.app.platform.time.OfficialClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/// 登录之后: back to the page that was asked for, else the desk for officers and the home page for everybody else.
final class WhereNext extends SavedRequestAwareAuthenticationSuccessHandler {

    private final RequestCache returnTo;

    private final Accounts accounts;
    private final ObjectProvider<AdminStanding> standing;
    private final OfficialClock clock;
    private final SignInLog log;

    WhereNext(
            RequestCache returnTo,
            Accounts accounts,
            ObjectProvider<AdminStanding> standing,
            OfficialClock clock,
            SignInLog log) {
        this.log = log;
        this.returnTo = returnTo;
        this.accounts = accounts;
        this.standing = standing;
        this.clock = clock;
        setRequestCache(returnTo);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws ServletException, IOException {
        SessionLimit.begin(request.getSession(), clock.now());
        if (signedIn.getPrincipal() instanceof CurrentUser user) {
            var place = RateLimits.place(request.getRemoteAddr());
            log.entered(user.accountId(), place);
            accounts.enter(user.accountId(), place)
                    .ifPresent(last -> request.getSession().setAttribute(LastSignIn.KEY, last));
        }
        if (returnTo.getRequest(request, response) == null) {
            getRedirectStrategy().sendRedirect(request, response, home(signedIn));
            return;
        }
        super.onAuthenticationSuccess(request, response, signedIn);
    }

    private String home(Authentication signedIn) {
        return signedIn.getPrincipal() instanceof CurrentUser user ? home(user) : "/";
    }

    /// 首页: the administration, the desk or the public home page.
    String home(CurrentUser user) {
        if (standing.stream().anyMatch(s -> s.of(user.person()).isPresent())) {
            return "/administration";
        }
        return user.officer() ? "/desk" : "/";
    }
}
