package org.guiju.tools.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.formats.ledger.DurableFile;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.note.Split;
import org.guiju.kernel.ledger.tree.LogException;

/// 监测记忆: the last checkpoint that was found sound, and when witnesses had seen which size. What is remembered here is
/// what the log can be held to.
public final class MonitorMemory {
    private final Path folder;

    public MonitorMemory(Path folder) {
        this.folder = folder;
    }

    /// 见证时刻: the log had this size at this time at the latest.
    public record Seen(long size, Instant at) {}

    Optional<SignedNote> last() throws IOException, UnusableInput {
        var file = folder.resolve("checkpoint");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SignedNote.parse(Files.readAllBytes(file)));
        } catch (LogException e) {
            throw new UnusableInput(
                    file + " 已损坏，请从备份恢复。", file + " is damaged: restore it from a backup.");
        }
    }

    List<Seen> seen() throws IOException {
        var file = folder.resolve("seen");
        var seen = new ArrayList<Seen>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                var parts = line.split(" ", -1);
                if (parts.length == 2 && line.matches("[0-9]{1,18} [0-9]{1,12}")) {
                    seen.add(
                            new Seen(
                                    Long.parseLong(parts[0]),
                                    Instant.ofEpochSecond(Long.parseLong(parts[1]))));
                }
            }
        }
        return seen;
    }

    void remember(SignedNote checkpoint, List<Seen> seen) throws IOException {
        Files.createDirectories(folder);
        var lines = new StringBuilder();
        seen.stream()
                .distinct()
                .forEach(s ->
                        lines.append(s.size())
                                .append(' ')
                                .append(s.at().getEpochSecond())
                                .append('\n'));
        DurableFile.write(
                folder.resolve("seen"), lines.toString().getBytes(StandardCharsets.UTF_8));
        DurableFile.write(folder.resolve("checkpoint"), checkpoint.bytes());
    }

    /// The evidence, where others can take it from.
    Path keep(Split split, long first, long second) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("split-" + first + "-" + second + ".tlog-split");
        DurableFile.write(file, split.toString().getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
