package org.guiju.kernel.linesystems;

import org.guiju.kernel.shared.OrganId;

/// 影子办件事件: what became known of a case that another system runs.
public sealed interface ShadowEvent {

    /// 建立: the first record came in.
    ///
    /// @param version of the power's definition by which the case is judged for ever
    /// @param listed whether that version was in force on the day of the first record
    record Opened(
            String system,
            String theirs,
            OrganId organ,
            String power,
            int version,
            String situation,
            boolean listed)
            implements ShadowEvent {}

    /// 记录: as delivered.
    record Recorded(ShadowRecord record, Origin origin) implements ShadowEvent {}

    /// 更正: the same record came again with other words.
    record Corrected(ShadowRecord record, Origin origin) implements ShadowEvent {}

    /// 来处: from which delivery, which row, read by which mapping; the hash is that of the raw record.
    record Origin(String delivery, int row, int mapping, String hash) {}
}
