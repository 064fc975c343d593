package org.guiju.app.portal.web;

import java.util.Set;
import org.guiju.app.platform.i18n.Language;
import org.guiju.app.portal.application.Charts;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.RiskChart;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/// `chart:svg="${chart}"`: draws a {@link ChartModel} or a {@link RiskChart} into its element. Unescaped output exists only here, and only for
/// markup that our own renderer makes; a template cannot hand a string in.
@Component
final class ChartDialect extends AbstractProcessorDialect {
    private static final int AFTER_OTHERS = 1500;

    private final Charts charts;

    ChartDialect(Charts charts) {
        super("guiju-chart", "chart", AFTER_OTHERS);
        this.charts = charts;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Draw(prefix, charts));
    }

    /// 绘图.
    private static final class Draw extends AbstractAttributeTagProcessor {
        private final Charts charts;

        Draw(String prefix, Charts charts) {
            super(TemplateMode.HTML, prefix, null, false, "svg", true, AFTER_OTHERS, true);
            this.charts = charts;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                IElementTagStructureHandler structure) {
            var parser = StandardExpressions.getExpressionParser(context.getConfiguration());
            var language = Language.of(context.getLocale());
            switch (parser.parseExpression(context, value).execute(context)) {
                case ChartModel chart ->
                        structure.setBody(charts.svg(chart, language, false), false);
                case RiskChart chart ->
                        structure.setBody(charts.svg(chart, language, false), false);
                case null, default -> {}
            }
        }
    }
}
