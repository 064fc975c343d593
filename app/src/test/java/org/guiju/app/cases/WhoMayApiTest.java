package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;

/// Who may act in one case: said on its page and by interface, and what is said is what happens.
@RunningGuiju
class WhoMayApiTest extends OnTheApi {
    private String row(String no, String person) {
        for (var step : api.get("limin", "/api/v1/cases/" + no + "/who-may").body()) {
            for (var p : step.path("persons")) {
                if (p.path("person").asString().equals(person)) {
                    return p.toString();
                }
            }
        }
        return "";
    }

    @Test
    void whoReceivedTheCaseIsNamedAsOneWhoDoesNotReviewItAndIsRefused() throws Exception {
        var all = allKeys();
        var no = api.received();
        api.done(all, no, "accept", Map.of("step", "accept"));
        assertThat(row(no, "p-" + all)).contains("TWO_KEYS_APART", "受理", "\"may\":false");
        assertThat(row(no, "p-limin")).contains("\"may\":true");
        refused(
                api.act("limin", no, "appoint-pair", Api.pair("p-limin", "p-" + all)),
                "TWO_KEYS_APART");
        api.done("limin", no, "appoint-pair", Api.pair("p-limin", "p-zhouqihang"));
        var page = Clerk.signedIn(port, "limin").get("/desk/cases/" + no).body();
        assertThat(page).contains("本案谁可以办、为什么", "在本案已经承担“受理”");
        refused(api.act(all, no, "give-opinion", api.opinion(Api.STANDARDS)), "TWO_KEYS_APART");
        // The attempt is on record and counted.
        assertThat(api.get("yanzhengqing", "/api/v1/attempts?person=p-" + all).body().toString())
                .contains("TWO_KEYS_APART");
    }

    @Test
    void whoIsOfAnotherOrganIsToldNothing() {
        var no = api.received();
        assertThat(api.get("caoyang", "/api/v1/cases/" + no + "/who-may").status()).isEqualTo(403);
        assertThat(api.get("citizen", "/api/v1/cases/" + no + "/who-may").status()).isEqualTo(403);
    }
}
