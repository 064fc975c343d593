package org.guiju.app.powers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.powers.Imports;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.inventory.SampleInventory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The import as a clerk meets it: in a browser without scripts, and over the API.
@RunningGuiju
class ImportPagesTest {
    private static final String PASSWORD = "qinglan-2026";
    private static final String CLERK = "zhengwenbo";
    private static final Pattern COMMAND = Pattern.compile("name=\"command\" value=\"([^\"]+)\"");

    @LocalServerPort int port;

    @Autowired JdbcClient jdbc;

    @Autowired Imports imports;

    private static byte[] list(String district) {
        return new String(SampleInventory.bytes(), StandardCharsets.UTF_8)
                .replace("511602000000", district)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Browser as(String user) throws Exception {
        var browser = new Browser(port);
        var token = Browser.token(browser.get("/login"));
        var answer =
                browser.post(
                        "/login", Map.of("username", user, "password", PASSWORD, "_csrf", token));
        assertThat(answer.statusCode()).isBetween(300, 399);
        return browser;
    }

    private static HttpRequest.Builder multipart(
            HttpRequest.Builder request, String token, String file, byte[] bytes) {
        var boundary = "guiju-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        if (!token.isEmpty()) {
            text(
                    body,
                    "--"
                            + boundary
                            + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                            + token
                            + "\r\n");
        }
        text(
                body,
                "--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + file
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(bytes);
        text(body, "\r\n--" + boundary + "--\r\n");
        return request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> upload(
            Browser browser, String token, String file, byte[] bytes) throws Exception {
        return browser.send(
                multipart(
                        HttpRequest.newBuilder(browser.at("/catalog/import")), token, file, bytes));
    }

    /// Reads the page until it no longer asks to be read again, as a browser does.
    private static HttpResponse<String> settled(Browser browser, String address) throws Exception {
        for (int i = 0; i < 600; i++) {
            var page = browser.get(address);
            if (page.headers().firstValue("Refresh").isEmpty()) {
                return page;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("still working after a minute");
    }

    private static String path(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).isBetween(300, 399);
        return redirect.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("https?://[^/]+", "");
    }

    @Test
    void a_clerk_uploads_looks_confirms_and_sees_the_result() throws Exception {
        var clerk = as(CLERK);
        var token = Browser.token(clerk.get("/catalog/import"));
        var address = path(upload(clerk, token, "广安区事项.csv", list("510601000000")));
        var preview = settled(clerk, address);
        assertThat(preview.body())
                .contains("广安区事项.csv")
                .contains("待确认")
                .contains("1,135 行")
                .contains("实施主体编码不合规")
                .contains("占位数字")
                .contains("确认导入");
        assertThat(clerk.get(address + "?show=REFUSED").body())
                .contains("2222222222222")
                .doesNotContain("083372204");
        assertThat(clerk.get(address + "?problem=SEGMENTS_NOT_SIX&lang=en").body())
                .contains("code without six parts")
                .contains("To be confirmed");
        clerk.get(address + "?lang=zh");

        var page = settled(clerk, address);
        var command = COMMAND.matcher(page.body());
        assertThat(command.find()).isTrue();
        var form = Map.of("command", command.group(1), "_csrf", Browser.token(page));
        assertThat(path(clerk.post(address + "/confirm", form))).isEqualTo(address);
        assertThat(path(clerk.post(address + "/confirm", form))).isEqualTo(address);
        assertThat(settled(clerk, address).body())
                .contains("导入完成")
                .contains("已导入 1,12")
                .doesNotContain("确认导入");
    }

    @Test
    void the_rows_with_problems_can_be_taken_home_as_a_sheet() throws Exception {
        var clerk = as(CLERK);
        var token = Browser.token(clerk.get("/catalog/import"));
        var address = path(upload(clerk, token, "清单.csv", list("510602000000")));
        settled(clerk, address);
        var csv = clerk.get(address + "/problems.csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains(".csv");
        assertThat(csv.body()).startsWith("\uFEFFdepartment,main_item,item_name").contains("待更正");
        assertThat(clerk.get(address + "/problems.xlsx").body()).startsWith("PK");
        assertThat(clerk.get(address + "/problems.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_that_is_no_list_comes_back_with_place_and_remedy() throws Exception {
        var clerk = as(CLERK);
        var token = Browser.token(clerk.get("/catalog/import"));
        var csv = "名称,备注\n甲,乙\n".getBytes(StandardCharsets.UTF_8);
        var page = upload(clerk, token, "无编码.csv", csv);
        assertThat(page.statusCode()).isLessThan(500);
        assertThat(page.body())
                .contains("错误：")
                .contains("没有找到表头")
                .contains("实施编码")
                .contains("id=\"file-error\"");
        assertThat(
                        upload(
                                        clerk,
                                        token,
                                        "旧.xls",
                                        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0})
                                .body())
                .contains("Excel 97–2003");
        assertThat(upload(clerk, token, "", new byte[0]).body()).contains("请选择一个清单文件");
        assertThat(upload(clerk, token, "<b>.pdf", "%PDF".getBytes(StandardCharsets.UTF_8)).body())
                .contains("PDF")
                .doesNotContain("<b>.pdf");
    }

    @Test
    void what_stands_in_a_cell_is_shown_and_never_run() throws Exception {
        var clerk = as(CLERK);
        var token = Browser.token(clerk.get("/catalog/import"));
        var csv = "事项名称,实施编码,权力类型,实施主体\n<script>alert(1)</script>,<img>,行政许可,\"=cmd\"\n";
        var page =
                settled(
                        clerk,
                        path(upload(clerk, token, "坏.csv", csv.getBytes(StandardCharsets.UTF_8))));
        assertThat(page.body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert")
                .doesNotContain("<img>");
        assertThat(page.body()).doesNotContain("确认导入");
    }

    @Test
    void others_read_and_do_not_import_and_the_public_does_not_even_read() throws Exception {
        var other = as("limin");
        var page = other.get("/catalog/import");
        assertThat(page.body()).contains("只有目录管理员可以导入").doesNotContain("type=\"file\"");
        var refused = upload(other, Browser.token(page), "清单.csv", list("510603000000"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("只有目录管理员可以导入事项");
        assertThat(as("citizen").get("/catalog/import").statusCode()).isEqualTo(403);
        var nobody = new Browser(port).get("/catalog/import");
        assertThat(nobody.body()).doesNotContain("最近的导入");
        assertThat(as(CLERK).get("/catalog/import/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_page_with_work_going_on_asks_the_browser_to_come_back_and_offers_a_link()
            throws Exception {
        var clerk = as(CLERK);
        var token = Browser.token(clerk.get("/catalog/import"));
        var csv = "事项名称,实施编码,权力类型,实施主体\n甲,280001,行政许可,某局\n".getBytes(StandardCharsets.UTF_8);
        var address = path(upload(clerk, token, "小.csv", csv));
        settled(clerk, address);
        var id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        stage(id, "CHECKING");
        var page = clerk.get(address);
        assertThat(page.headers().firstValue("Refresh")).contains("2");
        assertThat(page.body()).contains("正在校验").contains("刷新进度").doesNotContain("确认导入");
        stage(id, "IMPORTING");
        assertThat(clerk.get(address).body()).contains("导入中断").contains("继续导入");
        stage(id, "READY");
    }

    private void stage(UUID id, String stage) {
        jdbc.sql("update import_batch set stage = :stage where id = :id")
                .param("stage", stage)
                .param("id", id)
                .update();
    }

    // --- the API

    private HttpResponse<String> api(String user, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var basic =
                Base64.getEncoder()
                        .encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return new Browser(port)
                .send(request, "Authorization", "Basic " + basic, "Accept", "application/json");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(new Browser(port).at(path));
    }

    @Test
    void the_api_takes_a_list_shows_its_counts_and_brings_it_in_once() throws Exception {
        var taken =
                api(CLERK, multipart(to("/api/v1/imports"), "", "清单.csv", list("510604000000")));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        var address = taken.headers().firstValue("Location").orElseThrow();
        var counts = until(address, "\"stage\":\"ready\"");
        assertThat(counts)
                .contains("\"rows\":1135")
                .contains("\"BODY_CODE_INVALID\":161")
                .contains("\"refused\":1");
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            var confirmed =
                    api(
                            CLERK,
                            to(address + "/commands/confirm")
                                    .header("Idempotency-Key", key)
                                    .POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(202);
        }
        assertThat(until(address, "\"stage\":\"done\"")).contains("\"present\":0");
    }

    private String until(String address, String sign) throws Exception {
        for (int i = 0; i < 600; i++) {
            var body = api(CLERK, to(address).GET()).body();
            if (body.contains(sign) && body.contains("\"running\":false")) {
                return body;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("not " + sign + " within a minute");
    }

    @Test
    void the_api_says_what_is_wrong_with_a_file_or_a_person() throws Exception {
        var empty = api(CLERK, multipart(to("/api/v1/imports"), "", "空.csv", new byte[0]));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("\"code\":\"EMPTY_FILE\"");
        var other =
                api("limin", multipart(to("/api/v1/imports"), "", "清单.csv", list("510605000000")));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body())
                .contains("IMPORT_NOT_CLERK")
                .contains("\"article\"")
                .contains("\"remedy\"");
        var unknown = api(CLERK, to("/api/v1/imports/" + UUID.randomUUID()).GET());
        assertThat(unknown.statusCode()).isEqualTo(404);
        var keyless =
                api(
                        CLERK,
                        to("/api/v1/imports/" + UUID.randomUUID() + "/commands/confirm")
                                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(keyless.statusCode()).isEqualTo(400);
    }
}
