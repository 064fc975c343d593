package org.guiju.app.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.lists.ListRow;
import org.guiju.kernel.lists.ListRule;
import org.guiju.kernel.lists.ListSource;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lists from draft to the public: what is not examined is not there, what is published is never edited.
@RunningGuiju
class ListsTest {
    private static final OrganId CITY = new OrganId("qinglan-chengguan");
    private static final String CLERK = "panwenjing";
    private static final String REVIEWER = "tengzhigang";
    private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([^\"]+)\"");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort int port;
    @Autowired Lists lists;
    @Autowired Allocation allocation;
    @Autowired Appointments appointments;
    @Autowired Accounts accounts;
    @Autowired OfficialClock clock;
    @Autowired TransactionTemplate transaction;

    private record Answer(int status, JsonNode body) {}

    private Answer api(String user, String method, String path, Map<String, ?> body)
            throws Exception {
        var basic =
                Base64.getEncoder()
                        .encodeToString((user + ":qinglan-2026").getBytes(StandardCharsets.UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            var response =
                    client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("Authorization", "Basic " + basic)
                                    .header("Accept", "application/json")
                                    .header("Content-Type", "application/json")
                                    .method(
                                            method,
                                            method.equals("GET")
                                                    ? BodyPublishers.noBody()
                                                    : BodyPublishers.ofString(
                                                            JSON.writeValueAsString(body)))
                                    .build(),
                            BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body().isBlank()
                            ? JSON.createObjectNode()
                            : JSON.readTree(response.body()));
        }
    }

    private int status(String path) throws Exception {
        return new Browser(port).get(path).statusCode();
    }

    private String page(String path) throws Exception {
        var page = new Browser(port).get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body();
    }

    private static String digest(String page) {
        var digest = DIGEST.matcher(page);
        assertThat(digest.find()).as(page).isTrue();
        return digest.group(1);
    }

    private String base(String kind) {
        return "/catalog/lists/" + CITY + "/" + kind;
    }

    /// An officer of the unit who is a reviewer, too.
    private String insider() {
        var person = new PersonId("p-listinsider");
        if (allocation.officer(person).isEmpty()) {
            appointments.appoint(
                    new Officer(person, CITY, "内审", new Text("借调人员", "On loan")),
                    "法制科",
                    List.of("staffing-reviewer"),
                    LocalDate.of(2024, 1, 1),
                    Stamp.own(clock.now(), "demo", UUID.randomUUID()));
            accounts.addOfficer("listinsider", "qinglan-2026", person, "内审");
        }
        return "listinsider";
    }

    private void hidden(String kind, String secret) throws Exception {
        for (var path :
                List.of(
                        "/lists/" + CITY + "/" + kind,
                        "/lists/" + CITY + "/" + kind + "/versions",
                        "/lists/" + CITY + "/" + kind + "/versions/1",
                        "/lists/" + CITY + "/" + kind + ".csv",
                        "/lists/" + CITY + "/" + kind + ".xlsx",
                        "/lists/" + CITY + "/" + kind + ".json")) {
            assertThat(status(path)).as(path).isEqualTo(404);
        }
        for (var path :
                List.of(
                        "/lists?q=" + secret,
                        "/lists.json",
                        "/lists.csv",
                        "/lists/changes.atom",
                        "/lists/" + CITY + "/changes.atom")) {
            assertThat(page(path).replace("value=\"" + secret + "\"", ""))
                    .as(path)
                    .doesNotContain(secret + "条目");
        }
        assertThat(status("/catalog/lists/" + CITY + "/" + kind)).isIn(302, 401);
    }

    @Test
    @Requirement(
            value = "A67",
            level = Level.PAGE,
            fault = "a kind that is added is kept and never read again")
    @Requirement(value = "A68", level = Level.PAGE, fault = "what is submitted counts as published")
    @Requirement(
            value = "A48",
            level = Level.PAGE,
            fault = "a reviewer of the same organisation may approve")
    void aFourthKindOfListHasItsRegisterItsExaminationByAnotherOrganAndItsPublication()
            throws Exception {
        var kinds = "/catalog/lists/kinds";
        var form =
                Map.of(
                        "code", "promise",
                        "name", "便民承诺清单",
                        "nameEn", "Promises",
                        "columns", "name | 承诺事项 | 必填\nkind | 类别 | 必填 | 时限、服务");
        var clerk = Clerk.signedIn(port, CLERK);
        assertThat(clerk.post(kinds, kinds, form).statusCode())
                .as("no administrator")
                .isEqualTo(403);
        var administrator = Clerk.signedIn(port, "huangfuming");
        assertThat(administrator.post(kinds, kinds, form).statusCode()).isEqualTo(302);
        assertThat(administrator.get(kinds).body()).contains("便民承诺清单").contains("承诺事项");

        var base = base("promise");
        assertThat(clerk.get("/catalog/lists").body()).contains("便民承诺清单");
        var empty = clerk.post(base, base + "/row", Map.of("c-name", "", "c-kind", "别的"));
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("请填写“承诺事项”").contains("请从选项中选择");
        var row = Map.of("c-name", "青岚秘约条目", "c-kind", "时限");
        assertThat(clerk.post(base, base + "/row", row).statusCode()).isEqualTo(302);
        var drafted = clerk.get(base).body();
        assertThat(drafted).contains("青岚秘约条目").contains("promise-0001").contains("起草中");
        hidden("promise", "青岚秘约");

        var digest = digest(drafted);
        var submit = Map.of("digest", digest, "effective", clock.today().toString());
        assertThat(clerk.post(base, base + "/submit", submit).statusCode()).isEqualTo(302);
        hidden("promise", "青岚秘约");

        var seen = Map.of("digest", digest, "resolution", "青编清审〔2026〕9 号");
        var own = clerk.post(base, base + "/approve", seen);
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body()).contains("只有审查机关的清单审查员可以审查");
        var inside = Clerk.signedIn(port, insider()).post(base, base + "/approve", seen);
        assertThat(inside.statusCode()).isEqualTo(409);
        assertThat(inside.body()).contains("本单位的清单不能由本单位审查");
        hidden("promise", "青岚秘约");

        var reviewer = Clerk.signedIn(port, REVIEWER);
        assertThat(reviewer.get("/catalog/lists").body()).contains("便民承诺清单");
        assertThat(reviewer.get(base).body()).contains("审查通过并公布");
        assertThat(reviewer.post(base, base + "/approve", seen).statusCode()).isEqualTo(302);
        assertThat(page("/lists/" + CITY + "/promise"))
                .contains("青岚秘约条目")
                .contains("青编清审〔2026〕9 号");
        assertThat(page("/lists")).contains("便民承诺清单").contains("便民承诺清单：按类别统计");
        assertThat(page("/lists/" + CITY + "/promise.json")).contains("promise-0001");
    }

