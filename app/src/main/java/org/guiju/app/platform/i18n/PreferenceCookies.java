package org.guiju.app.platform.i18n;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/// 记住偏好: an address with `?lang=` or `?mode=` is remembered for a year, whichever page it was.
public final class PreferenceCookies extends OncePerRequestFilter {

    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Preferences.asked(request, Preferences.LANGUAGE)
                .flatMap(Language::named)
                .ifPresent(language ->
                        keep(request, response, Preferences.LANGUAGE, language.parameter()));
        Preferences.asked(request, Preferences.MODE)
                .filter(Preferences::isMode)
                .ifPresent(mode -> keep(request, response, Preferences.MODE, mode));
        chain.doFilter(request, response);
    }

    private static void keep(
            HttpServletRequest request, HttpServletResponse response, String name, String value) {
        var cookie =
                ResponseCookie.from(Preferences.cookie(name, request), value)
                        .path("/")
                        .maxAge(YEAR)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
