package org.guiju.kernel.experts;

import java.time.Instant;
import java.util.List;

/// 抽选与评审的办理.
public sealed interface DrawCommand {
    record Announce(DrawEvent.Announced announced) implements DrawCommand {}

    /// @param salt chance from the shell
    record Freeze(String salt) implements DrawCommand {}

    /// The shell has read the witnesses' lines.
    record Witness(Instant at, List<String> witnesses) implements DrawCommand {}

    record Enter(boolean fallback, List<String> figures, String publishedAt)
            implements DrawCommand {}

    record Confirm(List<String> figures) implements DrawCommand {}

    record Draw() implements DrawCommand {}

    record Bar(String number, Panel.Bar bar, String reason) implements DrawCommand {}

    record GiveOpinion(ReviewForm.Entry entry) implements DrawCommand {}

    record Answer(String number, boolean adopted, String reason) implements DrawCommand {}

    record Annul(String reason) implements DrawCommand {}
}
