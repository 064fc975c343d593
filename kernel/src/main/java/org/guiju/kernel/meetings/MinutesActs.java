package org.guiju.kernel.meetings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiju.kernel.meetings.MeetingState.Stage;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;

/// 散会与签字: the minutes are drawn up from what happened, and bind when all who attended have signed or said why not.
final class MinutesActs {
    private MinutesActs() {}

    static Outcome<MeetingEvent> close(MeetingFacts facts, MeetingState state) {
        var refusing = Meetings.led(facts, state, Stage.OPEN);
        if (!refusing.none()) {
            return refusing.or();
        }
        var kind = facts.kind();
        var open =
                state.items().stream()
                        .filter(i -> !i.settled())
                        .map(i -> Integer.toString(i.item().no()))
                        .collect(Collectors.joining("、"));
        int due = state.notice().dueCount();
        int present = kind.byCount() ? state.presentCount() : state.present().size();
        var quorum = kind.quorum(state.notice().roll());
        return refusing.unless(
                        quorum.met(present, due),
                        MeetingRule.MEETING_QUORUM,
                        Map.of(
                                "present", Integer.toString(present),
                                "due", Integer.toString(due),
                                "least", Long.toString(quorum.least(due))))
                .unless(open.isEmpty(), MeetingRule.AGENDA_ALL_SETTLED, Map.of("items", open))
                .or(new MeetingEvent.Closed(MeetingMinutes.digest(state)));
    }

    static Outcome<MeetingEvent> sign(String digest, MeetingFacts facts, MeetingState state) {
        var refusing = signer(facts, state);
        return refusing.none()
                ? refusing.unless(digest.equals(state.digest()), MeetingRule.MINUTES_AS_SEEN)
                        .or(
                                completed(
                                        facts,
                                        state,
                                        List.of(
                                                new MeetingEvent.Signed(
                                                        facts.actor(), digest, false))))
                : refusing.or();
    }

    static Outcome<MeetingEvent> refuse(
            MeetingCommand.RefuseToSign c, MeetingFacts facts, MeetingState state) {
        var refusing = signer(facts, state);
        return refusing.none()
                ? refusing.unless(!c.reason().isBlank(), MeetingRule.REFUSAL_WITH_REASON)
                        .or(
                                completed(
                                        facts,
                                        state,
                                        List.of(
                                                new MeetingEvent.SigningRefused(
                                                        facts.actor(), c.reason()))))
                : refusing.or();
    }

    private static Refusing signer(MeetingFacts facts, MeetingState state) {
        var refusing = Meetings.at(state, Stage.SIGNING);
        return refusing.none()
                ? refusing.unless(
                                state.signers(facts.kind()).contains(facts.actor()),
                                MeetingRule.MINUTES_NEED_ATTENDING)
                        .unless(
                                !state.signatures().containsKey(facts.actor()),
                                MeetingRule.MINUTES_SIGNED_ONCE)
                : refusing;
    }

    static Outcome<MeetingEvent> sheet(
            MeetingCommand.KeepSheet c, MeetingFacts facts, MeetingState state) {
        var refusing = Meetings.led(facts, state, Stage.SIGNING);
        if (!refusing.none()) {
            return refusing.or();
        }
        var open = state.unsigned(facts.kind());
        var events = new ArrayList<MeetingEvent>();
        events.add(new MeetingEvent.SheetKept(c.file(), c.commitment(), c.mediaType()));
        c.signers().stream()
                .distinct()
                .forEach(p -> events.add(new MeetingEvent.Signed(p, state.digest(), true)));
        return refusing.unless(
                        !c.signers().isEmpty() && open.containsAll(c.signers()),
                        MeetingRule.SHEET_WITH_SIGNERS)
                .or(completed(facts, state, events));
    }

    /// With the last of them the minutes bind.
    private static List<MeetingEvent> completed(
            MeetingFacts facts, MeetingState state, List<MeetingEvent> events) {
        var left = new HashSet<PersonId>(state.unsigned(facts.kind()));
        for (var event : events) {
            if (event instanceof MeetingEvent.Signed s) {
                left.remove(s.person());
            } else if (event instanceof MeetingEvent.SigningRefused s) {
                left.remove(s.person());
            }
        }
        if (!left.isEmpty()) {
            return events;
        }
        var all = new ArrayList<>(events);
        all.add(new MeetingEvent.Completed(state.digest()));
        return all;
    }
}
