package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.application.HeldFiles;
import org.guiju.app.mail.application.Postman;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Files are scanned by a clamd and mails taken by a mail server, both over real sockets; either may be away.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "guiju.demo=true",
            "guiju.demo.year=0",
            "guiju.timekeeper.first=86400000",
            "guiju.clamd-first=24h",
            "guiju.clamd-patience=5s",
            "guiju.mail.first=24h",
            "spring.main.allow-bean-definition-overriding=true"
        })
@Import(TestClock.class)
@DirtiesContext
class ScannedAndMailedTest extends OnTheApi {
    @TempDir static Path data;
    private static final SmallClamd CLAMD = new SmallClamd();
    private static final GreenMail MAIL =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /// The mail server is stopped and comes back at the same port, so it cannot choose one each time.
    private static int freePort() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Autowired HeldFiles held;
    @Autowired Postman postman;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        CLAMD.start();
        MAIL.start();
        registry.add("guiju.data", () -> data.resolve("data").toString());
        registry.add("guiju.clamd", () -> "127.0.0.1:" + CLAMD.port());
        registry.add("guiju.mail.host", () -> "127.0.0.1");
        registry.add("guiju.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("guiju.mail.from", () -> "noreply@qinglan.example");
    }

    @AfterAll
    static void gone() throws IOException {
        CLAMD.close();
        MAIL.stop();
    }

    private static Map<String, String> file(String material, String text) {
        return Map.of(
                "material",
                material,
                "name",
                material + ".pdf",
                "content",
                Base64.getEncoder()
                        .encodeToString(("%PDF-1.4 " + text).getBytes(StandardCharsets.US_ASCII)));
    }

    private Api.Answer applied(String text) {
        var body =
                new HashMap<>(
                        Api.application(Api.POWER, "preparation", List.of(file("charter", text))));
        return api.post("shenruoxi", UUID.randomUUID(), "/api/v1/applications", body);
    }

    private String attachment(Clerk clerk, String no) throws Exception {
        var page = clerk.get("/desk/cases/" + no + "?tab=materials").body();
        var found =
                java.util.regex.Pattern.compile(
                                "/desk/cases/" + no + "/attachments/([0-9a-f-]{36})")
                        .matcher(page);
        assertThat(found.find()).isTrue();
        return "/desk/cases/" + no + "/attachments/" + found.group(1);
    }

    @Test
    void whatTheScannerFindsIsKeptAndReadByNobody() throws Exception {
        var clerk = Clerk.signedIn(port, "shenruoxi");
        var clean = applied("clean").body().path("no").asString();
        assertThat(clerk.get(attachment(clerk, clean)).statusCode()).isEqualTo(200);
        var bad = applied(SmallClamd.EICAR);
        assertThat(bad.status()).as("the case is not lost").isEqualTo(201);
        var no = bad.body().path("no").asString();
        var answer = clerk.get(attachment(clerk, no));
        assertThat(answer.statusCode()).isEqualTo(423);
        assertThat(answer.body()).contains("查出病毒");
        assertThat(clerk.get("/desk/cases/" + no + "?tab=materials").body()).contains("查出病毒，已封存");
        held.pass();
        assertThat(clerk.get(attachment(clerk, no)).statusCode()).isEqualTo(423);
    }

    @Test
    void whileTheScannerIsAwayFilesWaitAndAreFreedWhenItIsBack() throws Exception {
        CLAMD.stop();
        try {
            var no = applied("waits").body().path("no").asString();
            var clerk = Clerk.signedIn(port, "shenruoxi");
            var address = attachment(clerk, no);
            assertThat(clerk.get(address).statusCode()).isEqualTo(423);
            assertThat(held.pass()).isZero();
            assertThat(clerk.get("/desk/cases/" + no + "?tab=materials").body()).contains("等待查毒");
            CLAMD.start();
            assertThat(held.pass()).isPositive();
            var back = clerk.get(address);
            assertThat(back.statusCode()).isEqualTo(200);
            assertThat(back.body()).contains("waits");
        } finally {
            CLAMD.start();
        }
    }

