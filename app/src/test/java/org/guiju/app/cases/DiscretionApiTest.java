package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.guiju.app.discretion.Standards;
import org.guiju.app.discretion.application.DiscretionDesk;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.dmn.DmnReader;
import org.guiju.formats.dmn.DmnWriter;
import org.guiju.formats.dmn.ShippedClauses;
import org.guiju.kernel.discretion.Standard;
import org.guiju.kernel.shared.OrganId;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Standards of discretion by interface and page: from draft to force, what is refused, and what a standard says of a case.
@RunningGuiju
class DiscretionApiTest extends OnTheApi {
    private static final String HOME = "/api/v1/discretion";
    private static final OrganId CHENGGUAN = new OrganId("qinglan-chengguan");
    private static final String DRAFTER = "xiahouwen";
    private static final String LEGAL = "jiangning";
    private static final String SUPERVISION = "duguqing";
    private static final String HEAD = "niezhiyuan";

    @Autowired Standards standards;
    @Autowired DiscretionDesk desk;

    private static String clause(String code) {
        var road =
                ShippedClauses.all().stream()
                        .filter(c -> c.statute().article().cite().equals("《城市道路管理条例》第四十二条第一款第二项"))
                        .findFirst()
                        .orElseThrow();
        return DmnWriter.write(ShippedClauses.draft(road, code, CHENGGUAN));
    }

    private Api.Answer draft(String user, String dmn) {
        return api.post(user, UUID.randomUUID(), HOME, Map.of("dmn", dmn));
    }

    private Api.Answer step(String user, String code, String step) {
        var body =
                step.equals("approve")
                        ? Map.of("from", clock.today().toString())
                        : Map.<String, String>of();
        return api.post(user, UUID.randomUUID(), HOME + "/" + code + "/commands/" + step, body);
    }

    private void published(String code, String dmn) {
        assertThat(draft(DRAFTER, dmn).status()).isEqualTo(200);
        assertThat(step(LEGAL, code, "review").status()).isEqualTo(200);
        assertThat(step(SUPERVISION, code, "submit").status()).isEqualTo(200);
        assertThat(step(HEAD, code, "approve").status()).isEqualTo(200);
    }

    @Test
    @Requirement(
            value = "C13",
            level = Level.API,
            fault = "whoever has not drafted it may submit a standard")
    void onlyTheSupervisionOfficeSubmitsAndEachStepIsAnothersInItsTurn() {
        var code = "DC-890101";
        refused(draft("caoyang", clause(code)), "DISCRETION_ROLE");
        assertThat(draft(DRAFTER, clause(code)).status()).isEqualTo(200);
        refused(draft(DRAFTER, clause(code)), "DISCRETION_UNDER_WAY");
        refused(step(SUPERVISION, code, "submit"), "DISCRETION_ORDER");
        assertThat(step(LEGAL, code, "review").status()).isEqualTo(200);
        for (var user : List.of("caoyang", DRAFTER, LEGAL, HEAD)) {
            refused(step(user, code, "submit"), "DISCRETION_SUBMITTED_BY_SUPERVISION");
        }
        assertThat(step(SUPERVISION, code, "submit").status()).isEqualTo(200);
        assertThat(step(HEAD, code, "approve").status()).isEqualTo(200);
        assertThat(standards.on(code, clock.today())).isPresent();
        assertThat(standards.on(code, clock.today().minusDays(1))).isEmpty();
        assertThat(api.get(HEAD, "/api/v1/public/standards").body().toString()).contains(code);
        // Who handles a case chooses one of the classes, and has no other.
        var no = new Street(api).filed();
        api.done("caoyang", no, "take-evidence", Street.evidence("p-caoyang", "p-dengkai"));
        var own = Street.conclusion(Street.sanction("occupy", "own-class", "3000"));
        refused(api.act("caoyang", no, "conclude-investigation", own), "SANCTION_WITHIN_GRADE");
        var listed = Street.conclusion(Street.sanction("occupy", "ordinary", "3000"));
        api.done("caoyang", no, "conclude-investigation", listed);
    }

    @Test
    @Requirement(value = "C6", level = Level.API, fault = "a grade as wide as the law passes")
    @Requirement(value = "C8", level = Level.API, fault = "a grade outside the law passes")
    void aGradeOutsideTheLawAsWideAsTheLawWithAGapOrAnOverlapStopsTheStandard() {
        var code = "DC-890102";
        var whole = clause(code);
        var broken =
                Map.of(
                        "BAND_OUTSIDE_STATUTE",
                                whole.replace("<text>2000000</text>", "<text>2000001</text>"),
                        "BAND_AS_WIDE_AS_STATUTE",
                                whole.replace(
                                        "<text>1400000</text>\n        </outputEntry>\n        <outputEntry id=\"rule_3_out_to\"",
                                        "<text>0</text>\n        </outputEntry>\n        <outputEntry id=\"rule_3_out_to\""),
                        "FACTS_GAP",
                                whole.replaceFirst(
                                        "<text>\"heavier\"</text>", "<text>\"ordinary\"</text>"),
                        "AMOUNTS_GAP",
                                whole.replaceFirst("<text>600000</text>", "<text>599999</text>"));
        broken.forEach((finding, dmn) -> {
            var read = api.post(DRAFTER, UUID.randomUUID(), HOME + "/analyse", Map.of("dmn", dmn));
            assertThat(read.status()).as(finding + read).isEqualTo(200);
            assertThat(read.body().toString()).as(finding).contains(finding);
        });
        broken.values()
                .forEach(dmn -> {
                    assertThat(draft(DRAFTER, dmn).status()).isEqualTo(200);
                    refused(step(LEGAL, code, "review"), "DISCRETION_CLEAN");
                    assertThat(step(LEGAL, code, "send-back").status()).isEqualTo(200);
                });
        assertThat(draft(DRAFTER, whole).body().path("findings").isEmpty()).isTrue();
    }

