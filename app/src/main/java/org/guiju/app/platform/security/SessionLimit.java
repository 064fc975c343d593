package org.guiju.app.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guiju.app.platform.time.OfficialClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.filter.OncePerRequestFilter;

/// 会话时限之门: a sign-in ends after its time by the official clock, whatever goes on in it. The next page says why and leads back to where
/// the person was; what a form brought is shown, so that nobody has typed it for nothing, and is not carried out.
final class SessionLimit extends OncePerRequestFilter {
    /// Of a request: what its form brought.
    static final String TYPED = SessionLimit.class.getName() + ".typed";

    /// Of the session that follows: after how long the one before ended, until it has been said.
    static final String ENDED = SessionLimit.class.getName() + ".ended";

    /// Of a request: when its session will end, once that is near.
    static final String NEAR = SessionLimit.class.getName() + ".near";

    /// So long before the end every page says when it is.
    static final Duration WARNED = Duration.ofMinutes(15);

    private static final String BEGAN = SessionLimit.class.getName() + ".began";
    private static final String SAVED = "SPRING_SECURITY_SAVED_REQUEST";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<String> SECRETS = List.of("password", "before", "code", "token");

    private final OfficialClock clock;
    private final SessionSettings settings;
    private final ObjectProvider<AdminStanding> standing;

    SessionLimit(
            OfficialClock clock, SessionSettings settings, ObjectProvider<AdminStanding> standing) {
        this.clock = clock;
        this.settings = settings;
        this.standing = standing;
    }

    /// 所填内容: one field of a form.
    public record Field(String name, String text) implements Serializable {}

    /// From now on the time of this session counts.
    static void begin(HttpSession session, Instant now) {
        session.setAttribute(BEGAN, now);
        session.removeAttribute(ENDED);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var user = CurrentUser.now();
        if (session == null || user.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var now = clock.now();
        if (!(session.getAttribute(BEGAN) instanceof Instant began)) {
            begin(session, now);
            chain.doFilter(request, response);
            return;
        }
        var longest = longest(user.get());
        var end = began.plus(longest);
        if (now.isBefore(end)) {
            if (!now.isBefore(end.minus(WARNED))) {
                request.setAttribute(NEAR, end);
            }
            chain.doFilter(request, response);
            return;
        }
        session.invalidate();
        SecurityContextHolder.clearContext();
        if (request.getRequestURI().startsWith("/api/")) {
            chain.doFilter(request, response);
            return;
        }
        var next = request.getSession();
        next.setAttribute(ENDED, longest);
        if (READING.contains(request.getMethod()) || request.getRequestURI().equals("/logout")) {
            chain.doFilter(request, response);
            return;
        }
        page(request).ifPresent(p -> next.setAttribute(SAVED, new SimpleSavedRequest(p)));
        request.setAttribute(TYPED, typed(request));
        newToken(request, response);
        request.getRequestDispatcher("/login/failed").forward(request, response);
    }

    /// The one that the form came with went with its session.
    private static void newToken(HttpServletRequest request, HttpServletResponse response) {
        var tokens = new HttpSessionCsrfTokenRepository();
        var token = tokens.generateToken(request);
        tokens.saveToken(token, request, response);
        new XorCsrfTokenRequestAttributeHandler().handle(request, response, () -> token);
    }

    private Duration longest(CurrentUser user) {
        return standing.stream().anyMatch(s -> s.of(user.person()).isPresent())
                ? settings.administrators()
                : settings.longest();
    }

    /// The page that the form stood on, if it is one of ours.
    private static Optional<String> page(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        if (referer == null) {
            return Optional.empty();
        }
        try {
            var uri = URI.create(referer);
            var path = uri.getRawPath();
            return request.getServerName().equals(uri.getHost())
                            && path != null
                            && path.startsWith("/")
                            && !path.startsWith("//")
                    ? Optional.of(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Without what nobody typed, and without what nobody shall read.
    private static List<Field> typed(HttpServletRequest request) {
        var fields = new ArrayList<Field>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    var small = name.toLowerCase(Locale.ROOT);
                    if (!small.startsWith("_")
                            && !small.equals("command")
                            && SECRETS.stream().noneMatch(small::contains)) {
                        for (var value : values) {
                            if (!value.isBlank()) {
                                fields.add(new Field(name, value));
                            }
                        }
                    }
                });
        return List.copyOf(fields);
    }
}
