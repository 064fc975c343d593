package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 流程再造: what became of each former link is written in the text, and the report counts it.
@RunningGuiju
class ReengineeringApiTest extends OnTheApi {
    private static final String LICENCE = "330899-WL-XK-0012";
    private static final String FINE = "330899-CG-CF-0042";

    private JsonNode report() throws Exception {
        return api.get("citizen", "/api/v1/public/reengineering").body();
    }

    private static JsonNode flow(JsonNode report, String power, String situation) {
        return StreamSupport.stream(report.path("flows").spliterator(), false)
                .filter(f -> f.path("power").asString().equals(power))
                .filter(f ->
                        situation.isEmpty() || f.path("situation").asString().equals(situation))
                .findFirst()
                .orElseThrow(() -> new AssertionError(report.toPrettyString()));
    }

    @Test
    @Requirement(
            value = "A60",
            level = Level.API,
            fault = "a power without former links counts as processed")
    void theReportListsEveryPowerWithOldAndNewNumberOfLinksAndCountsThoseThatWait()
            throws Exception {
        var report = report();
        var licence = flow(report, LICENCE, "");
        assertThat(licence.path("before").asInt()).isEqualTo(19);
        assertThat(licence.path("after").asInt()).isEqualTo(13);
        var fine = flow(report, FINE, "");
        assertThat(fine.path("processed").asBoolean()).isFalse();
        assertThat(fine.path("after").asInt()).isPositive();
        assertThat(report.path("processed").asInt()).isPositive();
        assertThat(report.path("unprocessed").asInt()).isPositive();
        var inForce = api.get("citizen", "/powers.json?status=in-force").body().path("rows");
        var listed =
                StreamSupport.stream(report.path("flows").spliterator(), false)
                        .map(f -> f.path("power").asString())
                        .toList();
        assertThat(inForce.size()).isPositive();
        inForce.forEach(p -> assertThat(listed).contains(p.path("code").asString()));
        assertThat(report.path("processed").asInt() + report.path("unprocessed").asInt())
                .isEqualTo((int) listed.stream().distinct().count());
    }

    @Test
    @Requirement(
            value = "A61",
            level = Level.API,
            fault = "two former links may become one step without saying how")
    void eachChangedLinkRecordsOneOfTheFourWaysAndTheReportGroupsByThem() throws Exception {
        var ways = flow(report(), LICENCE, "").path("ways");
        assertThat(ways.path("cancel").asInt()).isEqualTo(2);
        assertThat(ways.path("simplify").asInt()).isEqualTo(1);
        assertThat(ways.path("merge").asInt()).isEqualTo(6);
        assertThat(ways.path("classify").asInt()).isEqualTo(1);
        var page = new Browser(port).get("/powers/reengineering").body();
        assertThat(page).contains("按优化方式").contains("分管领导参加会审会，不再单独审核");

        var text =
                Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                        .replaceFirst("(?m)^power: .*$", "power: 330899-WL-XK-9962")
                        .replaceFirst("(?m)^version: .*$", "version: 1")
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today());
        var silent =
                text.replace(
                        "change: merge, now: publish, reason: { zh: 同上, en: As above }",
                        "now: publish");
        assertThat(silent).isNotEqualTo(text);
        var answer =
                Clerk.signedIn(port, Publishing.CLERK)
                        .multipart(
                                "/catalog/powers/new",
                                "/catalog/powers/submit",
                                Map.of("text", silent));
        assertThat(answer.statusCode()).isNotEqualTo(302);
        assertThat(answer.body()).contains("其中“网站公布”没有写明优化方式");
    }
}
