package org.guiju.app.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/// 登录之后: back to the page that was asked for, else the desk for officers and the home page for everybody else.
final class WhereNext extends SavedRequestAwareAuthenticationSuccessHandler {

    private final RequestCache returnTo;

    WhereNext(RequestCache returnTo) {
        this.returnTo = returnTo;
        setRequestCache(returnTo);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws ServletException, IOException {
        if (returnTo.getRequest(request, response) == null) {
            getRedirectStrategy().sendRedirect(request, response, home(signedIn));
            return;
        }
        super.onAuthenticationSuccess(request, response, signedIn);
    }

    static String home(Authentication signedIn) {
        return signedIn.getPrincipal() instanceof CurrentUser user && user.officer()
                ? "/desk"
                : "/";
    }
}
