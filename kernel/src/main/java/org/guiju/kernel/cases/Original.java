package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 原件核验: the original of a material that somebody of the office has seen.
///
/// @param seenBy null where a program of the office handed it in
/// @param returnedOn when it went back; on the same day unless the office kept it, null while it is kept
public record Original(
        String material,
        Handling handling,
        LocalDate seenOn,
        @Nullable PersonId seenBy,
        @Nullable LocalDate returnedOn) {

    /// Whether the office has it in its hands.
    public boolean held() {
        return returnedOn == null;
    }

    /// 核验后如何处理.
    public enum Handling {
        /// 当场退还.
        RETURNED("returned"),
        /// 留存复印件，原件当场退还.
        COPY("copy"),
        /// 留存原件.
        KEPT("kept");

        private final String code;

        Handling(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Handling> ofCode(String code) {
            return Arrays.stream(values()).filter(h -> h.code.equals(code)).findFirst();
        }
    }

    /// 出示: what the window ticks while it takes the application in.
    public record Shown(String material, Handling handling) {}
}
