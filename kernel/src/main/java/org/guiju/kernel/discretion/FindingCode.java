package org.guiju.kernel.discretion;

import org.guiju.kernel.shared.Article;

/// 裁量基准审查意见; each of them stops the standard, and that a table could not be analysed is one of them.
public enum FindingCode {
    NOT_ANALYSED("裁量基准", "C8"),
    TABLE_EMPTY("裁量基准", "C8"),
    FACTOR_UNUSED("裁量基准", "C12"),
    ROW_NAMED_TWICE("裁量基准", "C8"),
    ROW_WITHOUT_OUTCOME("裁量基准", "C8"),
    CELL_OUTSIDE_FACTOR("裁量基准", "C12"),
    FACTS_GAP("裁量基准", "C8"),
    FACTS_OVERLAP("裁量基准", "C8"),
    ROW_UNREACHABLE("裁量基准", "C8"),
    BAND_BACKWARDS("行政处罚法", "第三十四条"),
    BAND_OUTSIDE_STATUTE("行政处罚法", "第三十四条"),
    BAND_AS_WIDE_AS_STATUTE("裁量基准", "C6"),
    AMOUNTS_GAP("裁量基准", "C8"),
    AMOUNTS_OVERLAP("裁量基准", "C8"),
    SUPERIOR_UNKNOWN("裁量基准", "C11"),
    SUPERIOR_NOT_ABOVE("裁量基准", "C11"),
    SUPERIOR_OF_OTHER_CLAUSE("裁量基准", "C11"),
    SUPERIOR_FACTOR_MISSING("裁量基准", "C11"),
    OUTSIDE_SUPERIOR("裁量基准", "C11"),
    /// 引擎分析: what the static analysis of the engine found in the same table.
    ENGINE_FINDING("裁量基准", "C8");

    private final Article basis;

    FindingCode(String law, String number) {
        basis = new Article(law, number);
    }

    public Article basis() {
        return basis;
    }
}
