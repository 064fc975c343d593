package org.guiju.bench.machine;

import java.util.List;

/// 分位数 of what was measured.
public final class Percentiles {
    private Percentiles() {}

    /// The smallest that is not below the share of all; NaN of nothing.
    public static double of(List<Double> values, double share) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        var sorted = values.stream().sorted().toList();
        int place = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.clamp(place, 0, sorted.size() - 1));
    }
}
