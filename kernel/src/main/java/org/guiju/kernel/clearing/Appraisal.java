package org.guiju.kernel.clearing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// 评议 (A41): what a group of people said when they were asked.
///
/// @param people how many took part
/// @param satisfied how many agreed
public record Appraisal(Group group, LocalDate on, int people, int satisfied, String text) {

    /// 评议主体.
    public enum Group {
        /// 两代表一委员.
        DEPUTIES,
        /// 服务对象.
        SERVED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Group> ofCode(String code) {
            return Arrays.stream(values()).filter(g -> g.code().equals(code)).findFirst();
        }
    }
}
