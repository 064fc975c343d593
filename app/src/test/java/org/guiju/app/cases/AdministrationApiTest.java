package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.guiju.app.administration.application.AdministrationDesk;
import org.guiju.app.administration.application.Factors;
import org.guiju.app.ledger.application.Audit;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Administrator;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.administration.AdminCommand;
import org.guiju.kernel.administration.AdminRequest;
import org.guiju.kernel.administration.AdminRole;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The three administrators by page and interface: two persons for a grant, one of the three for a person, a second factor before anything.
@RunningGuiju
class AdministrationApiTest extends OnTheApi {
    private static final String HOME = "/administration";

    @Autowired AdministrationDesk desk;
    @Autowired Audit audit;
    @Autowired Factors factors;
    @Autowired JdbcClient jdbc;

    private Browser as(String username) throws Exception {
        return Administrator.signedIn(port, username, jdbc, clock.now());
    }

    private static HttpResponse<String> form(
            Browser browser, String page, String address, Map<String, String> fields)
            throws Exception {
        var all = new HashMap<>(fields);
        all.put("_csrf", Browser.token(browser.get(page)));
        all.putIfAbsent("command", UUID.randomUUID().toString());
        return browser.post(address, all);
    }

    private static HttpResponse<String> act(Browser browser, String act, Map<String, String> fields)
            throws Exception {
        return form(browser, HOME, HOME + "/" + act, fields);
    }

    /// A signed-in officer without any post.
    private CurrentUser somebody(String username) {
        return accounts.addOfficer(
                username, "qinglan-2026", new PersonId("p-" + username), "试" + username);
    }

