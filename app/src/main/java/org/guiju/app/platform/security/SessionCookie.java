package org.guiju.app.platform.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.springframework.boot.web.servlet.ServletContextInitializer;

/// 会话 Cookie: where the public comes by https its name says to the browser that it was set by this very host, over https and for all of it, so
/// that no neighbour under the same domain and nobody on the line can plant one. Without https no browser would keep such a name.
final class SessionCookie implements ServletContextInitializer {
    /// `server.servlet.session.cookie.name`, and how it is called without https.
    static final String PLAIN = "guiju";

    private final boolean https;

    /// @param address where the public reaches this server, `guiju.documents.address`
    SessionCookie(String address) {
        this.https = address.toLowerCase(Locale.ROOT).startsWith("https://");
    }

    boolean https() {
        return https;
    }

    String name() {
        return https ? "__Host-" + PLAIN : PLAIN;
    }

    /// What signing out sends in its place.
    Cookie gone() {
        var cookie = new Cookie(name(), "");
        cookie.setPath("/");
        cookie.setMaxAge(0);
        cookie.setSecure(https);
        cookie.setHttpOnly(true);
        return cookie;
    }

    @Override
    public void onStartup(ServletContext context) {
        if (https) {
            var cookie = context.getSessionCookieConfig();
            cookie.setName(name());
            cookie.setPath("/");
            cookie.setSecure(true);
        }
    }
}
