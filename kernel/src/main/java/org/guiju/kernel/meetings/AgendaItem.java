package org.guiju.kernel.meetings;

import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 议题: a matter as it was placed on the agenda.
///
/// @param no number of the item, from 1; it stays when the order changes
/// @param proposal what is put to the vote, in words
/// @param amountFen what is proposed, in fen; null where there is no amount
/// @param band 裁量幅度 that binds the resolution; null where there is none
/// @param experts 专家合规评审结论; null where no experts were asked
/// @param handler who handles the matter; null where nobody does
public record AgendaItem(
        int no,
        MatterRef matter,
        String title,
        String proposal,
        @Nullable Long amountFen,
        @Nullable Band band,
        @Nullable Expert experts,
        @Nullable PersonId handler) {

    /// 裁量幅度: from the discretion standard, both ends inside.
    ///
    /// @param row of the standard that gives it
    public record Band(long lowestFen, long highestFen, String row) {
        public Band {
            if (lowestFen < 0 || highestFen < lowestFen) {
                throw new IllegalArgumentException("no band: " + lowestFen + " to " + highestFen);
            }
        }

        public boolean holds(long fen) {
            return fen >= lowestFen && fen <= highestFen;
        }
    }

    /// 合规性结论 of the experts.
    ///
    /// @param compliant whether the proposal follows the institution
    public record Expert(boolean compliant, String words) {}

    /// The same item with what the experts found.
    public AgendaItem advised(Expert found) {
        return new AgendaItem(no, matter, title, proposal, amountFen, band, found, handler);
    }

    AgendaItem proposing(String words, @Nullable Long fen) {
        return new AgendaItem(no, matter, title, words, fen, band, experts, handler);
    }

    /// Whether the proposal as it stands may be resolved: a resolution off the band may not (C29).
    boolean withinBand() {
        return band == null || amountFen == null || band.holds(amountFen);
    }

    /// Whether agreeing to it would discard a negative conclusion of the experts (C29, C41).
    boolean againstExperts() {
        return experts != null && !experts.compliant();
    }
}
