package org.guiju.app.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.app.matters.Bureau.CHIEF;
import static org.guiju.app.matters.Bureau.SECTION;
import static org.guiju.app.matters.Bureau.done;
import static org.guiju.app.matters.Bureau.refused;

import java.util.HashMap;
import java.util.Map;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;

/// Money, people, projects and reports of a bureau, row by row.
@RunningGuiju
class MattersRowsTest extends OnMatters {
    private static final String SCIENCE = "leiwanting";
    private static final Map<String, String> MOTION =
            Map.of("item", "appointment", "title", "任职动议", "text", "民主推荐结果");
    private static final Map<String, String> WORKS =
            Map.of(
                    "item", "works", "title", "屋面修缮", "text", "说明", "amount", "1000", "head", "组长",
                    "members", "办公室");

    private Map<String, String> scope(String tiers) {
        return Map.of(
                "item",
                "payment",
                "class",
                "money",
                "name",
                "经费支出",
                "tiers",
                tiers,
                "document",
                "青科发 9 号",
                "from",
                clock.today().toString());
    }

    private void routed(String user, String yuan, int tier, String route) {
        var filed = done(bureau.money(user, yuan));
        assertThat(filed.path("tier").asString()).as(yuan).isEqualTo("" + tier);
        assertThat(filed.path("route").asString()).as(yuan).isEqualTo(route);
    }

    @Test
    @Requirement(value = "B12", level = Level.API, fault = "an item without a scope passes")
    @Requirement(
            value = "C52",
            level = Level.API,
            fault = "an amount on the limit in the tier above")
    @Requirement(value = "C85", level = Level.API, fault = "one book for all organs")
    void eachUnitFixesItsOwnThresholdBeforeAnythingIsFiledAndAmountsAreRoutedByIt() {
        refused(bureau.money(SCIENCE, "10000"), "SCOPE_DEFINED");
        refused(
                bureau.book(SCIENCE, "scope", scope("-1=collective;1000000=single")),
                "SCOPE_SOUND");
        done(
                bureau.book(
                        SCIENCE,
                        "scope",
                        scope("-1=single;1000000=countersigned;20000000=collective")));
        routed(SCIENCE, "9999.99", 1, "single");
        routed(SCIENCE, "10000.00", 1, "single");
        routed(SCIENCE, "10000.01", 2, "countersigned");
        routed(SCIENCE, "200000.00", 2, "countersigned");
        routed(SCIENCE, "200000.01", 3, "collective");
        routed(SECTION, "10000.01", 1, "single");
        routed(SECTION, "200000.01", 2, "countersigned");
    }

    @Test
    @Requirement(value = "B13", level = Level.API, fault = "payable without the chief's signature")
    @Requirement(value = "B60", level = Level.API, fault = "any officer taken for the deputy")
    void withinTheLimitTheDeputyOfFinanceAloneAboveItThenTheChief() {
        var finance = deputy("finance");
        var small = done(bureau.money(SECTION, "50000.00")).path("id").asString();
        refused(bureau.act(otherThan(finance), small, "endorse"), "DEPUTY_IN_CHARGE");
        assertThat(bureau.acted(finance, small, "endorse").path("stage").asString())
                .isEqualTo("implement");
        bureau.acted(SECTION, small, "implement");
        var large = done(bureau.money(SECTION, "50000.01")).path("id").asString();
        refused(bureau.act(CHIEF, large, "countersign"), "STEP_IN_ORDER");
        refused(bureau.act(SECTION, large, "implement"), "STEP_IN_ORDER");
        bureau.acted(finance, large, "endorse");
        refused(bureau.act(SECTION, large, "implement"), "STEP_IN_ORDER");
        refused(bureau.act(finance, large, "countersign"), "CHIEF_COUNTERSIGNS");
        bureau.acted(CHIEF, large, "countersign");
        bureau.acted(SECTION, large, "implement");
    }

