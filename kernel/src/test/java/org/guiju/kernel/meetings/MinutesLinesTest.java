package org.guiju.kernel.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.meetings.MeetingEvent.Answer;
import org.guiju.kernel.meetings.MeetingEvent.Vote;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;

/// 会议纪要: what the signers sign holds every word, vote and absence, so that none can be changed afterwards.
class MinutesLinesTest {
    private static final PersonId ONE = new PersonId("one");
    private static final PersonId TWO = new PersonId("two");
    private static final PersonId ILL = new PersonId("ill");
    private static final PersonId AWAY = new PersonId("away");
    private final List<MeetingEvent> history = new ArrayList<>();

    private MeetingState held() {
        history.add(
                new MeetingEvent.Convened(
                        "M",
                        "kind",
                        new OrganId("organ"),
                        LocalDate.of(2026, 11, 24),
                        "9:00",
                        "三楼",
                        TWO,
                        ONE,
                        null,
                        List.of(ONE, TWO, ILL, AWAY),
                        MeetingKind.Roll.MEMBERS,
                        4,
                        "1号"));
        history.add(
                new MeetingEvent.ItemPlaced(
                        new AgendaItem(
                                1,
                                new MatterRef(MatterSort.PENALTY_CASE, "QL-1"),
                                "标题",
                                "罚款",
                                500L,
                                null,
                                null,
                                null)));
        history.add(new MeetingEvent.Opened(List.of(ONE, TWO), Map.of(ILL, "病假", AWAY, "出差"), 2));
        return state();
    }

    private MeetingState state() {
        return MeetingState.replay(history);
    }

    @Test
    void noticeAndAttendanceStandAtTheHeadWithEachAbsenceInTheOrderOfNames() {
        assertThat(MeetingMinutes.lines(held()))
                .startsWith(
                        "guiju-minutes/v1|M|kind|organ",
                        "held|2026-11-24|9:00|三楼|1号",
                        "chair|one|convenor|two",
                        "due|4|members|one,two,ill,away",
                        "present|2|one,two",
                        "absent|away|出差",
                        "absent|ill|病假")
                .contains("proposal|罚款|500");
    }

    @Test
    void everyWordAndEveryVoteIsALineOfItsOwnAndChangesTheDigest() {
        held();
        adds(new MeetingEvent.Remarked(1, TWO, "书面意见"), "remark|two|书面意见");
        adds(new MeetingEvent.RecusalAsked(1, TWO, TWO, "亲属"), "recusal|two|亲属|null");
        adds(new MeetingEvent.RecusalDecided(1, TWO, false, ONE), "recusal|two|亲属|false");
        adds(new MeetingEvent.Spoke(1, TWO, "同意|但\n有\\异议"), "statement|two|同意\\p但\\n有\\\\异议");
        adds(new MeetingEvent.CheckAnswered(1, "q1", Answer.YES, "附注"), "check|q1|YES|附注");
        adds(new MeetingEvent.Voted(1, ONE, Vote.AGAINST, "过重"), "vote|one|AGAINST|过重");
        adds(new MeetingEvent.Dissented(1, TWO, "保留"), "dissent|two|保留");
        adds(
                new MeetingEvent.ItemClosed(1, ItemOutcome.NOT_CARRIED, new Tally(4, 2, 0, 1, 1)),
                "outcome|" + ItemOutcome.NOT_CARRIED.code() + "|4/2|0:1:1");
        adds(new MeetingEvent.ItemWithdrawn(1, "补充材料"), "withdrawn|补充材料");
    }

    private void adds(MeetingEvent event, String line) {
        var before = MeetingMinutes.digest(state());
        assertThat(MeetingMinutes.lines(state())).doesNotContain(line);
        history.add(event);
        assertThat(MeetingMinutes.lines(state())).contains(line);
        assertThat(MeetingMinutes.digest(state())).isNotEqualTo(before).hasSize(64);
    }
}
