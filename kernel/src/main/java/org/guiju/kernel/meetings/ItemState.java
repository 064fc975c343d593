package org.guiju.kernel.meetings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.guiju.kernel.meetings.MeetingEvent.Answer;
import org.guiju.kernel.meetings.MeetingEvent.Vote;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 议题现状: what was said, asked and voted on one item.
///
/// @param withdrawn why it was taken off; null while it stands
/// @param hands numbers counted by hands; null until they are
/// @param outcome null while it is open
/// @param remarks 会前书面意见 of members
public record ItemState(
        AgendaItem item,
        @Nullable String withdrawn,
        SequencedMap<PersonId, String> remarks,
        SequencedMap<PersonId, Recusal> recusals,
        SequencedMap<PersonId, String> statements,
        SequencedMap<PersonId, Ballot> votes,
        @Nullable Tally hands,
        List<Dissenting> dissents,
        SequencedMap<String, Check> checks,
        @Nullable ItemOutcome outcome,
        Tally tally) {

    /// 回避申请.
    ///
    /// @param granted null until it is decided
    /// @param voices of the members, where the body decides
    public record Recusal(
            PersonId by,
            String reason,
            @Nullable Boolean granted,
            SequencedMap<PersonId, Boolean> voices) {
        boolean open() {
            return granted == null;
        }
    }

    /// 一票.
    public record Ballot(Vote vote, String dissent) {}

    /// 不同意见.
    public record Dissenting(PersonId person, String text) {}

    /// 合规性审查的一项.
    public record Check(Answer answer, String note) {}

    static ItemState of(AgendaItem item) {
        return new ItemState(
                item,
                null,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                null,
                List.of(),
                new LinkedHashMap<>(),
                null,
                Tally.NONE);
    }

    public boolean settled() {
        return withdrawn != null || outcome != null;
    }

    /// 已回避.
    public boolean recused(PersonId person) {
        var asked = recusals.get(person);
        return asked != null && Boolean.TRUE.equals(asked.granted());
    }

    public boolean recusalsOpen() {
        return recusals.values().stream().anyMatch(Recusal::open);
    }

    public Optional<Vote> voteOf(PersonId person) {
        return Optional.ofNullable(votes.get(person)).map(Ballot::vote);
    }

    public int count(Vote vote) {
        return (int) votes.values().stream().filter(b -> b.vote() == vote).count();
    }

    /// Whether somebody's different opinion stands on record.
    public boolean dissented(PersonId person) {
        return dissents.stream().anyMatch(d -> d.person().equals(person));
    }

    private static <K, V> SequencedMap<K, V> with(Map<K, V> before, K key, V value) {
        var after = new LinkedHashMap<>(before);
        after.put(key, value);
        return after;
    }

    private static <T> List<T> with(List<T> before, T more) {
        return java.util.stream.Stream.concat(before.stream(), java.util.stream.Stream.of(more))
                .toList();
    }

    private ItemState asked(SequencedMap<PersonId, Recusal> after) {
        return new ItemState(
                item,
                withdrawn,
                remarks,
                after,
                statements,
                votes,
                hands,
                dissents,
                checks,
                outcome,
                tally);
    }

    private ItemState voted(
            AgendaItem put, SequencedMap<PersonId, Ballot> after, @Nullable Tally counted) {
        return new ItemState(
                put,
                withdrawn,
                remarks,
                recusals,
                statements,
                after,
                counted,
                dissents,
                checks,
                outcome,
                tally);
    }

    private ItemState said(
            SequencedMap<PersonId, String> before,
            SequencedMap<PersonId, String> now,
            List<Dissenting> different,
            SequencedMap<String, Check> checked) {
        return new ItemState(
                item, withdrawn, before, recusals, now, votes, hands, different, checked, outcome,
                tally);
    }

    private ItemState ended(@Nullable String why, @Nullable ItemOutcome result, Tally counted) {
        return new ItemState(
                item,
                why,
                remarks,
                recusals,
                statements,
                votes,
                hands,
                dissents,
                checks,
                result,
                counted);
    }

    /// What the item is after an event of its own.
    ItemState after(MeetingEvent event) {
        return switch (event) {
            case MeetingEvent.ItemWithdrawn e -> ended(e.reason(), null, Tally.NONE);
            case MeetingEvent.Remarked e ->
                    said(with(remarks, e.person(), e.text()), statements, dissents, checks);
            case MeetingEvent.RecusalAsked e ->
                    asked(
                            with(
                                    recusals,
                                    e.person(),
                                    new Recusal(e.by(), e.reason(), null, new LinkedHashMap<>())));
            case MeetingEvent.RecusalVoiced e -> voiced(e);
            case MeetingEvent.RecusalDecided e -> decided(e);
            case MeetingEvent.Spoke e ->
                    said(remarks, with(statements, e.person(), e.text()), dissents, checks);
            case MeetingEvent.Voted e ->
                    voted(item, with(votes, e.person(), new Ballot(e.vote(), e.dissent())), hands);
            case MeetingEvent.HandsCounted e ->
                    voted(item, votes, new Tally(0, 0, e.votesFor(), e.against(), e.abstain()));
            case MeetingEvent.Dissented e ->
                    said(
                            remarks,
                            statements,
                            with(dissents, new Dissenting(e.person(), e.text())),
                            checks);
            case MeetingEvent.CheckAnswered e ->
                    said(
                            remarks,
                            statements,
                            dissents,
                            with(checks, e.question(), new Check(e.answer(), e.note())));
            case MeetingEvent.Amended e ->
                    voted(item.proposing(e.proposal(), e.amountFen()), new LinkedHashMap<>(), null);
            case MeetingEvent.ItemClosed e -> ended(withdrawn, e.outcome(), e.tally());
            default -> throw new IllegalStateException("no item knows of " + event);
        };
    }

    private ItemState voiced(MeetingEvent.RecusalVoiced e) {
        var before = java.util.Objects.requireNonNull(recusals.get(e.person()));
        return asked(
                with(
                        recusals,
                        e.person(),
                        new Recusal(
                                before.by(),
                                before.reason(),
                                null,
                                with(before.voices(), e.by(), e.granted()))));
    }

    private ItemState decided(MeetingEvent.RecusalDecided e) {
        var before = java.util.Objects.requireNonNull(recusals.get(e.person()));
        return asked(
                with(
                        recusals,
                        e.person(),
                        new Recusal(before.by(), before.reason(), e.granted(), before.voices())));
    }
}
