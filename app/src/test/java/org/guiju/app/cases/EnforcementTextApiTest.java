package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;

/// What the text of a penalty must hold before anybody can confirm it: standards of filing, investigation and penalty, and for every
/// step who, in which order, what and by when.
@RunningGuiju
class EnforcementTextApiTest extends OnTheApi {
    private static final Path TEXT =
            Path.of(
                    "../formats/src/main/resources/org/guiju/formats/definition/shipped/road-penalty.yaml");
    private static final String INVESTIGATE = "      - id: investigate\n";

    private static String text() throws Exception {
        return Files.readString(TEXT)
                .replaceFirst("(?m)^power: .*$", "power: 330899-CG-CF-8413")
                .replaceFirst("(?m)^version: .*$", "version: 1");
    }

    /// The first such line of the step of investigation taken out.
    private static String without(String text, String key) {
        int at = text.indexOf(INVESTIGATE);
        return text.substring(0, at)
                + text.substring(at).replaceFirst("        " + key + ": .*\n", "");
    }

    private void refusedFor(String text, String path) throws Exception {
        assertThat(text).isNotEqualTo(text());
        var answer = api.text("panwenjing", "/api/v1/definitions", text);
        assertThat(answer.status()).as("%s: %s", path, answer).isEqualTo(422);
        assertThat(answer.body().path("problems").toString()).as(path).contains(path);
        assertThat(api.get("jiangning", "/api/v1/definitions/drafts").body().toString())
                .doesNotContain("330899-CG-CF-8413");
    }

    @Test
    @Requirement(
            value = "C7",
            level = Level.API,
            fault = "a conduct without grades of discretion loads")
    void aPenaltyWithoutOneOfItsThreeStandardsIsNotTakenIn() throws Exception {
        var text = text();
        var filing = text.replaceFirst("(?m)^    conditions: \\[.*]$", "    conditions: []");
        refusedFor(filing, "situations[ordinary].conditions");
        refusedFor(without(text, "officers"), "steps[investigate].officers");
        int grades = text.indexOf("      grades:\n");
        var ungraded = text.substring(0, grades) + text.substring(text.indexOf("    - id: dig\n"));
        refusedFor(ungraded, "penalty.violations[occupy]");
    }

    @Test
    @Requirement(
            value = "C16",
            level = Level.API,
            fault = "a step that counts and has no limit loads")
    void aStepOfEnforcementWithoutPostOrderRequirementOrPeriodIsNotTakenIn() throws Exception {
        var missing = new LinkedHashMap<String, String>();
        missing.put("role", "steps[investigate].role");
        missing.put("outcomes", "steps[investigate].outcomes");
        missing.put("basis", "steps[investigate].basis");
        missing.put("limit", "steps[investigate]");
        for (var each : Map.copyOf(missing).entrySet()) {
            refusedFor(without(text(), each.getKey()), each.getValue());
        }
        var page = new Browser(port).get("/powers/330899-CG-CF-0042").body();
        var steps = page.substring(page.indexOf("id=\"steps\""), page.indexOf("id=\"elements\""));
        var rows =
                Pattern.compile("(?s)<th scope=\"row\">.*?</tr>")
                        .matcher(steps)
                        .results()
                        .map(MatchResult::group)
                        .toList();
        assertThat(rows).hasSize(17);
        for (int n = 1; n <= rows.size(); n++) {
            var cells = cells(rows.get(n - 1));
            assertThat(words(rows.get(n - 1))).startsWith(n + " ");
            assertThat(cells.getFirst()).as("post of step %d", n).isNotBlank();
            assertThat(cells.get(1)).as("period of step %d", n).isNotBlank();
            assertThat(cells.getLast()).as("requirement of step %d", n).contains("依据");
        }
        assertThat(cells(rows.get(3)).get(1)).contains("30");
    }

    private static List<String> cells(String row) {
        return Pattern.compile("(?s)<td.*?</td>")
                .matcher(row)
                .results()
                .map(c -> words(c.group()))
                .toList();
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }
}
