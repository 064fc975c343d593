package org.guiju.app.platform.i18n;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/// 浏览偏好: how a reader wants to see pages: language and size of type. Read from the address first, then from the
/// cookie, then from what the browser says.
///
/// The query is read as raw text and never through `getParameter`: a malformed parameter elsewhere in the address must
/// not stop the error page that will tell the reader about it.
public final class Preferences {

    /// Both cookies live a year and hold no more than one of two words.
    public static final String LANGUAGE = "lang";

    public static final String MODE = "mode";
    public static final String LARGE = "large";
    public static final String NORMAL = "normal";

    private Preferences() {}

    public static Language language(HttpServletRequest request) {
        return asked(request, LANGUAGE)
                .flatMap(Language::named)
                .or(() -> kept(request, LANGUAGE).flatMap(Language::named))
                .orElseGet(() -> ofBrowser(request));
    }

    /// 长者版: the version with larger type.
    public static boolean large(HttpServletRequest request) {
        return asked(request, MODE)
                .filter(Preferences::isMode)
                .or(() -> kept(request, MODE))
                .filter(LARGE::equals)
                .isPresent();
    }

    /// What the cookie is called: over https by a name that no other host can set.
    static String cookie(String name, HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }

    static boolean isMode(String word) {
        return word.equals(LARGE) || word.equals(NORMAL);
    }

    /// The value of a parameter in the query, undecoded: the words that count here need no decoding.
    static Optional<String> asked(HttpServletRequest request, String name) {
        var query = request.getQueryString();
        if (query == null) {
            return Optional.empty();
        }
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(pair.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> kept(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(cookie(name, request))) {
                    return Optional.ofNullable(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static Language ofBrowser(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Language.ZH;
        }
        for (Locale locale : Collections.list(request.getLocales())) {
            if (locale.getLanguage().equals("zh")) {
                return Language.ZH;
            }
            if (locale.getLanguage().equals("en")) {
                return Language.EN;
            }
        }
        return Language.ZH;
    }
}
