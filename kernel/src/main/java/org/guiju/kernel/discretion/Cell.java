package org.guiju.kernel.discretion;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 条件格: what one row asks of one factor.
public sealed interface Cell {

    /// 不限: any value of the factor.
    record Any() implements Cell {}

    /// 区间; an end that is null is open to that side.
    record Interval(
            @Nullable BigDecimal from,
            boolean fromIncluded,
            @Nullable BigDecimal to,
            boolean toIncluded)
            implements Cell {
        public boolean holds(BigDecimal value) {
            boolean above =
                    from == null
                            || value.compareTo(from) > 0
                            || (fromIncluded && value.compareTo(from) == 0);
            boolean below =
                    to == null
                            || value.compareTo(to) < 0
                            || (toIncluded && value.compareTo(to) == 0);
            return above && below;
        }
    }

    /// 所列情形之一.
    record OneOf(List<String> options) implements Cell {
        public OneOf {
            options = List.copyOf(options);
        }
    }

    Cell ANY = new Any();

    static Interval from(BigDecimal from) {
        return new Interval(from, true, null, false);
    }

    static Interval below(BigDecimal to) {
        return new Interval(null, false, to, false);
    }

    static Interval between(BigDecimal from, BigDecimal to) {
        return new Interval(from, true, to, false);
    }
}
