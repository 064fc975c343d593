package org.guiju.tools.simulation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// 模拟结果.
///
/// @param digest SHA-256 of everything that happened, in its order: the same seed has the same
/// @param steps of the scheduler
/// @param done acts that officers were told had happened, @param refused acts that they were told the rules forbid
/// @param resent requests sent again under their id, @param faster commits that somebody else was before
/// @param cut commits whose line was cut before or behind them
/// @param kinds how often each kind of event stands in a case at the end
/// @param broken what did not hold; empty is the aim
public record SimulationResult(
        long seed,
        String digest,
        int steps,
        long done,
        long refused,
        long resent,
        long faster,
        long cut,
        long crashes,
        long jumps,
        Map<String, Long> kinds,
        List<String> broken) {
    public SimulationResult {
        kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
        broken = List.copyOf(broken);
    }
}
