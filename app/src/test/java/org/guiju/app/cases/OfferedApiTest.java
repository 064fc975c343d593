package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;

/// What is offered to whom: nothing that is not marked for citizens, nothing without an institution approved.
@RunningGuiju
class OfferedApiTest extends OnTheApi {
    private String text(String file, String code) {
        return Objects.requireNonNull(ShippedDefinitions.texts().get(file))
                .replaceFirst("(?m)^power: .*$", "power: " + code)
                .replaceFirst("(?m)^version: .*$", "version: 1")
                .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today());
    }

    @Test
    @Requirement(
            value = "A20",
            level = Level.API,
            fault = "an applicant may apply for a power that is not marked as external")
    void onlyAPowerMarkedAsExternalIsOfferedToApplicants() throws Exception {
        var outer = "330899-WL-XK-9963";
        var inner = "330899-WL-XK-9964";
        Publishing.publish(port, text("wangba-licence.yaml", outer));
        Publishing.publish(
                port,
                text("wangba-licence.yaml", inner)
                        .replaceFirst("(?m)^external: true", "external: false"));
        var citizen = new Browser(port);
        assertThat(citizen.get("/powers/" + outer).body()).contains("/powers/" + outer + "/apply");
        assertThat(citizen.get("/powers/" + inner).body())
                .doesNotContain("/powers/" + inner + "/apply");
        assertThat(citizen.get("/powers/" + inner + "/apply").statusCode()).isEqualTo(404);
        refused(api.tryToApply("citizen", inner, List.of()), "SITUATION_OFFERED");
        assertThat(api.tryToApply("citizen", outer, List.of()).status()).isEqualTo(201);
    }

    @Test
    @Requirement(
            value = "A79",
            level = Level.API,
            fault = "what stands on no list passes the admission")
    void aPenaltyPowerWithoutAnApprovedInstitutionOpensNoCase() throws Exception {
        var code = "330899-CG-CF-9965";
        var text = text("road-penalty.yaml", code);
        var clue = new HashMap<>(Street.clue("ordinary", false));
        clue.put("power", code);
        refused(api.post("caoyang", UUID.randomUUID(), "/api/v1/clues", clue), "POWER_LISTED");
        var submitted =
                Clerk.signedIn(port, "panwenjing")
                        .multipart(
                                "/catalog/powers/new",
                                "/catalog/powers/submit",
                                Map.of("text", text));
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(302);
        refused(api.post("caoyang", UUID.randomUUID(), "/api/v1/clues", clue), "POWER_LISTED");
        var draft = "/catalog/powers/drafts/" + code + "/1";
        var confirmer = Clerk.signedIn(port, "jiangning");
        var digest =
                confirmer
                        .get(draft)
                        .body()
                        .replaceAll("(?s).*name=\"digest\" value=\"([^\"]+)\".*", "$1");
        var confirmed = confirmer.post(draft, draft + "/confirm", Map.of("digest", digest));
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(302);
        assertThat(api.post("caoyang", UUID.randomUUID(), "/api/v1/clues", clue).status())
                .isEqualTo(201);
    }
}
