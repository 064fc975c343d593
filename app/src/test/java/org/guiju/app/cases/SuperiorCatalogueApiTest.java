package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.powers.SuperiorCatalogue;
import org.guiju.app.powers.application.SuperiorCatalogues;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What the county takes over from the superior catalogue, and what it has that the catalogue lacks; overlaps, chains and tags.
@RunningGuiju
class SuperiorCatalogueApiTest extends OnTheApi {
    private static final String SUPERIOR = "/api/v1/superior-catalogue";
    private static final String CLERK = Publishing.CLERK;
    private static final String LISTED = "330899-WL-XK-9321";
    private static final String TIGHT = "330899-WL-XK-9323";
    private static final String OFF = "330899-WL-XK-9322";

    @Autowired SuperiorCatalogues catalogues;

    private String text(String code) {
        return Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                .replaceFirst("(?m)^power: .*$", "power: " + code)
                .replaceFirst("(?m)^version: .*$", "version: 1")
                .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today());
    }

    /// A catalogue of the province beside that of the city: it adds, and takes nothing away.
    private void catalogue() {
        var table =
                """
                基本编码,事项名称,权力类型,实施依据,时限（工作日）,申请材料
                %s,互联网上网服务营业场所经营单位设立,行政许可,《示例条例》第一条,15,
                %s,互联网上网服务营业场所经营单位设立,行政许可,《示例条例》第一条,9,
                ZC9323,示例事项,行政许可,《示例条例》第二条,20,申请书；身份证明
                """
                        .formatted(LISTED, TIGHT);
        var read = catalogues.read("目录.csv", table.getBytes(StandardCharsets.UTF_8));
        catalogues.take(
                SuperiorCatalogue.Level.PROVINCIAL,
                "2026年版",
                "示例省（示例〔2026〕1号）",
                read.digest(),
                Stamp.own(clock.now(), "p-zhengwenbo", UUID.randomUUID()));
    }

    private JsonNode item(String code) {
        return api.get(CLERK, SUPERIOR)
                .body()
                .path("items")
                .valueStream()
                .filter(i -> i.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Api.Answer adopt(String code, Map<String, String> body) {
        return api.post(
                CLERK, UUID.randomUUID(), SUPERIOR + "/items/" + code + "/commands/adopt", body);
    }

    @Test
    @Requirement(
            value = "A25",
            level = Level.API,
            fault = "the reconciliation cancels nothing and says that it did")
    void whatTheSuperiorCatalogueLacksIsCancelledAndStartsNoCase() throws Exception {
        catalogue();
        Publishing.publish(port, text(OFF));
        assertThat(api.tryToApply("shenruoxi", OFF, List.of()).status()).isEqualTo(201);
        assertThat(api.get(CLERK, SUPERIOR + "/reconciliation").body().toString())
                .contains(OFF)
                .doesNotContain(LISTED);
        assertThat(Clerk.signedIn(port, CLERK).get("/catalog/superior/reconcile").body())
                .contains(OFF);
        var cancel = SUPERIOR + "/reconciliation/commands/cancel";
        assertThat(
                        api.post(
                                        CLERK,
                                        UUID.randomUUID(),
                                        cancel,
                                        Map.of("codes", List.of(OFF, "330899-WL-XK-0012")))
                                .status())
                .as("what the catalogue has is not cancelled, and then nothing is")
                .isEqualTo(422);
        assertThat(api.tryToApply("shenruoxi", OFF, List.of()).status()).isEqualTo(201);
        assertThat(
                        api.post(CLERK, UUID.randomUUID(), cancel, Map.of("codes", List.of(OFF)))
                                .status())
                .isEqualTo(200);
        refused(api.tryToApply("shenruoxi", OFF, List.of()), "POWER_IN_FORCE");
        assertThat(api.get(CLERK, "/api/v1/adjustments/" + OFF).body().toString())
                .contains("2026年版")
                .contains("\"followUpOwed\":true");
    }

    @Test
    @Requirement(
            value = "C22",
            level = Level.API,
            fault = "a longer limit counts as an allowed deviation")
    void aLimitAboveTheImportedCeilingIsRefused() {
        catalogue();
        var refused = api.text(CLERK, "/api/v1/definitions", text(TIGHT));
        assertThat(refused.status()).as("%s", refused).isEqualTo(422);
        assertThat(refused.body().path("unfit").toString()).contains("时限 10 个工作日长于上级目录的上限 9 个工作日");
        assertThat(api.text(CLERK, "/api/v1/definitions", text(LISTED)).status()).isEqualTo(202);
        var longer = adopt("ZC9323", Map.of("limit", "21"));
        assertThat(longer.status()).isEqualTo(409);
        assertThat(longer.body().path("sentences").toString()).contains("21").contains("20");
        var more = adopt("ZC9323", Map.of("materials", "申请书；身份证明；信用报告"));
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.body().path("sentences").toString()).contains("信用报告");
    }

    @Test
    void anAdoptedItemInheritsTheNormAndShowsEachDeviation() throws Exception {
        catalogue();
        assertThat(adopt("ZC9323", Map.of()).status()).isEqualTo(200);
        var same = item("ZC9323");
        assertThat(same.path("countyLimit").asInt()).isEqualTo(20);
        assertThat(same.path("deviations")).isEmpty();
        assertThat(adopt("ZC9323", Map.of("limit", "12", "materials", "申请书")).status())
                .isEqualTo(200);
        assertThat(item("ZC9323").path("deviations").toString())
                .contains("LIMIT_SHORTER")
                .contains("MATERIAL_DROPPED")
                .contains("身份证明");
        assertThat(Clerk.signedIn(port, CLERK).get("/catalog/superior?show=deviating").body())
                .contains("ZC9323")
                .contains("时限缩短")
                .contains("减少材料");
    }

    @Test
    @Requirement(value = "A30", level = Level.PAGE, fault = "two departments are not several")
    void theSameMatterUnderTwoDepartmentsIsReportedUntilItIsSettled() throws Exception {
        var clerk = Clerk.signedIn(port, CLERK);
        var open = overlap("企业投资项目备案");
        assertThat(open.path("settled").asBoolean()).isFalse();
        assertThat(open.path("items").toString()).contains("区经信局").contains("区发改局");
        assertThat(clerk.get("/catalog/overlaps").body()).contains("企业投资项目备案").contains("未解决");
        var key = open.path("key").asString();
        var nobody =
                clerk.post(
                        "/catalog/overlaps",
                        "/catalog/overlaps",
                        Map.of("key", key, "holder", "", "division", "", "basis", "示例决定"));
        assertThat(nobody.statusCode()).isEqualTo(400);
        assertThat(overlap("企业投资项目备案").path("settled").asBoolean()).isFalse();
        var settled =
                clerk.post(
                        "/catalog/overlaps",
                        "/catalog/overlaps",
                        Map.of(
                                "key", key,
                                "holder", "",
                                "division", "技术改造项目由区经信局备案，其余由区发改局备案",
                                "basis", "示例决定第三条"));
        assertThat(settled.statusCode()).isEqualTo(302);
        assertThat(overlap("企业投资项目备案").path("settled").asBoolean()).isTrue();
        assertThat(clerk.get("/catalog/overlaps").body()).contains("技术改造项目由区经信局备案");
    }

    private JsonNode overlap(String shared) {
        return api.get(CLERK, "/api/v1/overlaps")
                .body()
                .valueStream()
                .filter(o -> o.path("shared").asString().equals(shared))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Requirement(value = "A82", level = Level.PAGE, fault = "a link that was filled does not count")
    @Requirement(value = "A89", level = Level.PAGE, fault = "bases that were entered do not count")
    void aMissingLinkOfAPostAndAMissingBasisOfAUnitAreFilled() throws Exception {
        var clerk = Clerk.signedIn(port, CLERK);
        assertThat(chainOf(clerk, "责任、清单、流程、制度、监督、奖惩")).isTrue();
        for (var link :
                List.of("responsibility", "list", "flow", "institution", "supervision", "reward")) {
            var filled =
                    clerk.post(
                            "/catalog/chain",
                            "/catalog/chain",
                            Map.of(
                                    "post", "qinglan-culture/calendar-clerk",
                                    "link", link,
                                    "text", "《示例岗位规程》第一条"));
            assertThat(filled.statusCode()).isEqualTo(302);
        }
        assertThat(chainOf(clerk, "责任、清单、流程、制度、监督、奖惩")).isFalse();

        var units = "/catalog/chain/units";
        int missing = missing(clerk.get(units).body());
        var unit = units + "/qinglan-service";
        clerk.post(unit, unit, Map.of("organisation", "《示例三定规定》第一条", "function", "同上第二条"));
        assertThat(missing(clerk.get(units).body())).isEqualTo(missing - 2);
    }

    /// Whether the export says that the calendar clerk's chain lacks these links.
    private static boolean chainOf(Clerk clerk, String missing) throws Exception {
        return clerk.get("/catalog/chain/posts.csv")
                .body()
                .lines()
                .filter(l -> l.contains("文化和旅游局") && l.contains("日历"))
                .anyMatch(l -> l.endsWith(missing));
    }

    private static int missing(String page) {
        var figure = java.util.regex.Pattern.compile("缺 (\\d+) 条").matcher(page);
        assertThat(figure.find()).isTrue();
        return Integer.parseInt(figure.group(1));
    }

    @Test
    @Requirement(value = "A21", level = Level.PAGE, fault = "only fields with powers are listed")
    @Requirement(value = "A22", level = Level.PAGE, fault = "the plan selects nothing by itself")
    @Requirement(
            value = "A23",
            level = Level.PAGE,
            fault = "a key post shows the powers of other organs")
    void keyFieldsDepartmentsAndPostsAreTaggedAndHaveTheirRegisters() throws Exception {
        var clerk = Clerk.signedIn(port, CLERK);
        var keys = "/catalog/chain/keys";
        var field =
                clerk.post(
                        keys,
                        keys + "/field",
                        Map.of("code", "330899-WL-XK-0012", "field", "funds"));
        assertThat(field.statusCode()).isEqualTo(302);
        var page = clerk.get(keys).body();
        assertThat(page).contains("项目安排", "工程建设", "资金管理", "土地出让", "产权交易", "行政执法");
        assertThat(page.substring(page.indexOf("<dt>资金管理"), page.indexOf("<dt>土地出让")))
                .contains("330899-WL-XK-0012");

        assertThat(
                        clerk.post(keys, keys + "/departments", Map.of("organ", "qinglan-justice"))
                                .statusCode())
                .isEqualTo(302);
        var plan = clerk.get("/catalog/chain/plan").body();
        assertThat(box(plan, "qinglan-justice")).contains("checked");
        assertThat(box(plan, "qinglan-culture")).doesNotContain("checked");

        assertThat(
                        clerk.post(
                                        keys,
                                        keys + "/post",
                                        Map.of(
                                                "post",
                                                "qinglan-culture/decider",
                                                "kind",
                                                "approval"))
                                .statusCode())
                .isEqualTo(302);
        var posts = clerk.get(keys).body();
        var register =
                posts.substring(posts.indexOf("id=\"posts\""), posts.indexOf("id=\"links\""));
        assertThat(register).contains("签字审批").contains("互联网上网服务营业场所经营单位设立");
    }

    private static String box(String page, String organ) {
        int at = page.indexOf("id=\"p-" + organ + "\"");
        return page.substring(page.lastIndexOf('<', at), page.indexOf('>', at));
    }
}
