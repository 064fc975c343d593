package org.guiju.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// Every way of failing has an answer with words, a number and no inner workings.
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = OpenPages.class,
        properties = OpenPages.NO_DATABASE)
class ErrorsTest {

    private static final String NUMBER = "\\d{8}-[2-9A-Z]{6}";

    @LocalServerPort int port;

    private Browser browser = new Browser(0);

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @ParameterizedTest
    @CsvSource({
        "/no/such/page, 404, 没有这个页面",
        "/css/no-such.css, 404, 没有这个页面",
        "/error, 404, 没有这个页面",
        "/fail/page, 400, 这个请求无法读取",
        "/fail/page?page=x, 400, 这个请求无法读取",
        "/fail/page?page=99999999999, 400, 这个请求无法读取",
        "/fail/id/not-a-uuid, 400, 这个请求无法读取",
        "/fail/gone, 410, 这项内容已经取消",
        "/fail/form, 405, 这个网址不支持这种操作",
        "/fail/bug, 500, 系统出错",
        "/fail/template, 500, 系统出错",
        "/fail/database, 503, 系统暂时无法提供服务",
        "/fail/busy, 429, 操作太频繁",
        "/fail/refused, 409, 现在还不能办理"
    })
    void anErrorIsAPageWithWordsANumberAndATelephone(String address, int status, String title)
            throws Exception {
        var page = browser.get(address);
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains(title)
                .containsPattern(NUMBER)
                .contains("0570-0000000")
                .doesNotContain("??")
                .doesNotContain("Exception")
                .doesNotContain("org.guiju")
                .doesNotContain("secret-inner-word");
        assertThat(browser.get(address, "Accept-Language", "en").body())
                .contains("lang=\"en\"")
                .contains("Reference");
    }

    @Test
    void anErrorIsLoggedUnderTheNumberTheReaderSees(CapturedOutput output) throws Exception {
        var page = browser.get("/fail/bug").body();
        var number = java.util.regex.Pattern.compile(NUMBER).matcher(page);
        assertThat(number.find()).isTrue();
        assertThat(output.getOut())
                .contains(number.group() + " 500 GET /fail/bug")
                .contains("secret-inner-word");
    }

    @Test
    void nobodyWritesLinesIntoTheLog(CapturedOutput output) throws Exception {
        var token = Browser.token(browser.get("/sample"));
        body("{\"days\": \"x\\n2026-01-01 forged\"}", "application/json", token);
        assertThat(output.getOut()).as("the log quotes the body").contains("2026-01-01 forged");
        assertThat(output.getOut().lines()).noneMatch(line -> line.startsWith("2026-01-01"));
    }

