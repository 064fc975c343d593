package org.guiju.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Applying and following a case with plain forms, and what hostile input comes to.
@RunningGuiju
class ApplyJourneyTest {
    private static final String POWER = "/powers/330899-WL-XK-0012";
    private static final byte[] PDF = "%PDF-1.7\nsample".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXE = {'M', 'Z', (byte) 0x90, 0, 3, 0};

    @LocalServerPort int port;

    @Autowired CaseQuery cases;

    private Browser browser = new Browser(0);

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    @Requirement(
            value = "D1",
            level = Level.PAGE,
            fault = "online cases left out of the window's tasks")
    void anApplicationGoesFromThePowersPageToACaseThatItsCodeOpens() throws Exception {
        var draft = filled();
        for (var material : List.of("charter", "identity", "funds", "title")) {
            assertThat(upload(draft, material, "扫描件.pdf", PDF).statusCode()).isEqualTo(302);
        }
        var before = total();
        var sent = post(draft + "/check", Map.of());
        assertThat(sent.headers().firstValue("location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("/done"));

        // Back and again, twice: the same receipt, no second case.
        assertThat(submit(draft + "/check", Map.of(), sent).statusCode()).isEqualTo(302);
        assertThat(total()).isEqualTo(before + 1);
        var receipt = browser.get(draft + "/done").body();
        assertThat(receipt).contains("收件回执").contains("青岚县星辰网络有限公司");
        var shown = all(receipt, "class=\"ref mono\">([^<]+)<");
        var no = shown.getFirst();
        var code = shown.getLast();
        assertThat(Clerk.signedIn(port, "shenruoxi").allPages("/desk"))
                .as("the window has it to accept")
                .contains("/desk/cases/" + no);

        var stranger = new Browser(port);
        var form = stranger.get("/track");
        var wrong =
                stranger.post(
                        "/track", Map.of("no", no, "code", "WRONG", "_csrf", Browser.token(form)));
        var unknown =
                stranger.post(
                        "/track",
                        Map.of("no", "1999-0001", "code", code, "_csrf", Browser.token(form)));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(summary(unknown)).isEqualTo(summary(wrong)).isNotEmpty();
        assertThat(stranger.get("/track/" + no).statusCode()).isEqualTo(302);

        var typed = " " + code.toLowerCase(java.util.Locale.ROOT);
        var right =
                stranger.post(
                        "/track", Map.of("no", no, "code", typed, "_csrf", Browser.token(form)));
        assertThat(right.statusCode()).isEqualTo(302);
        var page = stranger.get("/track/" + no).body();
        assertThat(page).contains("申请已收到").contains("政务窗口").doesNotContain("张建伟");

        // The applicant takes it back, and has to mean it.
        var careless =
                stranger.post(
                        "/track/" + no + "/withdraw",
                        Map.of("_csrf", Browser.token(stranger.get("/track/" + no))));
        assertThat(careless.statusCode()).isEqualTo(422);
        var meant =
                stranger.post(
                        "/track/" + no + "/withdraw",
                        Map.of(
                                "sure",
                                "yes",
                                "reason",
                                "另有安排",
                                "_csrf",
                                Browser.token(stranger.get("/track/" + no))));
        assertThat(meant.statusCode()).isEqualTo(302);
        assertThat(stranger.get("/track/" + no).body()).contains("申请已撤回");
    }

    static List<String> hostile() {
        return List.of(
                "<script>alert(1)</script>",
                "'; drop table events; --",
                "-1e999999999",
                "\u202eevil\u202c",
                "${7*7}#{x}[[${x}]]",
                "\uFFFF",
                "9".repeat(30_000),
                "长".repeat(25_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileAnswersAreFaultsOfTheirFieldsAndNeverOfTheServer(String hostile) throws Exception {
        var draft = begin();
        for (var section : List.of("applicant", "premises", "declaration")) {
            var page = browser.get(draft + "/" + section);
            var form = new HashMap<String, String>();
            all(page.body(), "name=\"([a-z-]+)\"").forEach(name -> form.put(name, hostile));
            var answer = submit(draft + "/" + section, form, page);
            assertThat(answer.statusCode()).as(section).isEqualTo(422);
            assertThat(answer.body())
                    .contains("提交的内容有问题")
                    .doesNotContain("<script>alert")
                    .doesNotContain("Exception");
        }
        assertThat(browser.get(draft + "/check").statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasTypedIsShownAgainAndTheTitleSaysThatThereIsAnError() throws Exception {
        var draft = begin();
        var answer =
                post(draft + "/applicant", Map.of("company-name", "星", "phone", "not a phone"));
        assertThat(answer.body())
                .contains("<title>错误：")
                .contains("value=\"星\"")
                .contains("value=\"not a phone\"")
                .contains("aria-invalid=\"true\"");
    }

    @Test
    void aFileIsWhatItsContentSaysWhateverItsName() throws Exception {
        var draft = begin();
        var strangers =
                List.of(
                        Map.entry("申请.pdf", EXE),
                        Map.entry("a.docx", new byte[] {'P', 'K', 3, 4}),
                        Map.entry("b.svg", "<svg/>".getBytes(StandardCharsets.UTF_8)));
        for (var file : strangers) {
            var answer = upload(draft, "charter", file.getKey(), file.getValue());
            assertThat(answer.statusCode()).as(file.getKey()).isEqualTo(422);
            assertThat(answer.body()).contains("只接受 PDF、JPG、PNG");
        }
        assertThat(upload(draft, "charter", "../../etc/passwd", PDF).statusCode()).isEqualTo(302);
        var listed = browser.get(draft + "/materials");
        assertThat(listed.body()).contains(">passwd<").doesNotContain("etc/");
        var attachment = all(listed.body(), "name=\"attachment\" value=\"([^\"]+)\"").getFirst();
        submit(draft + "/materials/delete", Map.of("attachment", attachment), listed);
        assertThat(browser.get(draft + "/materials").body()).doesNotContain(">passwd<");
    }

    @Test
    void elevenFilesForOneMaterialAreOneTooMany() throws Exception {
        var draft = begin();
        for (int i = 1; i <= 10; i++) {
            assertThat(upload(draft, "charter", i + ".pdf", PDF).statusCode())
                    .as("file %d", i)
                    .isEqualTo(302);
        }
        assertThat(upload(draft, "charter", "11.pdf", PDF).statusCode()).isEqualTo(422);
    }

    @Test
    void nobodySendsAnApplicationWithoutANameOrTheDeclaration() throws Exception {
        var draft = begin();
        var before = total();
        var answer = post(draft + "/check", Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("请填写企业名称").contains("请确认：");
        assertThat(total()).isEqualTo(before);
    }

    @Test
    void aDraftOpensByItsRefAlone() throws Exception {
        assertThat(browser.get("/applications/00000000-0000-4000-8000-000000000000").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/applications/1").statusCode()).isEqualTo(404);
        assertThat(browser.get(begin() + "/no-such-section").statusCode()).isEqualTo(404);
        assertThat(browser.get("/powers/000000-NO-XK-0001/apply").statusCode()).isEqualTo(404);
    }

    @Test
    void thePowersPageStatesSubjectConditionsProcedureAndPeriod() throws Exception {
        var page = browser.get(POWER).body();
        assertThat(page)
                .contains("青岚县文化和旅游局")
                .contains("不在中学、小学校园周围200米范围内")
                .contains("会审会审议")
                .contains("法定时限 20 个工作日")
                .contains("<svg viewBox")
                .doesNotContain("<script");
        var institution = browser.get(POWER + "/institution").body();
        assertThat(institution).contains("一、制度名称").contains("十一、责任追究");
        var annex = institution.indexOf("附：权力运行流程图");
        assertThat(annex).isGreaterThan(institution.indexOf("十一、责任追究"));
        assertThat(institution.indexOf("role=\"img\"")).isGreaterThan(annex);
    }

    @Test
    void theExportsHaveTheRowsOfTheFilterInTheAddress() throws Exception {
        assertThat(browser.get("/powers.csv?status=in-force").body()).contains("330899-WL-XK-0012");
        assertThat(browser.get("/powers.csv?q=nothing-like-this").body())
                .doesNotContain("330899-WL-XK-0012");
        assertThat(
                        browser.get("/powers?q=%F0%9F%98%80%27%22%3Cb%3E&kind=x&page=-1&size=7")
                                .statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/results.csv").body()).contains("办件编号");
    }

    private String begin() throws IOException, InterruptedException {
        var begun = post(POWER + "/apply", Map.of("situation", "preparation"));
        return URI.create(begun.headers().firstValue("location").orElseThrow()).getPath();
    }

    private String filled() throws IOException, InterruptedException {
        var draft = begin();
        post(
                draft + "/applicant",
                Map.of(
                        "company-name", "青岚县星辰网络有限公司",
                        "credit-code", "９１３３０８９９ＭＡ２ＡＢＣＤＥ１Ｂ",
                        "legal-representative", "张建伟",
                        "legal-representative-id", "33089919800115123X",
                        "phone", "０５７０－１２３４５６７",
                        "capital", "500,000"));
        post(
                draft + "/premises",
                Map.of(
                        "premises-address", "青岚县文昌街道春山路18号",
                        "area", "120.5",
                        "computers", "４０",
                        "school-distance", "350"));
        assertThat(post(draft + "/declaration", Map.of("truth", "yes")).statusCode())
                .isEqualTo(302);
        return draft;
    }

    /// Opens the page first, as a browser does, and sends its token along.
    private HttpResponse<String> post(String address, Map<String, String> form)
            throws IOException, InterruptedException {
        return submit(address, form, browser.get(address));
    }

    private HttpResponse<String> submit(
            String address, Map<String, String> form, HttpResponse<String> page)
            throws IOException, InterruptedException {
        var all = new HashMap<>(form);
        all.put(
                "_csrf",
                Browser.token(page.body().contains("_csrf") ? page : browser.get("/track")));
        return browser.post(address, all);
    }

    private HttpResponse<String> upload(String draft, String material, String name, byte[] content)
            throws IOException, InterruptedException {
        var token = Browser.token(browser.get(draft + "/materials"));
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--edge\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                                + token
                                + "\r\n--edge\r\n"
                                + "Content-Disposition: form-data; name=\"file."
                                + material
                                + "\"; filename=\""
                                + name
                                + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send(
                HttpRequest.newBuilder(browser.at(draft + "/materials"))
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())),
                "Content-Type",
                "multipart/form-data; boundary=edge");
    }

    private long total() {
        return cases.find(new CaseQuery.Filter("", "", "", "", 1, 1)).total();
    }

    private static String summary(HttpResponse<String> page) {
        return String.join("", all(page.body(), "(?s)class=\"error-summary\".*?<ul>(.*?)</ul>"));
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().map(m -> m.group(1)).toList();
    }
}
