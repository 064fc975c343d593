package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.supervision.application.Watchman;
import org.guiju.app.testing.Administrator;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.SmallReceiver;
import org.guiju.app.testing.SmallReceiver.Answer;
import org.guiju.app.testing.SmallReceiver.Got;
import org.guiju.app.testing.TestClock;
import org.guiju.app.webhooks.application.Dispatcher;
import org.guiju.app.webhooks.store.DeliveryRows;
import org.guiju.formats.webhooks.WebhookSignature;
import org.guiju.kernel.webhooks.RetrySchedule;
import org.guiju.kernel.webhooks.WebhookKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Another system is told what happens, by signed events: once each as a rule, never before it is so, and not lost by anything that stops.
@RunningGuiju
class WebhooksTest extends OnTheApi {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String API = "/api/v1/webhooks";
    private static final SmallReceiver RECEIVER = SmallReceiver.SHARED;

    @Autowired Dispatcher dispatcher;
    @Autowired DeliveryRows deliveries;
    @Autowired Sequencer sequencer;
    @Autowired Watchman watchman;
    @Autowired Rebuild rebuild;
    @Autowired JdbcClient jdbc;
    @Autowired AutowireCapableBeanFactory beans;

    private Browser system = new Browser(0);
    private final List<String> registered = new ArrayList<>();

    @BeforeEach
    void signIn() throws Exception {
        system = Administrator.signedIn(port, Administrator.SYSTEM, jdbc, clock.now());
    }

    @AfterEach
    void remove() throws Exception {
        TestClock.ahead(Duration.ZERO);
        signIn();
        for (var id : registered) {
            command(id, "remove");
        }
    }

