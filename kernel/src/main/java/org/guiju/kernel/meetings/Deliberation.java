package org.guiju.kernel.meetings;

import java.util.ArrayList;
import java.util.Map;
import org.guiju.kernel.meetings.MeetingEvent.Answer;
import org.guiju.kernel.meetings.MeetingState.Stage;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;

/// 审议: recusals, statements with the chief last, the checklist, a proposal amended.
final class Deliberation {
    private Deliberation() {}

    /// The item is on the agenda and still open.
    static Refusing item(Refusing refusing, MeetingState state, int no) {
        var found = state.item(no);
        return refusing.unless(
                        found.isPresent(),
                        MeetingRule.AGENDA_ITEM_KNOWN,
                        Map.of("no", Integer.toString(no)))
                .unless(
                        found.isEmpty() || !found.get().settled(),
                        MeetingRule.AGENDA_ITEM_OPEN,
                        Map.of("no", Integer.toString(no)));
    }

    /// As [#item], for a meeting that is held and whoever attends it.
    static Refusing attending(MeetingFacts facts, MeetingState state, int no) {
        return item(Meetings.at(state, Stage.OPEN), state, no)
                .unless(
                        state.stage() != Stage.OPEN || state.present().contains(facts.actor()),
                        MeetingRule.MEETING_MEMBER_ACTS);
    }

    static Outcome<MeetingEvent> arrive(PersonId person, MeetingFacts facts, MeetingState state) {
        var refusing = Meetings.led(facts, state, Stage.OPEN);
        if (!refusing.none()) {
            return refusing.or();
        }
        return refusing.unless(
                        state.notice().members().contains(person)
                                && !state.present().contains(person),
                        MeetingRule.ATTENDANCE_OF_MEMBERS)
                .or(new MeetingEvent.Arrived(person));
    }

    static Outcome<MeetingEvent> askRecusal(
            MeetingCommand.AskRecusal c, MeetingFacts facts, MeetingState state) {
        var stage = state.stage() == Stage.OPEN ? Stage.OPEN : Stage.CONVENED;
        var refusing = item(Meetings.at(state, stage), state, c.no());
        if (!refusing.none()) {
            return refusing.or();
        }
        var members = state.notice().members();
        var item = state.item(c.no()).orElseThrow();
        return refusing.unless(
                        members.contains(facts.actor()) || Meetings.leads(facts, state),
                        MeetingRule.MEETING_MEMBER_ACTS)
                .unless(members.contains(c.person()), MeetingRule.ATTENDANCE_OF_MEMBERS)
                .unless(!c.reason().isBlank(), MeetingRule.RECUSAL_REASON)
                .unless(
                        !item.recusals().containsKey(c.person())
                                && !item.votes().containsKey(c.person()),
                        MeetingRule.RECUSAL_OPEN)
                .or(new MeetingEvent.RecusalAsked(c.no(), c.person(), facts.actor(), c.reason()));
    }

    /// The chair decides; of the chair himself the other attending members, by more than half.
    static Outcome<MeetingEvent> decideRecusal(
            MeetingCommand.DecideRecusal c, MeetingFacts facts, MeetingState state) {
        var refusing = item(Meetings.at(state, Stage.OPEN), state, c.no());
        if (!refusing.none()) {
            return refusing.or();
        }
        var asked = state.item(c.no()).orElseThrow().recusals().get(c.person());
        var chair = state.notice().chair();
        boolean ofChair = c.person().equals(chair);
        boolean mine =
                ofChair
                        ? !facts.actor().equals(chair) && state.present().contains(facts.actor())
                        : facts.actor().equals(chair);
        refusing.unless(asked != null && asked.open(), MeetingRule.RECUSAL_OPEN)
                .unless(mine, MeetingRule.RECUSAL_BY_CHAIR);
        if (!refusing.none() || asked == null) {
            return refusing.or();
        }
        if (!ofChair) {
            return refusing.or(
                    new MeetingEvent.RecusalDecided(
                            c.no(), c.person(), c.granted(), facts.actor()));
        }
        refusing.unless(!asked.voices().containsKey(facts.actor()), MeetingRule.ONE_VOTE_EACH);
        return refusing.or(voiced(c, facts, state, asked));
    }

    private static java.util.List<MeetingEvent> voiced(
            MeetingCommand.DecideRecusal c,
            MeetingFacts facts,
            MeetingState state,
            ItemState.Recusal asked) {
        var events = new ArrayList<MeetingEvent>();
        events.add(new MeetingEvent.RecusalVoiced(c.no(), c.person(), c.granted(), facts.actor()));
        long others = state.present().stream().filter(p -> !p.equals(c.person())).count();
        long yes = asked.voices().values().stream().filter(v -> v).count() + (c.granted() ? 1 : 0);
        long no = asked.voices().size() + 1 - yes;
        if (yes * 2 > others || no * 2 >= others) {
            events.add(
                    new MeetingEvent.RecusalDecided(
                            c.no(), c.person(), yes * 2 > others, facts.actor()));
        }
        return events;
    }

    static Outcome<MeetingEvent> speak(
            MeetingCommand.Speak c, MeetingFacts facts, MeetingState state) {
        var refusing = attending(facts, state, c.no());
        if (!refusing.none()) {
            return refusing.or();
        }
        var item = state.item(c.no()).orElseThrow();
        var voting = new Voting(facts.kind(), state, item);
        var me = facts.actor();
        var waiting = voting.stillToSpeak(me);
        return refusing.unless(!item.recused(me), MeetingRule.RECUSED_KEEPS_OUT)
                .unless(!item.recusalsOpen(), MeetingRule.RECUSAL_SETTLED)
                .unless(!c.text().isBlank(), MeetingRule.STATEMENT_IN_WORDS)
                .unless(!item.statements().containsKey(me), MeetingRule.STATED_ONCE)
                .unless(
                        voting.last().filter(me::equals).isEmpty() || waiting.isEmpty(),
                        MeetingRule.CHIEF_LAST,
                        Map.of("people", Refusing.people(waiting)))
                .or(new MeetingEvent.Spoke(c.no(), me, c.text()));
    }

    static Outcome<MeetingEvent> answer(
            MeetingCommand.AnswerCheck c, MeetingFacts facts, MeetingState state) {
        return item(Meetings.led(facts, state, Stage.OPEN), state, c.no())
                .unless(
                        facts.kind().checklist().contains(c.question()),
                        MeetingRule.CHECKLIST_ANSWERED,
                        Map.of("questions", c.question()))
                .unless(
                        c.answer() != Answer.NO || !c.note().isBlank(),
                        MeetingRule.REFUSAL_WITH_REASON)
                .or(new MeetingEvent.CheckAnswered(c.no(), c.question(), c.answer(), c.note()));
    }

    /// Another proposal is another vote; one off the band is not put to the vote at all (C29).
    static Outcome<MeetingEvent> amend(
            MeetingCommand.Amend c, MeetingFacts facts, MeetingState state) {
        var refusing = item(Meetings.led(facts, state, Stage.OPEN), state, c.no());
        if (!refusing.none()) {
            return refusing.or();
        }
        var item = state.item(c.no()).orElseThrow().item().proposing(c.proposal(), c.amountFen());
        return refusing.unless(!c.proposal().isBlank(), MeetingRule.AGENDA_ITEM_STATED)
                .unless(item.withinBand(), MeetingRule.RESOLUTION_WITHIN_BAND, Ballots.band(item))
                .or(new MeetingEvent.Amended(c.no(), c.proposal(), c.amountFen()));
    }
}
