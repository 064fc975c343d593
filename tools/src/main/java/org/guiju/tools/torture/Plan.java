package org.guiju.tools.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// 试验方案.
///
/// @param demo the words that start the demo county; `--data` and `--port` are added
/// @param rebuild the words that replay the projections; `--data` is added
/// @param data a directory of the trial's own: everything in it may be lost
/// @param clients how many act at the same time
/// @param load time under load before a death, and again after it; the death itself comes at a moment of chance
/// @param patience longest wait for a start, and for the answer to one act
/// @param rebuildEvery cycles from one rebuild to the next; the last cycle is always followed by one
public record Plan(
        List<String> demo,
        List<String> rebuild,
        Path data,
        int clients,
        int cycles,
        Duration load,
        Duration patience,
        int rebuildEvery,
        long seed) {
    public Plan {
        demo = List.copyOf(demo);
        rebuild = List.copyOf(rebuild);
        if (clients < 1 || cycles < 1 || rebuildEvery < 1 || load.isNegative() || load.isZero()) {
            throw new IllegalArgumentException("clients, cycles, load and rebuilds are positive");
        }
    }
}
