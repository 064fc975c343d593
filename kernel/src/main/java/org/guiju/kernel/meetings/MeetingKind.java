package org.guiju.kernel.meetings;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 会议类型: one kind of meeting as a value. The figures that law gives are the floor; an organ may only be stricter
/// ([#stricter]).
///
/// @param body 会议主体, what kind of body meets
/// @param members role that makes somebody a member due to attend; empty where members are named in the notice
/// @param chief role of the chief, who speaks and votes last (B27); empty where there is none
/// @param roll what the quorum is counted of
/// @param quorum share of those who should attend who must be present
/// @param majority share of the base whose votes carry an item
/// @param base what the majority is counted of
/// @param speaking whether every attending member states his opinion before he votes
/// @param handlerVotes whether whoever handles a matter may vote on it
/// @param recusedCounted whether recused members stay among those who should attend (and so weigh against)
/// @param noticeDays calendar days between notice and meeting, at least
/// @param procedure whether a rule of procedure in force is needed (C45)
/// @param discussed sorts of matters that are discussed and voted on
/// @param reported sorts of matters that are only reported
/// @param checklist 合规性审查 questions to be answered for each matter discussed (C28), by code
/// @param source where the figures come from
/// @param also further articles
public record MeetingKind(
        String code,
        Text name,
        Body body,
        String members,
        String chief,
        Set<Roll> roll,
        Share quorum,
        Share households,
        Share majority,
        Base base,
        boolean speaking,
        boolean handlerVotes,
        boolean recusedCounted,
        int noticeDays,
        boolean procedure,
        Set<MatterSort> discussed,
        Set<MatterSort> reported,
        List<String> checklist,
        Article source,
        String also,
        LocalDate from) {
    public MeetingKind {
        roll = Set.copyOf(roll);
        discussed = Set.copyOf(discussed);
        reported = Set.copyOf(reported);
        checklist = List.copyOf(checklist);
    }

    /// 会议主体.
    public enum Body {
        SECTION,
        REVIEW,
        CASE_HEARING,
        LEADERSHIP,
        PARTY,
        VILLAGERS,
        VILLAGE_REPRESENTATIVES,
        VILLAGE_COMMITTEE,
        VILLAGE_GROUP,
        PARTY_MEMBERS,
        COLLECTIVE_MEMBERS,
        COLLECTIVE_REPRESENTATIVES,
        COLLECTIVE_BOARD;

        private static final Set<Body> COUNTED =
                Set.of(
                        VILLAGERS,
                        VILLAGE_REPRESENTATIVES,
                        VILLAGE_GROUP,
                        PARTY_MEMBERS,
                        COLLECTIVE_MEMBERS,
                        COLLECTIVE_REPRESENTATIVES);

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Body> ofCode(String code) {
            return Arrays.stream(values()).filter(b -> b.code().equals(code)).findFirst();
        }

        /// 村民自治: counted by hands, members without accounts.
        public boolean byCount() {
            return COUNTED.contains(this);
        }
    }

    /// 计算基数 of the quorum: single members, or households by their representatives (村民委员会组织法第二十六条).
    public enum Roll {
        MEMBERS,
        HOUSEHOLDS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Roll> ofCode(String code) {
            return Arrays.stream(values()).filter(b -> b.code().equals(code)).findFirst();
        }
    }

    /// 表决基数: of those who should attend (应到, C82) or of those present (到会).
    public enum Base {
        DUE,
        PRESENT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Base> ofCode(String code) {
            return Arrays.stream(values()).filter(b -> b.code().equals(code)).findFirst();
        }
    }

    /// The quorum that goes with the roll.
    public Share quorum(Roll counted) {
        return counted == Roll.HOUSEHOLDS ? households : quorum;
    }

    public boolean byCount() {
        return body.byCount();
    }

    /// Whether the votes carry an item: abstaining counts for nobody.
    public boolean carries(Tally t) {
        return majority.met(t.votesFor(), base == Base.DUE ? t.due() : t.present());
    }

    /// The kind as the organ's policy has it: never below the floor.
    public MeetingKind with(Policy policy) {
        return new MeetingKind(
                code,
                name,
                body,
                members,
                chief,
                roll,
                stricter(quorum, policy.quorum()),
                stricter(households, policy.quorum()),
                stricter(majority, policy.majority()),
                base,
                speaking,
                handlerVotes,
                recusedCounted,
                Math.max(noticeDays, policy.noticeDays()),
                procedure,
                discussed,
                reported,
                checklist,
                source,
                also,
                from);
    }

    private static Share stricter(Share floor, Share own) {
        return own.asStrictAs(floor) ? own : floor;
    }

    /// 本机关规定: figures of the organ's own, from a day on; stricter only.
    ///
    /// @param document the document that orders it
    public record Policy(
            String kind,
            Share quorum,
            Share majority,
            int noticeDays,
            String document,
            LocalDate from) {
        /// Whether nothing of it is below the kind's floor.
        public boolean atLeast(MeetingKind floor) {
            return quorum.asStrictAs(floor.quorum())
                    && majority.asStrictAs(floor.majority())
                    && noticeDays >= floor.noticeDays();
        }
    }
}
