package org.guiju.formats.definition;

import java.util.List;
import org.guiju.kernel.powers.PowerDefinition;

/// 读取结果: a definition without a fault, or all its faults. There is nothing in between.
public sealed interface LoadResult {

    /// 读取成功.
    record Loaded(PowerDefinition definition) implements LoadResult {}

    /// 退回修改: in the order of the text.
    record Rejected(List<DefinitionProblem> problems) implements LoadResult {
        public Rejected {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a rejection without a reason");
            }
        }
    }
}
