package org.guiju.app.allocation;

import java.util.Locale;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 机关.
///
/// @param parent the organ that it belongs to, as a village's to its township
public record Organ(
        OrganId id,
        Kind kind,
        @Nullable OrganId parent,
        Text name,
        String place,
        String phone,
        Nature nature) {

    /// An organ of the ordinary nature.
    public Organ(
            OrganId id,
            Kind kind,
            @Nullable OrganId parent,
            Text name,
            String place,
            String phone) {
        this(id, kind, parent, name, place, phone, Nature.ADMINISTRATIVE);
    }

    /// 机构性质: what an organisation is by law (A76).
    public enum Nature {
        /// 行政机关.
        ADMINISTRATIVE(true),
        /// 参照公务员法管理的事业单位.
        CIVIL_SERVICE_INSTITUTION(true),
        /// 法律、法规授权的技术机构.
        AUTHORISED_BODY(true),
        /// 企业.
        ENTERPRISE(false);

        private final boolean mayHoldPower;

        Nature(boolean mayHoldPower) {
            this.mayHoldPower = mayHoldPower;
        }

        /// Whether it can hold an administrative power at all.
        public boolean mayHoldPower() {
            return mayHoldPower;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Organs established before natures were written down are administrative ones.
        public static Nature of(String code) {
            return code.isEmpty()
                    ? ADMINISTRATIVE
                    : valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// 机关类别, in the order in which lists show them.
    public enum Kind {
        /// 党委机构.
        PARTY,
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
