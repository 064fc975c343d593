package org.guiju.kernel.powers.inventory;

import java.util.List;

/// 校验结果: what a row came to.
public sealed interface Checked {

    /// 可入库: an item, and what is to be said about it, in order of precedence.
    record Accepted(InventoryItem item, List<RowProblem> flags) implements Checked {
        public Accepted {
            flags = List.copyOf(flags);
            if (flags.stream().anyMatch(f -> f.severity() == RowCode.Severity.REFUSED)) {
                throw new IllegalArgumentException("an accepted row has no refusing problem");
            }
        }
    }

    /// 不予入库: every reason at once, so that a clerk corrects a row in one go; then the lesser problems.
    record RefusedRow(int row, List<RowProblem> problems) implements Checked {
        public RefusedRow {
            problems = List.copyOf(problems);
            if (problems.stream().noneMatch(p -> p.severity() == RowCode.Severity.REFUSED)) {
                throw new IllegalArgumentException("a refused row has a refusing problem");
            }
        }
    }
}
