package org.guiju.kernel.meetings;

import java.util.List;
import org.guiju.kernel.meetings.MeetingState.Stage;
import org.guiju.kernel.shared.Outcome;

/// 会议的门: what somebody asks for in a meeting comes true, or is refused with every reason in its order.
public final class Meetings {
    private Meetings() {}

    public static Outcome<MeetingEvent> decide(
            MeetingFacts facts, List<MeetingEvent> history, MeetingCommand command) {
        var state = MeetingState.replay(history);
        return switch (command) {
            case MeetingCommand.Convene c -> Convening.convene(c, facts, state);
            case MeetingCommand.Place(var item) -> Convening.place(item, facts, state);
            case MeetingCommand.Withdraw c -> Convening.withdraw(c, facts, state);
            case MeetingCommand.Order(var order) -> Convening.order(order, facts, state);
            case MeetingCommand.Remark c -> Convening.remark(c, facts, state);
            case MeetingCommand.Open c -> Convening.open(c, facts, state);
            case MeetingCommand.Cancel(var reason) -> Convening.cancel(reason, facts, state);
            case MeetingCommand.Arrive(var person) -> Deliberation.arrive(person, facts, state);
            case MeetingCommand.AskRecusal c -> Deliberation.askRecusal(c, facts, state);
            case MeetingCommand.DecideRecusal c -> Deliberation.decideRecusal(c, facts, state);
            case MeetingCommand.Speak c -> Deliberation.speak(c, facts, state);
            case MeetingCommand.AnswerCheck c -> Deliberation.answer(c, facts, state);
            case MeetingCommand.Amend c -> Deliberation.amend(c, facts, state);
            case MeetingCommand.Cast c -> Ballots.cast(c, facts, state);
            case MeetingCommand.CountHands c -> Ballots.hands(c, facts, state);
            case MeetingCommand.Dissent c -> Ballots.dissent(c, facts, state);
            case MeetingCommand.CloseItem(var no) -> Ballots.close(no, facts, state);
            case MeetingCommand.Close() -> MinutesActs.close(facts, state);
            case MeetingCommand.Sign(var digest) -> MinutesActs.sign(digest, facts, state);
            case MeetingCommand.RefuseToSign c -> MinutesActs.refuse(c, facts, state);
            case MeetingCommand.KeepSheet c -> MinutesActs.sheet(c, facts, state);
        };
    }

    /// The meeting has come to the stage, and not beyond it.
    static Refusing at(MeetingState state, Stage stage) {
        return new Refusing()
                .unless(state.stage() != Stage.NONE, MeetingRule.MEETING_KNOWN)
                .unless(
                        state.stage() == Stage.NONE || state.stage() == stage,
                        MeetingRule.MEETING_STAGE,
                        java.util.Map.of("stage", state.stage().code(), "needed", stage.code()));
    }

    /// As [#at], for who convened it or presides.
    static Refusing led(MeetingFacts facts, MeetingState state, Stage stage) {
        var refusing = at(state, stage);
        return state.stage() == Stage.NONE
                ? refusing
                : refusing.unless(leads(facts, state), MeetingRule.CONVENOR_OR_CHAIR);
    }

    static boolean leads(MeetingFacts facts, MeetingState state) {
        return facts.actor().equals(state.notice().chair())
                || facts.actor().equals(state.notice().convenor());
    }
}
