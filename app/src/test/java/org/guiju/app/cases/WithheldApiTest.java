package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;

/// A result that is not fit for the public is told to the applicant alone.
@RunningGuiju
class WithheldApiTest extends OnTheApi {

    /// A case at its decision, and the applicant's code to follow it by.
    private List<String> toDecide(boolean agree) {
        var applied = api.apply("shenruoxi", Api.POWER, Api.MATERIALS);
        var no = applied.path("no").asString();
        api.done("shenruoxi", no, "accept", java.util.Map.of("step", "accept"));
        api.done("limin", no, "appoint-pair", Api.pair("p-limin", "p-zhouqihang"));
        api.done("limin", no, "give-opinion", api.opinion(Api.STANDARDS));
        api.done("zhouqihang", no, "give-opinion", api.opinion(Api.STANDARDS));
        api.toDecide(no, agree);
        return List.of(no, applied.path("queryCode").asString());
    }

    @Test
    @Requirement(
            value = "D30",
            level = Level.PAGE,
            fault =
                    "publicity opens whatever was marked; then the notice left off the applicant's page")
    void aRefusalNotForPublicationIsToldToTheApplicantWithItsDateAndToNobodyElse()
            throws Exception {
        var withheld = toDecide(false);
        var open = toDecide(false);
        var form =
                Clerk.signedIn(port, "linshufen")
                        .get("/desk/cases/" + withheld.getFirst() + "/acts/decide?step=decide");
        assertThat(form.body()).contains("不公开的理由").contains("结果不公示，只告知申请人");

        var decision = new HashMap<>(Api.decision(false));
        api.done("linshufen", open.getFirst(), "decide", decision);
        decision.put("withheld", "涉及申请人的商业秘密");
        api.done("linshufen", withheld.getFirst(), "decide", decision);
        assertThat(api.open(open.getFirst())).containsExactlyInAnyOrder("serve", "publish");
        assertThat(api.open(withheld.getFirst())).containsExactly("serve");

        var stranger = new Browser(port);
        assertThat(stranger.get("/results/" + open.getFirst()).statusCode()).isEqualTo(200);
        assertThat(stranger.get("/results/" + withheld.getFirst()).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/results.csv").body())
                .contains(open.getFirst())
                .doesNotContain(withheld.getFirst());

        var today = clock.today().toString();
        var track = "/track/" + withheld.getFirst();
        var page = follower(withheld.getFirst(), withheld.getLast()).get(track).body();
        var told = page.substring(page.indexOf("aria-labelledby=\"decision\""));
        assertThat(told.substring(0, told.indexOf("</section>")))
                .contains("不予")
                .contains("不符合法定条件")
                .contains("不向社会公开，只告知您本人。告知日期：")
                .contains("datetime=\"" + today + "\"")
                .doesNotContain("商业秘密");
        assertThat(
                        follower(open.getFirst(), open.getLast())
                                .get("/track/" + open.getFirst())
                                .body())
                .doesNotContain("不向社会公开");

        api.done("shenruoxi", withheld.getFirst(), "serve", Api.SERVED);
        assertThat(api.open(withheld.getFirst()))
                .as("what follows publicity does not wait for it")
                .containsExactly("archive");
        api.done("wuxiaodie", withheld.getFirst(), "archive", java.util.Map.of("step", "archive"));
        assertThat(stranger.get("/results/" + withheld.getFirst()).statusCode()).isEqualTo(404);
    }
}
