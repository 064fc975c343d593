package org.guiju.app.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// 安全响应头: what every answer tells the browser. Set first of all, and not by Spring Security, so that a request that is
/// turned away before it gets there is answered under the same rules.
final class SecurityHeaders extends OncePerRequestFilter {

    /// Nothing from outside, nothing inline: a page that was slipped a script does not run it.
    static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// A year, and for every host below this one.
    static final String HTTPS_ONLY = "max-age=31536000; includeSubDomains";

    private final boolean https;

    /// @param https whether the public reaches the server so, as its published address says
    SecurityHeaders(boolean https) {
        this.https = https;
    }

    /// What the container itself turns away comes here only on its way to the error page.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        if (https || request.isSecure()) {
            response.setHeader("Strict-Transport-Security", HTTPS_ONLY);
        }
        // Where a record is made on site, its form may ask the device where it is; no other page
        // may.
        var position = request.getRequestURI().contains("/acts/record-") ? "self" : "";
        response.setHeader(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(" + position + "), payment=(), usb=()");
        chain.doFilter(request, response);
    }
}
