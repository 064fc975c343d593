package org.guiju.kernel.discretion;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 裁量因素: what of a conduct decides its grade: an area, an amount, how often within two years, what came of it.
public sealed interface Factor {
    /// How rows refer to it: a lower-case letter, then letters and digits.
    String id();

    Text name();

    /// 数值因素 with its domain; both ends belong to it.
    ///
    /// @param unit as printed, for example `平方米`
    /// @param decimals how fine it is measured: 0 for what is counted
    /// @param max null where nothing bounds it
    record Quantity(
            String id,
            Text name,
            String unit,
            int decimals,
            BigDecimal min,
            @Nullable BigDecimal max)
            implements Factor {
        /// The smallest difference that is measured.
        public BigDecimal step() {
            return BigDecimal.ONE.movePointLeft(decimals);
        }

        public boolean holds(BigDecimal value) {
            return value.compareTo(min) >= 0
                    && (max == null || value.compareTo(max) <= 0)
                    && value.stripTrailingZeros().scale() <= decimals;
        }
    }

    /// 情形因素: one of a closed list.
    record Choice(String id, Text name, List<Option> options) implements Factor {
        public Choice {
            options = List.copyOf(options);
        }

        public Optional<Option> option(String id) {
            return options.stream().filter(o -> o.id().equals(id)).findFirst();
        }
    }

    record Option(String id, Text name) {}
}
