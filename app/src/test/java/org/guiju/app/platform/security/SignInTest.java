package org.guiju.app.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guiju.app.platform.time.SettableClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signing in, staying in, being kept out.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = SignInServer.class)
class SignInTest {

    private static final String PASSWORD = "three calm herons";

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired SettableClock clock;
    @Autowired RateLimits limits;
    @Autowired JdbcClient jdbc;

    private Browser browser = new Browser(0);
    private String officer = "";
    private String citizen = "";

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

    @Test
    void theSessionGetsANewNumberOnSigningIn() throws Exception {
        var before = cookie(browser.get("/login"));
        var after = cookie(signIn(officer, PASSWORD));
        assertThat(after).isNotEqualTo(before);
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
        assertThat(browser.post("/logout", Map.of("_csrf", token)).statusCode()).isEqualTo(302);
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
            var headers = browser.get(address).headers();
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
    void aCitizenRegistersAndSignsIn() throws Exception {
        var name = "new-" + UUID.randomUUID();
        var form = registration(name, "river stones 42", "张三", "１３８ ００００－０００１");
        var done = register(form);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        assertThat(browser.get("/login").body()).contains("注册成功，请登录").contains("role=\"status\"");
        assertThat(signIn(name, "river stones 42").statusCode()).isEqualTo(302);
        var row =
                jdbc.sql(
                                "select kind, phone, assurance, person_id, password_hash from account where username = :name")
                        .param("name", name)
                        .query()
                        .singleRow();
        assertThat(row)
                .containsEntry("kind", "citizen")
                .containsEntry("phone", "13800000001")
                .containsEntry("assurance", (Object) 1);
        assertThat((String) row.get("password_hash")).startsWith("$2").doesNotContain("river");
        assertThat((String) row.get("person_id")).startsWith("c-");
    }

    @ParameterizedTest
    @CsvSource({
        "username, ab, 请填写 3 至 64 个字母",
        "username, a b c d, 请填写 3 至 64 个字母",
        "username, '<script>', 请填写 3 至 64 个字母",
        "password, 123456789, 密码至少要有 10 个字符",
        "password, 1234567890, 密码太简单",
        "password, aaaaaaaaaaaa, 密码太简单",
        "password, 一二三四五六七八九十一二三四五六七八九十一二三四五, 密码太长",
        "name, '', 请填写姓名",
        "phone, 12345, 请填写 11 位手机号"
    })
    void whatDoesNotFitIsSaidAboveItsFieldAndTheRestIsKept(
            String field, String value, String sentence) throws Exception {
        var form = registration("fine-name", "river stones 42", "张三", "13800000001");
        form.put(field, value);
        var page = register(form);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("<title>错误：注册")
                .contains("href=\"#" + field + "\"")
                .contains("id=\"" + field + "-error\"")
                .contains(sentence)
                .doesNotContain("river stones 42")
                .doesNotContain("<script>");
        if (!field.equals("phone")) {
            assertThat(page.body()).contains("value=\"13800000001\"");
        }
        assertThat(accounts.isTaken("fine-name")).isFalse();
    }

    @Test
    void aNameThatIsTakenIsSaidToBe() throws Exception {
        assertThat(register(registration(officer, "river stones 42", "张三", "13800000001")).body())
                .contains("已经有人使用");
        assertThatThrownBy(
                        () -> accounts.addOfficer(officer, PASSWORD, new PersonId("p-other"), "x"))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void nobodyRegistersWithoutEnd() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(register(registration("ab", "", "", "")).statusCode()).isEqualTo(400);
        }
        assertThat(register(registration("ab", "", "", "")).statusCode()).isEqualTo(429);
    }

    private HttpResponse<String> register(Map<String, String> form)
            throws IOException, InterruptedException {
        form.put("_csrf", Browser.token(browser.get("/register")));
        return browser.post("/register", form);
    }

    private static Map<String, String> registration(
            String username, String password, String name, String phone) {
        return new LinkedHashMap<>(
                Map.of("username", username, "password", password, "name", name, "phone", phone));
    }

    private HttpResponse<String> signIn(String username, String password)
            throws IOException, InterruptedException {
        return signIn(browser, username, password);
    }

    private static HttpResponse<String> signIn(Browser browser, String username, String password)
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

    private HttpResponse<String> act(String... headers) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(browser.at("/api/v1/acts")).POST(BodyPublishers.noBody()),
                headers);
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("guiju="))
                .map(cookie -> cookie.split(";", 2)[0])
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static String basic(String username, String password) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
