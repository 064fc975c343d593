package org.guiju.app.powers.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.definition.DefinitionLint;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@RunningGuiju
class RulePagesTest {
    @LocalServerPort int port;

    @Test
    void everyRuleOfExaminationIsPublicWithItsSourceAndItsRemedy() throws Exception {
        var stranger = new Browser(port);
        var page = stranger.get("/rules").body();
        var rows = JsonMapper.shared().readTree(stranger.get("/api/v1/public/lint-rules").body());
        assertThat(DefinitionLint.rules())
                .allSatisfy(r -> assertThat(page).contains("id=\"" + r.id() + "\""));
        assertThat(rows.valueStream())
                .hasSameSizeAs(DefinitionLint.rules())
                .allSatisfy(r -> {
                    assertThat(r.path("basis").asString()).isNotBlank();
                    assertThat(r.path("remedy").path("zh").asString()).isNotBlank();
                    assertThat(r.path("message").path("en").asString()).doesNotContain("{");
                });
    }
}
