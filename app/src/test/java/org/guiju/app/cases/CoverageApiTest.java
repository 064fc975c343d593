package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One institution for each power.
@RunningGuiju
class CoverageApiTest extends OnTheApi {
    private static final Pattern SHOWN = Pattern.compile("全部权力 ([0-9,]+) 项，其中 ([0-9,]+) 项有现行制度");

    private JsonNode list(String query) throws Exception {
        return JsonMapper.shared().readTree(new Browser(port).get("/powers.json" + query).body());
    }

    private List<Long> coverage() throws Exception {
        var figure = list("").path("coverage");
        return List.of(figure.path("effective").asLong(), figure.path("all").asLong());
    }

    private static List<Long> shown(String page) {
        var figure = SHOWN.matcher(page);
        assertThat(figure.find()).isTrue();
        return List.of(
                Long.parseLong(figure.group(2).replace(",", "")),
                Long.parseLong(figure.group(1).replace(",", "")));
    }

    @Test
    @Requirement(
            value = "C1",
            level = Level.API,
            fault =
                    "powers without an institution left out of the whole; then one not yet in force counted as covered")
    void coverageIsPowersWithAnInstitutionInForceOverAllPowers() throws Exception {
        var rows = list("").path("rows").valueStream().toList();
        long inForce =
                rows.stream().filter(r -> r.path("status").asString().equals("in-force")).count();
        var before = coverage();
        assertThat(before.getFirst()).isEqualTo(inForce).isPositive();
        assertThat(before.getLast()).isGreaterThanOrEqualTo(rows.size()).isGreaterThan(inForce);
        assertThat(shown(new Browser(port).get("/powers").body())).isEqualTo(before);
        assertThat(shown(Clerk.signedIn(port, "limin").get("/catalog/powers").body()))
                .isEqualTo(before);

        var code = "330899-WL-XK-9961";
        Publishing.publish(
                port,
                Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                        .replaceFirst("(?m)^power: .*$", "power: " + code)
                        .replaceFirst("(?m)^version: .*$", "version: 1")
                        .replaceFirst(
                                "(?m)^in-force: .*$", "in-force: " + clock.today().plusDays(1)));
        assertThat(coverage())
                .as("published, not in force yet: a power without an effective institution")
                .containsExactly(before.getFirst(), before.getLast() + 1);
        refused(api.tryToApply("shenruoxi", code, List.of()), "POWER_IN_FORCE");
        TestClock.ahead(Duration.ofDays(1));
        // Another test's power may have ended meanwhile: what counts is that this one is in, and
        // that the figure is the list's.
        var effective =
                list("").path("rows")
                        .valueStream()
                        .filter(r -> r.path("status").asString().equals("in-force"))
                        .map(r -> r.path("code").asString())
                        .toList();
        assertThat(effective).contains(code);
        assertThat(coverage().getFirst()).isEqualTo(effective.size());
        assertThat(api.tryToApply("shenruoxi", code, List.of()).status()).isEqualTo(201);

        var item =
                list("?status=inventory")
                        .path("rows")
                        .valueStream()
                        .map(r -> r.path("code").asString())
                        // What another test published and gave away waits for its receiver, which
                        // is another refusal.
                        .filter(c -> c.matches("[A-Za-z0-9-]+") && !c.startsWith("330899-WL-XK-9"))
                        .findFirst()
                        .orElseThrow();
        refused(api.tryToApply("shenruoxi", item, List.of()), "POWER_IN_FORCE");
    }
}