    private String kind(String code) throws Exception {
        var added =
                api(
                        "huangfuming",
                        "POST",
                        "/api/v1/list-kinds",
                        Map.of(
                                "code",
                                code,
                                "name",
                                "测试清单" + code,
                                "columns",
                                List.of(
                                        Map.of("code", "name", "name", "名称", "required", true),
                                        Map.of("code", "basis", "name", "依据", "required", true))));
        assertThat(added.status()).isEqualTo(201);
        return code;
    }

    private String draft(String kind) {
        return "/api/v1/lists/" + CITY + "/" + kind + "/draft";
    }

    private String put(String kind, String id, String name, String basis) throws Exception {
        var kept =
                api(
                        CLERK,
                        "PUT",
                        draft(kind) + "/rows/" + id,
                        Map.of("name", name, "basis", basis));
        assertThat(kept.status()).as("%s", kept).isEqualTo(200);
        return kept.body().path("digest").asString();
    }

    private void publish(String kind, String digest, LocalDate effective) throws Exception {
        var submitted =
                api(
                        CLERK,
                        "POST",
                        draft(kind) + "/commands/submit",
                        Map.of("digest", digest, "effective", effective.toString()));
        assertThat(submitted.status()).as("%s", submitted).isEqualTo(200);
        var approved =
                api(REVIEWER, "POST", draft(kind) + "/commands/approve", Map.of("digest", digest));
        assertThat(approved.status()).as("%s", approved).isEqualTo(200);
    }

