package org.guiju.app.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/// 退出: our session ends; whoever came by the organisation's login is told that it still runs, and how to end it. By a link on a page of ours
/// and not by sending the browser on: the pages' policy lets no form end at another's address.
final class Leaving implements LogoutHandler, LogoutSuccessHandler {
    private static final String KEY = Leaving.class.getName();

    private final ObjectProvider<OidcClient> client;

    Leaving(ObjectProvider<OidcClient> client) {
        this.client = client;
    }

    /// Before the session is gone.
    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication gone) {
        if (gone != null && gone.getPrincipal() instanceof CurrentUser user) {
            SignInLog.left(user.accountId());
        }
        var session = request.getSession(false);
        if (session != null && session.getAttribute(OidcPages.TOKEN) instanceof String token) {
            client.stream()
                    .flatMap(c -> c.leave(token, OidcPages.home(request)).stream())
                    .forEach(leave -> request.setAttribute(KEY, leave));
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication gone)
            throws IOException {
        // What the browser kept of pages goes with the session; language and size of type may stay.
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        if (request.getAttribute(KEY) instanceof String leave) {
            request.getSession().setAttribute(OidcPages.LEAVE, leave);
            response.sendRedirect("/login/left");
        } else {
            response.sendRedirect("/");
        }
    }
}
