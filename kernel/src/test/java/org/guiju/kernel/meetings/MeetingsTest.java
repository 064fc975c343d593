package org.guiju.kernel.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.meetings.MeetingCommand.Cast;
import org.guiju.kernel.meetings.MeetingCommand.Speak;
import org.guiju.kernel.meetings.MeetingEvent.Vote;
import org.guiju.kernel.meetings.MeetingKind.Base;
import org.guiju.kernel.meetings.MeetingKind.Body;
import org.guiju.kernel.meetings.MeetingKind.Roll;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a meeting permits and refuses, stage by stage; figures just below, on and above.
class MeetingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final OrganId ORGAN = new OrganId("organ");
    private static final MatterRef MATTER = new MatterRef(MatterSort.PENALTY_CASE, "QL-1");

    private final List<MeetingEvent> history = new ArrayList<>();

    private static PersonId p(int n) {
        return new PersonId("p" + n);
    }

    private static MeetingKind kind(
            Body body, String quorum, String majority, Base base, boolean counted) {
        var share = Share.of(quorum).orElseThrow();
        return new MeetingKind(
                "kind",
                Text.zh("会议"),
                body,
                "",
                body.byCount() ? "" : "head",
                Set.of(Roll.MEMBERS, Roll.HOUSEHOLDS),
                share,
                Share.of(">=2/3").orElseThrow(),
                Share.of(majority).orElseThrow(),
                base,
                !body.byCount(),
                false,
                counted,
                0,
                false,
                Set.of(MatterSort.PENALTY_CASE),
                Set.of(MatterSort.REPORT),
                List.of(),
                new Article("guiju", "C30"),
                "",
                DAY);
    }

    private static final MeetingKind USUAL = kind(Body.SECTION, ">1/2", ">1/2", Base.DUE, false);

    private static MeetingFacts facts(MeetingKind kind, int actor) {
        var roster =
                new Roster(
                        List.of(
                                new Roster.Assignment(
                                        p(1), ORGAN, "", "head", DAY.minusYears(1), null)),
                        List.of(),
                        List.of());
        return new MeetingFacts(ORGAN, kind, "", roster, DAY, p(actor), true);
    }

    /// What the command meets: nothing where it comes true, and then it is history.
    private String does(MeetingKind kind, int actor, MeetingCommand command) {
        return switch (Meetings.decide(facts(kind, actor), history, command)) {
            case Outcome.Permitted<MeetingEvent>(var events) -> {
                history.addAll(events);
                yield "";
            }
            case Outcome.Refused<MeetingEvent> refused -> refused.first().code().name();
        };
    }

    private static AgendaItem item(MatterSort sort, String id, int handler) {
        return new AgendaItem(
                0,
                new MatterRef(sort, id),
                "标题",
                "议案",
                null,
                null,
                null,
                handler == 0 ? null : p(handler));
    }

    private void held(MeetingKind kind, int members, int present) {
        var all = IntStream.rangeClosed(1, members).mapToObj(MeetingsTest::p).toList();
        var there = all.subList(0, present);
        var away = new java.util.LinkedHashMap<PersonId, String>();
        all.subList(present, members).forEach(a -> away.put(a, "出差"));
        assertThat(
                        does(
                                kind,
                                1,
                                new MeetingCommand.Convene(
                                        "M", DAY, "", "", p(1), all, Roll.MEMBERS, members)))
                .isEmpty();
        assertThat(does(kind, 1, new MeetingCommand.Place(item(MATTER.sort(), MATTER.id(), 0))))
                .isEmpty();
        assertThat(
                        does(
                                kind,
                                1,
                                new MeetingCommand.Open(
                                        kind.byCount() ? List.of() : there, away, present)))
                .isEmpty();
    }

    private void allSpeak(MeetingKind kind, int present) {
        for (int i = 2; i <= present; i++) {
            assertThat(does(kind, i, new Speak(1, "意见"))).isEmpty();
        }
        assertThat(does(kind, 1, new Speak(1, "意见"))).isEmpty();
    }

    private ItemOutcome resolved(MeetingKind kind, int present, int votesFor, int against) {
        allSpeak(kind, present);
        int cast = 0;
        for (int i = 2; i <= present + 1; i++) {
            int voter = i > present ? 1 : i;
            var vote =
                    cast < votesFor
                            ? Vote.FOR
                            : cast < votesFor + against ? Vote.AGAINST : Vote.ABSTAIN;
            assertThat(does(kind, voter, new Cast(1, vote, "不同意"))).isEmpty();
            cast++;
        }
        assertThat(does(kind, 1, new MeetingCommand.CloseItem(1))).isEmpty();
        return java.util.Objects.requireNonNull(
                MeetingState.replay(history).item(1).orElseThrow().outcome());
    }

    @ParameterizedTest
    @CsvSource({
        ">1/2, 6, 3, false", ">1/2, 6, 4, true", ">1/2, 7, 3, false", ">1/2, 7, 4, true",
        ">=1/2, 6, 2, false", ">=1/2, 6, 3, true", ">=2/3, 6, 3, false", ">=2/3, 6, 4, true",
        ">=2/3, 7, 4, false", ">=2/3, 7, 5, true", ">=3/4, 8, 5, false", ">=3/4, 8, 6, true",
        ">1/2, 0, 0, false"
    })
    void aShareIsMetOnAndAboveItsFigureAndNotBelow(String share, int all, int have, boolean met) {
        assertThat(Share.of(share).orElseThrow().met(have, all)).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"3, MEETING_QUORUM", "4, ''", "5, ''"})
    void oneBelowTheQuorumNoVoteIsTakenAndTheMeetingDoesNotClose(int present, String code) {
        held(USUAL, 7, present);
        allSpeak(USUAL, present);
        assertThat(does(USUAL, 2, new Cast(1, Vote.FOR, ""))).isEqualTo(code);
        if (!code.isEmpty()) {
            assertThat(does(USUAL, 1, new MeetingCommand.CloseItem(1))).isEqualTo(code);
            assertThat(does(USUAL, 1, new MeetingCommand.Close())).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0, NOT_CARRIED",
        "4, 0, CARRIED",
        "5, 2, CARRIED",
        "3, 3, TIE",
        "3, 4, NOT_CARRIED",
        "0, 0, TIE"
    })
    void aMajorityIsOfThoseWhoShouldAttendAndAbstainingCountsForNobody(
            int votesFor, int against, ItemOutcome outcome) {
        held(USUAL, 7, 7);
        assertThat(resolved(USUAL, 7, votesFor, against)).isEqualTo(outcome);
    }

    @Test
    void theBaseDecidesWhetherThreeOfFivePresentOfSevenCarry() {
        held(USUAL, 7, 5);
        assertThat(resolved(USUAL, 5, 3, 0)).isEqualTo(ItemOutcome.NOT_CARRIED);
        history.clear();
        var present = kind(Body.SECTION, ">1/2", ">1/2", Base.PRESENT, false);
        held(present, 7, 5);
        assertThat(resolved(present, 5, 3, 0)).isEqualTo(ItemOutcome.CARRIED);
    }

    @ParameterizedTest
    @CsvSource({"false, 4", "true, 5"})
    void aRecusedMemberLeavesTheDenominatorWhereTheKindSaysSo(boolean counted, int due) {
        var kind = kind(Body.SECTION, ">1/2", ">1/2", Base.DUE, counted);
        held(kind, 5, 5);
        assertThat(does(kind, 5, new MeetingCommand.AskRecusal(1, p(5), "亲属"))).isEmpty();
        assertThat(does(kind, 2, new Speak(1, "意见"))).isEqualTo("RECUSAL_SETTLED");
        assertThat(does(kind, 1, new MeetingCommand.DecideRecusal(1, p(5), true))).isEmpty();
        assertThat(does(kind, 5, new Speak(1, "意见"))).isEqualTo("RECUSED_KEEPS_OUT");
        assertThat(does(kind, 5, new Cast(1, Vote.FOR, ""))).isEqualTo("RECUSED_KEEPS_OUT");
        var state = MeetingState.replay(history);
        assertThat(new Voting(kind, state, state.item(1).orElseThrow()).tally().due())
                .isEqualTo(due);
    }

    @Test
    void ofTheChairTheOtherMembersDecideByMoreThanHalf() {
        held(USUAL, 5, 5);
        assertThat(does(USUAL, 2, new MeetingCommand.AskRecusal(1, p(1), "亲属"))).isEmpty();
        assertThat(does(USUAL, 1, new MeetingCommand.DecideRecusal(1, p(1), false)))
                .isEqualTo("RECUSAL_BY_CHAIR");
        assertThat(does(USUAL, 2, new MeetingCommand.DecideRecusal(1, p(1), true))).isEmpty();
        assertThat(does(USUAL, 2, new MeetingCommand.DecideRecusal(1, p(1), true)))
                .isEqualTo("ONE_VOTE_EACH");
        assertThat(does(USUAL, 3, new MeetingCommand.DecideRecusal(1, p(1), true))).isEmpty();
        assertThat(MeetingState.replay(history).item(1).orElseThrow().recused(p(1))).isFalse();
        assertThat(does(USUAL, 4, new MeetingCommand.DecideRecusal(1, p(1), true))).isEmpty();
        assertThat(MeetingState.replay(history).item(1).orElseThrow().recused(p(1))).isTrue();
    }

    @Test
    void theChiefSpeaksAndVotesWhenAllOthersHave() {
        held(USUAL, 3, 3);
        assertThat(does(USUAL, 2, new Speak(1, "意见"))).isEmpty();
        assertThat(does(USUAL, 1, new Speak(1, "意见"))).isEqualTo("CHIEF_LAST");
        assertThat(does(USUAL, 3, new Speak(1, "意见"))).isEmpty();
        assertThat(does(USUAL, 1, new Speak(1, "意见"))).isEmpty();
        assertThat(does(USUAL, 2, new Cast(1, Vote.FOR, ""))).isEmpty();
        assertThat(does(USUAL, 1, new Cast(1, Vote.FOR, ""))).isEqualTo("CHIEF_LAST");
        assertThat(does(USUAL, 3, new Cast(1, Vote.FOR, ""))).isEmpty();
        assertThat(does(USUAL, 1, new Cast(1, Vote.FOR, ""))).isEmpty();
    }

    @Test
    void theHandlerDoesNotVoteOnHisOwnCase() {
        held(USUAL, 5, 5);
        history.set(1, new MeetingEvent.ItemPlaced(numbered(item(MATTER.sort(), MATTER.id(), 3))));
        assertThat(does(USUAL, 3, new Speak(1, "介绍案情"))).isEmpty();
        assertThat(does(USUAL, 3, new Cast(1, Vote.FOR, ""))).isEqualTo("HANDLER_DOES_NOT_VOTE");
    }

    private static AgendaItem numbered(AgendaItem i) {
        return new AgendaItem(
                1,
                i.matter(),
                i.title(),
                i.proposal(),
                i.amountFen(),
                i.band(),
                i.experts(),
                i.handler());
    }

    @Test
    void householdsAndMembersAreCountedByTheirOwnFigures() {
        var village = kind(Body.VILLAGERS, ">1/2", ">1/2", Base.PRESENT, true);
        held(village, 100, 50);
        assertThat(does(village, 1, new MeetingCommand.CountHands(1, 26, 24, 0)))
                .isEqualTo("MEETING_QUORUM");
        history.clear();
        held(village, 100, 51);
        assertThat(does(village, 1, new MeetingCommand.CountHands(1, 26, 24, 0)))
                .isEqualTo("VOTES_COUNTED");
        assertThat(does(village, 1, new MeetingCommand.CountHands(1, 26, 25, 0))).isEmpty();
        assertThat(does(village, 1, new MeetingCommand.CloseItem(1))).isEmpty();
        assertThat(MeetingState.replay(history).item(1).orElseThrow().outcome())
                .isEqualTo(ItemOutcome.CARRIED);
        assertThat(village.quorum(Roll.HOUSEHOLDS).met(66, 100)).isFalse();
        assertThat(village.quorum(Roll.HOUSEHOLDS).met(67, 100)).isTrue();
    }

    static Stream<MeetingCommand> ofAHeldMeeting() {
        return Stream.of(
                new Speak(1, "意见"),
                new Cast(1, Vote.FOR, ""),
                new MeetingCommand.CloseItem(1),
                new MeetingCommand.Amend(1, "议案", null),
                new MeetingCommand.Arrive(p(2)),
                new MeetingCommand.DecideRecusal(1, p(2), true),
                new MeetingCommand.CountHands(1, 1, 1, 1),
                new MeetingCommand.Dissent(1, "不同意"),
                new MeetingCommand.AnswerCheck(1, "q", MeetingEvent.Answer.YES, ""),
                new MeetingCommand.Close(),
                new MeetingCommand.Sign(""),
                new MeetingCommand.RefuseToSign("理由"),
                new MeetingCommand.KeepSheet("f", "c", "application/pdf", List.of(p(1))));
    }

    @ParameterizedTest
    @MethodSource("ofAHeldMeeting")
    void nothingOfAHeldMeetingHappensBeforeItIsConvenedOrOpened(MeetingCommand command) {
        assertThat(does(USUAL, 1, command)).isEqualTo("MEETING_KNOWN");
        does(
                USUAL,
                1,
                new MeetingCommand.Convene(
                        "M", DAY, "", "", p(1), List.of(p(1), p(2), p(3)), Roll.MEMBERS, 3));
        assertThat(does(USUAL, 1, command)).isEqualTo("MEETING_STAGE");
    }

    @Test
    void anotherMatterThanTheKindDiscussesIsRefusedAndAReportedOneIsNotVotedOn() {
        held(USUAL, 3, 3);
        assertThat(does(USUAL, 1, new MeetingCommand.Place(item(MatterSort.PERSONNEL, "R", 0))))
                .isEqualTo("MEETING_STAGE");
        history.removeLast();
        assertThat(does(USUAL, 1, new MeetingCommand.Place(item(MatterSort.PERSONNEL, "R", 0))))
                .isEqualTo("MATTER_OF_THE_KIND");
        assertThat(does(USUAL, 1, new MeetingCommand.Place(item(MatterSort.REPORT, "T", 0))))
                .isEmpty();
        assertThat(does(USUAL, 1, new MeetingCommand.Open(List.of(p(1), p(2), p(3)), Map.of(), 3)))
                .isEmpty();
        assertThat(does(USUAL, 2, new Speak(2, "意见"))).isEmpty();
        assertThat(does(USUAL, 2, new Cast(2, Vote.FOR, ""))).isEqualTo("MATTER_OF_THE_KIND");
        assertThat(does(USUAL, 1, new MeetingCommand.CloseItem(2))).isEmpty();
    }

    @Test
    void theMinutesBindWhenAllAttendingHaveSignedOnScreenOrPaperOrSaidWhyNot() {
        held(USUAL, 4, 4);
        resolved(USUAL, 4, 3, 1);
        assertThat(does(USUAL, 1, new MeetingCommand.Close())).isEmpty();
        var digest = MeetingState.replay(history).digest();
        assertThat(does(USUAL, 1, new MeetingCommand.Sign("other"))).isEqualTo("MINUTES_AS_SEEN");
        assertThat(does(USUAL, 1, new MeetingCommand.Sign(digest))).isEmpty();
        assertThat(does(USUAL, 1, new MeetingCommand.Sign(digest)))
                .isEqualTo("MINUTES_SIGNED_ONCE");
        assertThat(does(USUAL, 9, new MeetingCommand.Sign(digest)))
                .isEqualTo("MINUTES_NEED_ATTENDING");
        assertThat(does(USUAL, 2, new MeetingCommand.RefuseToSign("保留"))).isEmpty();
        assertThat(
                        does(
                                USUAL,
                                1,
                                new MeetingCommand.KeepSheet(
                                        "f", "c", "application/pdf", List.of(p(1)))))
                .isEqualTo("SHEET_WITH_SIGNERS");
        assertThat(MeetingMinutes.resolutions(MeetingState.replay(history))).isEmpty();
        assertThat(
                        does(
                                USUAL,
                                1,
                                new MeetingCommand.KeepSheet(
                                        "f", "c", "application/pdf", List.of(p(3), p(4)))))
                .isEmpty();
        assertThat(MeetingMinutes.resolutions(MeetingState.replay(history)))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.matter()).isEqualTo(MATTER);
                    assertThat(r.minutes()).isEqualTo(digest);
                });
    }
}