    private String waiting(String person) {
        return desk.state().open().values().stream()
                .filter(r -> r.person().value().equals(person))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    @Test
    void whatTheSystemAdministratorAsksForHoldsOnceTheSecurityAdministratorConfirmsIt()
            throws Exception {
        somebody("admingranted");
        var system = as(Administrator.SYSTEM);
        var security = as(Administrator.SECURITY);
        var audit = as(Administrator.AUDIT);
        var grant = Map.of("account", "admingranted", "role", "audit");
        assertThat(act(security, "grant", grant).statusCode()).isEqualTo(409);
        assertThat(act(audit, "grant", grant).statusCode()).isEqualTo(403);
        assertThat(act(system, "grant", grant).statusCode()).isEqualTo(302);
        assertThat(desk.of(new PersonId("p-admingranted"))).isEmpty();
        var request = Map.of("request", waiting("p-admingranted"));
        var own = act(system, "confirm", request);
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body()).contains("这件事不归您这一员办理");
        assertThat(act(security, "confirm", request).statusCode()).isEqualTo(302);
        assertThat(desk.of(new PersonId("p-admingranted"))).contains(AdminRole.AUDIT);
        var again = act(system, "grant", Map.of("account", "admingranted", "role", "system"));
        assertThat(again.body()).contains("一人只能担任三员之一");
        assertThat(act(system, "grant", Map.of("account", "limin", "role", "audit")).body())
                .contains("三员不能承担业务职责")
                .contains("reviewer");
        assertThat(act(system, "withdraw", Map.of("account", "jinmingli", "role", "system")).body())
                .contains("最后一名不能撤销");
        assertThat(act(system, "grant", Map.of("account", "nobody", "role", "audit")).statusCode())
                .isEqualTo(400);

        var records = audit.get(HOME + "/records").body();
        assertThat(records)
                .contains("申请授予")
                .contains("确认授予")
                .contains("被拒绝：申请授予")
                .contains("试admingranted")
                .contains("三员不能承担业务职责");
        var csv = audit.get(HOME + "/records.csv");
        assertThat(csv.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
        assertThat(csv.body()).contains("金明理,申请授予,试admingranted,安全审计员");
        assertThat(system.get(HOME + "/records").statusCode()).isEqualTo(403);
        assertThat(security.get(HOME + "/records.csv").statusCode()).isEqualTo(403);
        assertThat(audit.get(HOME + "/accounts").statusCode()).isEqualTo(403);

        // Withdrawn by the same two.
        assertThat(
                        act(system, "withdraw", Map.of("account", "admingranted", "role", "audit"))
                                .statusCode())
                .isEqualTo(302);
        act(security, "confirm", Map.of("request", waiting("p-admingranted")));
        assertThat(desk.of(new PersonId("p-admingranted"))).isEmpty();
    }

    @Test
    void noneOfTheThreeComesToACaseAndNobodyElseToTheAdministration() throws Exception {
        for (var username :
                List.of(Administrator.SYSTEM, Administrator.SECURITY, Administrator.AUDIT)) {
            var browser = as(username);
            for (var address :
                    List.of(
                            "/desk",
                            "/desk/cases",
                            "/catalog/powers",
                            "/supervision",
                            "/meetings",
                            "/catalog/experts",
                            "/catalog/experts/draws",
                            "/%64esk/cases",
                            "/api/v1/attempts?person=p-limin",
                            "/api/v1/%63ases")) {
                assertThat(browser.get(address).statusCode())
                        .as("%s %s", username, address)
                        .isEqualTo(403);
            }
            assertThat(browser.get(HOME).statusCode()).isEqualTo(200);
            assertThat(browser.get("/powers").statusCode()).isEqualTo(200);
            assertThat(browser.get(HOME).body())
                    .doesNotContain("href=\"/desk\"")
                    .doesNotContain("href=\"/catalog");
        }
        var officer = Clerk.signedIn(port, "limin");
        assertThat(officer.get(HOME).statusCode()).isEqualTo(403);
        assertThat(officer.get("/api/v1/administration").statusCode()).isEqualTo(403);
        assertThat(officer.get("/%61dministration").statusCode()).isEqualTo(403);
        assertThat(officer.get("/desk").body()).doesNotContain("href=\"/administration\"");
        assertThat(api.get("jinmingli", "/api/v1/administration").status())
                .as("a password alone does not do for a program either")
                .isEqualTo(401);
    }

    @Test
    void withoutTheCodeNobodyIsSignedInAndACodeIsAcceptedOnce() throws Exception {
        TestClock.ahead(Duration.ofDays(3));
        var browser = as(Administrator.SYSTEM);
        assertThat(browser.get(HOME).statusCode()).isEqualTo(200);
        var code = Administrator.code(Administrator.SECRET, clock.now());
        var other = new Browser(port);
        var half = Administrator.password(other, Administrator.SYSTEM, "qinglan-2026");
        assertThat(half.headers().firstValue("location").orElse("")).endsWith("/login/factor");
        assertThat(other.get(HOME).statusCode()).isEqualTo(401);
        assertThat(other.get("/account/security").statusCode()).isEqualTo(401);
        // The step may have ended since; then the code is too old or was never used, so the one
        // before it is tried, too.
        assertThat(
                        Administrator.code(
                                        other,
                                        Administrator.code(
                                                Administrator.SECRET,
                                                clock.now().minusSeconds(120)))
                                .statusCode())
                .isEqualTo(401);
        var account = accountId(Administrator.SYSTEM);
        jdbc.sql("update second_factor set last_step = 99999999 where account = :a")
                .param("a", account)
                .update();
        assertThat(Administrator.code(other, code).statusCode()).isEqualTo(401);
        assertThat(other.get(HOME).statusCode()).isEqualTo(401);
        jdbc.sql("update second_factor set last_step = -1 where account = :a")
                .param("a", account)
                .update();
        var now = Administrator.code(Administrator.SECRET, clock.now());
        assertThat(factors.accepts(account, now)).isTrue();
        assertThat(factors.accepts(account, now)).as("the same code again").isFalse();
        assertThat(
                        factors.accepts(
                                account,
                                Administrator.code(
                                        Administrator.SECRET, clock.now().minusSeconds(60))))
                .isFalse();
    }

    private UUID accountId(String username) {
        return jdbc.sql("select id from account where username = :u")
                .param("u", username)
                .query(UUID.class)
                .single();
    }

    @Test
    void sixteenAtOnceWithOneCodeGetInOnce() throws Exception {
        jdbc.sql("update second_factor set last_step = -1 where account = :a")
                .param("a", accountId(Administrator.AUDIT))
                .update();
        var account = accountId(Administrator.AUDIT);
        var code = Administrator.code(Administrator.SECRET, clock.now());
        int in = 0;
        try (var threads = Executors.newFixedThreadPool(16)) {
            var tries = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 16; i++) {
                tries.add(() -> factors.accepts(account, code));
            }
            for (var one : threads.invokeAll(tries)) {
                in += one.get() ? 1 : 0;
            }
        }
        assertThat(in).isEqualTo(1);
    }

