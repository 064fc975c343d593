package org.guiju.app.testing;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.guiju.app.platform.web.Browser;
import org.guiju.kernel.administration.Totp;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One of the demo's three administrators at the door: password, then the code of now.
public final class Administrator {
    public static final String SYSTEM = "jinmingli";
    public static final String SECURITY = "shaoyunan";
    public static final String AUDIT = "qihongjian";
    public static final String SECRET = "GUIJUDEMOGUIJUDEMOGUIJUDEMO23456";

    private Administrator() {}

    /// Signed in with both factors. A code is accepted once; that another test used it a moment ago is forgotten here.
    public static Browser signedIn(int port, String username, JdbcClient jdbc, java.time.Instant at)
            throws IOException, InterruptedException {
        jdbc.sql(
                        """
                        update second_factor set last_step = -1
                        where account = (select id from account where username = :username)
                        """)
                .param("username", username)
                .update();
        var browser = new Browser(port);
        var asked = password(browser, username, "qinglan-2026");
        if (asked.statusCode() != 302) {
            throw new AssertionError(asked.statusCode() + " " + asked.body());
        }
        var done = code(browser, code(SECRET, at));
        if (done.statusCode() != 302) {
            throw new AssertionError(done.statusCode() + " " + done.body());
        }
        return browser;
    }

    public static String code(String secret, java.time.Instant at) {
        return Totp.code(Totp.bytes(secret), Totp.step(at), "HmacSHA1", Totp.DIGITS);
    }

    public static HttpResponse<String> password(Browser browser, String username, String password)
            throws IOException, InterruptedException {
        return browser.post(
                "/login",
                Map.of(
                        "_csrf",
                        Browser.token(browser.get("/login")),
                        "username",
                        username,
                        "password",
                        password));
    }

    public static HttpResponse<String> code(Browser browser, String code)
            throws IOException, InterruptedException {
        return browser.post(
                "/login/factor",
                Map.of("_csrf", Browser.token(browser.get("/login/factor")), "code", code));
    }
}