    @Test
    @Requirement(value = "C11", level = Level.API, fault = "the superior standard not asked")
    void aLocalGradeOutsideTheSuperiorsIsRefused() {
        var superior = "DC-890103";
        published(superior, clause(superior).replace("level=\"county\"", "level=\"province\""));
        var local = clause("DC-890104").replace("superior=\"\"", "superior=\"" + superior + "\"");
        assertThat(draft(DRAFTER, local).body().path("findings").isEmpty()).isTrue();
        assertThat(step(LEGAL, "DC-890104", "review").status()).isEqualTo(200);
        var beyond =
                clause("DC-890105")
                        .replace("superior=\"\"", "superior=\"" + superior + "\"")
                        .replace("<text>600000</text>", "<text>600001</text>");
        assertThat(draft(DRAFTER, beyond).body().toString()).contains("OUTSIDE_SUPERIOR");
        refused(step(LEGAL, "DC-890105", "review"), "DISCRETION_CLEAN");
    }

    @Test
    void aFileThatIsNoStandardIsRefusedWithPlaceAndRemedy() {
        var answer =
                draft(
                        DRAFTER,
                        clause("DC-890106")
                                .replace("<text>\"heavier\"</text>", "<text>now()</text>"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().toString()).contains("CELL").contains("rule 3").contains("now()");
        assertThat(draft(DRAFTER, "<!DOCTYPE a><a/>").body().toString()).contains("DOCTYPE");
    }

    private Standard road() {
        return standards.on("QL-CG-CL-0001", clock.today()).orElseThrow().standard();
    }

    @Test
    void theGradeOfTheFactsJustBelowOnAndAboveEachBoundary() {
        var rows =
                List.of(
                        List.of("4.99", "1", "same-day", "none", "1"),
                                List.of("5", "1", "same-day", "none", "3"),
                        List.of("4.99", "1", "late", "none", "2"),
                                List.of("29.99", "1", "late", "none", "3"),
                        List.of("30", "1", "late", "none", "4"),
                                List.of("99.99", "1", "late", "none", "4"),
                        List.of("100", "1", "late", "none", "6"),
                                List.of("4", "2", "same-day", "none", "5"),
                        List.of("4", "3", "same-day", "none", "7"),
                                List.of("0", "1", "same-day", "stopped", "8"));
        for (var r : rows) {
            var facts =
                    Map.of(
                            "area",
                            r.get(0),
                            "times",
                            r.get(1),
                            "correction",
                            r.get(2),
                            "harm",
                            r.get(3));
            var answer =
                    api.post("caoyang", UUID.randomUUID(), HOME + "/QL-CG-CL-0001/compute", facts);
            assertThat(answer.body().path("row").asString(""))
                    .as(facts + " " + answer)
                    .isEqualTo(r.get(4));
            assertThat(answer.body().path("article").asString("")).contains("城市道路管理条例");
        }
        var missing =
                api.post(
                        "caoyang",
                        UUID.randomUUID(),
                        HOME + "/QL-CG-CL-0001/compute",
                        Map.of("area", "x"));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body().toString()).contains("NOT_A_NUMBER").contains("MISSING");
    }

    @Test
    void engineAndOwnReadingNameTheSameRowForFactsAtRandom() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        assertThat(desk.findings(road())).isEmpty();
        for (int i = 0; i < 300; i++) {
            var facts =
                    Map.of(
                            "area",
                            java.math.BigDecimal.valueOf(random.nextInt(12_000), 2).toPlainString(),
                            "times",
                            Integer.toString(1 + random.nextInt(5)),
                            "correction",
                            random.nextBoolean() ? "same-day" : "late",
                            "harm",
                            random.nextInt(4) == 0 ? "stopped" : "none");
            // compute() throws where the two readings differ.
            assertThat(desk.compute(road(), facts).row())
                    .as("seed " + seed + " " + facts)
                    .isPresent();
        }
    }

    @Test
    @Requirement(value = "C10", level = Level.API, fault = "only penalties are looked at")
    void powersWithoutAStandardAreReportedAndThoseWithOneAreNot() {
        var gaps = api.get("caoyang", HOME + "/gaps").body();
        var found =
                java.util.stream.StreamSupport.stream(gaps.spliterator(), false)
                        .filter(g -> g.path("power").asString("").equals(Street.POWER))
                        .map(g -> g.path("conduct").asString(""))
                        .toList();
        assertThat(found).contains("dig").doesNotContain("occupy");
        assertThat(gaps.toString()).contains("licence");
    }

    @Test
    void everybodyReadsAStandardAndTakesItsTableAway() throws Exception {
        var browser = new Browser(port);
        assertThat(browser.get("/standards").body()).contains("/standards/QL-CG-CL-0001");
        assertThat(browser.get("/standards/QL-CG-CL-0001").body()).contains("第四十二条", "行政处罚法");
        var dmn = browser.get("/standards/QL-CG-CL-0001.dmn").body();
        assertThat(DmnReader.read(dmn).standard()).contains(road());
        assertThat(browser.get("/standards/QL-CG-CL-0001.csv").body()).contains("slight");
        assertThat(browser.get("/standards/QL-CG-CL-0001.json").body()).contains("QL-CG-CL-0001");
        assertThat(browser.get("/standards/NO-SUCH").statusCode()).isEqualTo(404);
    }
}