    private static HttpResponse<String> post(Browser as, String address, UUID key, String body)
            throws Exception {
        return as.send(
                HttpRequest.newBuilder(as.at(address))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key.toString())
                        .header("X-CSRF-TOKEN", Browser.token(as.get("/account/security")))
                        .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode command(String id, String act) throws Exception {
        return JSON.readTree(
                post(system, API + "/" + id + "/commands/" + act, UUID.randomUUID(), "{}").body());
    }

    private static String address(String path) {
        return "http://localhost:" + RECEIVER.port() + path;
    }

    private JsonNode register(String path, WebhookKind... kinds) throws Exception {
        var body =
                JSON.writeValueAsString(
                        Map.of(
                                "name",
                                "接收" + path,
                                "address",
                                address(path),
                                "kinds",
                                java.util.Arrays.stream(kinds).map(WebhookKind::code).toList()));
        var answer = post(system, API, UUID.randomUUID(), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var webhook = JSON.readTree(answer.body());
        registered.add(webhook.path("id").asString());
        return webhook;
    }

    /// What the acts so far say, sent.
    private int pass() {
        sequencer.sequence();
        return dispatcher.pass();
    }

    private static JsonNode json(Got got) {
        return JSON.readTree(got.body());
    }

    private static List<String> told(String path, String no) {
        return RECEIVER.got(path).stream()
                .map(WebhooksTest::json)
                .filter(e -> e.path("subject").asString("").equals(no))
                .map(e -> e.path("type").asString())
                .toList();
    }

    private JsonNode deliveries(String id) throws Exception {
        return JSON.readTree(system.get(API + "/" + id + "/deliveries").body());
    }

    private static boolean signed(Got got, String secret) {
        return WebhookSignature.holds(
                got.header("webhook-signature"),
                secret,
                got.header("webhook-id"),
                Long.parseLong(got.header("webhook-timestamp")),
                got.body());
    }

    @Test
    void whatHappensInACaseIsToldInItsOrderSignedAndWithoutANameAndAPauseLosesNothing()
            throws Exception {
        var webhook = register("/happy", WebhookKind.RECEIVED, WebhookKind.ACCEPTED);
        var id = webhook.path("id").asString();
        var secret = webhook.path("secret").asString();
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(system.get(API + "/" + id).body()).doesNotContain("whsec_");
        var before = api.received();
        assertThat(told("/happy", before)).as("nothing goes before it is in the ledger").isEmpty();
        api.done("shenruoxi", before, "accept", Map.of("step", "accept"));
        pass();
        assertThat(told("/happy", before))
                .containsExactly("org.guiju.case.received", "org.guiju.case.accepted");
        pass();
        assertThat(told("/happy", before)).as("nothing is sent twice").hasSize(2);
        var got =
                RECEIVER.got("/happy").stream()
                        .filter(g -> json(g).path("subject").asString("").equals(before))
                        .toList();
        assertThat(got).allMatch(g -> signed(g, secret));
        var event = json(got.getLast());
        assertThat(got.getLast().header("webhook-id")).isEqualTo(event.path("id").asString());
        assertThat(new TreeSet<>(event.path("data").propertyNames()))
                .containsExactly("link", "no", "organ", "power", "stage");
        assertThat(event.path("data").path("stage").asString()).isEqualTo("acceptance");
        assertThat(event.path("data").path("organ").asString()).isEqualTo("qinglan-culture");
        assertThat(event.path("source").asString()).startsWith("https://ledger.qinglan.example/");
        assertThat(json(got.getFirst()).path("sequence").asString())
                .isLessThan(event.path("sequence").asString());
        assertThat(got)
                .allSatisfy(g ->
                        assertThat(new String(g.body(), StandardCharsets.UTF_8))
                                .doesNotContain("青岚接口网咖", "苏远航", "沈若溪", "p-"));

        assertThat(command(id, "pause").path("standing").asString()).isEqualTo("paused");
        var during = api.received();
        pass();
        assertThat(told("/happy", during)).isEmpty();
        assertThat(command(id, "resume").path("standing").asString()).isEqualTo("active");
        // Whoever goes on is another server: what it needs to know stands in the database.
        sequencer.sequence();
        beans.createBean(Dispatcher.class).pass();
        assertThat(told("/happy", during)).containsExactly("org.guiju.case.received");
        assertThat(rebuild.run()).allSatisfy(t -> assertThat(t.same()).as(t.table()).isTrue());
        assertThat(pass()).isZero();
    }

    @Test
    void whatIsNotTakenIsTriedByTheScheduleUnderTheSameIdAndTheCaseWaitsBehindIt()
            throws Exception {
        var webhook = register("/retry", WebhookKind.RECEIVED, WebhookKind.ACCEPTED);
        RECEIVER.answers(
                "/retry",
                Answer.of(500),
                Answer.of(204),
                Answer.of(503).header("Retry-After", "3600"));
        var no = api.received();
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        var other = api.received();
        pass();
        assertThat(told("/retry", no)).containsExactly("org.guiju.case.received");
        assertThat(told("/retry", other)).as("another case is not held up").hasSize(1);
        pass();
        assertThat(told("/retry", no)).as("not before its time").hasSize(1);
        TestClock.ahead(Duration.ofSeconds(7));
        pass();
        assertThat(told("/retry", no)).hasSize(2);
        TestClock.ahead(Duration.ofMinutes(50));
        pass();
        assertThat(told("/retry", no)).as("it asked for an hour").hasSize(2);
        TestClock.ahead(Duration.ofMinutes(62));
        pass();
        assertThat(told("/retry", no))
                .containsExactly(
                        "org.guiju.case.received",
                        "org.guiju.case.received",
                        "org.guiju.case.received",
                        "org.guiju.case.accepted");
        var same =
                RECEIVER.got("/retry").stream()
                        .filter(g -> json(g).path("type").asString().endsWith("received"))
                        .filter(g -> json(g).path("subject").asString().equals(no))
                        .toList();
        assertThat(same).allMatch(g -> signed(g, webhook.path("secret").asString()));
        assertThat(same.stream().map(g -> g.header("webhook-id")).distinct()).hasSize(1);
        assertThat(same.stream().map(g -> new String(g.body(), StandardCharsets.UTF_8)).distinct())
                .hasSize(1);
        assertThat(same.stream().map(g -> g.header("webhook-timestamp")).distinct()).hasSize(3);
        var attempts =
                deliveries(webhook.path("id").asString())
                        .valueStream()
                        .filter(d ->
                                d.path("event")
                                        .asString()
                                        .equals(same.getFirst().header("webhook-id")))
                        .findFirst()
                        .orElseThrow()
                        .path("attempts");
        assertThat(attempts.valueStream().map(a -> a.path("status").asInt()))
                .containsExactly(500, 503, 204);
    }

    @Test
    void afterTenAttemptsItIsGivenUpShownAndSentAgainWhenSomebodySaysSo() throws Exception {
        var webhook = register("/dead", WebhookKind.RECEIVED);
        var id = webhook.path("id").asString();
        for (int i = 0; i < RetrySchedule.ATTEMPTS; i++) {
            RECEIVER.answers("/dead", Answer.of(500));
        }
        var no = api.received();
        pass();
        for (int days = 1; days <= RetrySchedule.ATTEMPTS; days++) {
            TestClock.ahead(Duration.ofDays(2L * days));
            pass();
        }
        assertThat(told("/dead", no)).hasSize(RetrySchedule.ATTEMPTS);
        TestClock.ahead(Duration.ZERO);
        signIn();
        var dead = deliveries(id).get(0);
        assertThat(dead.path("state").asString()).isEqualTo("given-up");
        var page = "/administration/webhooks/" + id;
        assertThat(system.get(page + "?state=given-up").body()).contains("没有送达").contains(no);
        var one = page + "/deliveries/" + dead.path("id").asString();
        var shown = system.get(one).body();
        assertThat(shown).contains("重新发送").contains("状态码 500").contains("org.guiju.case.received");
        var sent = form(one, one + "/resend", Map.of());
        assertThat(sent.statusCode()).isEqualTo(302);
        pass();
        assertThat(told("/dead", no)).hasSize(RetrySchedule.ATTEMPTS + 1);
        var again =
                post(
                        system,
                        API
                                + "/"
                                + id
                                + "/deliveries/"
                                + dead.path("id").asString()
                                + "/commands/resend",
                        UUID.randomUUID(),
                        "{}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("WEBHOOK_WAS_GIVEN_UP").contains("remedy");
    }

    private HttpResponse<String> form(String form, String address, Map<String, String> fields)
            throws Exception {
        var all = new HashMap<>(fields);
        all.put("_csrf", Browser.token(system.get(form)));
        all.putIfAbsent("command", UUID.randomUUID().toString());
        return system.post(address, all);
    }

    @Test
    void whoIsGoneIsToldNothingMoreUntilSomebodyResumes() throws Exception {
        var webhook = register("/gone", WebhookKind.RECEIVED);
        var id = webhook.path("id").asString();
        RECEIVER.answers("/gone", Answer.of(410));
        var first = api.received();
        pass();
        assertThat(told("/gone", first)).hasSize(1);
        assertThat(JSON.readTree(system.get(API + "/" + id).body()).path("standing").asString())
                .isEqualTo("gone");
        var second = api.received();
        pass();
        assertThat(told("/gone", first)).hasSize(1);
        assertThat(told("/gone", second)).isEmpty();
        command(id, "resume");
        pass();
        assertThat(told("/gone", first)).as("what it did not take is not lost").hasSize(2);
        assertThat(told("/gone", second)).hasSize(1);
        var audit = Administrator.signedIn(port, Administrator.AUDIT, jdbc, clock.now());
        assertThat(audit.get("/administration/records.csv").body())
                .contains("接收方注销，停止推送", "系统自动", "登记事件推送", "接收/gone");
    }

    @Test
    void twoServersAtOnceSendEachMessageOnceAndWhoDiedIsReplaced() throws Exception {
        register("/race", WebhookKind.RECEIVED);
        var numbers = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            numbers.add(api.received());
        }
        sequencer.sequence();
        var servers =
                List.of(
                        dispatcher,
                        beans.createBean(Dispatcher.class),
                        beans.createBean(Dispatcher.class),
                        beans.createBean(Dispatcher.class));
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work =
                    servers.stream()
                            .map(s ->
                                    threads.submit(
                                            (Callable<Integer>)
                                                    () -> {
                                                        start.await();
                                                        return s.pass();
                                                    }))
                            .toList();
            start.countDown();
            for (var one : work) {
                one.get();
            }
        }
        pass();
        for (var no : numbers) {
            assertThat(told("/race", no)).containsExactly("org.guiju.case.received");
        }

        // A server that claims a message and dies: nobody else sends it until the claim has run
        // out.
        RECEIVER.answers("/race", Answer.of(500));
        var last = api.received();
        pass();
        TestClock.ahead(Duration.ofSeconds(7));
        assertThat(
                        deliveries.claim(
                                UUID.fromString(registered.getLast()),
                                null,
                                UUID.randomUUID(),
                                clock.now(),
                                Duration.ofMinutes(5)))
                .isPresent();
        pass();
        assertThat(told("/race", last)).hasSize(1);
        TestClock.ahead(Duration.ofMinutes(6));
        pass();
        assertThat(told("/race", last)).hasSize(2);
    }

    @Test
    void aNewSecretSignsBesideTheOldOneForADayOrAtOnceAlone() throws Exception {
        var webhook = register("/rotate", WebhookKind.RECEIVED);
        var id = webhook.path("id").asString();
        var first = webhook.path("secret").asString();
        var second = command(id, "rotate").path("secret").asString();
        assertThat(second).startsWith("whsec_").isNotEqualTo(first);
        test(id);
        var both = RECEIVER.got("/rotate").getLast();
        assertThat(signed(both, first)).isTrue();
        assertThat(signed(both, second)).isTrue();
        assertThat(both.header("webhook-signature").split(" ")).hasSize(2);
        TestClock.ahead(Duration.ofHours(24).plusSeconds(1));
        signIn();
        test(id);
        var one = RECEIVER.got("/rotate").getLast();
        assertThat(signed(one, first)).isFalse();
        assertThat(signed(one, second)).isTrue();
        var third = command(id, "rotate-now").path("secret").asString();
        test(id);
        var now = RECEIVER.got("/rotate").getLast();
        assertThat(signed(now, second)).isFalse();
        assertThat(signed(now, third)).isTrue();
        assertThat(json(now).path("type").asString()).isEqualTo("org.guiju.webhook.test");
        assertThat(
                        jdbc
                                .sql("select sealed from webhook_secret")
                                .query(byte[].class)
                                .list()
                                .stream()
                                .map(s -> new String(s, StandardCharsets.ISO_8859_1)))
                .as("no secret stands in the database as it is")
                .noneMatch(s -> s.contains("whsec_"));
    }

    private static String where(HttpResponse<String> sent) {
        return java.net.URI.create(sent.headers().firstValue("location").orElseThrow()).getPath();
    }

    private void test(String id) throws Exception {
        var page = "/administration/webhooks/" + id;
        var sent = form(page, page + "/test", Map.of());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(system.get(where(sent)).body()).contains("测试已发送").contains("状态码 204");
    }

    @Test
    void aCardOfSupervisionIsToldOnce() throws Exception {
        register("/cards", WebhookKind.CARD_RAISED);
        var no = api.received();
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        // Day by day, so that it is met a second time while it is still looked for.
        var ahead = Duration.ZERO;
        while (told("/cards", no).isEmpty() && ahead.toDays() < 120) {
            ahead = ahead.plusDays(1);
            TestClock.ahead(ahead);
            watchman.pass(clock.now());
            pass();
        }
        var cards =
                RECEIVER.got("/cards").stream()
                        .map(WebhooksTest::json)
                        .filter(e -> e.path("subject").asString().equals(no))
                        .toList();
        assertThat(cards).isNotEmpty();
        assertThat(cards)
                .allSatisfy(c -> {
                    assertThat(c.path("id").asString()).startsWith("card-");
                    assertThat(new TreeSet<>(c.path("data").propertyNames()))
                            .containsExactly("link", "no", "organ", "power", "rule", "severity");
                });
        TestClock.ahead(ahead.plusMinutes(2));
        watchman.pass(clock.now());
        pass();
        assertThat(told("/cards", no)).as("told once").hasSameSizeAs(cards);
    }

    @Test
    void registeringIsForTheSystemAdministratorAndForHostsOfTheListAndOnRecord() throws Exception {
        var page = "/administration/webhooks";
        assertThat(system.get(page).body()).contains("localhost:" + RECEIVER.port());
        for (var other : List.of(Administrator.SECURITY, Administrator.AUDIT)) {
            var browser = Administrator.signedIn(port, other, jdbc, clock.now());
            assertThat(browser.get(page).statusCode()).isEqualTo(200);
            var tried =
                    post(
                            browser,
                            API,
                            UUID.randomUUID(),
                            "{\"name\":\"a\",\"address\":\""
                                    + address("/no")
                                    + "\",\"kinds\":\"closed\"}");
            assertThat(tried.statusCode()).isEqualTo(other.equals(Administrator.AUDIT) ? 403 : 409);
        }
        assertThat(Clerk.signedIn(port, "limin").get(API).statusCode()).isEqualTo(403);
        assertThat(api.get("jinmingli", API).status()).isEqualTo(401);
        var fields =
                Map.of("name", "页面登记", "address", "https://elsewhere.example/", "kinds", "closed");
        var refused = form(page + "/new", page, fields);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("主机不在可以接收的名单中").contains("https://elsewhere.example/");
        for (var bad :
                List.of(
                        Map.of("name", ""),
                        Map.of("address", "https://user@localhost/"),
                        Map.of("address", "https://2130706433/"),
                        Map.of("kinds", "everything"),
                        Map.of("organs", "nowhere"),
                        Map.of("powers", "9999-XX"))) {
            var all = new HashMap<>(fields);
            all.putAll(bad);
            var answer = form(page + "/new", page, all);
            assertThat(answer.statusCode()).as("%s", bad).isEqualTo(422);
            assertThat(answer.body()).contains("error-summary").contains("name=\"address\"");
        }
        var done = new HashMap<>(fields);
        done.put("address", address("/page"));
        done.put("powers", Api.POWER);
        done.put("organs", "qinglan-culture");
        var command = UUID.randomUUID().toString();
        done.put("command", command);
        var sent = form(page + "/new", page, done);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        var one = where(sent);
        registered.add(one.substring(one.lastIndexOf('/') + 1));
        var first = system.get(one).body();
        assertThat(Pattern.compile("whsec_[A-Za-z0-9+/]{43}=").matcher(first).find()).isTrue();
        assertThat(system.get(one).body()).as("once").doesNotContain("whsec_");
        var again = form(page + "/new", page, done);
        assertThat(where(again)).as("asked again").isEqualTo(one);
        assertThat(system.get(one).body()).doesNotContain("whsec_");
        var audit = Administrator.signedIn(port, Administrator.AUDIT, jdbc, clock.now());
        assertThat(audit.get("/administration/records.csv").body())
                .contains("登记事件推送", "页面登记", "被拒绝：事件推送", "主机不在可以接收的名单中", "金明理");
    }

    /// A name that no event bears would never be told.
    @Test
    void everyEventThatIsToldIsOneThatCasesHave() throws Exception {
        try (var in = WebhooksTest.class.getResourceAsStream("store/case-forms.approved.txt")) {
            var forms = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(WebhookKind.eventsOf(WebhookKind.all()))
                    .allSatisfy(e -> assertThat(forms).containsPattern("(?m)^" + e + "$"));
        }
    }
}
