package org.guiju.kernel.cases;

import org.guiju.kernel.powers.Penalty;

/// 处罚内容: what is proposed, told, resolved or decided against one person for one conduct.
///
/// @param violation id of the conduct in the definition
/// @param grade id of the grade of the discretion standard
/// @param warning whether a warning is given
/// @param fine in fen; 0 where no fine is imposed
/// @param correction what is to be put right, and by when (行政处罚法 28)
public record Sanction(
        String violation, String grade, boolean warning, long fine, String correction) {

    /// Whether this weighs more than the other: a higher fine, or a warning that the other had not.
    public boolean heavierThan(Sanction other) {
        return fine > other.fine || (warning && !other.warning);
    }

    /// Whether the fine lies in the grade's part of the band; a warning alone lies in none.
    boolean graded(Penalty.Violation violation) {
        return violation.grade(grade).filter(g -> fine == 0 || g.fine().holds(fine)).isPresent();
    }
}