    @Test
    @Requirement(
            value = "A2",
            level = Level.API,
            fault = "editing a row of an approved version is not refused")
    void anApprovedVersionIsNotEditedAndANewDraftBecomesTheNextOneWhileTheOldStaysReadable()
            throws Exception {
        var kind = kind("fixed");
        put(kind, "new", "甲项", "旧依据");
        publish(kind, put(kind, "new", "乙项", "依据乙"), clock.today());
        var first = page("/lists/" + CITY + "/" + kind + ".csv");

        var edit =
                api(
                        CLERK,
                        "PUT",
                        "/api/v1/lists/" + CITY + "/" + kind + "/versions/1/rows/fixed-0001",
                        Map.of("basis", "偷改"));
        assertThat(edit.status()).isEqualTo(409);
        assertThat(edit.body().path("code").asString()).isEqualTo("LIST_VERSION_FIXED");
        assertThat(edit.body().path("remedy").asString()).contains("新开一份草稿");
        assertThat(page("/lists/" + CITY + "/" + kind + ".csv")).isEqualTo(first);

        var later = clock.today().plusDays(30);
        put(kind, "fixed-0001", "甲项", "新依据");
        publish(kind, put(kind, "new", "丙项", "依据丙"), later);
        var today = page("/lists/" + CITY + "/" + kind);
        assertThat(today).as("not yet in force").contains("旧依据").doesNotContain("新依据");
        assertThat(page("/lists/" + CITY + "/" + kind + "/versions/2"))
                .contains("新依据")
                .contains("尚未生效");
        assertThat(page("/lists/" + CITY + "/" + kind + ".csv?version=1")).isEqualTo(first);
        var words = page("/lists/" + CITY + "/" + kind + "/versions/1...2");
        assertThat(words)
                .contains("新增 1 条，删除 0 条，修改 1 条")
                .contains("旧依据")
                .contains("新依据")
                .contains("丙项");
        assertThat(page("/lists/" + CITY + "/changes.atom")).contains("甲项的“依据”由“旧依据”改为“新依据”");
        var early =
                api(
                        CLERK,
                        "POST",
                        draft(kind) + "/commands/submit",
                        Map.of(
                                "digest",
                                put(kind, "new", "丁项", "依据丁"),
                                "effective",
                                later.minusDays(1).toString()));
        assertThat(early.body().path("code").asString()).isEqualTo("LIST_EFFECTIVE");
    }

    @Test
    void theFeedIsAtomWithIdsThatStayAndThePagesLeadToIt() throws Exception {
        assertThat(page("/lists")).contains("href=\"/lists/changes.atom\"");
        var first = feed();
        assertThat(feed()).isEqualTo(first);
        assertThat(first).isNotEmpty().doesNotHaveDuplicates();
    }

