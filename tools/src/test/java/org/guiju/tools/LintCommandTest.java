package org.guiju.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.guiju.formats.definition.DefinitionLint;
import org.guiju.formats.definition.ShippedDefinitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LintCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Guiju.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    private String shipped(String from, String to) throws IOException {
        var text =
                Objects.requireNonNull(ShippedDefinitions.texts().get("road-penalty.yaml"))
                        .replace(from, to);
        var file = folder.resolve("占道 1.yaml");
        Files.writeString(file, text);
        return file.toString();
    }

    private JsonNode results() {
        return JSON.readTree(out.toString()).path("runs").path(0).path("results");
    }

    @Test
    void aShippedPowerIsFine() throws IOException {
        assertThat(run("lint", shipped("", ""))).isEqualTo(Guiju.FINE);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void whatIsFoundStandsAtItsLineWithArticleAndRemedy() throws IOException {
        var file = shipped("by: discipline-group-4", "by: qinglan-chengguan");
        assertThat(run("lint", file)).isEqualTo(Guiju.FINDINGS);
        var line =
                1
                        + Files.readString(Path.of(file))
                                .lines()
                                .takeWhile(l -> !l.contains("by: qinglan-chengguan"))
                                .count();
        assertThat(out.toString())
                .startsWith(file + ":" + line + ":")
                .contains("错误 GJ-I01 监督机关就是行权机关自己", "写明派驻纪检监察机构");
        assertThat(run("lint", "--lang", "en", file)).isEqualTo(Guiju.FINDINGS);
        assertThat(out.toString()).contains("error GJ-I01 The organ that supervises");
    }

    @Test
    void programsReadItAsJsonAndAsSarif() throws IOException {
        var file = shipped("by: discipline-group-4", "by: qinglan-chengguan");
        assertThat(run("lint", "--format", "sarif", file)).isEqualTo(Guiju.FINDINGS);
        var sarif = JSON.readTree(out.toString());
        assertThat(sarif.path("version").asString()).isEqualTo("2.1.0");
        var driver = sarif.path("runs").path(0).path("tool").path("driver");
        assertThat(driver.path("rules")).hasSize(DefinitionLint.rules().size());
        var one = results().path(0);
        assertThat(one.path("ruleId").asString()).isEqualTo("GJ-I01");
        assertThat(one.path("level").asString()).isEqualTo("error");
        var place = one.path("locations").path(0).path("physicalLocation");
        assertThat(place.path("artifactLocation").path("uri").asString())
                .endsWith("/%E5%8D%A0%E9%81%93%201.yaml");
        assertThat(place.path("region").path("startLine").asInt()).isGreaterThan(700);
        out.getBuffer().setLength(0);
        assertThat(run("lint", "--format", "json", file)).isEqualTo(Guiju.FINDINGS);
        var found = JSON.readTree(out.toString()).path("files").path(0).path("findings").path(0);
        assertThat(found.path("rule").asString()).isEqualTo("GJ-I01");
        assertThat(found.path("remedyEn").asString()).contains("discipline");
    }

    @Test
    void programsReadTheRulesThemselves() {
        assertThat(run("lint", "--rules", "--format", "json")).isEqualTo(Guiju.FINE);
        var rules = JSON.readTree(out.toString()).path("rules");
        assertThat(rules).hasSize(DefinitionLint.rules().size());
        assertThat(rules)
                .allSatisfy(
                        r -> assertThat(r).allSatisfy(v -> assertThat(v.asString()).isNotBlank()));
        out.getBuffer().setLength(0);
        assertThat(run("lint", "--rules", "--format", "sarif")).isEqualTo(Guiju.FINE);
        assertThat(results()).isEmpty();
    }

    @Test
    void aTextThatDoesNotLoadIsJudgedAsFarAsItCanBeRead() throws IOException {
        assertThat(run("lint", shipped("\nkind: penalty\n", "\nkind: pennalty\n")))
                .isEqualTo(Guiju.FINDINGS);
        assertThat(out.toString()).contains("UNKNOWN_WORD", "NOT_ANALYSED");
    }

    @Test
    void staffAndCatalogueAreJudgedWhereTheyAreGiven() throws IOException {
        var staff = folder.resolve("staff.csv");
        Files.writeString(staff, "role,people\nenforcer,1\n");
        var catalogue = folder.resolve("codes.txt");
        Files.writeString(catalogue, "330899-CG-CF-0001\n");
        assertThat(
                        run(
                                "lint",
                                shipped("", ""),
                                "--staff",
                                staff.toString(),
                                "--catalogue",
                                catalogue.toString()))
                .isEqualTo(Guiju.FINDINGS);
        assertThat(out.toString()).contains("GJ-I06", "GJ-A09 上级目录里没有 330899-CG-CF-0042");
        Files.writeString(staff, "role,people\nenforcer,many\n");
        assertThat(run("lint", shipped("", ""), "--staff", staff.toString()))
                .isEqualTo(Guiju.UNUSABLE);
        assertThat(err.toString()).contains("role,people: enforcer,many");
    }

    @Test
    void inputThatIsNotThereIsUnusable() {
        assertThat(run("lint", folder.resolve("none.yaml").toString())).isEqualTo(Guiju.UNUSABLE);
        assertThat(err.toString()).contains("无法读取", "Cannot read");
        assertThat(run("lint")).isEqualTo(Guiju.UNUSABLE);
    }

    @Test
    void everyRuleIsListed() {
        assertThat(run("lint", "--rules")).isEqualTo(Guiju.FINE);
        assertThat(out.toString().lines().count())
                .isEqualTo(DefinitionLint.rules().size())
                .isGreaterThanOrEqualTo(60);
    }
}
