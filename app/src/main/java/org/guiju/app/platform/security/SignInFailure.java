package org.guiju.app.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;

/// 登录未成: back to the form with the reason; or on to the next step, where the password was right but not enough.
final class SignInFailure implements AuthenticationFailureHandler {
    private final AuthenticationFailureHandler form =
            new ForwardAuthenticationFailureHandler("/login/failed");

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (why instanceof MoreNeeded more) {
            request.getSession().setAttribute(PendingSignIn.KEY, more.pending());
            response.sendRedirect(more.pending().next());
        } else {
            form.onAuthenticationFailure(request, response, why);
        }
    }
}
