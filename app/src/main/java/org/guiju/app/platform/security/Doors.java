package org.guiju.app.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// 门: the addresses by who may come there at all, in one place for both chains and for the door of the three administrators. Whatever
/// stands nowhere here is closed: to strangers because it asks for a sign-in, to the three because it is not theirs. Patterns are
/// matched as Spring matches pages, decoded, so that no spelling of an address comes past its door.
public final class Doors {
    private static final String ADMINISTRATION = "/administration/**";
    private static final String[] ADMINISTRATION_API = {
        "/api/v1/administration/**", "/api/v1/webhooks/**"
    };

    /// For officers.
    static final String[] OFFICERS = {
        "/desk/**", "/catalog/**", "/supervision/**", "/meetings/**", "/matters/**", ADMINISTRATION
    };

    /// For everybody.
    static final String[] EVERYBODY = {
        "/",
        "/search",
        "/powers/**",
        "/powers.*",
        "/lists/**",
        "/lists.*",
        "/organs/**",
        "/standards/**",
        "/track/**",
        "/pay",
        "/calendar/**",
        "/log/**",
        "/results/**",
        "/results.*",
        "/licences/**",
        "/applications/**",
        "/villages/**",
        "/complaints/**",
        "/ratings/**",
        "/v",
        "/verify/**",
        "/vouchers",
        "/draw",
        "/draws/**",
        "/decisions/**",
        "/announcements/**",
        "/announcements.*",
        "/trades",
        "/trades.*",
        "/rules",
        "/statistics",
        "/open-data",
        "/laws/**",
        "/about",
        "/help",
        "/accessibility",
        "/sitemap",
        "/css/**",
        "/js/**",
        "/img/**",
        "/favicon.ico",
        "/robots.txt",
        "/health",
        "/login/**",
        "/register",
        "/error"
    };

    /// For programs that do not say who they are.
    static final String[] OPEN_API = {"/api/openapi.json", "/api/v1/public/**"};

    /// Where a line system brings its records: with its own key, which the page itself asks for.
    static final String[] BY_KEY = {"/api/v1/line-systems/*/records"};

    /// Where a citizen's program applies and reports; what is not for him is refused there by the decider, and is on record.
    static final String[] BY_CITIZENS = {"/api/v1/applications", "/api/v1/clues"};

    /// One's own account, whoever one is.
    static final String[] OWN = {"/account/**", "/api/v1/account/**", "/logout"};

    private static final List<PathPattern> OF_ADMINISTRATION =
            patterns(Stream.concat(Stream.of(ADMINISTRATION), Arrays.stream(ADMINISTRATION_API)));
    private static final List<PathPattern> OF_THE_THREE =
            patterns(
                    Stream.of(
                                    EVERYBODY,
                                    OPEN_API,
                                    OWN,
                                    new String[] {ADMINISTRATION},
                                    ADMINISTRATION_API)
                            .flatMap(Arrays::stream));

    private Doors() {}

    /// Whether it is the administration, page or program.
    static boolean administration(HttpServletRequest request) {
        return any(OF_ADMINISTRATION, path(request));
    }

    /// Whether the three administrators may come there: what everybody sees, their own accounts, the administration.
    static boolean ofTheThree(HttpServletRequest request) {
        return any(OF_THE_THREE, path(request));
    }

    /// The same of an address that a page links to.
    public static boolean ofTheThree(String href) {
        return any(OF_THE_THREE, PathContainer.parsePath(href));
    }

    private static PathContainer path(HttpServletRequest request) {
        return ServletRequestPathUtils.parse(request).pathWithinApplication();
    }

    private static boolean any(List<PathPattern> patterns, PathContainer path) {
        return patterns.stream().anyMatch(p -> p.matches(path));
    }

    private static List<PathPattern> patterns(Stream<String> patterns) {
        return patterns.map(PathPatternParser.defaultInstance::parse).toList();
    }
}
