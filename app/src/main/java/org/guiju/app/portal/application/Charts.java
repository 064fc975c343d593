package org.guiju.app.portal.application;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.guiju.app.platform.i18n.Language;
import org.guiju.formats.bpmn.BpmnExport;
import org.guiju.formats.chart.ChartPdf;
import org.guiju.formats.chart.ControlWords;
import org.guiju.formats.chart.FlowChartSvg;
import org.guiju.formats.chart.FlowChartText;
import org.guiju.formats.chart.Lang;
import org.guiju.formats.chart.RiskChartSvg;
import org.guiju.formats.chart.RiskChartText;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.powers.RiskScheme;
import org.guiju.kernel.powers.Situation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// 两张图的绘制: each chart is laid out once, which takes about half a second; the same model always gives the same bytes.
@Component
public class Charts {
    private static final int REMEMBERED = 500;
    private final PortalWords words;
    private final RiskScheme scheme;
    private final Map<Key, byte[]> drawn = new ConcurrentHashMap<>();

    /// @param scheme what the office calls the three grades of risk: `letters` or `words` (X1)
    Charts(PortalWords words, @Value("${guiju.charts.grades:letters}") String scheme) {
        this.words = words;
        this.scheme =
                RiskScheme.ofCode(scheme)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "guiju.charts.grades is letters or words, not " + scheme));
    }

    private record Key(Record chart, Lang lang, String form) {}

    public ChartModel flow(PowerDefinition power, Situation situation) {
        return ChartModel.of(power, situation, words);
    }

    public RiskChart risk(PowerDefinition power, Situation situation) {
        return RiskChart.of(power, situation, words, ControlWords.SHIPPED, scheme);
    }

    public String svg(ChartModel chart, Language language, boolean standalone) {
        var lang = lang(language);
        return text(
                new Key(chart, lang, standalone ? "file" : "svg"),
                () -> FlowChartSvg.render(chart, lang, Optional.empty(), standalone));
    }

    public String svg(RiskChart chart, Language language, boolean standalone) {
        var lang = lang(language);
        return text(
                new Key(chart, lang, standalone ? "file" : "svg"),
                () -> RiskChartSvg.render(chart, lang, standalone));
    }

    public String table(ChartModel chart, Language language) {
        return FlowChartText.render(chart, lang(language));
    }

    public String table(RiskChart chart, Language language) {
        return RiskChartText.render(chart, lang(language));
    }

    /// Print on A4 or A3.
    public byte[] pdf(PowerDefinition power, ChartModel chart, Language language) {
        var lang = lang(language);
        return bytes(
                        new Key(chart, lang, "pdf"),
                        () -> ChartPdf.flow(chart, lang, power.digest(), power.inForce()))
                .clone();
    }

    public byte[] pdf(PowerDefinition power, RiskChart chart, Language language) {
        var lang = lang(language);
        return bytes(
                        new Key(chart, lang, "pdf"),
                        () -> ChartPdf.risk(chart, lang, power.digest(), power.inForce()))
                .clone();
    }

    /// BPMN 2.0 for other people's modellers.
    public byte[] bpmn(PowerDefinition power, Situation situation, Language language) {
        return BpmnExport.of(power, situation, words, lang(language));
    }

    /// The risk-control chart for other people's modellers.
    public byte[] bpmn(
            PowerDefinition power, Situation situation, RiskChart chart, Language language) {
        return BpmnExport.risk(power, situation, words, chart, lang(language));
    }

    private static Lang lang(Language language) {
        return language == Language.EN ? Lang.EN : Lang.ZH;
    }

    private String text(Key key, Supplier<String> drawing) {
        return new String(
                bytes(key, () -> drawing.get().getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
    }

    private byte[] bytes(Key key, Supplier<byte[]> drawing) {
        if (drawn.size() > REMEMBERED) {
            drawn.clear();
        }
        return Objects.requireNonNull(drawn.computeIfAbsent(key, k -> drawing.get()));
    }
}
