package org.guiju.app.linesystems.application;

import java.util.List;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Refusal;

/// What the registration of a line system is held to. Records are held to nothing: they are judged.
public enum LineRule {
    /// 系统标识唯一.
    LINE_SYSTEM_ONCE,
    /// 条线系统归一个机关.
    LINE_SYSTEM_OF_AN_ORGAN,
    /// 对应要完整.
    MAPPING_COMPLETE,
    /// 对应值要存在.
    MAPPING_MEANS_SOMETHING;

    private static final Article BASIS = new Article("guiju", "J4");

    RefusalException refused() {
        return new RefusalException(List.of(Refusal.of(this, BASIS)));
    }
}
