package org.guiju.kernel.supervision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 监察结果 of one matter at one moment.
///
/// @param findings in the order in which they were lit
/// @param next when time alone would light the next card; null if it would not
public record Report(Instant asOf, List<Finding> findings, @Nullable Instant next) {
    public Report {
        findings = List.copyOf(findings);
    }
}
