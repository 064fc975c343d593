package org.guiju.kernel.linesystems;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// 来件记录: one record of the other system in our terms.
///
/// @param no the other system's own number of the record
/// @param target id of the step that was done, or one of the words of this type that begin with `@`
/// @param outcome of the step, as the definition names it; empty where the record says none
/// @param happened the day on which it was done
/// @param time of that day; null where only the day is said
/// @param received the day of the application, on records that say it
/// @param entered the day on which it was entered there
/// @param officers by name, as the record says them
public record ShadowRecord(
        String no,
        String target,
        String outcome,
        LocalDate happened,
        @Nullable LocalTime time,
        @Nullable LocalDate received,
        @Nullable LocalDate entered,
        List<String> officers,
        String note) {
    /// 收到申请.
    public static final String RECEIVED = "@received";

    /// 停表, without a ground or, behind a colon, with one of the definition.
    public static final String PAUSED = "@paused";

    /// 恢复.
    public static final String RESUMED = "@resumed";

    /// 延长.
    public static final String EXTENDED = "@extended";

    /// 办结.
    public static final String CLOSED = "@closed";

    /// 与流程无关: kept and not judged.
    public static final String OTHER = "@other";

    public static final List<String> WORDS =
            List.of(RECEIVED, PAUSED, RESUMED, EXTENDED, CLOSED, OTHER);

    public ShadowRecord {
        officers = List.copyOf(officers);
    }

    public boolean is(String word) {
        return target.equals(word) || target.startsWith(word + ":");
    }

    /// 停表事由: id of the ground; empty where none is named.
    public String ground() {
        var colon = target.indexOf(':');
        return colon < 0 ? "" : target.substring(colon + 1);
    }

    /// Whether it certainly happened before the other; of two on one day only where both say the hour.
    public boolean before(ShadowRecord other) {
        if (!happened.equals(other.happened)) {
            return happened.isBefore(other.happened);
        }
        return time != null && other.time != null && time.isBefore(other.time);
    }

    public Optional<String> officer() {
        return officers.stream().findFirst();
    }

    /// Whether a second version says something else about what was done, by whom, when or with which outcome.
    public boolean differs(ShadowRecord other) {
        return !target.equals(other.target)
                || !outcome.equals(other.outcome)
                || !happened.equals(other.happened)
                || !officers.equals(other.officers);
    }
}