    @Test
    void anAdministratorWithoutASecondFactorSeesTheEnrolmentAlone() throws Exception {
        var user = somebody("adminnew");
        var ask =
                new AdminRequest(
                        UUID.randomUUID(),
                        AdminRequest.Kind.GRANT,
                        user.person(),
                        AdminRole.SYSTEM,
                        "adminnew",
                        user.person());
        assertThat(
                        desk.act(
                                        new PersonId("p-jinmingli"),
                                        new AdminCommand.Ask(ask),
                                        UUID.randomUUID())
                                .refusals())
                .isEmpty();
        desk.act(
                new PersonId("p-shaoyunan"), new AdminCommand.Confirm(ask.id()), UUID.randomUUID());
        var browser = new Browser(port);
        assertThat(Administrator.password(browser, "adminnew", "qinglan-2026").statusCode())
                .isEqualTo(302);
        var sent = browser.get(HOME);
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("location").orElse("")).endsWith("/account/factor");
        assertThat(browser.get("/%61dministration").statusCode())
                .as("however it is spelled")
                .isEqualTo(302);
        assertThat(browser.get("/api/v1/administration").statusCode()).isEqualTo(403);
        assertThat(
                        form(
                                        browser,
                                        "/account/security",
                                        HOME + "/unlock",
                                        Map.of("account", "limin"))
                                .statusCode())
                .isEqualTo(403);
        var page = browser.get("/account/factor").body();
        var secret = Pattern.compile("<code class=\"mono\">([A-Z2-7]{32})</code>").matcher(page);
        assertThat(secret.find()).isTrue();
        var wrong = form(browser, "/account/factor", "/account/factor", Map.of("code", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains(secret.group(1));
        var done =
                form(
                        browser,
                        "/account/factor",
                        "/account/factor",
                        Map.of("code", Administrator.code(secret.group(1), clock.now())));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        var codes = Pattern.compile("[A-Z2-7]{4}(-[A-Z2-7]{4}){5}").matcher(done.body());
        var recovery = codes.results().map(r -> r.group()).toList();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(browser.get(HOME).statusCode()).isEqualTo(200);
        // Each recovery code once, however it is typed.
        assertThat(
                        factors.accepts(
                                user.accountId(),
                                recovery.getFirst().toLowerCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(factors.accepts(user.accountId(), recovery.getFirst())).isFalse();
        assertThat(factors.recoveryCodesLeft(user.accountId())).isEqualTo(9);
        assertThat(
                        jdbc.sql("select count(*) from recovery_code where hash like '%-%'")
                                .query(Integer.class)
                                .single())
                .isZero();
        // Not by himself: that takes two others.
        form(
                browser,
                "/account/security",
                "/account/factor/remove",
                Map.of("code", recovery.get(1)));
        assertThat(factors.enrolled(user.accountId())).isTrue();
        var system = as(Administrator.SYSTEM);
        act(system, "reset", Map.of("account", "adminnew"));
        var reset =
                act(
                        as(Administrator.SECURITY),
                        "confirm",
                        Map.of("request", waiting("p-adminnew")));
        assertThat(reset.statusCode()).as(reset.body()).isEqualTo(302);
        assertThat(factors.enrolled(user.accountId())).isFalse();
        assertThat(audit.run().findings())
                .as("the key went by an act that says so")
                .noneMatch(f -> f.what() == Audit.What.KEY_MISSING);
        assertThat(browser.get(HOME).statusCode()).as("his sessions have ended").isEqualTo(401);
        act(system, "withdraw", Map.of("account", "adminnew", "role", "system"));
        act(as(Administrator.SECURITY), "confirm", Map.of("request", waiting("p-adminnew")));
    }

    @Test
    void anAccountIsOpenedByTwoAndItsFirstPasswordHoldsOnce() throws Exception {
        var system = as(Administrator.SYSTEM);
        var security = as(Administrator.SECURITY);
        assertThat(
                        act(
                                        system,
                                        "open",
                                        Map.of("account", "chenyuanshan2", "person", "p-nobody"))
                                .statusCode())
                .isEqualTo(400);
        act(system, "open", Map.of("account", "chenyuanshan2", "person", "p-chenyuanshan"));
        assertThat(accounts.isTaken("chenyuanshan2")).isFalse();
        assertThat(
                        act(security, "confirm", Map.of("request", waiting("p-chenyuanshan")))
                                .statusCode())
                .isEqualTo(302);
        var shown = security.get(HOME).body();
        var first = Pattern.compile("<b class=\"mono\">([a-z2-7]{16})</b>").matcher(shown);
        assertThat(first.find()).isTrue();
        assertThat(security.get(HOME).body()).doesNotContain(first.group(1));
        var browser = new Browser(port);
        var next = Administrator.password(browser, "chenyuanshan2", first.group(1));
        assertThat(next.headers().firstValue("location").orElse("")).endsWith("/login/password");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(401);
        var same =
                form(
                        browser,
                        "/login/password",
                        "/login/password",
                        Map.of("password", first.group(1)));
        assertThat(same.statusCode()).isEqualTo(400);
        assertThat(
                        form(
                                        browser,
                                        "/login/password",
                                        "/login/password",
                                        Map.of("password", "three calm herons"))
                                .statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
        // Closed by the system administrator alone, and at once.
        act(system, "close", Map.of("account", "chenyuanshan2"));
        assertThat(browser.get("/desk").statusCode()).isEqualTo(401);
        assertThat(
                        Administrator.password(
                                        new Browser(port), "chenyuanshan2", "three calm herons")
                                .statusCode())
                .isEqualTo(401);
        assertThat(act(system, "close", Map.of("account", "qihongjian")).body())
                .contains("三员的账号不能直接停用");
    }

    @Test
    void anOfficerSeesHisSessionsAndEndsThem() throws Exception {
        somebody("adminsessions");
        var one = new Browser(port);
        var other = new Browser(port);
        Administrator.password(one, "adminsessions", "qinglan-2026");
        one.get("/account/security");
        Administrator.password(other, "adminsessions", "qinglan-2026");
        var first = other.get("/account/security").body();
        assertThat(first).contains("上次登录：").contains("来自 127.0.0.1").contains("本次登录");
        assertThat(other.get("/account/security").body()).as("said once").doesNotContain("上次登录：");
        var end =
                Pattern.compile("action=\"(/account/sessions/[0-9a-f-]{36}/end)\"").matcher(first);
        var ends = end.results().map(r -> r.group(1)).toList();
        assertThat(ends).as("his own has no such button").hasSize(1);
        assertThat(
                        form(Clerk2.as(port), "/account/security", ends.getFirst(), Map.of())
                                .statusCode())
                .isEqualTo(302);
        assertThat(one.get("/account/security").statusCode())
                .as("another cannot end it")
                .isEqualTo(200);
        form(other, "/account/security", ends.getFirst(), Map.of());
        assertThat(one.get("/account/security").statusCode()).isEqualTo(401);
        Administrator.password(one, "adminsessions", "qinglan-2026");
        one.get("/account/security");
        form(other, "/account/security", "/account/sessions/end-others", Map.of());
        assertThat(one.get("/account/security").statusCode()).isEqualTo(401);
        assertThat(other.get("/account/security").statusCode()).isEqualTo(200);
    }

    @Test
    void aPasswordIsChangedByWhoKnowsTheOneBeforeToTheLetterAndEveryOtherSessionEnds()
            throws Exception {
        somebody("adminpassword");
        var one = new Browser(port);
        var other = new Browser(port);
        for (var browser : new Browser[] {one, other}) {
            Administrator.password(browser, "adminpassword", "qinglan-2026");
            assertThat(browser.get("/account/security").statusCode()).isEqualTo(200);
        }
        for (var wrong :
                new String[][] {
                    {"", "three calm herons"},
                    {"qinglan-2026 ", "three calm herons"},
                    {"Qinglan-2026", "three calm herons"},
                    {"qinglan-2026", "password123456"}
                }) {
            change(one, wrong[0], wrong[1]);
            assertThat(other.get("/account/security").statusCode()).as(wrong[0]).isEqualTo(200);
        }
        change(one, "qinglan-2026", " three calm herons");
        assertThat(one.get("/account/security").statusCode()).isEqualTo(200);
        assertThat(other.get("/account/security").statusCode()).isEqualTo(401);
        for (var typed : new String[] {"qinglan-2026", "three calm herons", " three calm herons"}) {
            assertThat(
                            Administrator.password(new Browser(port), "adminpassword", typed)
                                    .headers()
                                    .firstValue("location")
                                    .isPresent())
                    .as(typed)
                    .isEqualTo(typed.startsWith(" "));
        }
    }

    private static void change(Browser browser, String before, String password) throws Exception {
        form(
                browser,
                "/account/security",
                "/account/password",
                Map.of("before", before, "password", password));
    }

    /// Another officer's browser.
    private static final class Clerk2 {
        static Browser as(int port) throws Exception {
            var browser = new Browser(port);
            Administrator.password(browser, "zhouqihang", "qinglan-2026");
            return browser;
        }
    }

    @Test
    void eachWayOfProvingOneselfHasACounterOfItsOwn() throws Exception {
        TestClock.ahead(Duration.ofDays(2));
        var user = somebody("admincodes");
        var secret = factors.newSecret();
        var enrolled = factors.enrol(user, secret, Administrator.code(secret, clock.now()));
        assertThat(enrolled).isPresent();
        var recovery = enrolled.get();
        var browser = new Browser(port);
        Administrator.password(browser, "admincodes", "qinglan-2026");
        // The fifth is still heard; the sixth is not, right or wrong.
        for (int i = 0; i < 5; i++) {
            assertThat(Administrator.code(browser, "000000").statusCode()).isEqualTo(401);
        }
        assertThat(Administrator.code(browser, "000000").statusCode()).isEqualTo(429);
        var locked = as(Administrator.SYSTEM).get(HOME + "/accounts").body();
        assertThat(locked).contains("动态口令：错误过多").doesNotContain("恢复码：错误过多");
        // The recovery codes are another way, and so is the password.
        for (int i = 0; i < 4; i++) {
            assertThat(Administrator.code(browser, "WRONG-" + i).statusCode()).isEqualTo(401);
        }
        assertThat(Administrator.code(browser, recovery.getFirst()).statusCode())
                .as("the fifth")
                .isEqualTo(302);
        assertThat(browser.get("/account/security").body()).contains("动态口令：错误过多");
        var again = new Browser(port);
        assertThat(Administrator.password(again, "admincodes", "qinglan-2026").statusCode())
                .isEqualTo(302);
        for (int i = 0; i < 5; i++) {
            assertThat(Administrator.code(again, "WRONG-" + i).statusCode()).isEqualTo(401);
        }
        assertThat(Administrator.code(again, recovery.get(1)).statusCode()).isEqualTo(429);
        // Unlocked by the system administrator, every way at once.
        act(as(Administrator.SYSTEM), "unlock", Map.of("account", "admincodes"));
        assertThat(Administrator.code(again, recovery.get(1)).statusCode()).isEqualTo(302);
        var third = new Browser(port);
        Administrator.password(third, "admincodes", "qinglan-2026");
        for (int i = 0; i < 5; i++) {
            assertThat(Administrator.code(third, "000000").statusCode()).isEqualTo(401);
        }
        TestClock.ahead(Duration.ofDays(2).plusMinutes(14));
        Administrator.password(third, "admincodes", "qinglan-2026");
        assertThat(Administrator.code(third, "000000").statusCode())
                .as("a minute before the quarter of an hour is over")
                .isEqualTo(429);
        TestClock.ahead(Duration.ofDays(2).plusMinutes(16));
        Administrator.password(third, "admincodes", "qinglan-2026");
        assertThat(Administrator.code(third, Administrator.code(secret, clock.now())).statusCode())
                .isEqualTo(302);
    }

    @Test
    void theInterfaceAnswersWithRuleArticleAndRemedy() throws Exception {
        var system = as(Administrator.SYSTEM);
        var refused = command(system, "close", "{\"account\":\"shaoyunan\"}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body())
                .contains("ADMIN_WITHDRAW_FIRST")
                .contains("GB/T 22239-2019")
                .contains("remedy");
        var unread = command(system, "grant", "{\"account\":\"shaoyunan\"}");
        assertThat(unread.statusCode()).isEqualTo(422);
        assertThat(unread.body()).contains("\"role\"");
        assertThat(system.get("/api/v1/administration").body())
                .contains("\"p-qihongjian\":\"audit\"");
        assertThat(system.get("/api/v1/administration/records").statusCode()).isEqualTo(403);
        var audit = as(Administrator.AUDIT);
        assertThat(audit.get("/api/v1/administration/records").body())
                .contains("refused.account-closed")
                .contains("ADMIN_WITHDRAW_FIRST");
        assertThat(command(audit, "unlock", "{\"account\":\"limin\"}").statusCode()).isEqualTo(403);
        assertThat(system.get("/login/first").statusCode())
                .as("the first three come about once")
                .isEqualTo(404);
    }

    private HttpResponse<String> command(Browser browser, String act, String body)
            throws Exception {
        var token = Browser.token(browser.get("/account/security"));
        return browser.send(
                HttpRequest.newBuilder(browser.at("/api/v1/administration/commands/" + act))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("X-CSRF-TOKEN", token)
                        .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void sixteenThreadsGrantAndWithdrawAndNobodyEverHoldsTwo() throws Exception {
        long seed = System.nanoTime();
        var users = List.of("adminracea", "adminraceb", "adminracec");
        users.forEach(this::somebody);
        var system = new PersonId("p-jinmingli");
        var security = new PersonId("p-shaoyunan");
        try (var threads = Executors.newFixedThreadPool(16)) {
            var work = new ArrayList<Callable<Void>>();
            for (int t = 0; t < 16; t++) {
                var random = new Random(seed + t);
                work.add(() -> {
                    for (int i = 0; i < 4; i++) {
                        var user = users.get(random.nextInt(users.size()));
                        var person = new PersonId("p-" + user);
                        var request =
                                new AdminRequest(
                                        UUID.randomUUID(),
                                        random.nextBoolean()
                                                ? AdminRequest.Kind.GRANT
                                                : AdminRequest.Kind.WITHDRAW,
                                        person,
                                        List.of(AdminRole.values()).get(random.nextInt(3)),
                                        user,
                                        person);
                        desk.act(system, new AdminCommand.Ask(request), UUID.randomUUID());
                        desk.act(
                                security,
                                new AdminCommand.Confirm(request.id()),
                                UUID.randomUUID());
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        // The ledger itself, from its first line: nobody is granted a second before the first is
        // withdrawn.
        var held = new HashMap<String, String>();
        for (var line : desk.lines().reversed()) {
            if (line.what().equals("confirmed.grant")) {
                assertThat(held.put(line.subject(), line.role()))
                        .as("seed %d: %s", seed, line)
                        .isNull();
            } else if (line.what().equals("confirmed.withdraw")) {
                assertThat(held.remove(line.subject()))
                        .as("seed %d: %s", seed, line)
                        .isEqualTo(line.role());
            } else if (line.what().equals("founded")) {
                held.put(line.subject(), line.role());
            }
        }
        assertThat(held).containsValues("system", "security", "audit");
        for (var user : users) {
            desk.of(new PersonId("p-" + user)).ifPresent(role -> withdraw(user, role));
        }
    }

    private void withdraw(String user, AdminRole role) {
        var person = new PersonId("p-" + user);
        var request =
                new AdminRequest(
                        UUID.randomUUID(), AdminRequest.Kind.WITHDRAW, person, role, user, person);
        desk.act(new PersonId("p-jinmingli"), new AdminCommand.Ask(request), UUID.randomUUID());
        desk.act(
                new PersonId("p-shaoyunan"),
                new AdminCommand.Confirm(request.id()),
                UUID.randomUUID());
        assertThat(desk.of(person)).isEmpty();
    }
}
