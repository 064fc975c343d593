package org.guiju.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementReportTest {

    @TempDir Path root;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void rowsStandInTheOrderOfTheMatrixAndNotOfTheAlphabet() {
        var page =
                RequirementReport.render(
                        Set.of(proof("B1", "Z.z"), proof("A10", "Y.y"), proof("A9", "X.x")));

        assertThat(page).containsSubsequence("| A9 |", "| A10 |", "| B1 |");
    }

    @Test
    void aRowProvenTwiceIsTwoLinesAndOneInTheCount() {
        var page = RequirementReport.render(Set.of(proof("J1", "X.x"), proof("J1", "Y.y")));

        assertThat(page)
                .contains("| J1 | CLI | X.x | broken |", "| J1 | CLI | Y.y | broken |")
                .contains("| J Trace 痕迹管理 | 1 | 13 |", "| all | 1 | 707 |");
    }

    @Test
    void aBarInTheFaultDoesNotBreakTheTable() {
        assertThat(RequirementReport.render(Set.of(new Proof("A1", Level.PAGE, "X.x", "a|b"))))
                .contains("a\\|b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A0", "A93", "L1", "A", "46", "a46", "A046", "K100"})
    void aRowThatTheMatrixDoesNotHaveIsAProblem(String row) {
        assertThat(RequirementReport.problems(Set.of(proof(row, "X.x"))))
                .singleElement()
                .asString()
                .contains(row);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1", "A92", "J13", "K99", "B63", "I87"})
    void theFirstAndTheLastRowsOfTheMatrixAreRows(String row) {
        assertThat(RequirementReport.problems(Set.of(proof(row, "X.x")))).isEmpty();
    }

    @Test
    void threeRowsAreAProofAndFourAreATour() {
        var three = Set.of(proof("A1", "X.x"), proof("A2", "X.x"), proof("A3", "X.x"));
        var four =
                Set.of(
                        proof("A1", "X.x"),
                        proof("A2", "X.x"),
                        proof("A3", "X.x"),
                        proof("A4", "X.x"));

        assertThat(RequirementReport.problems(three)).isEmpty();
        assertThat(RequirementReport.problems(four))
                .singleElement()
                .asString()
                .contains("X.x", "[A1, A2, A3, A4]");
    }

    @Test
    void aMarkWithoutItsFaultIsAProblem() {
        assertThat(RequirementReport.problems(Set.of(new Proof("A1", Level.API, "X.x", " "))))
                .singleElement()
                .asString()
                .contains("X.x", "A1");
    }

    @Test
    void onADeskThePageIsWrittenAnewAndThenStays() throws IOException {
        prove("A1\tPAGE\tX.x\tbroken");

        assertThat(run(false)).isZero();
        assertThat(page()).contains("| A1 | PAGE | X.x | broken |");
        assertThat(run(true)).isZero();
    }

    @Test
    void inCiAStalePageFailsAndTheDifferenceIsShown() throws IOException {
        prove("A1\tPAGE\tX.x\tbroken");
        run(false);
        var before = page();
        prove("A2\tPAGE\tX.y\tbroken");

        assertThat(run(true)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("+ | A2 | PAGE | X.y | broken |", "./guiju test");
        assertThat(page()).isEqualTo(before);
    }

    @Test
    void aProblemFailsOnADeskTooAndLeavesThePageAlone() throws IOException {
        prove("A99\tPAGE\tX.x\tbroken");

        assertThat(run(false)).isEqualTo(1);
        assertThat(root.resolve("docs/generated/requirements.md")).doesNotExist();
    }

    @Test
    void withoutAnyProofThePageSaysNought() throws IOException {
        assertThat(run(false)).isZero();
        assertThat(page()).contains("| all | 0 | 707 |");
    }

    @Test
    void aFaultWithATabOrLineBreakStaysOneLine() {
        var proof = new Proof("A1", Level.API, "X.x", "first\n\tsecond ");

        assertThat(Proof.ofLine(proof.toLine()))
                .isEqualTo(new Proof("A1", Level.API, "X.x", "first second"));
        assertThatThrownBy(() -> Proof.ofLine("A1\tAPI")).hasMessageContaining("A1\tAPI");
    }

    private static Proof proof(String row, String test) {
        return new Proof(row, Level.CLI, test, "broken");
    }

    private void prove(String line) throws IOException {
        var folder = Files.createDirectories(root.resolve("target/requirements"));
        Files.writeString(folder.resolve(line.hashCode() + ".tsv"), line + "\n");
    }

    private int run(boolean ci) throws IOException {
        return RequirementReport.run(root, ci, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String page() throws IOException {
        return Files.readString(root.resolve("docs/generated/requirements.md"));
    }
}
