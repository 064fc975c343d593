package org.guiju.app.powers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.adjustments.AdjustmentEvent;
import org.guiju.kernel.adjustments.PowerStanding;

/// 权力现状查询: how powers stand after their adjustments.
public interface Standings {

    /// 调整记录, as it was entered.
    record Entered(AdjustmentEvent event, Instant at, String by) {}

    /// How the power stands; untouched where nothing happened to it.
    PowerStanding of(String code);

    /// Every power that was ever adjusted, by code.
    Map<String, PowerStanding> all();

    /// What happened to the power, the oldest first.
    List<Entered> history(String code);

    /// The item that a code leads to on the day: itself, or the one that it was merged into, or that one was merged into; empty
    /// where it leads to itself.
    default Optional<String> survivor(String code, LocalDate day) {
        var at = code;
        var merged = of(at).merged();
        while (merged != null && !merged.from().isAfter(day)) {
            at = merged.into();
            merged = of(at).merged();
        }
        return at.equals(code) ? Optional.empty() : Optional.of(at);
    }
}
