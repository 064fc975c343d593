package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.guiju.formats.bpmn.BpmnExport;
import org.guiju.formats.chart.ControlWords;
import org.guiju.formats.chart.Lang;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.powers.ChartNames;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.powers.RiskScheme;
import org.junit.jupiter.api.Test;

/// Somebody else's modeller opens what we export: bpmn-js in a real browser.
@InChromium
class BpmnInBrowserTest {
    private static final String SCRIPT =
            "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";

    private static final String OPEN =
            """
            async xml => {
              const viewer = new BpmnJS({ container: '#c' });
              const { warnings } = await viewer.importXML(xml);
              viewer.get('canvas').zoom('fit-viewport');
              const drawn = id => {
                const box = document.querySelector(`[data-element-id="${id}"] .djs-visual`)?.getBBox();
                return !!box && (box.width > 0 || box.height > 0);
              };
              const all = viewer.get('elementRegistry').filter(e => e.type !== 'label' && e.parent);
              return {
                warnings: warnings.map(w => w.message),
                drawn: all.filter(e => drawn(e.id)).map(e => e.id),
                missing: all.filter(e => !drawn(e.id)).map(e => e.id)
              };
            }
            """;

    @Test
    void bpmnJsOpensBothChartsOfEveryShippedFlowWithoutAWarningAndDrawsEveryShapeAndLine()
            throws IOException {
        String script;
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream(SCRIPT))) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (var context = Chromium.browser().newContext()) {
            for (var entry : ShippedDefinitions.texts().entrySet()) {
                var power = power(entry.getKey(), entry.getValue());
                for (var situation : power.situations()) {
                    var name = entry.getKey() + " " + situation.id();
                    var flow = BpmnExport.of(power, situation, ChartNames.PLAIN, Lang.ZH);
                    opens(context, script, name, flow);
                    var chart =
                            RiskChart.of(
                                    power,
                                    situation,
                                    ChartNames.PLAIN,
                                    ControlWords.SHIPPED,
                                    RiskScheme.LETTERS);
                    var risk = BpmnExport.risk(power, situation, ChartNames.PLAIN, chart, Lang.ZH);
                    assertThat(opens(context, script, name + ", risks", risk))
                            .contains("textAnnotation");
                }
            }
        }
    }

    private static String opens(
            BrowserContext context, String script, String name, byte[] drawing) {
        var page = context.newPage();
        page.setContent("<div id=c style='width:1200px;height:900px'></div>");
        page.addScriptTag(
                new com.microsoft.playwright.Page.AddScriptTagOptions().setContent(script));
        var xml = new String(drawing, StandardCharsets.UTF_8);
        var said = (Map<?, ?>) Objects.requireNonNull(page.evaluate(OPEN, xml));
        assertThat(said.get("warnings")).as(name).isEqualTo(List.of());
        assertThat(said.get("missing")).as(name).isEqualTo(List.of());
        var places =
                Pattern.compile("bpmnElement=\"([^\"]+)\"")
                        .matcher(xml)
                        .results()
                        .map(m -> m.group(1))
                        .filter(id -> !id.equals("process"))
                        .toList();
        var drawn = (List<?>) Objects.requireNonNull(said.get("drawn"));
        assertThat(drawn.stream().map(String::valueOf))
                .as(name)
                .containsExactlyInAnyOrderElementsOf(places);
        page.close();
        return xml;
    }

    private static PowerDefinition power(String name, String text) {
        return ((Loaded) new DefinitionReader().read(text, name)).definition();
    }
}