    @Test
    void programsGetProblemJson() throws Exception {
        for (var answer :
                new HttpResponse<?>[] {
                    browser.get("/api/v1/no/such"),
                    browser.get("/no/such", "Accept", "application/json"),
                    browser.get("/no/such", "Accept", "application/problem+json, text/html;q=0.5")
                }) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("content-type"))
                    .hasValue("application/problem+json");
            var problem = JsonMapper.shared().readTree((String) answer.body());
            assertThat(problem.get("type").asString()).isEqualTo("urn:guiju:problem:not-found");
            assertThat(problem.get("status").asInt()).isEqualTo(404);
            assertThat(problem.get("code").asString()).isEqualTo("NOT_FOUND");
            assertThat(problem.get("title").asString()).isEqualTo("没有这个页面");
            assertThat(problem.get("remedy").asString()).isNotBlank();
            assertThat(problem.get("instance").asString()).matches("urn:guiju:incident:" + NUMBER);
        }
        assertThat(browser.get("/no/such", "Accept", "text/html, application/json;q=0.9").body())
                .contains("<html");
        assertThat(browser.get("/no/such", "Accept", "nonsense").body()).contains("<html");
        assertThat(browser.get("/no/such", "Accept", "image/png").body()).contains("<html");
    }

    @Test
    void aRefusalNamesCodeArticleAndRemedy() throws Exception {
        var answer = browser.get("/api/v1/fail/refused", "Accept-Language", "en");
        assertThat(answer.statusCode()).isEqualTo(409);
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo("RECEIPT_FIRST");
        assertThat(problem.get("article").asString()).isEqualTo("《行政许可法》第三十二条");
        assertThat(problem.get("remedy").asString()).isNotBlank();
        assertThat(problem.get("refusals")).hasSize(2);
        assertThat(browser.get("/fail/refused").body()).contains("《行政许可法》第三十二条");
    }

    @Test
    void aBugUnderApiTellsAsLittleAsOnAPage() throws Exception {
        assertThat(browser.get("/api/v1/fail/bug").body())
                .contains("INTERNAL_SERVER_ERROR")
                .doesNotContain("secret");
    }

    @Test
    void theWaitIsToldToWhoeverComesTooOften() throws Exception {
        assertThat(browser.get("/fail/busy").headers().firstValue("retry-after")).hasValue("90");
    }

    @Test
    void whatIsAllowedIsToldToWhoeverUsesTheWrongMethod() throws Exception {
        assertThat(browser.get("/fail/form").headers().firstValue("allow")).hasValue("POST");
    }

    @Test
    void aDownloadThatFailsIsAPageAndNoFile() throws Exception {
        var page = browser.get("/fail/download");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.headers().firstValue("content-disposition")).isEmpty();
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fail/echo?q=%00",
                "/fail/echo?q=a%00b",
                "/fail/echo?q=%ED%A0%80",
                "/fail/echo?q=%C0%80",
                "/fail/echo?q=%FF",
                "/fail/echo?q=%07",
                "/no%00page",
                "/%ED%A0%80",
                "/no%2F..%2Fpage",
                "/a;b=c",
                "/%2e%2e/etc/passwd",
                "/a//b",
                "/fail/echo?q=%C2%85"
            })
    void hostileAddressesAreTurnedAwayWithWords(String address) throws Exception {
        var page = browser.get(address);
        assertThat(page.statusCode()).isEqualTo(400);
        // Some of these the server itself refuses, before any template could be asked.
        assertThat(page.body()).containsAnyOf("这个请求无法读取", "无法处理这个请求").containsPattern(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fail/echo?q=%",
                "/fail/echo?q=%4",
                "/fail/echo?q=%zz",
                "/fail/echo?q=ok&%zz=1",
                "/fail/echo?q={x}",
                "/fail/echo?q=a|b",
                "/%",
                "/%zz",
                "/{x}",
                "/\u00e9",
                "/fail/echo?q=\u00ff",
                "/a\\b",
                "no-slash",
                "/<x>"
            })
    void addressesNoClientWouldSendGetAnAnswerToo(String target) throws Exception {
        var answer =
                browser.raw(
                        "GET "
                                + target
                                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Exception")
                .doesNotContain("Apache")
                .doesNotContain("org.");
        assertThat(answer).containsPattern(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /sample\r\n\r\n",
                "GARBAGE\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: \u0000\r\nConnection: close\r\n\r\n",
                "POST /fail/form HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\nConnection: close\r\n\r\n"
            })
    void brokenRequestsNeverShowWhatAnsweredThem(String request) throws Exception {
        assertThat(browser.raw(request))
                .doesNotContain("Exception")
                .doesNotContain("Apache")
                .doesNotContain("\tat ");
    }

    @Test
    void anAddressMayBeLongButNotEndless() throws Exception {
        assertThat(
                        browser.get(
                                        "/fail/echo?q="
                                                + "a".repeat(HostileRequests.LONGEST_ADDRESS - 12))
                                .statusCode())
                .isEqualTo(200);
        assertThat(
                        browser.get(
                                        "/fail/echo?q="
                                                + "a".repeat(HostileRequests.LONGEST_ADDRESS - 11))
                                .statusCode())
                .isEqualTo(414);
        var endless =
                browser.raw(
                        "GET /fail/echo?q="
                                + "a".repeat(40_000)
                                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(endless).startsWith("HTTP/1.1 4").doesNotContain("Apache");
    }

    @Test
    void chineseAndEmojiAndQuotesAreNotHostile() throws Exception {
        assertThat(browser.get("/fail/echo?q=%E7%BD%91%E5%90%A7%F0%9F%98%80%27%22%0A%09").body())
                .isEqualTo("网吧😀'\"\n\t");
    }

    @Test
    void aFormFieldWithANulByteOrBrokenEncodingIsTurnedAway() throws Exception {
        var token = Browser.token(browser.get("/sample"));
        assertThat(browser.post("/fail/form", Map.of("_csrf", token, "q", "fine")).body())
                .isEqualTo("length 4");
        assertThat(browser.post("/fail/form", Map.of("_csrf", token, "q", "a\0b")).statusCode())
                .isEqualTo(400);
        for (String body :
                new String[] {
                    "_csrf=" + token + "&q=%",
                    "_csrf=" + token + "&q=%zz",
                    "_csrf=" + token + "&q=%00"
                }) {
            assertThat(form(body).statusCode()).as(body).isEqualTo(400);
        }
    }

    @Test
    void aBodyInTheWrongFormatIsNotOurFault() throws Exception {
        var token = Browser.token(browser.get("/sample"));
        assertThat(body("{\"days\": 3}", "application/json", token).body()).isEqualTo("days 3");
        assertThat(body("{\"days\":", "application/json", token).statusCode()).isEqualTo(400);
        assertThat(body("{\"days\": \"x\"}", "application/json", token).statusCode())
                .isEqualTo(400);
        assertThat(body("[".repeat(100_000), "application/json", token).statusCode())
                .isEqualTo(400);
        assertThat(body("days=3", "text/csv", token).statusCode()).isEqualTo(415);
        assertThat(body("days=3", "not a type", token).statusCode()).isEqualTo(415);
    }

    @Test
    void textInJsonIsCheckedAsTextInAFormIs() throws Exception {
        var token = Browser.token(browser.get("/sample"));
        assertThat(
                        post("/fail/named", "{\"name\": \"\\u0000\"}", "application/json", token)
                                .statusCode())
                .isEqualTo(400);
        assertThat(
                        post("/fail/named", "{\"name\": \"\\ud800\"}", "application/json", token)
                                .statusCode())
                .isEqualTo(400);
        assertThat(post("/fail/named", "{\"name\": \"网吧\\n\"}", "application/json", token).body())
                .isEqualTo("网吧\n");
    }

    @Test
    void aBodyThatGrowsPastItsLimitIsCutOff() throws Exception {
        var token = Browser.token(browser.get("/sample"));
        var fits = new byte[(int) HostileRequests.LARGEST_BODY];
        var known = HttpRequest.newBuilder(browser.at("/fail/text")).header("X-CSRF-TOKEN", token);
        assertThat(browser.send(known.copy().POST(BodyPublishers.ofByteArray(fits))).statusCode())
                .isEqualTo(200);
        var over = new byte[fits.length + 1];
        assertThat(browser.send(known.copy().POST(BodyPublishers.ofByteArray(over))).statusCode())
                .isEqualTo(413);
        var unknownLength = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(over));
        assertThat(browser.send(known.copy().POST(unknownLength)).statusCode()).isEqualTo(413);
    }

    @Test
    void aFileMayHaveTwentyMegabytes() throws Exception {
        var token = Browser.token(browser.get("/sample"));
        int limit = 20 * 1024 * 1024;
        assertThat(upload(token, limit).body()).isEqualTo("size " + limit);
        var over = upload(token, limit + 1);
        assertThat(over.statusCode()).isEqualTo(413);
        assertThat(over.body()).contains("20 MB");
    }

    @Test
    void anUploadOfMoreThanSixtyMegabytesIsTurnedAway() throws Exception {
        var token = Browser.token(browser.get("/sample"));
        assertThat(upload(token, 61 * 1024 * 1024).statusCode()).isEqualTo(413);
    }

    private HttpResponse<String> upload(String token, int size)
            throws IOException, InterruptedException {
        var boundary = "----part";
        var head =
                "--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                        + token
                        + "\r\n--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n";
        var body =
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(new byte[size]),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return browser.send(
                HttpRequest.newBuilder(browser.at("/fail/upload"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(body));
    }

    private HttpResponse<String> form(String body) throws IOException, InterruptedException {
        return post("/fail/form", body, "application/x-www-form-urlencoded", "");
    }

    private HttpResponse<String> body(String body, String type, String token)
            throws IOException, InterruptedException {
        return post("/fail/body", body, type, token);
    }

    private HttpResponse<String> post(String address, String body, String type, String token)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(browser.at(address))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("X-CSRF-TOKEN", token);
        }
        return browser.send(request);
    }
}
