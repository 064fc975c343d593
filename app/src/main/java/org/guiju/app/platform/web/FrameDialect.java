package org.guiju.app.platform.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/// 模板对象: makes the [PageFrame] known to templates as `#frame`. Not as `@frame`: Thymeleaf refuses beans in addresses
/// and in parameters of fragments.
@Component
final class FrameDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private static final String NAME = "frame";

    private final PageFrame frame;

    FrameDialect(PageFrame frame) {
        this.frame = frame;
    }

    @Override
    public String getName() {
        return "guiju";
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of(NAME);
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String name) {
        return name.equals(NAME) ? frame : null;
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
