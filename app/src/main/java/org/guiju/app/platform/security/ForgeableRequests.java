package org.guiju.app.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// 可被伪造的请求: those that another site could make a browser send with the user's own credentials, and which therefore need
/// a CSRF token. A program that sends name and password itself, without a session, can't be made to do it.
final class ForgeableRequests implements RequestMatcher {

    private static final Set<String> READING = Set.of("GET", "HEAD", "TRACE", "OPTIONS");

    /// Computes a draw from what is sent and changes nothing: anybody may ask, from anywhere.
    private static final String COMPUTING = "/api/v1/public/draw";

    /// 公众意见: nobody's session speaks in it, so a program may send it; a page of another site may not.
    private static final String COMMENT = "/api/v1/public/decisions/[^/]+/comments";

    /// 条线系统密钥: a program's own, never a browser's.
    private static final String LINE_SYSTEM_KEY = "X-Line-System-Key";

    private static final Set<String> OWN_SITES = Set.of("none", "same-origin");

    @Override
    public boolean matches(HttpServletRequest request) {
        if (READING.contains(request.getMethod()) || COMPUTING.equals(request.getRequestURI())) {
            return false;
        }
        if (request.getRequestURI().matches(COMMENT) && !fromAnotherSite(request)) {
            return false;
        }
        // Another site's page cannot send a header of ours without being asked first, and is told
        // no.
        if (request.getHeader(LINE_SYSTEM_KEY) != null
                && request.getRequestedSessionId() == null
                && !fromAnotherSite(request)) {
            return false;
        }
        return !(hasBasic(request)
                && request.getRequestedSessionId() == null
                && !fromAnotherSite(request));
    }

    private static boolean hasBasic(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("basic ");
    }

    /// A browser may remember name and password; it says then for whom it sends them.
    static boolean fromAnotherSite(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null && !OWN_SITES.contains(site);
    }
}
