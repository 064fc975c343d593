package org.guiju.app.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/// 登入: what happens once somebody has shown all that is asked of him, on whichever way he came. As Spring's own form does it: a new session
/// number, a new token, the context kept in the session.
@Component
class SignedIn {
    private final WhereNext next;

    SignedIn(WhereNext next) {
        this.next = next;
    }

    void enter(CurrentUser user, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var authorities = List.of(new SimpleGrantedAuthority(user.kind().name()));
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
        signedIn.setDetails(new WebAuthenticationDetails(request));
        request.changeSessionId();
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        next.onAuthenticationSuccess(request, response, signedIn);
    }
}
