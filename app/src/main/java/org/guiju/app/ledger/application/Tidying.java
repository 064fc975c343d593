package org.guiju.app.ledger.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.Tile;

/// 清理部分瓦片: C2SP tlog-tiles lets a log remove the partial files that a full one has replaced ("Partial Tiles"); whoever still asks for one falls
/// back to the full one. Removed is only what was full under a checkpoint that has been public for the whole grace, so that nobody who
/// is reading by an older one loses a file under his hands. Nothing else is ever removed from a log.
public final class Tidying {

    /// 记号: how large the published log was, and when that was first noted.
    public record Mark(long size, Instant at) {}

    /// 记号簿, kept across restarts. Losing it costs one more grace.
    public interface Marks {
        Optional<Mark> last(String origin);

        void set(String origin, Mark mark);
    }

    private final LogFiles files;
    private final Marks marks;
    private final Duration grace;
    private final Supplier<Instant> clock;

    Tidying(LogFiles files, Marks marks, Duration grace, Supplier<Instant> clock) {
        this.files = files;
        this.marks = marks;
        this.grace = grace;
        this.clock = clock;
    }

    /// One look. Broken off anywhere, the next look goes on: what is gone is gone, and the mark moves last.
    ///
    /// @return how many files were removed
    int sweep() {
        var published = files.published().map(Checkpoint::of);
        if (published.isEmpty()) {
            return 0;
        }
        var origin = published.get().origin();
        var now = clock.get();
        var fresh = new Mark(published.get().size(), now);
        var mark = marks.last(origin);
        // A clock that was set back, or a log that was: the wait begins anew.
        if (mark.filter(m -> !m.at().isAfter(now) && m.size() <= fresh.size()).isEmpty()) {
            marks.set(origin, fresh);
            return 0;
        }
        if (mark.get().at().plus(grace).isAfter(now)) {
            return 0;
        }
        int removed = 0;
        for (var partial : files.partials()) {
            if (replaced(partial, mark.get().size())) {
                files.remove(partial);
                removed++;
            }
        }
        marks.set(origin, fresh);
        return removed;
    }

    /// Whether the full file was there when the log was as large as that, still is, and begins as the partial one.
    private boolean replaced(Tile partial, long size) {
        if (partial.first() + Tile.FULL > Tile.count(partial.level(), size)) {
            return false;
        }
        try {
            byte[] part = files.need(partial);
            byte[] whole = files.need(partial.full());
            return part.length < whole.length
                    && Arrays.equals(part, 0, part.length, whole, 0, part.length);
        } catch (LogException e) {
            return false;
        }
    }
}
