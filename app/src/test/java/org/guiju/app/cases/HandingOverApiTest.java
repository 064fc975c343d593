package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;

/// Handing over what is in hand, by interface and page: what goes, what stays and why, and who sees it on his desk.
@RunningGuiju
class HandingOverApiTest extends OnTheApi {
    private static final String HAND = "/api/v1/in-hand/handovers";

    private static Map<String, Object> sheet(String person, Map<String, String> to) {
        return Map.of("person", person, "to", to, "reason", "调任");
    }

    @Test
    void whatIsRefusedStaysWithItsRuleAndTheRestGoes() throws Exception {
        var goes = api.paired();
        var stays = api.paired();
        var key = UUID.randomUUID();
        var to = Map.of(goes, "p-" + allKeys(), stays, "p-zhouqihang");
        var answer = api.post("limin", key, HAND, sheet("", to)).body();
        assertThat(answer.path("went").asInt()).isEqualTo(1);
        assertThat(answer.path("stayed").asInt()).isEqualTo(1);
        assertThat(answer.toString()).contains("A_AND_B_DIFFER");
        assertThat(api.post("limin", key, HAND, sheet("", to)).body()).isEqualTo(answer);
        assertThat(api.get("limin", "/api/v1/in-hand").body().toString())
                .contains(stays)
                .doesNotContain(goes);
        var desk = Clerk.signedIn(port, "allkeys").get("/desk").body();
        assertThat(desk).contains("接手的案件", goes, "李敏");
        var file = Clerk.signedIn(port, "limin").get("/desk/cases/" + goes).body();
        assertThat(file).contains("现承办人", "全能");
        // He had received nothing and reviews now.
        api.done("allkeys", goes, "give-opinion", api.opinion(Api.STANDARDS));
    }

    @Test
    void whoIsNoHeadNeitherSeesNorHandsOverAColleaguesCases() {
        var no = api.paired();
        assertThat(api.get("zhouqihang", "/api/v1/in-hand?person=p-limin").status()).isEqualTo(403);
        var to = Map.of(no, "p-" + allKeys());
        assertThat(api.post("zhouqihang", UUID.randomUUID(), HAND, sheet("p-limin", to)).status())
                .isEqualTo(403);
        assertThat(
                        api.post("limin", UUID.randomUUID(), HAND, Map.of("to", to, "reason", " "))
                                .status())
                .isEqualTo(422);
    }

    @Test
    void aNumberThatNamesNoCaseIsNamedAndNothingIsHalfDone() throws Exception {
        var no = api.paired();
        var to = Map.of(no, "p-" + allKeys(), "A-0000-00", "p-allkeys");
        var answer = api.post("limin", UUID.randomUUID(), HAND, sheet("", to));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().toString()).contains("A-0000-00", "to").doesNotContain(no);
        var form =
                Map.of(
                        "command",
                        UUID.randomUUID().toString(),
                        "person",
                        "p-limin",
                        "to",
                        "",
                        "to-" + no,
                        "p-allkeys",
                        "to-A-0000-00",
                        "p-allkeys",
                        "reason",
                        "休假");
        var browser = Clerk.signedIn(port, "limin");
        assertThat(browser.post("/desk/handover", "/desk/handover", form).body())
                .contains("没有这些案件：A-0000-00");
        assertThat(api.get("limin", "/api/v1/in-hand").body().toString()).contains(no);
        var nobody = api.post("limin", UUID.randomUUID(), HAND, sheet("", Map.of(no, " ")));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body().path("field").asString()).isEqualTo("to");
    }

    @Test
    void sixteenAtOnceHandACaseOverOnce() throws Exception {
        var no = api.paired();
        var to = Map.of(no, "p-" + allKeys());
        Callable<Integer> once =
                () ->
                        api.post("limin", UUID.randomUUID(), HAND, sheet("", to))
                                .body()
                                .path("went")
                                .asInt();
        try (var pool = Executors.newFixedThreadPool(16)) {
            int went = 0;
            for (var f : pool.invokeAll(java.util.Collections.nCopies(16, once))) {
                went += f.get();
            }
            assertThat(went).isEqualTo(1);
        }
    }

    @Test
    void thePageSaysHowManyWentAndWhy() throws Exception {
        var goes = api.paired();
        var stays = api.paired();
        allKeys();
        var browser = Clerk.signedIn(port, "limin");
        var page = browser.get("/desk/handover");
        assertThat(page.body()).contains(goes, stays, "A 角");
        var form =
                new java.util.HashMap<>(
                        Map.of(
                                "command",
                                UUID.randomUUID().toString(),
                                "person",
                                "p-limin",
                                "to-" + goes,
                                "p-allkeys",
                                "to-" + stays,
                                "p-zhouqihang",
                                "to",
                                "",
                                "reason",
                                ""));
        var empty = browser.post("/desk/handover", "/desk/handover", form);
        assertThat(empty.body()).contains("请写明移交原因");
        form.put("reason", "借调三个月");
        var said = browser.post("/desk/handover", "/desk/handover", form);
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.body()).contains("已移交 1 件，未移交 1 件").contains("A、B");
        assertThat(browser.get("/desk/handover.csv").body()).contains(stays).doesNotContain(goes);
        assertThat(List.of(browser.get("/desk/handover?person=p-limin").statusCode()))
                .containsExactly(200);
    }
}
