package org.guiju.app.cases;

import java.util.Optional;
import org.guiju.kernel.cases.Council;

/// 套档结果查询, answered by whoever keeps the standards of discretion: what the facts of a case call for.
public interface Gradings {

    /// The grade that was computed last for the case, with the circumstances chosen; empty while none was.
    ///
    /// @param no of the case
    Optional<Council.Graded> of(String no);
}
