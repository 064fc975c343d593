package org.guiju.kernel.clearing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// 会议记录.
///
/// @param minutes number of the minutes
public record Meeting(Kind kind, LocalDate on, String minutes, String conclusion) {

    /// 会议类别.
    public enum Kind {
        /// 班子会议, while the list is compiled (A37).
        LEADERSHIP,
        /// 部务会议、局务会议, on the self-check report (A39).
        OFFICE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
        }
    }
}
