package org.guiju.kernel.experts;

import java.math.BigDecimal;
import java.time.LocalDate;

/// 专家合规评审结论: what the panel's entries come to, computed and never written by hand. Meetings and cases ask for it; a
/// negative one blocks (matrix C41, X36).
///
/// @param review the review it comes from
/// @param matter the case or matter reviewed
/// @param verdict what follows for those who decide
/// @param figure votes in favour, or the score; as computed from the entries
/// @param needed what the figure had to reach
/// @param entries individual votes or score sheets, one an expert
/// @param on the day on which the last entry was in
public record ExpertConclusion(
        String review,
        String matter,
        Verdict verdict,
        BigDecimal figure,
        BigDecimal needed,
        int entries,
        LocalDate on) {

    /// 合规, 不合规.
    public enum Verdict {
        POSITIVE,
        NEGATIVE
    }

    public ExpertConclusion {
        if (review.isBlank() || matter.isBlank() || entries < 1) {
            throw new IllegalArgumentException("a conclusion has a matter and entries");
        }
    }

    /// A decision that contradicts it is refused.
    public boolean blocks() {
        return verdict == Verdict.NEGATIVE;
    }
}
