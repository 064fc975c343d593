package org.guiju.app.editor.web;

import java.util.stream.Collectors;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.powers.LimitShares;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;

/// 时限合计: the steps on the longest path, against what is promised and what the law allows (C20). What runs beside adds nothing.
///
/// @param path the sum as a reader adds it up: `受理1 + 审查3`
record Sum(int sum, String path, Limit promise, Limit statute) {

    static Sum of(PowerDefinition power, Situation situation) {
        var shares = LimitShares.of(power, situation);
        var path =
                shares.shares().stream()
                        .flatMap(s -> s.steps().stream())
                        .map(s -> s.name().zh() + (s.limit() == null ? "" : " " + s.limit().n()))
                        .collect(Collectors.joining(" + "));
        return new Sum(
                shares.total(),
                path,
                situation.limits().promise().limit(),
                situation.limits().statute().limit());
    }

    public boolean over() {
        return sum > promise.n();
    }

    public boolean under() {
        return sum < promise.n();
    }

    public boolean overLaw() {
        return promise.unit() == statute.unit() && promise.n() > statute.n();
    }
}
