package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;

/// 草稿接口: a program drafts an institution part by part, and overwrites nobody.
@RunningGuiju
class DraftsApiTest extends OnTheApi {
    private static final String CLERK = "zhengwenbo";
    private static final String CODE = "330899-WL-XK-9967";
    private static final String DRAFT = "/api/v1/drafts/" + CODE;

    private int seen() {
        return api.get(CLERK, DRAFT).body().path("seen").asInt();
    }

    @Test
    @Requirement(
            value = "C66",
            level = Level.API,
            fault = "a draft's sections without those of accountability")
    void aProgramDraftsPartByPartAndIsToldWhatHinders() {
        var body = Map.of("power", CODE, "organ", "qinglan-culture", "pattern", "wangba-licence");
        assertThat(api.post("limin", UUID.randomUUID(), "/api/v1/drafts", body).status())
                .isEqualTo(403);
        var opened = api.post(CLERK, UUID.randomUUID(), "/api/v1/drafts", body);
        assertThat(opened.status()).as("%s", opened).isEqualTo(201);
        assertThat(api.get("citizen", "/api/v1/drafts").status()).isEqualTo(403);
        assertThat(api.get(CLERK, "/api/v1/drafts").body().toString()).contains(CODE);
        assertThat(api.get(CLERK, DRAFT).body().path("sections").toString()).contains("remedies");

        // The eleven elements (制度框架), in the order in which the institution gives them.
        var places = new ArrayList<String>();
        api.get(CLERK, DRAFT).body().path("sections").forEach(s -> places.add(s.asString()));
        assertThat(places)
                .containsSubsequence(
                        "name",
                        "organ",
                        "basis",
                        "conditions",
                        "situations[0].limits",
                        "situations[0].steps",
                        "publicity",
                        "fees",
                        "supervision",
                        "accountability");
        var text = api.get(CLERK, DRAFT).body().path("text").asString();
        assertThat(text).contains("kind: acceptance", "kind: paired-review", "kind: decision");

        int first = seen();
        assertThat(api.put(CLERK, DRAFT + "/parts?at=matter&seen=" + first, "示例事项").status())
                .isEqualTo(200);
        // Drawn from an older state: another part goes in beside it, the same part is a conflict
        // that shows both.
        assertThat(api.put(CLERK, DRAFT + "/parts?at=retention&seen=" + first, "30y").status())
                .isEqualTo(200);
        var late = api.put(CLERK, DRAFT + "/parts?at=matter&seen=" + first, "另一个事项");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("clashes").toString()).contains("示例事项", "另一个事项");
        assertThat(api.put(CLERK, DRAFT + "/parts?at=matter&seen=" + seen(), "{ zh: [").status())
                .isEqualTo(422);
        assertThat(api.put(CLERK, DRAFT + "/parts?at=matter&seen=9999", "甲").status())
                .isEqualTo(404);

        api.put(CLERK, DRAFT + "/parts?at=fees&seen=" + seen(), "''");
        var findings =
                api.post(CLERK, UUID.randomUUID(), DRAFT + "/commands/validate", Map.of()).body();
        assertThat(findings.toString()).contains("fees");
        var refused = api.post(CLERK, UUID.randomUUID(), DRAFT + "/commands/submit", Map.of());
        assertThat(refused.status()).isEqualTo(422);

        api.put(CLERK, DRAFT + "/parts?at=fees&seen=" + seen(), "none");
        api.put(CLERK, DRAFT + "/parts?at=in-force&seen=" + seen(), clock.today().toString());
        var submitted = api.post(CLERK, UUID.randomUUID(), DRAFT + "/commands/submit", Map.of());
        assertThat(submitted.status()).as("%s", submitted).isEqualTo(202);
        assertThat(submitted.body().path("digest").asString()).hasSize(43);
    }
}
