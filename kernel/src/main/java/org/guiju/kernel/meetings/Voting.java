package org.guiju.kernel.meetings;

import java.util.List;
import java.util.Optional;
import org.guiju.kernel.meetings.MeetingEvent.Vote;
import org.guiju.kernel.shared.PersonId;

/// 计票规则: who may speak and vote on an item, who is last, and what the votes add up to.
///
/// @param kind as it is in force for the meeting
public record Voting(MeetingKind kind, MeetingState state, ItemState item) {

    /// Members who may take part in this item: neither recused nor, where the kind says so, its handler.
    public List<PersonId> eligible() {
        return state.notice().members().stream().filter(this::mayTakePart).toList();
    }

    private boolean mayTakePart(PersonId person) {
        return !item.recused(person) && (kind.handlerVotes() || !isHandler(person));
    }

    public boolean isHandler(PersonId person) {
        return person.equals(item.item().handler());
    }

    /// Of those, who attend.
    public List<PersonId> attending() {
        return state.present().stream().filter(this::mayTakePart).toList();
    }

    /// The numbers as they stand.
    public Tally tally() {
        var hands = item.hands();
        if (kind.byCount()) {
            return new Tally(
                    state.notice().dueCount(),
                    state.presentCount(),
                    hands == null ? 0 : hands.votesFor(),
                    hands == null ? 0 : hands.against(),
                    hands == null ? 0 : hands.abstain());
        }
        var due = kind.recusedCounted() ? state.notice().members() : eligible();
        return new Tally(
                due.size(),
                attending().size(),
                item.count(Vote.FOR),
                item.count(Vote.AGAINST),
                item.count(Vote.ABSTAIN));
    }

    public boolean quorate() {
        var t = tally();
        return kind.quorum(state.notice().roll()).met(t.present(), t.due());
    }

    /// Whether everybody who may vote has voted, or the hands are counted.
    public boolean counted() {
        return kind.byCount()
                ? item.hands() != null
                : !attending().isEmpty() && item.votes().keySet().containsAll(attending());
    }

    /// 末位: the chief, or the chair where the chief does not take part; empty where hands are counted.
    public Optional<PersonId> last() {
        var chief = state.notice().chief();
        if (kind.byCount() || kind.chief().isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(chief)
                .filter(attending()::contains)
                .or(() -> Optional.of(state.notice().chair()).filter(attending()::contains));
    }

    /// Those before whom the last one keeps silent: everybody else has stated his opinion.
    public List<PersonId> stillToSpeak(PersonId before) {
        return attending().stream()
                .filter(p -> !p.equals(before) && !item.statements().containsKey(p))
                .toList();
    }

    public List<PersonId> stillToVote(PersonId before) {
        return attending().stream()
                .filter(p -> !p.equals(before) && !item.votes().containsKey(p))
                .toList();
    }

    /// The result by rule.
    public ItemOutcome outcome() {
        var t = tally();
        if (kind.carries(t)) {
            return ItemOutcome.CARRIED;
        }
        return t.votesFor() == t.against() ? ItemOutcome.TIE : ItemOutcome.NOT_CARRIED;
    }
}