    private Browser mailed(String no, String code, String address) throws Exception {
        var browser = follower(no, code);
        var page = browser.get("/track/" + no + "/mail");
        var kept =
                browser.post(
                        "/track/" + no + "/mail",
                        Map.of("mail", address, "_csrf", Browser.token(page)));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(302);
        return browser;
    }

    private static List<String> mails(String address) {
        return java.util.Arrays.stream(MAIL.getReceivedMessagesForDomain(address))
                .map(m -> com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(m))
                .toList();
    }

    @Test
    void theApplicantIsToldOfReceiptAndAcceptanceOnceAndWithoutHisName() throws Exception {
        var body = api.apply("shenruoxi", Api.POWER, Api.MATERIALS);
        var no = body.path("no").asString();
        var address = "one" + no + "@applicant.example";
        var browser = mailed(no, body.path("queryCode").asString(), address);
        assertThat(postman.pass()).isEqualTo(1);
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        assertThat(postman.pass()).isEqualTo(1);
        assertThat(postman.pass()).as("nothing is sent twice").isZero();
        assertThat(mails(address)).hasSize(2);
        assertThat(mails(address))
                .allSatisfy(m -> assertThat(m).contains("Message-ID:").contains("@guiju"));
        var texts =
                java.util.Arrays.stream(MAIL.getReceivedMessagesForDomain(address))
                        .map(m -> {
                            try {
                                return m.getSubject() + "\n" + m.getContent();
                            } catch (Exception e) {
                                throw new AssertionError(e);
                            }
                        })
                        .toList();
        assertThat(texts)
                .allSatisfy(t ->
                        assertThat(t)
                                .contains(no, "/track?no=" + no)
                                .doesNotContain(
                                        "青岚接口网咖", "苏远航", body.path("queryCode").asString()));
        assertThat(texts.getFirst()).contains("已收件");
        assertThat(texts.getLast()).contains("已受理");
        assertThat(browser.get("/track/" + no + "/mail").body())
                .contains("o***@applicant.example")
                .contains("已发送")
                .doesNotContain(address);
        assertThat(Clerk.signedIn(port, "shenruoxi").get("/desk/cases/" + no + "/mail").body())
                .contains("已发送")
                .doesNotContain(address);
    }

    @Test
    void whatTheMailServerDoesNotTakeWaitsAndGoesLater() throws Exception {
        var body = api.apply("shenruoxi", Api.POWER, Api.MATERIALS);
        var no = body.path("no").asString();
        var address = "two" + no + "@applicant.example";
        MAIL.stop();
        try {
            mailed(no, body.path("queryCode").asString(), address);
            assertThat(postman.pass()).isZero();
            assertThat(postman.pass()).as("not at once again").isZero();
        } finally {
            MAIL.start();
        }
        TestClock.ahead(Duration.ofMinutes(5));
        assertThat(postman.pass()).isEqualTo(1);
        assertThat(mails(address)).hasSize(1);
    }

    @Test
    void anAddressThatIsNoneIsToldAndKeptInTheForm() throws Exception {
        var body = api.apply("shenruoxi", Api.POWER, Api.MATERIALS);
        var no = body.path("no").asString();
        var browser = follower(no, body.path("queryCode").asString());
        for (var bad : List.of("", "nobody", "a@b", "a@b.cc\r\nBcc: x@y.zz", "甲@例.中国")) {
            var answer =
                    browser.post(
                            "/track/" + no + "/mail",
                            Map.of(
                                    "mail",
                                    bad,
                                    "_csrf",
                                    Browser.token(browser.get("/track/" + no + "/mail"))));
            assertThat(answer.statusCode()).as(bad).isEqualTo(422);
            assertThat(answer.body()).contains("填写一个邮箱地址");
        }
        assertThat(postman.pass()).isZero();
    }
}
