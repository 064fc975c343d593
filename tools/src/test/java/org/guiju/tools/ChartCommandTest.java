package org.guiju.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.guiju.formats.definition.ShippedDefinitions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartCommandTest {
    @TempDir Path folder;
    private Path definition = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTheShippedDefinition() throws IOException {
        definition = folder.resolve("网吧.yaml");
        Files.writeString(definition, ShippedDefinitions.texts().lastEntry().getValue());
    }

    @Test
    void theDrawingOfASituationGoesToStandardOutput() {
        assertThat(run("chart", definition.toString(), "--situation", "change"))
                .isEqualTo(Guiju.FINE);
        assertThat(out.toString())
                .startsWith("<svg xmlns=")
                .contains("变更：运行流程图")
                .endsWith("</svg>\n");
    }

    @Test
    void theTextTableNamesTheSameStepsInBothLanguages() {
        assertThat(
                        run(
                                "chart",
                                definition.toString(),
                                "--situation",
                                "final-approval",
                                "--as",
                                "text"))
                .isEqualTo(Guiju.FINE);
        assertThat(out.toString()).contains("| 1 受理 ", "| 6 会审会审议 ", "| 11 归档 ");
        assertThat(
                        run(
                                "chart",
                                definition.toString(),
                                "--situation",
                                "final-approval",
                                "--as",
                                "text",
                                "--lang",
                                "en"))
                .isEqualTo(Guiju.FINE);
        assertThat(out.toString()).contains("| 1 Acceptance", "| 11 Archiving");
    }

    @Test
    void aFileIsWrittenWhereAskedFor() throws IOException {
        var target = folder.resolve("图.svg");
        assertThat(
                        run(
                                "chart",
                                definition.toString(),
                                "--situation",
                                "change",
                                "-o",
                                target.toString()))
                .isEqualTo(Guiju.FINE);
        assertThat(out.toString()).isEmpty();
        assertThat(Files.readString(target)).startsWith("<svg xmlns=");
    }

    @Test
    void theRiskChartNamesRuleMeasureAndPostAndTheOrganChoosesWhatTheGradesAreCalled() {
        assertThat(
                        run(
                                "chart",
                                definition.toString(),
                                "--situation",
                                "change",
                                "--kind",
                                "risk",
                                "--grades",
                                "words",
                                "--as",
                                "text"))
                .isEqualTo(Guiju.FINE);
        assertThat(out.toString()).contains("风险防控图", "| 高风险", "系统拒绝：A 角和 B 角是同一个人", "审批负责人");
        assertThat(run("chart", definition.toString(), "--situation", "change", "--kind", "risk"))
                .isEqualTo(Guiju.FINE);
        assertThat(out.toString()).contains("<svg xmlns=", ">A</text>");
    }

    @Test
    void aFlowGoesOutAsBpmnAndComesBackAsADraftThatSaysWhatIsMissing() throws IOException {
        var bpmn = folder.resolve("流程.bpmn");
        var draft = folder.resolve("草案.yaml");
        assertThat(
                        run(
                                "chart",
                                definition.toString(),
                                "--situation",
                                "change",
                                "--as",
                                "bpmn",
                                "-o",
                                bpmn.toString()))
                .isEqualTo(Guiju.FINE);
        assertThat(run("chart", bpmn.toString(), "--from", "-o", draft.toString()))
                .isEqualTo(Guiju.FINE);
        assertThat(Files.readString(draft))
                .contains("# 缺 missing: 权力编码", "kind: \"paired-review\"");
        assertThat(err.toString()).contains(draft + ":");

        Files.writeString(bpmn, Files.readString(bpmn).replace("userTask", "callActivity"));
        assertThat(run("chart", bpmn.toString(), "--from")).isEqualTo(Guiju.FINDINGS);
        assertThat(err.toString()).contains("调用其他流程没有对应", "请把它展开");
        assertThat(
                        run(
                                "chart",
                                definition.toString(),
                                "--situation",
                                "change",
                                "--kind",
                                "risk",
                                "--as",
                                "bpmn",
                                "-o",
                                bpmn.toString()))
                .isEqualTo(Guiju.FINE);
        assertThat(Files.readString(bpmn)).contains("<textAnnotation", "RECEIPT_FIRST", "防控措施");
    }

    @Test
    void aPrintGoesIntoAFileAndNeverOntoTheTerminal() throws IOException {
        var target = folder.resolve("图.pdf");
        for (var kind : new String[] {"flow", "risk"}) {
            assertThat(
                            run(
                                    "chart",
                                    definition.toString(),
                                    "--situation",
                                    "change",
                                    "--kind",
                                    kind,
                                    "--as",
                                    "pdf",
                                    "-o",
                                    target.toString()))
                    .isEqualTo(Guiju.FINE);
            assertThat(Files.readString(target, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");
        }
        assertThat(run("chart", definition.toString(), "--situation", "change", "--as", "pdf"))
                .isEqualTo(Guiju.UNUSABLE);
        assertThat(err.toString()).contains("-o");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aDefinitionWithFaultsIsNotDrawnAndEachFaultHasItsPlace() throws IOException {
        Files.writeString(definition, "power: 1\n");
        assertThat(run("chart", definition.toString(), "--situation", "change"))
                .isEqualTo(Guiju.FINDINGS);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains(definition + ":1:");
    }

    @Test
    void whatCannotBeUsedIsNamedInBothLanguagesAndExitsWithTwo() {
        assertThat(run("chart", definition.toString())).isEqualTo(Guiju.UNUSABLE);
        assertThat(run("chart", definition.toString(), "--situation", "gone"))
                .isEqualTo(Guiju.UNUSABLE);
        assertThat(run("chart", folder.resolve("gone.yaml").toString())).isEqualTo(Guiju.UNUSABLE);
        assertThat(run("chart", folder.toString())).isEqualTo(Guiju.UNUSABLE);
        assertThat(
                        run(
                                "chart",
                                definition.toString(),
                                "--situation",
                                "change",
                                "-o",
                                folder.resolve("no/x").toString()))
                .isEqualTo(Guiju.UNUSABLE);
        assertThat(run("chart", definition.toString(), "--kind", "pie")).isEqualTo(Guiju.UNUSABLE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains(
                        "没有办理情形 gone",
                        "No situation gone",
                        "final-approval",
                        "无法读取",
                        "Cannot write")
                .doesNotContain("Exception", "\tat ");
    }

    private int run(String... arguments) {
        return Guiju.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
