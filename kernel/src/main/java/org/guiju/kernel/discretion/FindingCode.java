package org.guiju.kernel.discretion;

import org.guiju.kernel.shared.Article;

/// 裁量基准审查意见; each of them stops the standard, and that a table could not be analysed is one of them.
public enum FindingCode {
    NOT_ANALYSED("guiju", "C8"),
    TABLE_EMPTY("guiju", "C8"),
    FACTOR_UNUSED("guiju", "C12"),
    ROW_NAMED_TWICE("guiju", "C8"),
    ROW_WITHOUT_OUTCOME("guiju", "C8"),
    CELL_OUTSIDE_FACTOR("guiju", "C12"),
    FACTS_GAP("guiju", "C8"),
    FACTS_OVERLAP("guiju", "C8"),
    ROW_UNREACHABLE("guiju", "C8"),
    BAND_BACKWARDS("行政处罚法", "第三十四条"),
    BAND_OUTSIDE_STATUTE("行政处罚法", "第三十四条"),
    BAND_AS_WIDE_AS_STATUTE("guiju", "C6"),
    AMOUNTS_GAP("guiju", "C8"),
    AMOUNTS_OVERLAP("guiju", "C8"),
    SUPERIOR_UNKNOWN("guiju", "C11"),
    SUPERIOR_NOT_ABOVE("guiju", "C11"),
    SUPERIOR_OF_OTHER_CLAUSE("guiju", "C11"),
    SUPERIOR_FACTOR_MISSING("guiju", "C11"),
    OUTSIDE_SUPERIOR("guiju", "C11"),
    /// 引擎分析: what the static analysis of the engine found in the same table.
    ENGINE_FINDING("guiju", "C8");

    private final Article basis;

    FindingCode(String law, String number) {
        basis = new Article(law, number);
    }

    public Article basis() {
        return basis;
    }
}
