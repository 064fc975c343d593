package org.guiju.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What no honest client sends is turned away with words and without inner workings.
class HostileRequestsTest extends WithBrowser {
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

    @Test
    void whatNoFilterSawIsAnsweredWithThePolicyOfAPageToo() throws Exception {
        assertThat(browser.raw("GET /% HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .contains("无法处理这个请求（400）", "frame-ancestors 'none'", "base-uri 'none'")
                .contains("nosniff", "Referrer-Policy: same-origin");
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

    /// Found by fuzzing: what the server itself refused was a page for programs too.
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/a%2Fb", "/api/v1/%00", "/api/v1/a;b", "/api/%zz"})
    void aProgramsAddressThatCannotBeReadIsAnsweredForPrograms(String address) throws Exception {
        var answer =
                browser.raw(
                        "GET "
                                + address
                                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json", "\"status\":400")
                .contains("\"code\":\"BAD_REQUEST\"")
                .doesNotContain("<html");
        assertThat(answer).containsPattern(NUMBER);
    }

    /// Found by fuzzing: each of these was a 500.
    @ParameterizedTest
    @CsvSource({
        "multipart/form-data, ''",
        "multipart/form-data; boundary=p, '--p\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\nx'",
        "multipart/form-data; boundary=q, '--p--\r\n'",
        "multipart/form-data; boundary=, 'x'"
    })
    void aBrokenUploadIsTurnedAwayWithWords(String type, String body) throws Exception {
        var token = Browser.token(browser.get("/sample"));
        var page = post("/fail/upload", body, type, token);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("这个请求无法读取");
        assertThat(browser.get("/sample", "Content-Type", "multipart/form-data").statusCode())
                .isEqualTo(400);
    }

    /// Found by fuzzing: the first was a 500, the second a refusal without a word.
    @Test
    void kindsOfTextThatCannotBeReadAreTurnedAwayWithWords() throws Exception {
        var token = Browser.token(browser.get("/sample"));
        for (var type : new String[] {"*/*", "application/*", "*/*;charset=utf-8"}) {
            var answer = post("/fail/named", "{\"name\":\"x\"}", type, token);
            assertThat(answer.statusCode()).as(type).isEqualTo(415);
            assertThat(answer.body()).containsPattern(NUMBER);
        }
        for (var wish : new String[] {"*/*;q=x", "a", "text/html;q=9"}) {
            var answer = browser.get("/api/v1/fail/sheet", "Accept", wish);
            assertThat(answer.statusCode()).as(wish).isEqualTo(406);
            assertThat(answer.body()).contains("\"code\":\"NOT_ACCEPTABLE\"");
        }
        assertThat(browser.get("/sample", "Accept", "text/html, *; q=.2, */*; q=.2").statusCode())
                .isEqualTo(200);
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
}
