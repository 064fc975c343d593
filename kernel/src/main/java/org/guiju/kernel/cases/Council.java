package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.guiju.kernel.powers.Penalty;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 集体审议与专家评审 outside the case, as a rule may ask for them by the case's number. The shell answers; asked twice within
/// one decision it answers alike.
public interface Council {
    /// Nobody has met and nobody was asked.
    Council NONE =
            new Council() {
                @Override
                public List<Resolved> resolutions(String no) {
                    return List.of();
                }

                @Override
                public List<Pending> pending(String no) {
                    return List.of();
                }

                @Override
                public Optional<Reviewed> experts(String no) {
                    return Optional.empty();
                }

                @Override
                public boolean everyPenaltyReviewed(OrganId organ, LocalDate day) {
                    return false;
                }
            };

    /// 会审会, as meetings call it.
    String JOINT_REVIEW = "joint-review";

    /// 会议决议 on the case, signed, the newest first.
    List<Resolved> resolutions(String no);

    /// 待会议审议: unfinished meetings that have the case on their agenda.
    List<Pending> pending(String no);

    /// 专家评审结论 on the case; empty while there is none.
    Optional<Reviewed> experts(String no);

    /// 套档结果: the grade that the facts of the case have in the standard that binds it; empty while none was computed.
    default Optional<Graded> graded(String no) {
        return Optional.empty();
    }

    /// 许可证 by its number, as its register has it today; empty where there is none.
    default Optional<Licensing.Held> licence(String number) {
        return Optional.empty();
    }

    /// 数量与先后: how many licences of the power are in force, and how many applications were accepted before the case.
    default Licensing.Places places(PowerDefinition power, String no) {
        return Licensing.Places.NONE;
    }

    /// 处罚决定一律提交会审会: whether the organ has adopted that rule (D18).
    boolean everyPenaltyReviewed(OrganId organ, LocalDate day);

    /// 一项决议.
    ///
    /// @param id the meeting and the item, such as `M2026-0003-2`
    /// @param kind code of the kind of meeting
    /// @param votes of everyone who attended and was not recused
    /// @param agreed carried, by the rules of the meeting
    /// @param amountFen what was resolved, in fen; null where no amount was
    /// @param digest SHA-256 of the minutes that all signed
    record Resolved(
            String id,
            String kind,
            OrganId organ,
            LocalDate day,
            PersonId chair,
            SequencedMap<PersonId, Ballot> votes,
            boolean agreed,
            @Nullable Long amountFen,
            String proposal,
            String digest) {
        public Resolved {
            votes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(votes));
        }
    }

    /// 待审会议, and who chairs it.
    record Pending(String meeting, PersonId chief) {}

    /// 评审结论.
    record Reviewed(String review, boolean compliant) {}

    /// 所套档次.
    ///
    /// @param conduct that the standard is about
    /// @param grade id of the grade in the text of the power
    /// @param band part of the statutory range, in fen; null where the grade carries no fine
    /// @param heavier whether a circumstance for a heavier penalty was chosen
    /// @param lighter whether one for a lighter penalty was
    record Graded(
            String conduct,
            String grade,
            Penalty.@Nullable Band band,
            boolean heavier,
            boolean lighter) {
        /// -1 where the fine is below the grade, 1 above it, 0 in it.
        public int side(long fine) {
            if (band == null) {
                return fine > 0 ? 1 : 0;
            }
            return fine < band.from() ? -1 : fine > band.to() ? 1 : 0;
        }

        /// Whether the sanction is what the facts call for: that grade, in its band.
        public boolean holds(Sanction sanction) {
            return sanction.grade().equals(grade) && side(sanction.fine()) == 0;
        }
    }
}
