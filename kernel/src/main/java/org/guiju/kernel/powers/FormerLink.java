package org.guiju.kernel.powers;

import java.util.Arrays;
import java.util.Optional;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 再造前的环节: one link of the flow as it was before the reengineering (流程再造, A60), and what became of it.
///
/// @param name as the office called it
/// @param way how it was changed (A61); null where it went on as it was
/// @param now id of the step in which it lives on; null where it was cancelled
/// @param reason why it was changed; null where it went on as it was
public record FormerLink(
        Text name, @Nullable Way way, @Nullable String now, @Nullable Text reason) {

    /// 优化方式: 取消、简化、合并、归类 (seed 002-4).
    public enum Way {
        /// The link is no more.
        CANCEL("cancel", "取消", "Cancelled"),
        /// It goes on with less asked or less time taken.
        SIMPLIFY("simplify", "简化", "Simplified"),
        /// Several links became one step.
        MERGE("merge", "合并", "Merged"),
        /// It was put to the step, post or kind of matters where it belongs.
        CLASSIFY("classify", "归类", "Classified");

        private final String code;
        private final Text label;

        Way(String code, String zh, String en) {
            this.code = code;
            this.label = new Text(zh, en);
        }

        public String code() {
            return code;
        }

        public Text label() {
            return label;
        }

        public static Optional<Way> of(String code) {
            return Arrays.stream(values()).filter(w -> w.code.equals(code)).findFirst();
        }
    }

    /// Whether the step took it over without a change.
    public boolean kept() {
        return way == null;
    }
}
