package org.guiju.kernel.cases;

import java.util.Arrays;
import java.util.Optional;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 来件方式: who brought the application, and how.
///
/// @param mandate of the agent; null unless an agent brought it
/// @param helper 代办员, who filled it in for somebody who cannot; null unless somebody helped
/// @param words what the applicant said, as it was written down; empty unless he applied by word of mouth
public record Bringing(
        Way way, @Nullable Mandate mandate, @Nullable PersonId helper, String words) {
    public static final Bringing SELF = new Bringing(Way.SELF, null, null, "");

    /// 方式.
    public enum Way {
        /// 本人.
        SELF("self"),
        /// 委托代理.
        AGENT("agent"),
        /// 代办.
        HELPER("helper"),
        /// 口头申请.
        ORAL("oral");

        private final String code;

        Way(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Way> ofCode(String code) {
            return Arrays.stream(values()).filter(w -> w.code.equals(code)).findFirst();
        }
    }
}
