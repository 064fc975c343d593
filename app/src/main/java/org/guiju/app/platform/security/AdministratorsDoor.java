package org.guiju.app.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.guiju.kernel.administration.AdminRole;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// 三员之门: whoever is one of the three comes to no case, no institution, no meeting and no supervision, whatever posts he may
/// have been given since: to him everything is closed that is not everybody's, his own account or the administration; without a
/// second factor the administration is closed, too; the auditor sends nothing; and nobody else comes to the administration. By
/// person: another account of the same officer meets the same door.
final class AdministratorsDoor extends OncePerRequestFilter {
    static final String ENROL = "/account/factor";

    private final ObjectProvider<AdminStanding> standing;
    private final ObjectProvider<SecondFactors> factors;
    private final RequestMatcher unanswered;

    AdministratorsDoor(
            ObjectProvider<AdminStanding> standing,
            ObjectProvider<SecondFactors> factors,
            RequestMatcher unanswered) {
        this.standing = standing;
        this.factors = factors;
        this.unanswered = unanswered;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var user = CurrentUser.now();
        if (user.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var role = standing.stream().flatMap(s -> s.of(user.get().person()).stream()).findFirst();
        boolean administration = Doors.administration(request);
        if (role.isEmpty()) {
            go(!administration, request, response, chain);
        } else if (administration && !enrolled(user.get())) {
            if (request.getMethod().equals("GET") && !request.getRequestURI().startsWith("/api/")) {
                response.sendRedirect(ENROL);
            } else {
                response.sendError(HttpStatus.FORBIDDEN.value());
            }
        } else {
            boolean reads = List.of("GET", "HEAD").contains(request.getMethod());
            boolean theirs = Doors.ofTheThree(request) || unanswered.matches(request);
            go(
                    theirs && !(administration && role.get() == AdminRole.AUDIT && !reads),
                    request,
                    response,
                    chain);
        }
    }

    private static void go(
            boolean may,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (may) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private boolean enrolled(CurrentUser user) {
        return factors.stream().anyMatch(f -> f.enrolled(user.accountId()));
    }
}
