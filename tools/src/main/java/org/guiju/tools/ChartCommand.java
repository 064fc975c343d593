package org.guiju.tools;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.guiju.formats.bpmn.BpmnExport;
import org.guiju.formats.bpmn.BpmnImport;
import org.guiju.formats.chart.ChartPdf;
import org.guiju.formats.chart.ControlWords;
import org.guiju.formats.chart.FlowChartSvg;
import org.guiju.formats.chart.FlowChartText;
import org.guiju.formats.chart.Lang;
import org.guiju.formats.chart.RiskChartSvg;
import org.guiju.formats.chart.RiskChartText;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.formats.definition.LoadResult.Rejected;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.ChartNames;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.powers.RiskScheme;
import org.guiju.kernel.powers.Situation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// 制图: draws the flow of a power from its definition, the same as the public page shows.
@Command(
        name = "chart",
        mixinStandardHelpOptions = true,
        description = {
            "Draw the two charts of a power from its definition. 由制度文本绘制权力运行流程图和风险防控图。",
            "Exit codes: 0 done, 1 the definition or BPMN file has faults (each is named), 2 unusable input.",
            "退出码：0 完成；1 制度文本或者 BPMN 文件有问题（逐条列出）；2 输入无法使用。"
        })
public final class ChartCommand implements Callable<Integer> {

    /// 图的种类.
    enum Kind {
        flow,
        risk
    }

    /// 形式.
    enum Form {
        svg,
        text,
        pdf,
        bpmn
    }

    /// 等级名称.
    enum Grades {
        letters(RiskScheme.LETTERS),
        words(RiskScheme.WORDS);

        private final RiskScheme scheme;

        Grades(RiskScheme scheme) {
            this.scheme = scheme;
        }
    }

    /// 语言.
    enum Words {
        zh(Lang.ZH),
        en(Lang.EN);

        private final Lang lang;

