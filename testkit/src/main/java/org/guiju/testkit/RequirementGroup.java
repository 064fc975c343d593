package org.guiju.testkit;

import java.util.Optional;

/// 要求分组: the matrix's groups, and how many rows each has.
enum RequirementGroup {
    A("Catalog 确权", 92),
    B("Allocation 配权", 63),
    C("Rules 限权", 85),
    D("Running cases 行权", 49),
    E("Publicity 公开", 53),
    F("Supervision 监督", 56),
    G("Risk 廉政风险点", 53),
    H("Accountability 追责", 57),
    I("Village 村级", 87),
    J("Trace 痕迹管理", 13),
    K("Programme 专项工作", 99);

    final String title;
    final int rows;

    RequirementGroup(String title, int rows) {
        this.title = title;
        this.rows = rows;
    }

    /// The group of a row such as `A46`; empty if the matrix has no such row.
    static Optional<RequirementGroup> of(String row) {
        if (!row.matches("[A-K][1-9][0-9]?")) {
            return Optional.empty();
        }
        var group = valueOf(row.substring(0, 1));
        return number(row) <= group.rows ? Optional.of(group) : Optional.empty();
    }

    static int number(String row) {
        return Integer.parseInt(row.substring(1));
    }
}
