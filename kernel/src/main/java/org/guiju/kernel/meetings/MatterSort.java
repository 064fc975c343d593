package org.guiju.kernel.meetings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// 议题类别: what a matter is about. A kind of meeting says which it discusses and which are only reported to it (C27).
public enum MatterSort {
    /// 行政许可等事项的办件.
    LICENCE_CASE,
    /// 行政处罚案件.
    PENALTY_CASE,
    /// 重大决策.
    DECISION,
    /// 干部人事.
    PERSONNEL,
    /// 重大项目.
    PROJECT,
    /// 大额资金.
    EXPENDITURE,
    /// 权责清单与制度.
    LIST,
    /// 考核与情况通报.
    REPORT,
    /// 村规民约、村务规划等村民自治事项.
    VILLAGE_AFFAIR,
    /// 村公益事业、集体收益等涉及村民利益事项.
    VILLAGE_INTEREST;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<MatterSort> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
}
