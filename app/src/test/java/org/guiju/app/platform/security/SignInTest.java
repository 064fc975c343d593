package org.guiju.app.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guiju.app.platform.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Signing in, and being kept out after too many failures.
@ExtendWith(OutputCaptureExtension.class)
class SignInTest extends AtTheDoor {
    @Test
    void anOfficerSignsInAndComesToTheDeskACitizenToTheHomePage() throws Exception {
        assertThat(signIn(officer, PASSWORD).headers().firstValue("location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("/desk"));
        assertThat(browser.get("/desk").body()).isEqualTo("desk of 李敏");
        var other = new Browser(port);
        assertThat(signIn(other, citizen, PASSWORD).headers().firstValue("location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("/"));
        assertThat(other.get("/").body()).isEqualTo("home of 陈建国");
        assertThat(other.get("/applications/mine").body()).isEqualTo("applications of 陈建国");
    }

    @Test
    void aPageThatNeedsASignInKeepsItsAddressAndOpensAfterIt() throws Exception {
        var form = browser.get("/desk/cases?q=%E7%BD%91%E5%90%A7&page=2");
        assertThat(form.statusCode()).isEqualTo(401);
        assertThat(form.body()).contains("<h1>登录</h1>").contains("name=\"password\"");
        var signedIn =
                browser.post(
                        "/login",
                        Map.of(
                                "_csrf",
                                Browser.token(form),
                                "username",
                                officer,
                                "password",
                                PASSWORD));
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(signedIn.headers().firstValue("location"))
                .hasValueSatisfying(
                        l -> assertThat(l).endsWith("/desk/cases?q=%E7%BD%91%E5%90%A7&page=2"));
    }

    /// What was typed is in none of the lines: people type their password where the name belongs.
    @Test
    void everyTryAndEveryLeavingIsLoggedByAccountAndNeverByWhatWasTyped(CapturedOutput output)
            throws Exception {
        var account = accounts.find(officer).orElseThrow().user().accountId();
        signIn("no-such-name", "some password");
        signIn(officer, "wrong password");
        signIn(officer, PASSWORD);
        browser.post("/logout", Map.of("_csrf", Browser.token(browser.get("/sample"))));
        var auth = basic(officer, PASSWORD);
        for (int i = 0; i < 3; i++) {
            new Browser(port).get("/api/v1/me", "Authorization", auth);
        }
        assertThat(output.getOut().lines().filter(l -> l.contains("guiju.sign-in")))
                .extracting(l -> l.substring(l.indexOf(" : ") + 3))
                .containsExactly(
                        "refused by=password why=unknown account=unknown from=127.0.0.1",
                        "refused by=password why=wrong account=" + account + " from=127.0.0.1",
                        "proven by=password account=" + account + " from=127.0.0.1",
                        "entered account=" + account + " from=127.0.0.1",
                        "left account=" + account);
        browser = new Browser(port);
        signIn(citizen, PASSWORD);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(403);
        var id = accounts.find(citizen).orElseThrow().user().accountId();
        assertThat(output.getOut())
                .as("a door that stayed shut, and who stood before it")
                .containsPattern(" 403 GET /desk account=" + id + " from=127.0.0.1")
                .doesNotContain("no-such-name", "some password", officer, citizen, PASSWORD);
    }

    @Test
    void aWrongPasswordIsAnsweredLikeAnUnknownName() throws Exception {
        var wrong = signIn(officer, "three calm heronz");
        var unknown = signIn("nobody-" + UUID.randomUUID(), PASSWORD);
        for (var answer : new HttpResponse<?>[] {wrong, unknown}) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat((String) answer.body())
                    .contains("<title>错误：登录")
                    .contains("用户名或者密码不正确")
                    .doesNotContain(PASSWORD);
        }
        assertThat(wrong.body()).contains("value=\"" + officer + "\"");
    }

    @Test
    void theNameIsReadAsItWasMeant() throws Exception {
        assertThat(signIn("  " + officer.toUpperCase(Locale.ROOT) + " ", PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void fiveFailuresLockTheAccountForAQuarterOfAnHourAndNotLonger() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(officer, "wrong password " + i).body()).contains("用户名或者密码不正确");
        }
        assertThat(signIn(officer, PASSWORD).body()).contains("账号已锁定 15 分钟");
        clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(signIn(officer, PASSWORD).statusCode()).isEqualTo(401);
        clock.advance(Duration.ofSeconds(1));
        assertThat(signIn(officer, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void fourFailuresDoNotLockAndASuccessEndsTheCounting() throws Exception {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                signIn(officer, "wrong password");
            }
            assertThat(signIn(officer, PASSWORD).statusCode()).isEqualTo(302);
            browser = new Browser(port);
        }
    }

    @Test
    void afterALockFiveNewFailuresAreNeededForTheNext() throws Exception {
        for (int i = 0; i < 5; i++) {
            signIn(officer, "wrong password");
        }
        clock.advance(Duration.ofMinutes(15));
        for (int i = 0; i < 4; i++) {
            assertThat(signIn(officer, "wrong password").body()).contains("用户名或者密码不正确");
        }
        assertThat(signIn(officer, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void anUnknownNameLocksAsAKnownOneDoes() throws Exception {
        var nobody = "nobody-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(nobody, PASSWORD).body()).contains("用户名或者密码不正确");
        }
        assertThat(signIn(nobody, PASSWORD).body()).contains("账号已锁定 15 分钟");
    }

    @Test
    void ofManyGuessesAtOnceFiveAreHeard() throws Exception {
        var account = accounts.find(officer).orElseThrow().user().accountId();
        var tries = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 40; i++) {
            tries.add(() -> accounts.mayTry(account));
        }
        int heard = 0;
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : all.invokeAll(tries)) {
                heard += result.get() ? 1 : 0;
            }
        }
        assertThat(heard).isEqualTo(5);
    }

    @Test
    void thirtyFailuresFromOneAddressCloseItForTenMinutesWhoeverWasTried() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(signIn("nobody-" + UUID.randomUUID(), "wrong password").statusCode())
                    .isEqualTo(401);
        }
        var closed = signIn(officer, PASSWORD);
        assertThat(closed.statusCode()).isEqualTo(429);
        assertThat(closed.headers().firstValue("retry-after")).hasValue("600");
        assertThat(closed.body()).contains("同一网络的登录失败次数过多");
        clock.advance(Duration.ofMinutes(10));
        assertThat(signIn(officer, PASSWORD).statusCode()).isEqualTo(302);
    }
}