    @Test
    @Requirement(value = "B14", level = Level.API, fault = "the agenda before the deputy's opinion")
    @Requirement(value = "C51", level = Level.API, fault = "decided without a resolution")
    @Requirement(value = "C50", level = Level.API, fault = "an item without a scope passes")
    void aLargePlanNeedsTheDeputysOpinionAndTheMeetingsResolution() {
        refused(
                bureau.file(SECTION, Map.of("item", "party", "title", "活动", "text", "说明")),
                "SCOPE_DEFINED");
        assertThat(done(bureau.file(SECTION, MOTION)).path("of").asString()).isEqualTo("personnel");
        assertThat(done(bureau.file(SECTION, WORKS)).path("of").asString()).isEqualTo("project");
        var id = done(bureau.money(SECTION, "500000.01")).path("id").asString();
        refused(bureau.act(SECTION, id, "agenda"), "STEP_IN_ORDER");
        bureau.acted(deputy("finance"), id, "endorse");
        bureau.acted(SECTION, id, "agenda");
        refused(bureau.act(SECTION, id, "decide"), "RESOLUTION_NEEDED");
        refused(bureau.act(SECTION, id, "implement"), "STEP_IN_ORDER");
        var day = clock.today().toString();
        bureau.resolved("leadership", "expenditure", id, "500000.01", "for", day);
        bureau.acted(SECTION, id, "decide");
        bureau.acted(SECTION, id, "implement");
    }

    @Test
    @Requirement(value = "B9", level = Level.PAGE, fault = "implementation before the decision")
    @Requirement(value = "B10", level = Level.API, fault = "decided without a resolution")
    @Requirement(value = "B61", level = Level.API, fault = "steps in any order")
    void anAppointmentIsProposedDecidedByTheCommitteeAndThenCarriedOutByTheDeputy()
            throws Exception {
        var personnel = deputy("personnel");
        var id = bureau.filed(SECTION, MOTION);
        refused(bureau.act(SECTION, id, "decide"), "STEP_IN_ORDER");
        bureau.acted(personnel, id, "endorse");
        bureau.acted(SECTION, id, "agenda");
        refused(bureau.act(personnel, id, "implement"), "STEP_IN_ORDER");
        refused(bureau.act(SECTION, id, "decide"), "RESOLUTION_NEEDED");
        done(
                bureau.post(
                        SECTION,
                        "/api/v1/meetings/rules/procedure",
                        Map.of(
                                "kind",
                                "personnel",
                                "number",
                                "青文旅党〔2026〕1 号",
                                "title",
                                "干部任免议事规则",
                                "from",
                                clock.today().toString())));
        var day = clock.today().toString();
        bureau.resolved("personnel", "personnel", id, "", "for", day);
        bureau.acted(SECTION, id, "decide");
        var supervising = Clerk.signedIn(port, CHIEF).get("/matters/" + id).body();
        assertThat(supervising).contains("acts/inspect").doesNotContain("acts/implement");
        assertThat(Clerk.signedIn(port, personnel).get("/matters/" + id).body())
                .contains("acts/implement")
                .doesNotContain("acts/inspect");
        refused(bureau.act(CHIEF, id, "implement"), "CHIEF_SUPERVISES");
        bureau.acted(CHIEF, id, "inspect");
        bureau.acted(personnel, id, "implement");
        bureau.acted(SECTION, id, "close");
    }

    @Test
    @Requirement(value = "B11", level = Level.API, fault = "a motion of the chief is filed")
    @Requirement(value = "B8", level = Level.API, fault = "an organ's own set of fields ignored")
    void theMotionIsTheSectionsAndTheSetOfBarredFieldsTheOrgansOwn() {
        refused(bureau.file(CHIEF, MOTION), "MOTION_NOT_BY_CHIEF");
        var id = bureau.filed(SECTION, MOTION);
        bureau.acted(deputy("personnel"), id, "endorse");
        var bar = new HashMap<String, String>();
        bar.put("subjects", "personnel,finance,projects,archives");
        bar.put("from", "2037-01-01");
        bar.put("method", "horizontal");
        var posts = "/api/v1/organs/%s/posts/commands/%s";
        done(bureau.post("baiqinghe", posts.formatted("qinglan-culture", "bar"), bar));
        var charge = new HashMap<String, String>();
        charge.put("subject", "archives");
        charge.put("from", "2037-01-01");
        charge.put("method", "horizontal");
        charge.put("leader", "p-" + CHIEF);
        var culture = posts.formatted("qinglan-culture", "take-charge");
        refused(bureau.post("baiqinghe", culture, charge), "CHIEF_NOT_IN_CHARGE");
        charge.put("leader", "p-niezhiyuan");
        var chengguan = posts.formatted("qinglan-chengguan", "take-charge");
        done(bureau.post("zhongyuling", chengguan, charge));
    }

