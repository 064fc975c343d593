package org.guiju.kernel.cases;

import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 回避动作 (公务员法 76–78, 行政处罚法 43).
public sealed interface RecusalCommand extends CaseCommand.Elsewhere {
    /// 回避: the person himself steps back, or the head sends him back at once.
    record Recuse(PersonId person, String reason) implements RecusalCommand {}

    /// 申请回避: a party asks that somebody takes no part; asked by himself or taken down at the window.
    record SeekRecusal(PersonId person, String reason) implements RecusalCommand {}

    /// 回避决定: on what a party asked, or on what the registers say.
    ///
    /// @param successor who takes over what the person has in hand; null where nothing is in hand, or where it is denied
    /// @param resolution the resolution of a meeting where the head himself is concerned, empty otherwise
    record DecideRecusal(
            PersonId person,
            boolean granted,
            String reason,
            @Nullable PersonId successor,
            String resolution)
            implements RecusalCommand {}
}
