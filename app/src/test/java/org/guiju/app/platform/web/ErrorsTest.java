package org.guiju.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/// Every way of failing has an answer with words, a number and no inner workings.
@ExtendWith(OutputCaptureExtension.class)
class ErrorsTest extends WithBrowser {
    @ParameterizedTest
    @CsvSource({
        "/no/such/page, 404, 没有这个页面",
        "/css/no-such.css, 404, 没有这个页面",
        "/error, 404, 没有这个页面",
        "/fail/page, 400, 这个请求无法读取",
        "/fail/page?page=x, 400, 这个请求无法读取",
        "/fail/page?page=99999999999, 400, 这个请求无法读取",
        "/fail/id/not-a-uuid, 400, 这个请求无法读取",
        "/fail/person?id=%20, 400, 这个请求无法读取",
        "/fail/gone, 410, 这项内容已经取消",
        "/fail/form, 405, 这个网址不支持这种操作",
        "/fail/bug, 500, 系统出错",
        "/fail/template, 500, 系统出错",
        "/fail/database, 503, 系统暂时无法提供服务",
        "/fail/disk, 503, 服务器磁盘已满",
        "/fail/rollback, 503, 系统暂时无法提供服务",
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

    /// Found by fuzzing: twenty addresses of the API refused with a body of their own and as plain JSON.
    @Test
    void anApiThatRefusesInItsOwnWordsStillAnswersAsAllOthersDo() throws Exception {
        var answer = browser.get("/api/v1/fail/sheet");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValue("application/problem+json");
        var said = JsonMapper.shared().readTree(answer.body());
        assertThat(said.path("faults").path(0).asString()).isEqualTo("line 7");
        assertThat(said.path("title").asString()).isEqualTo("own words");
        assertThat(said.path("status").asInt()).isEqualTo(422);
        assertThat(said.path("code").asString()).isEqualTo("UNPROCESSABLE_CONTENT");
        assertThat(said.path("instance").asString()).containsPattern(NUMBER);
    }

    /// Found by fuzzing: a draft that cannot be submitted was answered with a bare list.
    @Test
    void aListOfWhatIsWrongIsAProblemTooAndWhatHasWordsOfItsOwnIsSaidInThem() throws Exception {
        var answer = browser.get("/api/v1/fail/lines");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValue("application/problem+json");
        var said = JsonMapper.shared().readTree(answer.body());
        assertThat(said.path("problems").path(1).asString()).isEqualTo("line 9");
        assertThat(said.path("title").asString()).isEqualTo("提交的内容有问题，没有收下");
        assertThat(browser.get("/api/v1/fail/twice").body())
                .contains("\"code\":\"COMMAND_ID_REUSED\"", "这个提交编号已经用过");
    }

    /// Found by fuzzing: what the asker would accept decided whether he was told which field, or got a 500.
    @Test
    void aFieldThatCannotBeReadIsNamedWhateverTheAskerWouldAccept() throws Exception {
        for (var accept : new String[] {"application/json", "application/xml", "text/html"}) {
            var answer = browser.get("/api/v1/fail/day", "Accept", accept);
            assertThat(answer.statusCode()).as(accept).isEqualTo(422);
            assertThat(answer.headers().firstValue("content-type"))
                    .hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"from\"", "FIELD_UNREADABLE");
        }
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
}