        Words(Lang lang) {
            this.lang = lang;
        }
    }

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "A power definition (YAML), or with --from a BPMN 2.0 file. 制度文本。")
    private Path file;

    @Option(
            names = "--kind",
            defaultValue = "flow",
            description = "What to draw: ${COMPLETION-CANDIDATES}. 图的种类。")
    private Kind kind;

    @Option(
            names = "--situation",
            paramLabel = "ID",
            description =
                    "Id of the situation; may be left out if there is only one. 办理情形编号，只有一个时可省略。")
    private @Nullable String situation;

    @Option(
            names = "--as",
            defaultValue = "svg",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. 形式。")
    private Form form;

    @Option(
            names = "--lang",
            defaultValue = "zh",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. 语言。")
    private Words words;

    @Option(
            names = "--grades",
            defaultValue = "letters",
            description =
                    "What the grades of risks are called: ${COMPLETION-CANDIDATES} (A/B/C; high/mid/low). 风险等级名称。")
    private Grades grades;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "File to write instead of standard output. 输出文件。")
    private @Nullable Path output;

    @Option(
            names = "--from",
            description =
                    "FILE is BPMN 2.0: make a draft of a definition of it, or say what has no meaning. 由 BPMN 导入草案。")
    private boolean from;

    @Override
    public Integer call() {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            // one byte more than the reader takes, so that it can say that there was more
            bytes = in.readNBytes(DefinitionReader.MAX_BYTES + 1);
        } catch (IOException e) {
            return unusable(
                    "无法读取 " + file + "，请检查路径和权限。",
                    "Cannot read " + file + ": check path and permissions.");
        }
        if (from) {
            return draft(bytes);
        }
        return switch (new DefinitionReader(CaseRule.ids()).read(bytes, file.toString())) {
            case Loaded(var power) ->
                    chosen(power).map(s -> draw(power, s)).orElseGet(() -> noSituation(power));
            case Rejected(var problems) -> {
                problems.forEach(p -> err().println(p.print(file.toString(), words == Words.zh)));
                yield Guiju.FINDINGS;
            }
        };
    }

    /// 导入: the draft, with what is still missing told beside it.
    private int draft(byte[] bytes) {
        var zh = words == Words.zh;
        return switch (BpmnImport.read(bytes)) {
            case BpmnImport.Accepted(var draft) -> {
                draft.notes().forEach(n -> err().println(n.print(zh)));
                draft.missing().forEach(p -> err().println(p.print(draftName(), zh)));
                yield written(utf8(draft.yaml()));
            }
            case BpmnImport.Refused(var reasons) -> {
                reasons.forEach(r -> err().println(file + " " + r.print(zh)));
                yield Guiju.FINDINGS;
            }
        };
    }

    private String draftName() {
        var target = output;
        return target == null ? "-" : target.toString();
    }

    private Optional<Situation> chosen(PowerDefinition power) {
        var wanted = situation;
        if (wanted != null) {
            return power.situation(wanted);
        }
        return power.situations().size() == 1
                ? Optional.of(power.situations().getFirst())
                : Optional.empty();
    }

    private int noSituation(PowerDefinition power) {
        var known =
                power.situations().stream().map(Situation::id).collect(Collectors.joining(", "));
        return situation == null
                ? unusable(
                        "请用 --situation 指定办理情形：" + known, "Choose one with --situation: " + known)
                : unusable(
                        "没有办理情形 " + situation + "，可用：" + known,
                        "No situation " + situation + "; there are: " + known);
    }

    private int draw(PowerDefinition power, Situation chosen) {
        var drawn =
                switch (kind) {
                    case flow -> flowChart(power, ChartModel.of(power, chosen));
                    case risk ->
                            riskChart(
                                    power,
                                    RiskChart.of(
                                            power,
                                            chosen,
                                            ChartNames.PLAIN,
                                            ControlWords.SHIPPED,
                                            grades.scheme));
                };
        return deliver(drawn);
    }

    private int deliver(byte[] drawn) {
        if (output == null && form == Form.pdf) {
            return unusable("PDF 请用 -o 指定输出文件。", "Name the file of a PDF with -o: it is no text.");
        }
        return written(drawn);
    }

    private int written(byte[] drawn) {
        var target = output;
        if (target == null) {
            var out = spec.commandLine().getOut();
            out.print(new String(drawn, StandardCharsets.UTF_8));
            out.flush();
            return Guiju.FINE;
        }
        try {
            Files.write(target, drawn);
            return Guiju.FINE;
        } catch (IOException e) {
            return unusable(
                    "无法写入 " + target + "，请检查目录和权限。",
                    "Cannot write " + target + ": check folder and permissions.");
        }
    }

    private byte[] flowChart(PowerDefinition power, ChartModel model) {
        return switch (form) {
            case svg -> utf8(FlowChartSvg.render(model, words.lang, Optional.empty(), true));
            case text -> utf8(FlowChartText.render(model, words.lang));
            case pdf -> ChartPdf.flow(model, words.lang, power.digest(), power.inForce());
            case bpmn ->
                    BpmnExport.of(
                            power,
                            power.situation(model.situation()).orElseThrow(),
                            ChartNames.PLAIN,
                            words.lang);
        };
    }

    private byte[] riskChart(PowerDefinition power, RiskChart chart) {
        return switch (form) {
            case svg -> utf8(RiskChartSvg.render(chart, words.lang, true));
            case text -> utf8(RiskChartText.render(chart, words.lang));
            case pdf -> ChartPdf.risk(chart, words.lang, power.digest(), power.inForce());
            case bpmn ->
                    BpmnExport.risk(
                            power,
                            power.situation(chart.situation()).orElseThrow(),
                            ChartNames.PLAIN,
                            chart,
                            words.lang);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private int unusable(String zh, String en) {
        err().println(zh + " " + en);
        return Guiju.UNUSABLE;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
