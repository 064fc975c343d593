package org.guiju.app.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Organ;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.lists.Lists;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.shared.OrganId;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A unit's clearing by API and page: what comes true, and every forbidden shortcut with the rule that stands in its way.
@RunningGuiju
class ClearingApiTest {
    @LocalServerPort int port;
    @Autowired Allocation allocation;
    @Autowired Appointments appointments;
    @Autowired Accounts accounts;
    @Autowired OfficialClock clock;
    @Autowired Lists lists;

    private Unit unit = Unit.nowhere();

    private Unit unit(String name, Organ.Kind kind) {
        return new Unit.Founding(allocation, appointments, accounts, clock).unit(port, name, kind);
    }

    @BeforeEach
    void aUnitInItsInventory() {
        unit = unit("one", Organ.Kind.BUREAU).opened("full");
    }

    private static void refused(Unit.Answer answer, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("article").asString("")).isNotBlank();
        assertThat(answer.body().path("remedy").asString("")).isNotBlank();
    }

    private void enter(Map<?, ?>... items) {
        unit.done(unit.clerk, "enter", Map.of("items", List.of(items)));
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(i -> i.path("id").asString()).toList();
    }

    private String page(String path) throws Exception {
        return Clerk.signedIn(port, Unit.STAFFING)
                .get("/catalog/clearing/" + unit.campaign + "/" + unit.organ + path)
                .body();
    }

    private int status(Unit.Answer answer) {
        return answer.status();
    }

    @Test
    @Requirement(
            value = "A5",
            level = Level.API,
            fault =
                    "no field is missing of an item that stays: then a row without supervision is published")
    @Requirement(
            value = "A45",
            level = Level.API,
            fault = "publication asks for no decision of the committee")
    @Requirement(
            value = "A48",
            level = Level.API,
            fault =
                    "publication asks for no decision of the committee, so a draft is published unreviewed")
    void aWholeClearingRunsFromInventoryToPublicationEveryActByItsOwnPerson() {
        runThrough();
    }

    private void runThrough() {
        var today = clock.today();
        enter(Unit.without(Unit.whole("缺监督方式", "licence"), "supervision"));
        refused(unit.act(unit.clerk, "dispose", Unit.dispose("retain", "0001")), "FIELDS_STATED");
        unit.done(unit.clerk, "withdraw", Map.of("items", List.of("0001"), "reason", "重复"));
        unit = unit("whole", Organ.Kind.BUREAU).opened("full").ready();
        refused(unit.act(Unit.STAFFING, "publish", Map.of()), "APPROVED_FIRST");
        unit.closed();
        assertThat(unit.stage()).isEqualTo("self-check");
        unit.submitted();
        assertThat(unit.stage()).isEqualTo("review");
        refused(
                unit.act(unit.lawyer, "opinion", Unit.opinion("legality", "0001")),
                "ASPECT_OF_THE_OFFICE");
        unit.reviewed().confirmed();
        unit.done(Unit.STAFFING, "submit-final", Map.of());
        refused(unit.act(Unit.STAFFING, "publish", Map.of()), "APPROVED_FIRST");
        refused(unit.act(Unit.STAFFING, "approve", unit.resolution(today)), "COMMITTEE_APPROVES");
        unit.done(Unit.COMMITTEE, "approve", unit.resolution(today));
        unit.done(Unit.STAFFING, "publish", Map.of());
        assertThat(unit.stage()).isEqualTo("published");
        var organ = new OrganId(unit.organ);
        var powers = lists.current(organ, "power", today.plusDays(10)).orElseThrow();
        assertThat(powers.rows())
                .singleElement()
                .satisfies(r -> {
                    assertThat(List.of("name", "kind", "subject", "basis", "supervision"))
                            .allSatisfy(c -> assertThat(r.cell(c)).isNotBlank());
                    assertThat(r.cell("basis")).contains("行政许可法").contains("第十二条");
                });
        assertThat(lists.current(organ, "responsibility", today.plusDays(10)).orElseThrow().rows())
                .singleElement()
                .satisfies(r -> assertThat(r.cell("form")).isEqualTo("责令改正、处分"));
        assertThat(lists.current(organ, "power", today)).isEmpty();
    }

    @Test
    @Requirement(
            value = "A4",
            level = Level.API,
            fault = "no field is missing of an item that stays")
    void everyFieldThatAListedPowerStatesIsAskedForByName() {
        var fields =
                List.of(
                        "source",
                        "limits",
                        "materials",
                        "conditions",
                        "procedure",
                        "time",
                        "scope");
        enter(
                fields.stream()
                        .map(f -> Unit.without(Unit.whole("缺" + f, "licence"), f))
                        .toArray(Map[]::new));
        for (int i = 0; i < fields.size(); i++) {
            var answer = unit.act(unit.clerk, "dispose", Unit.dispose("retain", "000" + (i + 1)));
            refused(answer, fields.get(i).equals("scope") ? "SCOPE_STATED" : "FIELDS_STATED");
            assertThat(unit.item("000" + (i + 1)).path("missing").path(0).asString())
                    .isEqualTo(fields.get(i));
        }
        // Without any basis nothing can stay, whatever else it says.
        enter(Unit.without(Unit.whole("缺依据", "licence"), "basis"));
        refused(
                unit.act(unit.clerk, "dispose", Unit.dispose("retain", "0008")),
                "WITHOUT_BASIS_ENDS");
    }

    @Test
    @Requirement(value = "A6", level = Level.API, fault = "every item counts as identified")
    void aDraftWithoutSubjectIsKeptAsIncompleteAndLeftOutOfTheReport() throws Exception {
        enter(
                Unit.whole("一项许可", "licence"),
                Unit.whole("另一项许可", "licence"),
                Unit.whole("一项检查", "inspection"),
                Unit.without(Unit.whole("没有主体", "licence"), "subject"));
        var file = unit.file();
        assertThat(file.path("items").asInt()).isEqualTo(4);
        assertThat(file.path("counted").asInt()).isEqualTo(3);
        assertThat(unit.item("0004").path("listed").asBoolean()).isFalse();
        assertThat(page("/report")).contains("id=\"total\">3<").contains("有 1 项缺少");
        assertThat(file.path("categories").path("approval").asInt()).isEqualTo(2);
        assertThat(file.path("categories").path("other").asInt()).isEqualTo(1);
        assertThat(ids(unit.items("?category=other"))).containsExactly("0003");
        assertThat(ids(unit.items(""))).doesNotHaveDuplicates().hasSize(4);
        assertThat(page("/items")).contains("行政审批").contains("0001").contains("0004");
        assertThat(page("/items?category=other")).contains("一项检查").doesNotContain("一项许可");
    }

    @Test
    @Requirement(
            value = "A8",
            level = Level.API,
            fault = "the door lets everybody in and the decider asks for no unit")
    void whoExercisesThePowerClearsIt() throws Exception {
        var other = unit("two", Organ.Kind.BUREAU);
        var item = Unit.whole("别人的事项", "licence");
        assertThat(status(unit.act(other.clerk, "enter", item))).isEqualTo(403);
        assertThat(status(unit.act(Unit.STAFFING, "enter", item))).isEqualTo(403);
        enter(item);
        assertThat(status(unit.act(other.clerk, "enter", Unit.with(item, "id", "0001"))))
                .isEqualTo(403);
        unit.done(unit.clerk, "enter", Unit.with(item, "id", "0001"));
        var here = "/catalog/clearing/" + unit.campaign + "/" + unit.organ;
        var outsider = Clerk.signedIn(port, other.clerk);
        assertThat(
                        outsider.post(
                                        here,
                                        here + "/items",
                                        Map.of(
                                                "command",
                                                UUID.randomUUID().toString(),
                                                "name",
                                                "别人的事项"))
                                .statusCode())
                .isEqualTo(403);
        assertThat(outsider.get(here + "/items").body()).doesNotContain("对选中的事项");
        assertThat(unit.items("")).hasSize(1);
    }

    @Test
    @Requirement(value = "A9", level = Level.API, fault = "the kind of holder does not filter")
    @Requirement(value = "A16", level = Level.API, fault = "the external type does not filter")
    @Requirement(value = "A28", level = Level.API, fault = "the rank of the basis does not filter")
    void theRegisterIsFilteredByHolderByTypeAndByRankOfTheBasis() {
        var holders = List.of("meeting", "leader", "section", "post");
        var kinds = List.of("licence", "penalty", "levy", "payment", "compulsion", "inspection");
        var types =
                List.of("approval", "penalty", "collection", "payment", "compulsion", "inspection");
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < kinds.size(); i++) {
            var item =
                    Unit.with(
                            Unit.whole("事项" + i, kinds.get(i)), "holder-kind", holders.get(i % 4));
            items.add(i == 5 ? Unit.with(item, "rank", "departmental-document") : item);
        }
        enter(items.toArray(Map[]::new));
        for (int i = 0; i < 4; i++) {
            assertThat(ids(unit.items("?holder-kind=" + holders.get(i))))
                    .contains("000" + (i + 1))
                    .hasSizeLessThan(3);
        }
        for (int i = 0; i < types.size(); i++) {
            assertThat(ids(unit.items("?external-type=" + types.get(i))))
                    .containsExactly("000" + (i + 1));
        }
        assertThat(ids(unit.items("?rank=departmental-document&state=undisposed")))
                .containsExactly("0006");
        unit.done(unit.clerk, "dispose", Unit.dispose("cancel", "0006"));
        assertThat(unit.items("?rank=departmental-document&state=undisposed")).isEmpty();
    }

    @Test
    @Requirement(
            value = "A10",
            level = Level.API,
            fault = "an abstract act may be disposed as any other item")
    @Requirement(value = "A26", level = Level.API, fault = "every item has a legal basis")
    void whatMayNotStayIsRefusedAndOnlyTheRightDispositionsAreOffered() {
        enter(
                Unit.with(
                        Unit.with(Unit.whole("制定规范性文件", "other"), "abstract", "yes"),
                        "excluded-reason",
                        "抽象行政行为"),
                Unit.without(Unit.whole("没有依据", "licence"), "basis"),
                Unit.with(Unit.whole("变相审批", "other"), "disguised", "yes"));
        var listed = unit.act(unit.clerk, "dispose", Unit.dispose("retain", "0001"));
        refused(listed, "ABSTRACT_NOT_LISTED");
        assertThat(listed.body().path("title").asString()).contains("抽象行政行为");
        assertThat(ids(unit.items("?state=excluded"))).containsExactly("0001");
        refused(
                unit.act(unit.clerk, "dispose", Unit.dispose("retain", "0002")),
                "WITHOUT_BASIS_ENDS");
        assertThat(unit.item("0002").path("offered").toString())
                .isEqualTo("[\"cancel\",\"return\"]");
        refused(
                unit.act(unit.clerk, "dispose", Unit.dispose("retain", "0003")),
                "DISGUISED_CANCELLED");
        refused(
                unit.act(unit.clerk, "dispose", Unit.dispose("return", "0003")),
                "DISGUISED_CANCELLED");
        assertThat(unit.item("0003").path("offered").toString()).isEqualTo("[\"cancel\"]");
        unit.done(unit.clerk, "dispose", Unit.dispose("cancel", "0003"));
    }

    @Test
    @Requirement(
            value = "A11",
            level = Level.API,
            fault = "internal management is excluded under no rule")
    void internalManagementIsPublishedOnlyWhereTheRuleOfTheOrganisationSaysSo() {
        var today = clock.today();
        for (boolean exclude : List.of(true, false)) {
            unit = unit("internal-" + exclude, Organ.Kind.BUREAU).opened("full", exclude);
            var internal =
                    Unit.without(
                            Unit.with(
                                    Unit.with(Unit.whole("人员调配", "other"), "five", "internal"),
                                    "rank",
                                    "institution"),
                            "external");
            enter(Unit.whole("示范经营许可", "licence"), internal);
            unit.done(unit.clerk, "dispose", Unit.dispose("retain", "0001", "0002"));
            unit.done(unit.clerk, "responsibility", Unit.responsibility("0001", "0002"));
            unit.declareNoneBut("approval", "other");
            unit.team();
            unit.meeting("leadership");
            unit.closed().submitted();
            for (var by : List.of(Unit.JUSTICE, Unit.SERVICE, Unit.REVIEWER)) {
                var aspect =
                        by.equals(Unit.JUSTICE)
                                ? "legality"
                                : by.equals(Unit.SERVICE) ? "rationality" : "necessity";
                unit.done(by, "opinion", Unit.opinion(aspect, "0001", "0002"));
            }
            unit.confirmed();
            unit.done(Unit.STAFFING, "submit-final", Map.of());
            unit.done(Unit.COMMITTEE, "approve", unit.resolution(today));
            unit.done(Unit.STAFFING, "publish", Map.of());
            var names =
                    lists
                            .current(new OrganId(unit.organ), "power", today.plusDays(10))
                            .orElseThrow()
                            .rows()
                            .stream()
                            .map(r -> r.cell("name"))
                            .toList();
            assertThat(names).hasSize(exclude ? 1 : 2).contains("示范经营许可");
        }
    }

    @Test
    @Requirement(
            value = "A12",
            level = Level.PAGE,
            fault = "statistics count every item under every word")
    @Requirement(value = "A13", level = Level.API, fault = "the class does not filter")
    @Requirement(
            value = "A14",
            level = Level.API,
            fault = "the class of internal management does not filter")
    void classesAndSubClassesAreCounted() throws Exception {
        enter(
                Unit.whole("许可", "licence"),
                Unit.whole("处罚", "penalty"),
                sub("decision", "projects"),
                sub("decision", "funds"),
                sub("decision", "assets"),
                sub("internal", "recruitment"),
                sub("internal", "procurement"));
        assertThat(unit.items("?five=decision")).hasSize(3);
        assertThat(ids(unit.items("?five=internal"))).containsExactly("0006", "0007");
        assertThat(ids(unit.items("?sub=funds"))).containsExactly("0004");
        var statistics = page("/statistics");
        var section = statistics.substring(statistics.indexOf("id=\"t-enforcement\""));
        section = section.substring(0, section.indexOf("</section>"));
        assertThat(section).contains("行政许可", "行政处罚", "行政强制", "行政监督检查", "非行政许可审批", "行政事业性收费");
        assertThat(section.split("class=\"num\">1<", -1)).hasSize(3);
        assertThat(section.split("class=\"num\">0<", -1)).hasSize(5);
    }

    private static Map<String, Object> sub(String five, String sub) {
        return Unit.without(
                Unit.with(Unit.with(Unit.whole(sub, "other"), "five", five), "sub", sub),
                "external");
    }

    @Test
    @Requirement(value = "A15", level = Level.API, fault = "other powers need no basis")
    @Requirement(value = "A88", level = Level.API, fault = "an inner-Party basis carries any power")
    void aResidualPowerNeedsItsBasisAndAnInnerPartyBasisStaysWithinTheParty() {
        var residual = Unit.without(Unit.whole("其他权力", "other"), "basis");
        refused(unit.act(unit.clerk, "enter", residual), "OTHER_WITH_BASIS");
        enter(Unit.whole("其他权力", "other"));
        assertThat(unit.item("0001").path("fields").path("five").asString()).isEqualTo("other");
        var licence = Unit.with(Unit.whole("对外许可", "licence"), "rank", "inner-party-regulation");
        refused(unit.act(unit.clerk, "enter", licence), "PARTY_BASIS_WITHIN_PARTY");
        unit = unit("party", Organ.Kind.PARTY).opened("full");
        refused(unit.act(unit.clerk, "enter", licence), "PARTY_BASIS_WITHIN_PARTY");
        enter(
                Unit.without(
                        Unit.with(Unit.whole("干部任免", "other"), "rank", "inner-party-regulation"),
                        "external"));
    }

    @Test
    @Requirement(value = "A1", level = Level.API, fault = "closing asks for no post")
    @Requirement(value = "A17", level = Level.API, fault = "closing asks for no declaration")
    @Requirement(value = "A65", level = Level.API, fault = "closing asks for no placed staff")
    void closingAsksForEveryPostEveryPersonAndEachOfTheTenCategories() throws Exception {
        var founding = new Unit.Founding(allocation, appointments, accounts, clock);
        unit = unit("posts", Organ.Kind.BUREAU);
        var organ = new OrganId(unit.organ);
        if (allocation.officers(organ).size() == 3) {
            founding.officer(organ, unit.organ + "-driver", "驾驶员");
        }
        unit.opened("full").ready();
        var gaps = unit.get(unit.clerk, unit.at() + "/gaps").body();
        assertThat(gaps.path("posts").toString()).isEqualTo("[\"驾驶员\"]");
        assertThat(gaps.path("unplaced").path(0).path("name").asString())
                .isEqualTo(unit.organ + "-driver");
        assertThat(page("/gaps")).contains("驾驶员").contains("未定岗").contains("未定责");
        var open = unit.act(unit.clerk, "close", Map.of());
        refused(open, "POSTS_COVERED");
        assertThat(open.body().path("title").asString()).contains("驾驶员");
        assertThat(open.body().toString()).contains("STAFF_PLACED");
        unit.done(unit.clerk, "declare-duty", Map.of("post", "驾驶员", "duty", "公务用车保障"));
        assertThat(unit.get(unit.clerk, unit.at() + "/gaps").body().path("idle")).isEmpty();
        enter(Unit.without(Unit.whole("新增检查", "penalty"), "external"));
        unit.done(unit.clerk, "withdraw", Map.of("items", List.of("0003"), "reason", "登记有误"));
        unit.done(unit.clerk, "withdraw", Map.of("items", List.of("0002"), "reason", "登记有误"));
        var undeclared = unit.act(unit.clerk, "close", Map.of());
        refused(undeclared, "CATEGORIES_ANSWERED");
        assertThat(undeclared.body().path("title").asString()).contains("其他行政权力");
        refused(
                unit.act(unit.clerk, "declare-none", Map.of("category", "approval", "reason", "无")),
                "CATEGORY_IS_EMPTY");
        unit.done(unit.clerk, "declare-none", Map.of("category", "other", "reason", "本单位没有"));
        var ten = page("/gaps");
        assertThat(
                        ten.substring(ten.indexOf("id=\"categories\""), ten.indexOf("id=\"posts\""))
                                .split("<th scope=\"row\"", -1))
                .hasSize(11);
        unit.closed();
    }

    @Test
    @Requirement(
            value = "A18",
            level = Level.API,
            fault = "no field is missing of an item that stays")
    @Requirement(
            value = "A19",
            level = Level.PAGE,
            fault = "statistics count every item under every word")
    void aPartyOrgansPowersStandInAMatrixOfEightProjectsAndSixAspects() throws Exception {
        unit = unit("party", Organ.Kind.PARTY).opened("full", false);
        var power =
                Unit.without(
                        Unit.with(
                                Unit.whole("科级干部任免审核", "other"), "rank", "inner-party-regulation"),
                        "external");
        enter(
                Unit.with(power, "project", "cadres"),
                Unit.with(
                        Unit.with(
                                Unit.with(power, "project", "members"),
                                "aspects",
                                List.of("personnel", "approval")),
                        "fields",
                        List.of("funds", "land")));
        refused(unit.act(unit.clerk, "dispose", Unit.dispose("retain", "0001")), "ASPECT_STATED");
        unit.done(unit.clerk, "dispose", Unit.dispose("retain", "0002"));
        var statistics = page("/statistics");
        var matrix = statistics.substring(statistics.indexOf("id=\"matrix-h\""));
        matrix = matrix.substring(0, matrix.indexOf("</section>"));
        assertThat(matrix.split("<th scope=\"row\"", -1)).hasSize(9);
        assertThat(matrix.split("<td class=\"num\"", -1)).hasSize(49);
        assertThat(matrix.split(">没有权力<", -1)).hasSize(8);
        var fields = statistics.substring(statistics.indexOf("id=\"t-fields\""));
        fields = fields.substring(0, fields.indexOf("</section>"));
        assertThat(fields).contains("项目安排", "工程建设", "资金管理", "土地出让", "产权交易", "行政执法");
        assertThat(fields.split("class=\"num\">1<", -1)).hasSize(3);
        assertThat(ids(unit.items("?fields=land"))).containsExactly("0002");
    }

    @Test
    @Requirement(value = "A34", level = Level.API, fault = "a disposition needs no grounds")
    @Requirement(value = "A35", level = Level.API, fault = "closing asks for no disposition")
    @Requirement(value = "A36", level = Level.API, fault = "closing asks for no reform opinion")
    void everyItemHasOneDispositionWithItsGroundsAndAReformOpinion() {
        unit.ready();
        enter(Unit.whole("第三项", "licence"));
        var bare = new HashMap<>(Unit.dispose("retain", "0003"));
        bare.put("grounds", "");
        refused(unit.act(unit.clerk, "dispose", bare), "DISPOSITION_BASED");
        var undisposed = unit.act(unit.clerk, "close", Map.of());
        refused(undisposed, "ITEMS_DISPOSED");
        assertThat(undisposed.body().path("title").asString()).contains("0003");
        var silent = new HashMap<>(Unit.dispose("retain", "0003"));
        silent.put("opinion", "");
        unit.done(unit.clerk, "dispose", silent);
        unit.done(unit.clerk, "responsibility", Unit.responsibility("0003"));
        var mute = unit.act(unit.clerk, "close", Map.of());
        refused(mute, "OPINION_FOR_EACH");
        assertThat(mute.body().path("title").asString()).contains("0003");
        unit.done(unit.clerk, "dispose", Unit.dispose("adjust", "0003"));
        unit.closed();
        var file = unit.file();
        int sum = 0;
        for (var n : file.path("dispositions")) {
            sum += n.asInt();
        }
        assertThat(sum).isEqualTo(file.path("counted").asInt()).isEqualTo(3);
    }

    @Test
    @Requirement(value = "A37", level = Level.API, fault = "closing asks for no leadership meeting")
    @Requirement(value = "A38", level = Level.PAGE, fault = "every item counts as identified")
    @Requirement(
            value = "A39",
            level = Level.API,
            fault = "submitting asks for neither meeting nor signature")
    void theReportIsMadeDiscussedSignedAndOnlyThenSubmitted() throws Exception {
        enter(
                Unit.whole("示范经营许可", "licence"),
                Unit.whole("示范检查", "inspection"),
                Unit.without(Unit.whole("草稿", "licence"), "basis"));
        unit.done(unit.clerk, "dispose", Unit.dispose("retain", "0001", "0002"));
        unit.done(unit.clerk, "responsibility", Unit.responsibility("0001", "0002"));
        var report = page("/report");
        assertThat(report)
                .contains("id=\"total\">2<")
                .contains("示范经营许可")
                .contains("示范检查")
                .doesNotContain("草稿");
        unit.done(unit.clerk, "withdraw", Map.of("items", List.of("0003"), "reason", "重复"));
        unit.declareNoneBut("approval", "other");
        unit.team();
        refused(unit.act(unit.clerk, "close", Map.of()), "LEADERSHIP_MET");
        unit.meeting("leadership");
        unit.closed();
        refused(unit.act(unit.clerk, "submit", Map.of()), "REPORT_DISCUSSED");
        refused(unit.act(unit.head, "sign", Map.of()), "REPORT_DISCUSSED");
        unit.meeting("office");
        refused(unit.act(unit.clerk, "submit", Map.of()), "SELF_CHECK_SIGNED");
        refused(unit.act(unit.lawyer, "sign", Map.of()), "HEAD_SIGNS");
        unit.done(unit.head, "sign", Map.of());
        unit.done(unit.clerk, "submit", Map.of());
        assertThat(unit.file().path("since").asString()).isNotBlank();
        var here = "/catalog/clearing/" + unit.campaign + "/" + unit.organ;
        var pdf = Clerk.signedIn(port, unit.clerk).get(here + "/report.pdf");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
        var csv = Clerk.signedIn(port, unit.clerk).get(here + "/items.csv").body();
        assertThat(csv.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(100);
        assertThat(csv).contains("示范经营许可").contains("责令改正、处分");
    }

    @Test
    @Requirement(value = "A40", level = Level.API, fault = "confirmation asks for no opinions")
    @Requirement(value = "A42", level = Level.API, fault = "confirmation waits for no expert")
    @Requirement(value = "A43", level = Level.API, fault = "anybody confirms")
    void whatStaysIsConfirmedByTheStaffingOfficeAfterThreeOpinionsAndTheExperts() {
        unit.ready().closed().submitted();
        unit.done(Unit.JUSTICE, "opinion", Unit.opinion("legality", "0001"));
        unit.done(Unit.SERVICE, "opinion", Unit.opinion("rationality", "0001"));
        refused(
                unit.act(Unit.SERVICE, "opinion", Unit.opinion("necessity", "0001")),
                "ASPECT_OF_THE_OFFICE");
        var items = Map.of("items", List.of("0001"));
        refused(unit.act(Unit.REVIEWER, "confirm", items), "THREE_OPINIONS");
        assertThat(unit.item("0001").path("reviewed").asBoolean()).isFalse();
        unit.done(Unit.REVIEWER, "opinion", Unit.opinion("necessity", "0001"));
        assertThat(unit.item("0001").path("reviewed").asBoolean()).isTrue();
        unit.done(Unit.REVIEWER, "ask-expert", Map.of("items", List.of("0001"), "reason", "专业性强"));
        refused(unit.act(Unit.REVIEWER, "confirm", items), "EXPERT_HEARD");
        unit.done(
                Unit.STAFFING,
                "expert",
                Map.of("items", List.of("0001"), "experts", "行政法专家 2 人", "text", "可以保留"));
        for (var other : List.of(unit.clerk, Unit.STAFFING, Unit.JUSTICE, Unit.COMMITTEE)) {
            refused(unit.act(other, "confirm", items), "REVIEWER_CONFIRMS");
        }
        unit.done(Unit.REVIEWER, "confirm", items);
        assertThat(unit.item("0001").path("confirmed").asBoolean()).isTrue();
    }

    @Test
    @Requirement(
            value = "A41",
            level = Level.API,
            fault = "consultation is complete with one group or none")
    @Requirement(value = "A44", level = Level.API, fault = "no remark has to be answered")
    void remarksAreAnsweredAndMissingAppraisalsAreFlagged() {
        unit.ready().closed().submitted().reviewed();
        assertThat(unit.item("0001").path("consultationIncomplete").asBoolean()).isTrue();
        for (var group : List.of("deputies", "served")) {
            assertThat(unit.item("0001").path("consultationIncomplete").asBoolean()).isTrue();
            unit.done(
                    Unit.STAFFING,
                    "appraisal",
                    Map.of(
                            "items",
                            List.of("0001"),
                            "group",
                            group,
                            "on",
                            "2026-01-20",
                            "people",
                            "12",
                            "satisfied",
                            "11"));
        }
        assertThat(unit.item("0001").path("consultationIncomplete").asBoolean()).isFalse();
        unit.confirmed();
        unit.done(Unit.REVIEWER, "remark", Map.of("item", "0001", "text", "请核实时限"));
        refused(unit.act(Unit.STAFFING, "submit-final", Map.of()), "REVIEW_REMARKS_ANSWERED");
        unit.done(unit.clerk, "answer", Map.of("no", "1", "text", "已核实"));
        unit.done(Unit.STAFFING, "submit-final", Map.of());
    }

    @Test
    @Requirement(value = "A3", level = Level.API, fault = "closing asks for no disposition")
    @Requirement(value = "A64", level = Level.API, fault = "half a responsibility is enough")
    @Requirement(value = "A87", level = Level.API, fault = "closing asks for no lawyer")
    void theListIsCompiledOnlyWhenEveryItemIsClearedByATeamWithALawyer() {
        unit.ready();
        enter(Unit.whole("没有清理完的事项", "licence"));
        unit.done(unit.clerk, "name-team", Map.of("members", List.of("p-" + unit.clerk)));
        var open = unit.act(unit.clerk, "close", Map.of());
        refused(open, "ITEMS_DISPOSED");
        assertThat(open.body().path("title").asString()).contains("0003");
        unit.done(unit.clerk, "dispose", Unit.dispose("retain", "0003"));
        for (var field : List.of("accountability", "form")) {
            var half = new HashMap<>(Unit.responsibility("0003"));
            half.put(field, "");
            refused(unit.act(unit.clerk, "responsibility", half), "RESPONSIBILITY_WHOLE");
        }
        refused(unit.act(unit.clerk, "close", Map.of()), "RESPONSIBILITY_FOR_EACH");
        unit.done(unit.clerk, "responsibility", Unit.responsibility("0003"));
        refused(unit.act(unit.clerk, "close", Map.of()), "LEGAL_PROFESSIONAL_TAKES_PART");
        unit.team();
        unit.closed();
    }

    @Test
    @Requirement(
            value = "A83",
            level = Level.API,
            fault = "every item has a legal basis, so a hidden power stays as it is")
    @Requirement(
            value = "A86",
            level = Level.PAGE,
            fault = "the statistics count no item by its nature")
    void aHiddenPowerEndsOrIsGivenABasisAndTheReportGroupsByLevelAndNature() throws Exception {
        var hidden = Unit.with(Unit.without(Unit.whole("口头报备", "other"), "basis"), "hidden", "yes");
        enter(
                hidden,
                Unit.with(
                        Unit.with(Unit.whole("乡镇事项", "licence"), "level", "township"),
                        "nature",
                        "delegated"));
        refused(
                unit.act(unit.clerk, "dispose", Unit.dispose("retain", "0001")),
                "WITHOUT_BASIS_ENDS");
        unit.done(
                unit.clerk,
                "enter",
                Unit.with(Unit.with(Unit.whole("口头报备", "other"), "hidden", "yes"), "id", "0001"));
        unit.done(unit.clerk, "dispose", Unit.dispose("retain", "0001"));
        var statistics = page("/statistics");
        for (var field : List.of("level", "nature")) {
            var section = statistics.substring(statistics.indexOf("id=\"t-" + field + "\""));
            section = section.substring(0, section.indexOf("</section>"));
            assertThat(section.split("class=\"num\">1<", -1)).hasSize(3);
        }
        assertThat(ids(unit.items("?level=township"))).containsExactly("0002");
    }

    @Test
    @Requirement(
            value = "A63",
            level = Level.API,
            fault = "an item without responsibility is not among those that lack it")
    void aPowerWithoutResponsibilityIsListedAsSuchAndTheListIsNotClosed() {
        enter(Unit.whole("甲事项", "licence"), Unit.whole("乙事项", "licence"));
        unit.done(unit.clerk, "dispose", Unit.dispose("retain", "0001", "0002"));
        unit.done(unit.clerk, "responsibility", Unit.responsibility("0001"));
        assertThat(ids(unit.items("?state=irresponsible"))).containsExactly("0002");
        unit.declareNoneBut("approval");
        unit.team();
        unit.meeting("leadership");
        var open = unit.act(unit.clerk, "close", Map.of());
        refused(open, "RESPONSIBILITY_FOR_EACH");
        assertThat(open.body().path("title").asString()).contains("0002");
        unit.done(unit.clerk, "responsibility", Unit.responsibility("0002"));
        assertThat(unit.items("?state=irresponsible")).isEmpty();
        unit.closed();
    }

    @Test
    void aFormWithABlankDayComesBackWithWhatWasTyped() throws Exception {
        var here = "/catalog/clearing/" + unit.campaign + "/" + unit.organ;
        var clerk = Clerk.signedIn(port, unit.clerk);
        var sent =
                clerk.post(
                        here,
                        here + "/acts/meeting",
                        Map.of(
                                "command", java.util.UUID.randomUUID().toString(),
                                "meeting", "leadership",
                                "on", "",
                                "minutes", "示〔2026〕9 号",
                                "conclusion", "同意全部清理意见"));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(clerk.get(here).body()).contains("示〔2026〕9 号", "同意全部清理意见");
        assertThat(clerk.get(here).body()).doesNotContain("同意全部清理意见");
    }

    @Test
    @Requirement(value = "A76", level = Level.API, fault = "an enterprise may hold a power")
    void anEnterpriseHoldsNoPower() {
        var founding = new Unit.Founding(allocation, appointments, accounts, clock);
        for (var nature : Organ.Nature.values()) {
            var organ = new OrganId("nature-" + nature.code());
            if (allocation.organ(organ).isEmpty()) {
                founding.establish(organ, Organ.Kind.BUREAU, nature);
                founding.officer(organ, "nature-" + nature.code(), "负责人", "catalogue-clerk");
            }
            assertThat(allocation.organ(organ).orElseThrow().nature()).isEqualTo(nature);
            var answer =
                    unit.post(
                            Unit.STAFFING,
                            "/api/v1/clearings",
                            Map.of(
                                    "title",
                                    "清理",
                                    "kind",
                                    "full",
                                    "basis",
                                    "文",
                                    "organs",
                                    List.of(organ.value())));
            if (nature == Organ.Nature.ENTERPRISE) {
                refused(answer, "POWER_HOLDER");
            } else {
                assertThat(answer.status()).isEqualTo(201);
            }
        }
    }

    @Test
    void onlyTheStaffingOfficeOpensACampaignAndAShortcutIsNamed() {
        var answer =
                unit.post(
                        unit.clerk,
                        "/api/v1/clearings",
                        Map.of(
                                "title",
                                "自行清理",
                                "kind",
                                "full",
                                "basis",
                                "文",
                                "organs",
                                List.of(unit.organ)));
        refused(answer, "STAFFING_OFFICE_LEADS");
        refused(
                unit.act(Unit.REVIEWER, "confirm", Map.of("items", List.of("0001"))),
                "STAGE_REACHED");
        assertThat(unit.act(unit.clerk, "dispose", Map.of("items", List.of("0001"))).status())
                .isEqualTo(422);
        assertThat(unit.act(unit.clerk, "nothing", Map.of()).status()).isEqualTo(404);
        assertThat(unit.get("citizen", unit.at()).status()).isEqualTo(403);
    }

    @Test
    void aWholeInventoryIsTakenOverAtOnceAndNothingOfItTwice() {
        long began = System.nanoTime();
        var taken = unit.done(unit.clerk, "take", Map.of("from", "inventory"));
        assertThat(taken.path("items").asInt()).isGreaterThan(1000);
        System.out.println("taken over in ms: " + (System.nanoTime() - began) / 1_000_000);
        var again = unit.done(unit.clerk, "take", Map.of("from", "inventory"));
        assertThat(again.path("items").asInt()).isEqualTo(taken.path("items").asInt());
        var ids = ids(unit.items(""));
        unit.done(
                unit.clerk,
                "fill",
                Map.of(
                        "items",
                        ids,
                        "holder",
                        "审批科",
                        "holder-kind",
                        "section",
                        "only-blank",
                        "yes"));
        assertThat(unit.items("?holder-kind=section")).hasSize(ids.size());
        System.out.println(
                "taken over and filled in ms: " + (System.nanoTime() - began) / 1_000_000);
    }

    @Test
    void anAdjustmentChangesWhatItNamesAndLeavesTheRest() {
        var today = clock.today();
        runThrough();
        unit = unit("whole", Organ.Kind.BUREAU).opened("dynamic");
        enter(Unit.whole("新设许可", "licence"));
        unit.done(unit.clerk, "dispose", Unit.dispose("add", "0001"));
        unit.done(unit.clerk, "responsibility", Unit.responsibility("0001"));
        unit.team();
        unit.meeting("leadership");
        unit.closed().submitted().reviewed();
        unit.done(Unit.REVIEWER, "confirm", Map.of("items", List.of("0001")));
        unit.done(Unit.STAFFING, "submit-final", Map.of());
        unit.done(Unit.COMMITTEE, "approve", unit.resolution(today));
        unit.done(Unit.STAFFING, "publish", Map.of());
        assertThat(
                        lists.current(new OrganId(unit.organ), "power", today.plusDays(10))
                                .orElseThrow()
                                .rows())
                .extracting(r -> r.cell("name"))
                .containsExactly("示范经营许可", "新设许可");
    }
}
