package org.guiju.kernel.supervision;

import java.time.Instant;

/// 牌的了结: why and when a card left the state of being lit.
///
/// @param by the event, the notice or the graver card that did it
public record Closing(Reason reason, Seen by, Instant at) {

    /// 原因.
    public enum Reason {
        /// 办结: the clock stopped.
        ENDED("ended"),
        /// 时限变动: extended, stopped or begun anew after the card was lit.
        MOVED("moved"),
        /// 补录: an act entered later had already taken effect when the card was lit.
        KNOWN_LATER("known-later"),
        /// 放假通知变动.
        CALENDAR_CHANGED("calendar-changed"),
        /// 升级: a graver card counts.
        GRAVER("graver");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
