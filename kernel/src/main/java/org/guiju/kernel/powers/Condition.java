package org.guiju.kernel.powers;

import java.util.List;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 办事条件: a minimum requirement of law (C4) with the standards by which it is seen to be met (C5).
///
/// @param basis id of the article; a condition without one is an addition to the law and is refused
/// @param standards at least one, each ticked as met or not by every reviewer
public record Condition(String id, Text says, String basis, List<Standard> standards) {
    public Condition {
        standards = List.copyOf(standards);
    }

    /// 办事标准: the refined yardstick. With a measure, the figure itself is entered and compared.
    public record Standard(String id, Text says, @Nullable Measure measure) {}

    /// 量化尺度: a figure that must be reached or not exceeded.
    ///
    /// @param unit as printed, for example `m`, `m²`, `台`
    /// @param bound the figure in that unit
    public record Measure(Comparison comparison, long bound, String unit) {
        public boolean holds(long measured) {
            return switch (comparison) {
                case AT_LEAST -> measured >= bound;
                case AT_MOST -> measured <= bound;
            };
        }
    }

    /// 比较方式.
    public enum Comparison {
        AT_LEAST("at-least"),
        AT_MOST("at-most");

        private final String code;

        Comparison(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