    private List<String> feed() throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        var text = page("/lists/changes.atom").getBytes(StandardCharsets.UTF_8);
        var feed =
                factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(text))
                        .getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        for (var needed : List.of("id", "title", "updated", "author")) {
            assertThat(feed.getElementsByTagName(needed).getLength()).as(needed).isPositive();
        }
        var ids = new ArrayList<String>();
        var entries = feed.getElementsByTagName("entry");
        for (int i = 0; i < entries.getLength(); i++) {
            var entry = (Element) entries.item(i);
            ids.add(said(entry, "id"));
            assertThat(Instant.parse(said(entry, "updated"))).isAfter(Instant.EPOCH);
            assertThat(said(entry, "title")).isNotBlank();
        }
        return ids;
    }

    private static String said(Element entry, String name) {
        return entry.getElementsByTagName(name).item(0).getTextContent();
    }

    private static ListRow row(String id, String... pairs) {
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            cells.put(pairs[i], pairs[i + 1]);
        }
        return new ListRow(id, cells);
    }

    private static ListRow power(String id, String kind) {
        return row(
                id,
                "name",
                "职权" + id,
                "kind",
                kind,
                "subject",
                "石塘乡",
                "basis",
                "某法第一条",
                "supervision",
                "电话监督",
                "code",
                "330899-ST-" + id);
    }

    private static ListRow duty(String id, String item) {
        return row(
                id, "item", item, "matter", "受理审查", "subject", "便民中心", "when", "逾期", "basis",
                "某法第九条", "form", "处分");
    }

    private void both(OrganId organ, List<ListRow> powers, List<ListRow> duties) {
        var source = new ListSource("test", "测试〔2026〕1 号", clock.today());
        var stamp = Stamp.own(clock.now(), "demo", UUID.randomUUID());
        transaction.executeWithoutResult(_ -> {
            lists.publish(organ, "power", powers, clock.today(), source, stamp);
            lists.publish(organ, "responsibility", duties, clock.today(), source, stamp);
        });
    }

    private static void refuses(Runnable publishing, ListRule rule) {
        assertThatThrownBy(publishing::run)
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        e -> assertThat(e.refusals().getFirst().code()).isEqualTo(rule));
    }

    @Test
    @Requirement(
            value = "A5",
            level = Level.PAGE,
            fault = "the column of supervision may stay empty")
    @Requirement(
            value = "A7",
            level = Level.PAGE,
            fault = "the counts by category leave the first row out")
    void thePowerListIsARegisterByCategoryInWhichEveryRowSaysItsFiveThings() throws Exception {
        var organ = new OrganId("qinglan-shitang");
        var powers = List.of(power("s1", "行政许可"), power("s2", "行政处罚"), power("s3", "行政许可"));
        refuses(
                () -> both(organ, powers, List.of(duty("d1", "s1"), duty("d2", "s2"))),
                ListRule.POWER_WITHOUT_RESPONSIBILITY);
        refuses(
                () ->
                        both(
                                organ,
                                powers.subList(0, 1),
                                List.of(duty("d1", "s1"), duty("d2", "s9"))),
                ListRule.RESPONSIBILITY_WITHOUT_POWER);
        var bare = new ArrayList<>(powers);
        bare.set(1, power("s2", "行政处罚").with("supervision", ""));
        var duties = List.of(duty("d1", "s1"), duty("d2", "330899-ST-s2"), duty("d3", "s3"));
        refuses(() -> both(organ, bare, duties), ListRule.LIST_CELL_FILLED);
        assertThat(status("/lists/" + organ + "/power")).as("nothing of it stays").isEqualTo(404);
        both(organ, powers, duties);

        var json = JSON.readTree(page("/lists/" + organ + "/power.json"));
        var ids = new HashSet<String>();
        json.path("rows")
                .forEach(r -> {
                    ids.add(r.path("id").asString());
                    for (var five : List.of("name", "kind", "subject", "basis", "supervision")) {
                        assertThat(r.path(five).asString()).as(five).isNotBlank();
                    }
                });
        assertThat(ids).as("each with a number of its own").hasSize(3);
        var register = page("/lists/" + organ + "/power");
        assertThat(register).contains("行政许可 (2)").contains("行政处罚 (1)");
        assertThat(register).contains("<dd>3</dd>");
        assertThat(page("/lists/" + organ + "/power?category=行政处罚"))
                .contains("职权s2")
                .doesNotContain("职权s1");
        assertThat(page("/lists/" + organ + "/correspondence"))
                .contains("没有责任的权力：0 项")
                .contains("没有权力的责任：0 条");
        var report =
                api(CLERK, "GET", "/api/v1/lists/" + organ + "/correspondence", Map.of()).body();
        assertThat(report.path("powers").asInt()).isEqualTo(3);
    }

    @Test
    void aSheetWithErrorsChangesNothingAndAGoodOneComesInWholeOnceItsDifferencesWereSeen()
            throws Exception {
        var kind = kind("sheet");
        put(kind, "new", "甲项", "依据甲");
        var before = api(CLERK, "GET", draft(kind), Map.of()).body().path("digest").asString();
        var clerk = Clerk.signedIn(port, CLERK);
        var base = base(kind);
        var bad = clerk.multipart(base, base + "/sheets", Map.of("f-x", "x"));
        assertThat(bad.statusCode()).isEqualTo(400);

        var wrong = send(clerk, base, "编号,名称,依据\nsheet-0001,甲项,\n,新项,依据新\n");
        var look = clerk.get(wrong).body();
        assertThat(look).contains("没有导入任何内容").contains("必填栏是空的");
        assertThat(api(CLERK, "GET", draft(kind), Map.of()).body().path("digest").asString())
                .isEqualTo(before);

        var right = send(clerk, base, "测试清单,,\n编号,名称,依据\nsheet-0001,甲项,依据乙\n,新项,依据新\n");
        var preview = clerk.get(right).body();
        assertThat(preview).contains("新增 1 条，删除 0 条，修改 1 条").contains("依据甲").contains("依据乙");
        var digest = digest(preview);
        var stale = clerk.post(right, right, Map.of("digest", before));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(clerk.post(right, right, Map.of("digest", digest)).statusCode()).isEqualTo(302);
        var now = api(CLERK, "GET", draft(kind), Map.of()).body();
        assertThat(now.path("digest").asString()).isEqualTo(digest);
        assertThat(now.path("rows")).hasSize(2);
        assertThat(clerk.post(right, right, Map.of("digest", digest)).statusCode())
                .as("the draft is another one now")
                .isEqualTo(409);
    }

    /// Sends a CSV as a browser does; the address of the preview.
    private String send(Clerk clerk, String base, String csv) throws Exception {
        var sent = clerk.file(base, base + "/sheets", "file", "清单.csv", csv);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        return URI.create(sent.headers().firstValue("Location").orElseThrow()).getPath();
    }

    @Test
    @Requirement(value = "A80", level = Level.PAGE, fault = "the contents name the page after")
    @Requirement(
            value = "A81",
            level = Level.PAGE,
            fault = "who has not confirmed is left out of the register")
    void theBookletHasContentsThatAreRightAndARegisterOfWhoHasConfirmedHisCopy() throws Exception {
        var page = "/catalog/lists/" + CITY + "/booklets";
        var clerk = Clerk.signedIn(port, CLERK);
        var enforcer = Clerk.signedIn(port, "caoyang");
        assertThat(enforcer.post("/desk/booklets", page, Map.of()).statusCode()).isEqualTo(409);
        assertThat(clerk.post(page, page, Map.of()).statusCode()).isEqualTo(302);

        var missing = clerk.get(page).body();
        var officers = allocation.officers(CITY);
        officers.forEach(o -> assertThat(missing).contains(o.name()));
        assertThat(enforcer.get("/desk/booklets").body()).contains("确认收到");
        var edition =
                api(CLERK, "GET", "/api/v1/lists/" + CITY + "/booklets", Map.of()).body().path(0);
        var number = edition.path("edition").asInt();
        assertThat(edition.path("missing")).hasSize(officers.size());
        var receive = "/desk/booklets/" + number + "/receive";
        assertThat(enforcer.post("/desk/booklets", receive, Map.of()).statusCode()).isEqualTo(302);
        var stranger = Clerk.signedIn(port, "limin");
        assertThat(
                        stranger.post("/desk/booklets", "/desk/booklets/9999/receive", Map.of())
                                .statusCode())
                .isEqualTo(409);
        var after =
                api(CLERK, "GET", "/api/v1/lists/" + CITY + "/booklets", Map.of()).body().path(0);
        assertThat(after.path("confirmed").path(0).asString()).isEqualTo("p-caoyang");
        assertThat(after.path("missing")).hasSize(officers.size() - 1);
        var csv = clerk.get(page + "/" + number + "/register.csv").body();
        assertThat(csv).contains("曹扬").contains("已签收");
        officers.stream()
                .filter(o -> !o.person().value().equals("p-caoyang"))
                .forEach(o -> assertThat(csv).contains(o.name()));

        bound(number, edition);
    }

    private void bound(int number, JsonNode edition) throws Exception {
        var browser = new Browser(port);
        var bytes =
                browser.bytes(
                                HttpRequest.newBuilder(
                                                browser.at("/lists/" + CITY + "/booklet.pdf"))
                                        .GET())
                        .body();
        try (var pdf = Loader.loadPDF(bytes)) {
            var stripper = new PDFTextStripper();
            var pages = new ArrayList<String>();
            for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(pdf).replaceAll("[ \\u3000]", ""));
            }
            assertThat(pages.getFirst())
                    .contains("青岚县城市管理局")
                    .contains("行政职权手册")
                    .contains("第" + number + "版")
                    .contains(clock.today().getYear() + "年");
            int first = (int) pages.stream().takeWhile(p -> !p.contains("—1—")).count();
            var contents = String.join("\n", pages.subList(1, first));
            int checked = 0;
            for (var outline : pdf.getDocumentCatalog().getDocumentOutline().children()) {
                checked += inContents(outline.getTitle(), contents, pages, first);
                for (var below : outline.children()) {
                    checked += inContents(below.getTitle(), contents, pages, first);
                }
            }
            assertThat(checked).isGreaterThanOrEqualTo(3);
            var all = String.join("\n", pages);
            for (var power : edition.path("powers")) {
                assertThat(all).contains(power.asString().split(":")[0]);
            }
            assertThat(all).contains("实施依据").contains("监督方式");
        }
    }

    /// The title stands in the contents with the number of the page on which it stands in the booklet.
    private static int inContents(String title, String contents, List<String> pages, int before) {
        var bare = title.replaceAll("[ \\u3000]", "");
        var line = Pattern.compile(Pattern.quote(bare) + "(\\d+)").matcher(contents);
        assertThat(line.find()).as(bare + " in " + contents).isTrue();
        int number = Integer.parseInt(line.group(1));
        assertThat(pages.get(before + number - 1)).contains(bare);
        return 1;
    }

    @Test
    void listsOfTwoUnitsAreComparedByWhatTheirRowsAreAbout() throws Exception {
        var compared =
                page("/lists/compare?kind=negative&left=qinglan-culture:1&right=qinglan-culture:2");
        assertThat(compared).contains("新增 1 条").contains("修改 1 条");
        assertThat(
                        page(
                                "/lists/compare?kind=negative&left=qinglan-culture:2&right=qinglan-chengguan:1"))
                .contains("按条目名称对应比较")
                .contains("未出示执法证件");
        assertThat(page("/open-data")).contains("/lists.json").contains("/lists/changes.atom");
        assertThat(page("/powers")).contains("href=\"/lists\"");
    }
}
