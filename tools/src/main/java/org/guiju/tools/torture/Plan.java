package org.guiju.tools.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// 试验方案.
///
/// @param program the words that start the program under trial; what it is to do is added
/// @param place a directory of the trial's own: everything in it may be lost
/// @param deaths take turns, a cycle each
/// @param fsync false for the control: the database no longer asks the disk to keep anything, so a power cut must lose acts
/// @param clients how many act at the same time
/// @param load time under load before a death, and again after it; the death itself comes at a moment of chance
/// @param patience longest wait for a start, and for the answer to one act
/// @param rebuildEvery cycles from one rebuild to the next; the last cycle is always followed by one
public record Plan(
        List<String> program,
        Path place,
        List<Death> deaths,
        boolean fsync,
        int clients,
        int cycles,
        Duration load,
        Duration patience,
        int rebuildEvery,
        long seed) {
    public Plan {
        program = List.copyOf(program);
        deaths = List.copyOf(deaths);
        if (clients < 1 || cycles < 1 || rebuildEvery < 1 || load.isNegative() || load.isZero()) {
            throw new IllegalArgumentException("clients, cycles, load and rebuilds are positive");
        }
    }

    /// Of a server that is asked and not killed.
    public static Plan oneServer(List<String> program, Path place, long seed) {
        return new Plan(
                program,
                place,
                Death.KILLED,
                true,
                1,
                1,
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                1,
                seed);
    }

    /// The demo county; the simulated year takes minutes to make and adds nothing to a trial.
    List<String> demo() {
        return words("demo", "--guiju.demo.year=0");
    }

    List<String> words(String... more) {
        var words = new ArrayList<>(program);
        words.addAll(List.of(more));
        return words;
    }

    boolean needsDisk() {
        return deaths.stream().anyMatch(Death::needsDisk);
    }

    /// Where the file system of the trial is mounted, if it has one.
    Path mount() {
        return place.resolve("disk");
    }

    Path data() {
        return (needsDisk() ? mount() : place).resolve("data");
    }

    Path log() {
        return place.resolve("torture.log");
    }

    Death death(int cycle) {
        return deaths.get((cycle - 1) % deaths.size());
    }
}
