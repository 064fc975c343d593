package org.guiju.app.experts;

import java.util.Optional;
import org.guiju.kernel.experts.ExpertConclusion;

/// 专家合规评审结论查询: what meetings and cases ask before they decide (C33, C41).
public interface Conclusions {
    /// The conclusion of the matter's review; empty while there is none. A draw that was annulled concludes nothing.
    ///
    /// @param matterId the case number, or the matter as it was announced
    Optional<ExpertConclusion> of(String matterId);
}
