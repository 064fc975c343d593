package org.guiju.app.platform.security;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.platform.time.SettableClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody at the door: an officer and a citizen with accounts of their own for each test, on one server for all of them.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = SignInServer.class)
abstract class AtTheDoor {

    static final String PASSWORD = "three calm herons";

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired SettableClock clock;
    @Autowired RateLimits limits;
    @Autowired JdbcClient jdbc;

    Browser browser = new Browser(0);
    String officer = "";
    String citizen = "";

    /// Every test has people of its own, so none waits for another's lock to end; the address is everybody's, so it is forgotten.
    @BeforeEach
    void open() {
        browser = new Browser(port);
        officer = "officer-" + UUID.randomUUID();
        citizen = "citizen-" + UUID.randomUUID();
        accounts.addOfficer(officer, PASSWORD, new PersonId("p-limin"), "李敏");
        accounts.addCitizen(citizen, PASSWORD, "陈建国", "13800000000");
        limits.forget(PasswordSignIn.FROM_ONE_ADDRESS, "127.0.0.1");
        limits.forget(SignInPages.REGISTRATIONS, "127.0.0.1");
    }

    HttpResponse<String> signIn(String username, String password)
            throws IOException, InterruptedException {
        return signIn(browser, username, password);
    }

    static HttpResponse<String> signIn(Browser browser, String username, String password)
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

    static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("guiju="))
                .map(cookie -> cookie.split(";", 2)[0])
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    static String basic(String username, String password) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
