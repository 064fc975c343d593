package org.guiju.app.allocation;

import java.util.Locale;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 机关.
///
/// @param parent the organ that it belongs to, as a village's to its township
public record Organ(
        OrganId id, Kind kind, @Nullable OrganId parent, Text name, String place, String phone) {

    /// 机关类别, in the order in which lists show them.
    public enum Kind {
        /// 县直部门.
        BUREAU,
        /// 乡镇人民政府.
        TOWNSHIP,
        /// 村民委员会.
        VILLAGE,
        /// 派驻纪检监察组.
        DISCIPLINE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Organs established before kinds were written down are bureaus.
        public static Kind of(String code) {
            return code.isEmpty() ? BUREAU : valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
