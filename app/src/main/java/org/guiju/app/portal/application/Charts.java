package org.guiju.app.portal.application;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.guiju.app.platform.i18n.Language;
import org.guiju.formats.chart.FlowChartSvg;
import org.guiju.formats.chart.Lang;
import org.guiju.kernel.powers.ChartModel;
import org.springframework.stereotype.Component;

/// 流程图绘制: each chart is laid out once, which takes about half a second; the same model always gives the same bytes.
@Component
public class Charts {
    private static final int REMEMBERED = 500;
    private final Map<Key, String> drawn = new ConcurrentHashMap<>();

    private record Key(ChartModel chart, Lang lang, boolean standalone) {}

    public String svg(ChartModel chart, Language language, boolean standalone) {
        if (drawn.size() > REMEMBERED) {
            drawn.clear();
        }
        var lang = language == Language.EN ? Lang.EN : Lang.ZH;
        return java.util.Objects.requireNonNull(
                drawn.computeIfAbsent(
                        new Key(chart, lang, standalone),
                        k ->
                                FlowChartSvg.render(
                                        k.chart(), k.lang(), Optional.empty(), k.standalone())));
    }
}
