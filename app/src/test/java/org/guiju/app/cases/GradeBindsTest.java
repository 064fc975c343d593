package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the facts of a penalty case call for binds whoever proposes, resolves and decides.
@RunningGuiju
class GradeBindsTest extends OnTheApi {
    private static final Map<String, String> FACTS =
            Map.of("area", "20", "times", "1", "correction", "late", "harm", "none");
    private Street street = new Street(api);

    @BeforeEach
    void inTheStreet() {
        street = new Street(api);
    }

    private Api.Answer grade(String no, String what, Map<String, String> body) {
        return api.post(
                "caoyang", UUID.randomUUID(), "/api/v1/cases/" + no + "/discretion" + what, body);
    }

    private Api.Answer proposed(String no, String grade, String yuan) {
        return api.act(
                "caoyang",
                no,
                "conclude-investigation",
                Street.conclusion(Street.sanction("occupy", grade, yuan)));
    }

    /// Investigated, with its grade computed: the third row, ordinary, 500 to 5,000 yuan.
    private String graded() {
        var no = street.filed();
        api.done("caoyang", no, "take-evidence", Street.evidence("p-caoyang", "p-dengkai"));
        assertThat(grade(no, "", Map.of("area", "20")).status()).isEqualTo(422);
        var found = grade(no, "", FACTS);
        assertThat(found.status()).as("%s", found).isEqualTo(200);
        assertThat(found.body().path("grade").asString()).isEqualTo("ordinary");
        assertThat(found.body().path("from").asLong()).isEqualTo(50_000);
        assertThat(found.body().path("to").asLong()).isEqualTo(500_000);
        return no;
    }

    @Test
    @Requirement(value = "C12", level = Level.API, fault = "the computed grade is not asked for")
    void theProposalLiesInTheComputedGradeJustBelowOnAndAboveItsLimits() {
        var no = graded();
        refused(proposed(no, "slight", "499.99"), "DIRECTION_GROUNDED");
        refused(proposed(no, "serious", "5000.01"), "DIRECTION_GROUNDED");
        refused(proposed(no, "grave", "20000.01"), "SANCTION_WITHIN_BAND");
        assertThat(proposed(no, "ordinary", "500").status()).isEqualTo(200);
        var upper = graded();
        assertThat(proposed(upper, "ordinary", "5000").status()).isEqualTo(200);
    }

    @Test
    @Requirement(value = "C9", level = Level.API, fault = "any circumstance will do for heavier")
    void heavierOrLighterNeedsACircumstanceAndTheDecisionIsSeenBySupervision() throws Exception {
        var no = graded();
        var above = Street.sanction("occupy", "serious", "8000");
        refused(proposed(no, "serious", "8000"), "DIRECTION_GROUNDED");
        assertThat(grade(no, "/ground", Map.of("ground", "because")).status()).isEqualTo(422);
        assertThat(grade(no, "/ground", Map.of("ground", "merit")).status()).isEqualTo(200);
        refused(proposed(no, "serious", "8000"), "DIRECTION_GROUNDED");
        assertThat(grade(no, "/ground", Map.of("ground", "emergency")).status()).isEqualTo(200);
        assertThat(proposed(no, "serious", "8000").status()).isEqualTo(200);
        api.done("dengkai", no, "sign-report", Map.of("step", "investigate"));
        api.done("caoyang", no, "notify-penalty", Street.NOTICE);
        api.done(
                "caoyang",
                no,
                "waive-hearing",
                Map.of("step", "notify", "party", street.party(no)));
        api.done("jiangning", no, "review-legality", Street.REVIEW);
        api.done("panwenjing", no, "record-meeting", Street.minutes(above));
        api.done("niezhiyuan", no, "sign-minutes", Map.of("step", "committee"));
        assertThat(departures()).doesNotContain(no);
        api.done("niezhiyuan", no, "decide-penalty", Street.decision(above));
        assertThat(departures()).contains("\"no\":\"" + no + "\"").contains("emergency");
        var page = Clerk.signedIn(port, "duguqing").get("/supervision/departures");
        assertThat(page.body()).contains(no, "高于套档");
        assertThat(Clerk.signedIn(port, "caoyang").get("/supervision/departures").statusCode())
                .isEqualTo(403);
        assertThat(Clerk.signedIn(port, "caoyang").get("/desk/cases/" + no + "/discretion").body())
                .contains("从重、从轻的情形");
    }

    private String departures() {
        return api.get("duguqing", "/api/v1/supervision/departures").body().toString();
    }
}
