package org.guiju.kernel.meetings;

import java.util.Map;
import java.util.stream.Collectors;
import org.guiju.kernel.meetings.MeetingEvent.Vote;
import org.guiju.kernel.meetings.MeetingState.Stage;
import org.guiju.kernel.shared.Outcome;

/// 表决: votes with the chief last, dissent, and the result by rule.
final class Ballots {
    private Ballots() {}

    static Outcome<MeetingEvent> cast(
            MeetingCommand.Cast c, MeetingFacts facts, MeetingState state) {
        var refusing = Deliberation.attending(facts, state, c.no());
        if (!refusing.none()) {
            return refusing.or();
        }
        var item = state.item(c.no()).orElseThrow();
        var voting = new Voting(facts.kind(), state, item);
        var me = facts.actor();
        boolean last = voting.last().filter(me::equals).isPresent();
        var silent = facts.kind().speaking() ? voting.stillToSpeak(me) : java.util.List.of();
        boolean spoken = !facts.kind().speaking() || item.statements().containsKey(me);
        quorate(discussed(refusing, facts, item), voting, facts)
                .unless(!facts.kind().byCount(), MeetingRule.VOTES_BY_HAND)
                .unless(!item.recused(me), MeetingRule.RECUSED_KEEPS_OUT)
                .unless(
                        facts.kind().handlerVotes() || !voting.isHandler(me),
                        MeetingRule.HANDLER_DOES_NOT_VOTE)
                .unless(!item.recusalsOpen(), MeetingRule.RECUSAL_SETTLED)
                .unless(spoken, MeetingRule.STATEMENTS_FIRST)
                .unless(
                        !last || silent.isEmpty() && voting.stillToVote(me).isEmpty(),
                        MeetingRule.CHIEF_LAST,
                        Map.of("people", Refusing.people(voting.stillToVote(me))))
                .unless(!item.votes().containsKey(me), MeetingRule.ONE_VOTE_EACH)
                .unless(
                        c.vote() != Vote.AGAINST
                                || !facts.kind().speaking()
                                || !c.dissent().isBlank()
                                || item.dissented(me),
                        MeetingRule.DISSENT_IN_WORDS);
        return refusing.or(new MeetingEvent.Voted(c.no(), me, c.vote(), c.dissent()));
    }

    private static Refusing discussed(Refusing refusing, MeetingFacts facts, ItemState item) {
        var sort = item.item().matter().sort();
        return refusing.unless(
                facts.kind().discussed().contains(sort),
                MeetingRule.MATTER_OF_THE_KIND,
                Map.of("sort", sort.code(), "kind", facts.kind().code()));
    }

    private static Refusing quorate(Refusing refusing, Voting voting, MeetingFacts facts) {
        var t = voting.tally();
        var quorum = facts.kind().quorum(voting.state().notice().roll());
        return refusing.unless(
                voting.quorate(),
                MeetingRule.MEETING_QUORUM,
                Map.of(
                        "present", Integer.toString(t.present()),
                        "due", Integer.toString(t.due()),
                        "least", Long.toString(quorum.least(t.due()))));
    }

    static Outcome<MeetingEvent> hands(
            MeetingCommand.CountHands c, MeetingFacts facts, MeetingState state) {
        var refusing = Deliberation.item(Meetings.led(facts, state, Stage.OPEN), state, c.no());
        if (!refusing.none()) {
            return refusing.or();
        }
        var item = state.item(c.no()).orElseThrow();
        var voting = new Voting(facts.kind(), state, item);
        long cast = (long) c.votesFor() + c.against() + c.abstain();
        boolean sound =
                c.votesFor() >= 0
                        && c.against() >= 0
                        && c.abstain() >= 0
                        && cast == state.presentCount();
        return quorate(discussed(refusing, facts, item), voting, facts)
                .unless(facts.kind().byCount(), MeetingRule.VOTES_BY_HAND)
                .unless(item.hands() == null, MeetingRule.ONE_VOTE_EACH)
                .unless(
                        sound,
                        MeetingRule.VOTES_COUNTED,
                        Map.of(
                                "cast",
                                Long.toString(cast),
                                "present",
                                Integer.toString(state.presentCount())))
                .or(new MeetingEvent.HandsCounted(c.no(), c.votesFor(), c.against(), c.abstain()));
    }

