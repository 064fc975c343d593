package org.guiju.app.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guiju.app.platform.web.Browser;
import org.junit.jupiter.api.Test;

/// Programs at the door.
class ApiSignInTest extends AtTheDoor {
    @Test
    void aProgramSignsInWithEachRequestAndLeavesNoSession() throws Exception {
        assertThat(browser.get("/api/v1/public/powers").body()).isEqualTo("open");
        var nobody = browser.get("/api/v1/me");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("content-type"))
                .hasValue("application/problem+json");
        assertThat(nobody.headers().firstValue("www-authenticate"))
                .hasValueSatisfying(v -> assertThat(v).startsWith("Basic"));
        assertThat(
                        browser.get("/api/v1/me", "Sec-Fetch-Mode", "navigate")
                                .headers()
                                .firstValue("www-authenticate"))
                .isEmpty();
        var me = browser.get("/api/v1/me", "Authorization", basic(officer, PASSWORD));
        assertThat(me.body()).isEqualTo("李敏");
        assertThat(me.headers().allValues("set-cookie")).isEmpty();
        assertThat(
                        browser.get("/api/v1/me", "Authorization", basic(officer, "wrong password"))
                                .statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/api/v1/me", "Authorization", "Basic !!!").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aProgramNeedsNoTokenButABrowserSentByAnotherSiteDoes() throws Exception {
        assertThat(act("Authorization", basic(officer, PASSWORD)).statusCode()).isEqualTo(201);
        assertThat(
                        act(
                                        "Authorization",
                                        basic(officer, PASSWORD),
                                        "Sec-Fetch-Site",
                                        "cross-site")
                                .statusCode())
                .isEqualTo(403);
        browser = new Browser(port);
        assertThat(
                        act(
                                        "Authorization",
                                        basic(officer, PASSWORD),
                                        "Sec-Fetch-Site",
                                        "same-origin")
                                .statusCode())
                .isEqualTo(201);
        signIn(officer, PASSWORD);
        assertThat(act().statusCode()).as("a session alone").isEqualTo(403);
        assertThat(act("Authorization", basic(officer, PASSWORD)).statusCode())
                .as("a session is there")
                .isEqualTo(403);
        assertThat(act("X-CSRF-TOKEN", Browser.token(browser.get("/sample"))).statusCode())
                .isEqualTo(201);
    }

    @Test
    void theApiCountsFailuresAsTheFormDoes() throws Exception {
        for (int i = 0; i < 5; i++) {
            browser.get("/api/v1/me", "Authorization", basic(officer, "wrong password"));
        }
        assertThat(
                        browser.get("/api/v1/me", "Authorization", basic(officer, PASSWORD))
                                .statusCode())
                .isEqualTo(401);
        assertThat(signIn(officer, PASSWORD).body()).contains("账号已锁定");
    }

    @Test
    void aProgramThatAsksTwelveTimesAtOnceWithTheRightPasswordIsLetInTwelveTimes()
            throws Exception {
        var right = basic(officer, PASSWORD);
        var asked = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 12; i++) {
            asked.add(() -> browser.get("/api/v1/me", "Authorization", right).statusCode());
        }
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : all.invokeAll(asked)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    private HttpResponse<String> act(String... headers) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(browser.at("/api/v1/acts")).POST(BodyPublishers.noBody()),
                headers);
    }
}