    @Test
    @Requirement(value = "B20", level = Level.API, fault = "a project without members filed")
    @Requirement(value = "B22", level = Level.PAGE, fault = "acceptance before construction")
    @Requirement(value = "B24", level = Level.API, fault = "the chief not barred from the stages")
    void aProjectHasItsLeadingGroupAndGoesThroughFourStagesThatTheChiefOnlyInspects()
            throws Exception {
        var alone = new HashMap<>(WORKS);
        alone.put("members", "组长");
        refused(bureau.file(SECTION, alone), "LEADING_GROUP");
        alone.put("members", "办公室");
        alone.remove("head");
        refused(bureau.file(SECTION, alone), "LEADING_GROUP");
        var id = bureau.filed(SECTION, WORKS);
        var projects = deputy("projects");
        bureau.acted(projects, id, "endorse");
        refused(bureau.act(projects, id, "acceptance"), "STEP_IN_ORDER");
        bureau.acted(projects, id, "pre-project");
        refused(bureau.act(projects, id, "disbursement"), "STEP_IN_ORDER");
        refused(bureau.act(projects, id, "acceptance"), "STEP_IN_ORDER");
        refused(bureau.act(CHIEF, id, "construction"), "CHIEF_SUPERVISES");
        bureau.acted(CHIEF, id, "inspect");
        var page = Clerk.signedIn(port, SECTION).get("/matters/" + id).body();
        assertThat(page).contains("前期管理", "施工管理", "竣工验收", "资金拨付", "监督检查");
        for (var stage : new String[] {"construction", "acceptance", "disbursement"}) {
            bureau.acted(projects, id, stage);
        }
        bureau.acted(SECTION, id, "close");
    }

    @Test
    @Requirement(value = "B21", level = Level.API, fault = "decided without a resolution")
    @Requirement(value = "B62", level = Level.API, fault = "a project filed without a deputy")
    void anImportantProjectIsDecidedTogetherAndNoneStartsWithoutADeputyInCharge() {
        var important = new HashMap<>(WORKS);
        important.put("important", "yes");
        var id = bureau.filed(SECTION, important);
        bureau.acted(deputy("projects"), id, "endorse");
        refused(bureau.act(deputy("projects"), id, "pre-project"), "STEP_IN_ORDER");
        bureau.acted(SECTION, id, "agenda");
        refused(bureau.act(SECTION, id, "decide"), "RESOLUTION_NEEDED");
        var day = clock.today().toString();
        bureau.resolved("leadership", "project", id, "1000", "for", day);
        bureau.acted(SECTION, id, "decide");
        bureau.acted(deputy("projects"), id, "pre-project");
        var works = new HashMap<>(scope("-1=project"));
        works.put("item", "works");
        works.put("class", "project");
        done(bureau.book("haoxinyi", "scope", works));
        refused(bureau.file("haoxinyi", WORKS), "DEPUTY_EXISTS");
    }

    @Test
    @Requirement(value = "B18", level = Level.PAGE, fault = "a closed period never overdue")
    @Requirement(value = "B23", level = Level.PAGE, fault = "only finance reported on")
    void aMissedReportAlertsTheDeputyAndTheSupervisionOfficeUntilItIsMade() throws Exception {
        var from = clock.today().minusMonths(1).minusDays(3);
        var until = from.plusMonths(1).minusDays(1);
        for (var subject : new String[] {"finance", "projects"}) {
            var period = Map.of("subject", subject, "months", "1", "grace", "1", "from", "" + from);
            done(bureau.book(SECTION, "period", period));
            var deputy = deputy(subject);
            var alert = "报告期截至";
            assertThat(Clerk.signedIn(port, deputy).get("/matters").body()).contains(alert);
            assertThat(Clerk.signedIn(port, "yanzhengqing").get("/matters").body())
                    .contains("青岚县文化和旅游局", alert);
            assertThat(overdue(subject)).isTrue();
            var report = Map.of("subject", subject, "until", "" + until, "text", "执行情况");
            refused(bureau.book(otherThan(deputy), "report", report), "DEPUTY_IN_CHARGE");
            done(bureau.book(deputy, "report", report));
            assertThat(overdue(subject)).isFalse();
        }
    }

    private boolean overdue(String subject) {
        for (var o : done(bureau.get("duguqing", BOOK)).path("overdue")) {
            if (o.path("what").asString().equals("report")
                    && o.path("subject").asString().equals(subject)) {
                return true;
            }
        }
        return false;
    }

    private static final String BOOK = "/api/v1/matters/book?organ=qinglan-culture";
}