    /// A different opinion may be put on record until the minutes are drawn up, also on an item that is decided already.
    static Outcome<MeetingEvent> dissent(
            MeetingCommand.Dissent c, MeetingFacts facts, MeetingState state) {
        var refusing =
                Meetings.at(state, Stage.OPEN)
                        .unless(
                                state.item(c.no()).isPresent(),
                                MeetingRule.AGENDA_ITEM_KNOWN,
                                Map.of("no", Integer.toString(c.no())));
        if (!refusing.none()) {
            return refusing.or();
        }
        return refusing.unless(
                        state.present().contains(facts.actor()), MeetingRule.MEETING_MEMBER_ACTS)
                .unless(
                        !state.item(c.no()).orElseThrow().recused(facts.actor()),
                        MeetingRule.RECUSED_KEEPS_OUT)
                .unless(!c.text().isBlank(), MeetingRule.DISSENT_IN_WORDS)
                .or(new MeetingEvent.Dissented(c.no(), facts.actor(), c.text()));
    }

    static Outcome<MeetingEvent> close(int no, MeetingFacts facts, MeetingState state) {
        var refusing = Deliberation.item(Meetings.led(facts, state, Stage.OPEN), state, no);
        if (!refusing.none()) {
            return refusing.or();
        }
        var item = state.item(no).orElseThrow();
        if (facts.kind().reported().contains(item.item().matter().sort())) {
            return refusing.or(new MeetingEvent.ItemClosed(no, ItemOutcome.REPORTED, Tally.NONE));
        }
        var voting = new Voting(facts.kind(), state, item);
        var open =
                facts.kind().checklist().stream()
                        .filter(q -> !item.checks().containsKey(q))
                        .collect(Collectors.joining("、"));
        quorate(refusing, voting, facts)
                .unless(!item.recusalsOpen(), MeetingRule.RECUSAL_SETTLED)
                .unless(
                        voting.counted(),
                        MeetingRule.VOTES_COUNTED,
                        Map.of(
                                "cast", Integer.toString(voting.tally().cast()),
                                "present", Integer.toString(voting.tally().present())))
                .unless(open.isEmpty(), MeetingRule.CHECKLIST_ANSWERED, Map.of("questions", open));
        return bound(refusing, voting, item.item())
                .or(new MeetingEvent.ItemClosed(no, voting.outcome(), voting.tally()));
    }

    /// What is agreed to stands within the discretion standard and follows the experts (C29, C41).
    private static Refusing bound(Refusing refusing, Voting voting, AgendaItem item) {
        boolean agreed = voting.outcome() == ItemOutcome.CARRIED;
        var experts = item.experts();
        return refusing.unless(
                        !agreed || item.withinBand(),
                        MeetingRule.RESOLUTION_WITHIN_BAND,
                        band(item))
                .unless(
                        !agreed || !item.againstExperts(),
                        MeetingRule.EXPERT_CONCLUSION_BINDS,
                        Map.of("conclusion", experts == null ? "" : experts.words()));
    }

    static Map<String, String> band(AgendaItem item) {
        var band = item.band();
        return band == null
                ? Map.of()
                : Map.of(
                        "lowest", yuan(band.lowestFen()),
                        "highest", yuan(band.highestFen()),
                        "row", band.row());
    }

    /// 元 with two places, only where there are any.
    private static String yuan(long fen) {
        return fen % 100 == 0
                ? Long.toString(fen / 100)
                : fen / 100 + "." + (fen % 100 < 10 ? "0" : "") + fen % 100;
    }
}
