package org.guiju.app.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.guiju.app.administration.application.AdministrationDesk;
import org.guiju.app.administration.application.Factors;
import org.guiju.app.platform.security.SmallProvider.Signing;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Administrator;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.administration.AdminCommand;
import org.guiju.kernel.administration.AdminRequest;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Signing in by the organisation's login: the whole server against a provider with real keys; what the provider gets wrong keeps everybody out, and
/// what it gets right lets in nobody who was not bound.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "guiju.timekeeper.first=86400000",
            "spring.main.allow-bean-definition-overriding=true"
        })
@Import(TestClock.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcTest {
    private static final String HOME = "/administration";

    @TempDir static Path data;
    private static final SmallProvider provider = SmallProvider.silent();

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired AdministrationDesk desk;
    @Autowired Factors factors;
    @Autowired RateLimits limits;
    @Autowired OfficialClock clock;
    @Autowired JdbcClient jdbc;

    private Browser browser = new Browser(0);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        var secret = Files.writeString(data.resolve("client-secret"), SmallProvider.SECRET + "\n");
        registry.add("guiju.data", () -> data.resolve("data").toString());
        registry.add("guiju.oidc.issuer", () -> provider.issuer());
        registry.add("guiju.oidc.client-id", () -> SmallProvider.CLIENT);
        registry.add("guiju.oidc.secret-file", secret::toString);
    }

    @AfterAll
    static void gone() {
        provider.close();
    }

    @BeforeEach
    void open() {
        browser = new Browser(port);
        limits.forget(OidcPages.FROM_ONE_ADDRESS, "127.0.0.1");
        if (desk.state().holders().isEmpty()) {
            var three =
                    List.of(Administrator.SYSTEM, Administrator.SECURITY, Administrator.AUDIT)
                            .stream()
                            .map(this::officer)
                            .peek(u -> factors.enrolPrinted(u, Administrator.SECRET))
                            .map(CurrentUser::person)
                            .toList();
            desk.act(
                    three.getFirst(),
                    new AdminCommand.Found(three.getFirst(), three.get(1), three.getLast()),
                    UUID.randomUUID());
        }
    }

    @AfterEach
    void time() {
        TestClock.ahead(Duration.ZERO);
    }

    private CurrentUser officer(String username) {
        return accounts.addOfficer(
                username, "qinglan-2026", new PersonId("p-" + username), "试" + username);
    }

    private Browser admin(String username) throws Exception {
        return Administrator.signedIn(port, username, jdbc, clock.now());
    }

    private HttpResponse<String> act(Browser by, String act, Map<String, String> fields)
            throws Exception {
        var all = new HashMap<>(fields);
        all.put("_csrf", Browser.token(by.get(HOME)));
        all.put("command", UUID.randomUUID().toString());
        return by.post(HOME + "/" + act, all);
    }

    /// Bound by the two, at the interface of the desk.
    private void bound(String username, String subject) {
        var person = desk.account(username).orElseThrow().person();
        var request = UUID.randomUUID();
        var identity = new org.guiju.kernel.administration.Identity(provider.issuer(), subject);
        assertThat(
                        desk.act(
                                        new PersonId("p-" + Administrator.SYSTEM),
                                        new AdminCommand.Ask(
                                                new AdminRequest(
                                                        request,
                                                        AdminRequest.Kind.BIND,
                                                        person,
                                                        null,
                                                        username,
                                                        person,
                                                        identity,
                                                        "入职")),
                                        UUID.randomUUID())
                                .refusals())
                .isEmpty();
        desk.act(
                new PersonId("p-" + Administrator.SECURITY),
                new AdminCommand.Confirm(request),
                UUID.randomUUID());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    /// The way out: to the provider, which sends back.
    private String there(Browser by) throws Exception {
        var out = by.get("/login/oidc");
        assertThat(out.statusCode()).as(out.body()).isEqualTo(302);
        assertThat(location(out)).startsWith(provider.issuer() + "/authorize?");
        try (var client = HttpClient.newHttpClient()) {
            var back =
                    client.send(
                            HttpRequest.newBuilder(URI.create(location(out))).build(),
                            BodyHandlers.ofString());
            assertThat(location(back)).startsWith("http://localhost:" + port + OidcClient.BACK);
            return location(back).substring(("http://localhost:" + port).length());
        }
    }

    private HttpResponse<String> signIn(Browser by, String subject) throws Exception {
        provider.honest(subject, clock.now());
        return by.get(there(by));
    }

    private String cookie(HttpResponse<String> answer) {
        return AtTheDoor.cookie(answer);
    }

    @Test
    @Order(1)
    void aProviderThatIsDownKeepsNobodyFromStartingNorFromHisPassword() throws Exception {
        provider.down = true;
        assertThat(browser.get("/health").statusCode()).isEqualTo(200);
        assertThat(browser.get("/login").body()).contains("href=\"/login/oidc\"", "统一身份认证登录");
        var down = browser.get("/login/oidc");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).contains("统一身份认证暂时连不上", "name=\"password\"");
        assertThat(browser.get("/login/oidc?lang=en").body())
                .contains("The organisation’s login cannot be reached right now");
        officer("oidcdown");
        assertThat(AtTheDoor.signIn(browser, "oidcdown", "qinglan-2026").statusCode())
                .isEqualTo(302);
        // It answers again, and nothing has to be started anew.
        bound("oidcdown", "s-down");
        assertThat(location(signIn(new Browser(port), "s-down"))).endsWith("/desk");
        // And gone in the middle of a sign-in.
        var other = new Browser(port);
        provider.honest("s-down", clock.now());
        var back = there(other);
        provider.down = true;
        var lost = other.get(back);
        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(lost.body()).contains("统一身份认证暂时连不上");
    }

    @Test
    void whoIsBoundComesInToWhereHeWasWithANewSessionAndLeavesBoth() throws Exception {
        officer("oidcone");
        bound("oidcone", "s-one");
        provider.honest("s-one", clock.now());
        var asked = browser.get("/account/security");
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.body()).contains("href=\"/login/oidc\"");
        var before = cookie(asked);
        var out = location(browser.get("/login/oidc"));
        assertThat(SmallProvider.fields(out.split("\\?", 2)[1]))
                .containsEntry("response_type", "code")
                .containsEntry("scope", "openid")
                .containsEntry("client_id", SmallProvider.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        var in = browser.get(there(browser));
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(location(in)).endsWith("/account/security");
        var after = cookie(in);
        assertThat(after).isNotEqualTo(before);
        assertThat(new Browser(port).get("/account/security", "Cookie", before).statusCode())
                .isEqualTo(401);
        var page = browser.get("/account/security");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(browser.get("/login/oidc").statusCode()).as("already in").isEqualTo(302);
        assertThat(location(browser.get("/login/oidc"))).endsWith("/desk");
        assertThat(browser.get(HOME).statusCode())
                .as("no right comes from the login")
                .isEqualTo(403);

        var left = browser.post("/logout", Map.of("_csrf", Browser.token(page)));
        assertThat(location(left)).endsWith("/login/left");
        assertThat(browser.get("/account/security").statusCode()).isEqualTo(401);
        assertThat(new Browser(port).get("/account/security", "Cookie", after).statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/login/left").body())
                .contains("统一身份认证仍然处于登录状态")
                .contains(provider.issuer() + "/end?id_token_hint=ey")
                .contains("post_logout_redirect_uri=http");
        assertThat(location(browser.get("/login/left"))).as("said once").endsWith("/");
    }

    @Test
    void nobodyComesInBeforeTwoAdministratorsHaveBoundHimAndAfterOneHasUnbound() throws Exception {
        officer("oidctwo");
        officer("oidcthree");
        var unknown = signIn(browser, "工号-二");
        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(unknown.body())
                .contains("没有绑定", "工号-二", "系统管理员", "退出统一身份认证")
                .contains("<h1>统一身份认证登录</h1>");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(401);
        assertThat(accounts.officers()).noneMatch(a -> a.username().contains("工号"));

        var system = admin(Administrator.SYSTEM);
        var security = admin(Administrator.SECURITY);
        var bind = Map.of("account", "oidctwo", "subject", "工号-二", "reason", "新任经办人");
        var noReason = act(system, "bind", Map.of("account", "oidctwo", "subject", "工号-二"));
        assertThat(noReason.statusCode()).isEqualTo(400);
        assertThat(noReason.body()).contains("请填写理由").contains("value=\"工号-二\"");
        assertThat(act(security, "bind", bind).statusCode()).isEqualTo(409);
        assertThat(act(system, "bind", bind).statusCode()).isEqualTo(302);
        assertThat(signIn(new Browser(port), "工号-二").statusCode()).as("asked only").isEqualTo(403);
        assertThat(security.get(HOME).body()).contains("工号-二", "新任经办人");
        var request =
                desk.state().open().values().stream()
                        .filter(r -> r.account().equals("oidctwo"))
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .toString();
        assertThat(act(system, "confirm", Map.of("request", request)).statusCode()).isEqualTo(409);
        assertThat(act(security, "confirm", Map.of("request", request)).statusCode())
                .isEqualTo(302);
        assertThat(
                        act(
                                        system,
                                        "bind",
                                        Map.of(
                                                "account",
                                                "oidcthree",
                                                "subject",
                                                "工号-二",
                                                "reason",
                                                "x"))
                                .body())
                .contains("已经绑定另一个账号");
        assertThat(act(system, "bind", bind).body()).contains("这个账号已经绑定");
        assertThat(system.get(HOME + "/accounts").body()).contains("工号-二", provider.issuer());

        var in = new Browser(port);
        assertThat(signIn(in, "工号-二").statusCode()).isEqualTo(302);
        assertThat(in.get("/desk").statusCode()).isEqualTo(200);
        assertThat(signIn(new Browser(port), "工号-二 ".strip() + "x").statusCode())
                .as("another's number")
                .isEqualTo(403);
        assertThat(act(system, "unbind", Map.of("account", "oidctwo", "reason", "调离")).statusCode())
                .isEqualTo(302);
        assertThat(in.get("/desk").statusCode()).as("the session has ended").isEqualTo(401);
        assertThat(signIn(new Browser(port), "工号-二").statusCode()).isEqualTo(403);
        assertThat(act(system, "unbind", Map.of("account", "oidctwo", "reason", "又一次")).body())
                .contains("没有绑定统一身份");

        var records = admin(Administrator.AUDIT).get(HOME + "/records").body();
        assertThat(records)
                .contains("申请绑定统一身份", "确认绑定统一身份", "解除统一身份绑定")
                .contains("被拒绝：统一身份认证登录", "未绑定的人", "工号-二", "统一身份没有绑定账号");
    }

    private void isRefused(String title) throws Exception {
        var refused = browser.get(there(browser));
        assertThat(refused.statusCode()).as(title).isEqualTo(401);
        assertThat(refused.body()).contains(title, "href=\"/login\"").doesNotContain("s-token");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(401);
    }

    private void boundOnce() {
        if (accounts.isTaken("oidctoken")) {
            return;
        }
        officer("oidctoken");
        bound("oidctoken", "s-token");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWN")
    void aTokenThatIsNotSignedAsAgreedLetsNobodyIn(Signing signing) throws Exception {
        boundOnce();
        provider.honest("s-token", clock.now());
        provider.signing = signing;
        isRefused("身份凭据没有通过核验");
        assertThat(signIn(browser, "s-token").statusCode()).as("the honest one").isEqualTo(302);
    }

    private UnaryOperator<JWTClaimsSet.Builder> fault(String name) {
        var now = clock.now();
        return switch (name) {
            case "issuer" -> c -> c.issuer("https://login.other.example");
            case "audience" -> c -> c.audience("another-client");
            case "two audiences" ->
                    c -> c.audience(List.of(SmallProvider.CLIENT, "another-client"));
            case "nonce" -> c -> c.claim("nonce", "another");
            case "no nonce" -> c -> c.claim("nonce", null);
            case "expired" ->
                    c ->
                            c.issueTime(Date.from(now.minusSeconds(600)))
                                    .expirationTime(
                                            Date.from(now.minus(OidcClient.SKEW).minusSeconds(2)));
            case "no expiry" -> c -> c.expirationTime(null);
            case "of tomorrow" ->
                    c ->
                            c.issueTime(Date.from(now.plusSeconds(86_400)))
                                    .expirationTime(Date.from(now.plusSeconds(90_000)));
            default -> c -> c.subject(null);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issuer",
                "audience",
                "two audiences",
                "nonce",
                "no nonce",
                "expired",
                "no expiry",
                "of tomorrow",
                "no subject"
            })
    void aTokenForAnotherOrOfAnotherTimeLetsNobodyIn(String name) throws Exception {
        boundOnce();
        provider.honest("s-token", clock.now());
        provider.claims = fault(name);
        isRefused("身份凭据没有通过核验");
    }

    @Test
    void timesAreHeldAgainstTheOfficialClockWithAMinuteOfTolerance() throws Exception {
        boundOnce();
        TestClock.ahead(Duration.ofDays(2));
        provider.honest("s-token", clock.now().minus(Duration.ofDays(2)));
        isRefused("身份凭据没有通过核验");
        provider.honest("s-token", clock.now());
        provider.claims =
                c ->
                        c.issueTime(Date.from(clock.now().minusSeconds(600)))
                                .expirationTime(
                                        Date.from(
                                                clock.now()
                                                        .minus(OidcClient.SKEW)
                                                        .plusSeconds(20)));
        assertThat(browser.get(there(browser)).statusCode()).isEqualTo(302);
    }

    @Test
    void aSignInEndsOnceAndWhereItBegan() throws Exception {
        boundOnce();
        provider.honest("s-token", clock.now());
        var back = there(browser);
        var stolen = new Browser(port).get(back);
        assertThat(stolen.statusCode()).isEqualTo(401);
        assertThat(stolen.body()).contains("请重新开始登录");
        var wrongState = new Browser(port);
        there(wrongState);
        assertThat(wrongState.get(back).body()).contains("请重新开始登录");
        assertThat(browser.get(back).statusCode()).isEqualTo(302);
        browser.post("/logout", Map.of("_csrf", Browser.token(browser.get("/account/security"))));
        var replayed = browser.get(back);
        assertThat(replayed.statusCode()).isEqualTo(401);
        assertThat(replayed.body()).contains("请重新开始登录");

        var other = new Browser(port);
        var state = there(other).replaceFirst(".*state=", "");
        var cancelled = other.get(OidcClient.BACK + "?error=access_denied&state=" + state);
        assertThat(cancelled.statusCode()).isEqualTo(401);
        assertThat(cancelled.body()).contains("统一身份认证没有确认身份");
        var made = new Browser(port);
        state = there(made).replaceFirst(".*state=", "");
        assertThat(made.get(OidcClient.BACK + "?code=made-up&state=" + state).statusCode())
                .isEqualTo(401);
        for (var odd :
                List.of(
                        "",
                        "?",
                        "?code=x",
                        "?state=x",
                        "?error=%00&state=" + state,
                        "?code=&state=")) {
            assertThat(new Browser(port).get(OidcClient.BACK + odd).statusCode())
                    .as(odd)
                    .isBetween(400, 499);
        }
        made = new Browser(port);
        state = there(made).replaceFirst(".*state=", "");
        var mixedUp =
                made.get(OidcClient.BACK + "?code=x&iss=https://other.example&state=" + state);
        assertThat(mixedUp.body()).contains("身份凭据没有通过核验");
    }

    @Test
    void afterFiveRefusalsTheIdentityWaitsAndNoOtherWayIsClosed() throws Exception {
        officer("oidcfour");
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(new Browser(port), "s-nobody").statusCode()).isEqualTo(403);
        }
        int recorded = desk.lines().size();
        var closed = signIn(new Browser(port), "s-nobody");
        assertThat(closed.statusCode()).isEqualTo(429);
        assertThat(closed.headers().firstValue("retry-after")).isPresent();
        assertThat(closed.body()).contains("这条登录路径暂时关闭");
        assertThat(desk.lines()).as("recorded no more").hasSize(recorded);
        bound("oidcfour", "s-four");
        assertThat(signIn(new Browser(port), "s-four").statusCode()).isEqualTo(302);
        assertThat(AtTheDoor.signIn(browser, "oidcfour", "qinglan-2026").statusCode())
                .isEqualTo(302);
        // Thirty from one address close this way there, and no other.
        for (int i = 0; i < 30; i++) {
            new Browser(port).get(OidcClient.BACK + "?state=x");
        }
        assertThat(new Browser(port).get("/login/oidc").statusCode()).isEqualTo(429);
        assertThat(AtTheDoor.signIn(new Browser(port), "oidcfour", "qinglan-2026").statusCode())
                .isEqualTo(302);
        TestClock.ahead(Duration.ofMinutes(15));
        assertThat(signIn(new Browser(port), "s-nobody").statusCode()).isEqualTo(403);
    }

    @Test
    void aClosedAccountStaysClosedAndItsWayIsOpenedByTheSystemAdministrator() throws Exception {
        var user = officer("oidcfive");
        bound("oidcfive", "s-five");
        accounts.disable(user.accountId(), true);
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(new Browser(port), "s-five").body()).contains("账号已停用");
        }
        assertThat(signIn(new Browser(port), "s-five").statusCode()).isEqualTo(429);
        accounts.disable(user.accountId(), false);
        assertThat(signIn(new Browser(port), "s-five").statusCode()).isEqualTo(429);
        var system = admin(Administrator.SYSTEM);
        assertThat(system.get(HOME + "/accounts").body()).contains("统一身份认证：失败次数过多");
        act(system, "unlock", Map.of("account", "oidcfive"));
        assertThat(signIn(new Browser(port), "s-five").statusCode()).isEqualTo(302);
    }

    @Test
    void noneOfTheThreeComesPastHisSecondFactor() throws Exception {
        bound(Administrator.AUDIT, "s-audit");
        var half = signIn(browser, "s-audit");
        assertThat(location(half)).endsWith("/login/factor");
        assertThat(browser.get(HOME).statusCode()).isEqualTo(401);
        assertThat(Administrator.code(browser, "000000").statusCode()).isEqualTo(401);
        assertThat(browser.get(HOME).statusCode()).isEqualTo(401);
        jdbc.sql("update second_factor set last_step = -1").update();
        assertThat(
                        Administrator.code(
                                        browser,
                                        Administrator.code(Administrator.SECRET, clock.now()))
                                .statusCode())
                .isEqualTo(302);
        assertThat(browser.get(HOME).statusCode()).isEqualTo(200);
        // One of the three who has none yet would be whoever the provider says.
        var user = desk.account(Administrator.AUDIT).orElseThrow();
        factors.remove(user.id(), user.person(), UUID.randomUUID());
        var refused = signIn(new Browser(port), "s-audit");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("三员须先登记第二因素");
        factors.enrolPrinted(Accounts.user(user), Administrator.SECRET);
    }

    @Test
    void theSignInOfOneOfTheThreeEndsAfterFourHours() throws Exception {
        var system = admin(Administrator.SYSTEM);
        TestClock.ahead(Duration.ofHours(4).minusMinutes(1));
        assertThat(system.get(HOME).statusCode()).isEqualTo(200);
        TestClock.ahead(Duration.ofHours(4));
        var ended = system.get(HOME);
        assertThat(ended.statusCode()).isEqualTo(401);
        assertThat(ended.body()).contains("登录满 4 小时");
    }
}
