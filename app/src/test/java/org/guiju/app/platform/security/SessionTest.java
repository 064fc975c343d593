package org.guiju.app.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.guiju.app.platform.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Staying in: sessions, tokens, what is open to whom, and what every answer tells the browser.
class SessionTest extends AtTheDoor {
    @Test
    void theSessionGetsANewNumberOnSigningIn() throws Exception {
        var before = cookie(browser.get("/login"));
        var after = cookie(signIn(officer, PASSWORD));
        assertThat(after).isNotEqualTo(before).matches("guiju=[0-9A-F]{32}");
        assertThat(new Browser(port).get("/desk", "Cookie", before).statusCode()).isEqualTo(401);
        assertThat(new Browser(port).get("/desk", "Cookie", after).statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionCookieIsForTheServerAndThisSiteOnly() throws Exception {
        var page = browser.get("/login");
        assertThat(page.headers().allValues("set-cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie)
                                .startsWith("guiju=")
                                .contains("HttpOnly")
                                .contains("SameSite=Lax"));
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        var session = cookie(signIn(officer, PASSWORD));
        assertThat(browser.get("/logout").statusCode())
                .as("reading an address signs nobody out")
                .isNotEqualTo(302);
        var token = Browser.token(browser.get("/sample"));
        var left = browser.post("/logout", Map.of("_csrf", token));
        assertThat(left.statusCode()).isEqualTo(302);
        assertThat(left.headers().firstValue("clear-site-data"))
                .as("nor does the browser keep what it was shown")
                .hasValue("\"cache\", \"storage\"");
        assertThat(left.headers().allValues("set-cookie"))
                .anySatisfy(c -> assertThat(c).startsWith("guiju=;").contains("1970"));
        assertThat(browser.get("/desk").statusCode()).isEqualTo(401);
        assertThat(new Browser(port).get("/desk", "Cookie", session).statusCode()).isEqualTo(401);
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() throws Exception {
        signIn(officer, PASSWORD);
        var refused = browser.post("/desk/acts", Map.of());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("表单已经失效");
        assertThat(browser.post("/desk/acts", Map.of("_csrf", "made-up")).statusCode())
                .isEqualTo(403);
        assertThat(
                        browser.post(
                                        "/desk/acts",
                                        Map.of("_csrf", Browser.token(browser.get("/sample"))))
                                .body())
                .isEqualTo("done by p-limin");
        assertThat(
                        new Browser(port)
                                .post("/login", Map.of("username", officer, "password", PASSWORD))
                                .statusCode())
                .isEqualTo(403);
        assertThat(new Browser(port).post("/register", Map.of("username", "abc")).statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/cases", "/catalog/powers", "/desk/nothing/here"})
    void theDeskIsForOfficers(String address) throws Exception {
        assertThat(browser.get(address).statusCode()).isEqualTo(401);
        signIn(citizen, PASSWORD);
        var page = browser.get(address);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("没有权限查看或办理");
    }

    @Test
    void aPageThatNobodyOpenedIsClosedAndOneThatIsNotThereIsSaidToBeMissing() throws Exception {
        assertThat(browser.get("/forgotten").statusCode()).isEqualTo(401);
        assertThat(browser.get("/not-there").statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/v1/not-there").statusCode()).isEqualTo(404);
        assertThat(browser.get("/css/guiju.css").statusCode()).isEqualTo(200);
        assertThat(browser.get("/health").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(browser.get("/api/openapi.json").statusCode()).isEqualTo(200);
    }

    @Test
    void everyAnswerTellsTheBrowserToRunNothingFromElsewhere() throws Exception {
        for (String address :
                new String[] {
                    "/login", "/", "/not-there", "/desk", "/api/v1/me", "/a;b", "/fail/bug"
                }) {
            var headers = browser.get(address, "Origin", "https://elsewhere.example").headers();
            assertThat(headers.map().keySet())
                    .as("no other origin reads what is said here")
                    .noneMatch(h -> h.startsWith("access-control-"));
            assertThat(headers.firstValue("content-security-policy"))
                    .as(address)
                    .hasValueSatisfying(csp ->
                            assertThat(csp)
                                    .contains("default-src 'self'")
                                    .contains("object-src 'none'")
                                    .contains("frame-ancestors 'none'")
                                    .doesNotContain("unsafe"));
            assertThat(headers.firstValue("x-content-type-options"))
                    .as(address)
                    .hasValue("nosniff");
            assertThat(headers.firstValue("referrer-policy")).as(address).hasValue("same-origin");
            assertThat(headers.firstValue("permissions-policy")).as(address).isPresent();
        }
    }

    /// The container turns it away before any filter of ours; found by looking for it.
    @Test
    void whatTheContainerTurnsAwayIsAnsweredUnderTheSameRules() throws Exception {
        var answer =
                browser.raw(
                        "TRACE /sample HTTP/1.1\r\nHost: localhost\r\nX-Secret: heron\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 405")
                .contains("frame-ancestors 'none'", "nosniff", "Referrer-Policy: same-origin")
                .doesNotContain("heron");
    }

    @Test
    void anAccountThatIsSwitchedOffGetsNeitherInNorOn() throws Exception {
        signIn(officer, PASSWORD);
        jdbc.sql("update account set disabled = true where username = :name")
                .param("name", officer)
                .update();
        assertThat(browser.get("/desk").statusCode()).isEqualTo(401);
        assertThat(signIn(new Browser(port), officer, PASSWORD).body()).contains("账号已停用");
        assertThat(signIn(new Browser(port), officer, "wrong password").body())
                .contains("用户名或者密码不正确");
    }

    @Test
    void aSignInEndsAfterTwelveHoursAndNotASecondBeforeAndLeadsBackToWhereOneWas()
            throws Exception {
        signIn(officer, PASSWORD);
        clock.advance(Duration.ofHours(12).minus(SessionLimit.WARNED).minusSeconds(1));
        assertThat(browser.get("/sample").body()).doesNotContain("到时结束");
        clock.advance(Duration.ofSeconds(1));
        assertThat(browser.get("/sample").body()).contains("到时结束。请在此之前提交");
        clock.advance(SessionLimit.WARNED.minusSeconds(1));
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        var ended = browser.get("/desk/cases?page=3");
        assertThat(ended.statusCode()).isEqualTo(401);
        assertThat(ended.body()).contains("登录满 12 小时，会话已经结束", "name=\"password\"");
        assertThat(browser.get("/login").body()).as("said once").doesNotContain("登录满");
        var again =
                browser.post(
                        "/login",
                        Map.of(
                                "_csrf",
                                Browser.token(ended),
                                "username",
                                officer,
                                "password",
                                PASSWORD));
        assertThat(again.headers().firstValue("location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("/desk/cases?page=3"));
        clock.advance(Duration.ofHours(11));
        assertThat(browser.get("/desk").statusCode()).as("its own twelve hours").isEqualTo(200);
    }

    @Test
    void aFormThatComesTooLateIsNotCarriedOutAndWhatWasTypedIsShown() throws Exception {
        signIn(officer, PASSWORD);
        var token = Browser.token(browser.get("/sample"));
        var sent =
                Map.of(
                        "_csrf", token,
                        "command", "c-1",
                        "newPassword", "not to be shown",
                        "reasons", "材料齐全 <b>，拟同意");
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(browser.post("/desk/acts", sent).body()).isEqualTo("done by p-limin");
        clock.advance(Duration.ofSeconds(1));
        var late =
                browser.post(
                        "/desk/acts",
                        sent,
                        "Referer",
                        "http://localhost:" + port + "/desk/cases?case=7");
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body())
                .contains("刚才提交的内容没有办理", "材料齐全 &lt;b&gt;，拟同意", "登录满 12 小时")
                .doesNotContain("done by", "not to be shown", "c-1");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(401);
        var again = signIn(browser, officer, PASSWORD);
        assertThat(again.headers().firstValue("location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("/desk"));
    }

    @Test
    void fromAFormThatCameTooLateASignInLeadsBackToItsPageAndNeverToAnotherSite() throws Exception {
        for (var page : new String[] {"/desk/cases?case=7", "https://elsewhere.example/desk"}) {
            browser = new Browser(port);
            signIn(officer, PASSWORD);
            var token = Browser.token(browser.get("/sample"));
            clock.advance(Duration.ofHours(12));
            var from = page.startsWith("/") ? "http://localhost:" + port + page : page;
            var late = browser.post("/desk/acts", Map.of("_csrf", token), "Referer", from);
            var again =
                    browser.post(
                            "/login",
                            Map.of(
                                    "_csrf",
                                    Browser.token(late),
                                    "username",
                                    officer,
                                    "password",
                                    PASSWORD));
            assertThat(again.headers().firstValue("location"))
                    .hasValueSatisfying(l ->
                            assertThat(l)
                                    .endsWith(page.startsWith("/") ? page : "/desk")
                                    .doesNotContain("elsewhere"));
        }
    }

    @Test
    void aProgramInTheSessionOfABrowserHears401WhenItHasEnded() throws Exception {
        signIn(officer, PASSWORD);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofHours(12));
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }
}
