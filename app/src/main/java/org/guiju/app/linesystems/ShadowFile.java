package org.guiju.app.linesystems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guiju.kernel.calendar.Derivation;
import org.guiju.kernel.linesystems.ShadowCase;
import org.guiju.kernel.linesystems.ShadowRecord;
import org.guiju.kernel.supervision.WatchedClock;
import org.jspecify.annotations.Nullable;

/// 影子办件卷: what is known of one case, record by record, and its clocks as they stand.
public record ShadowFile(ShadowRow row, ShadowCase known, List<Line> lines, List<Running> clocks) {
    public ShadowFile {
        lines = List.copyOf(lines);
        clocks = List.copyOf(clocks);
    }

    /// 时间线的一行: what the record says, and from where it is known.
    ///
    /// @param corrected whether it takes the place of an earlier version
    /// @param raw as it was delivered; empty once its key is destroyed
    public record Line(
            long seq,
            ShadowRecord record,
            boolean corrected,
            String delivery,
            int row,
            int mapping,
            String raw,
            String hash,
            Instant known) {}

    /// 时钟.
    ///
    /// @param ended the day on which it stopped; null while it runs
    /// @param late whether its last day has passed before it stopped
    public record Running(
            WatchedClock clock, Derivation derivation, @Nullable LocalDate ended, boolean late) {}
}
