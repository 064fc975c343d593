package org.guiju.app.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.ledger.StaleStream;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.meetings.application.MeetingDesk;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.meetings.AgendaItem;
import org.guiju.kernel.meetings.MatterRef;
import org.guiju.kernel.meetings.MatterSort;
import org.guiju.kernel.meetings.MeetingCommand;
import org.guiju.kernel.meetings.MeetingEvent;
import org.guiju.kernel.meetings.MeetingEvent.Vote;
import org.guiju.kernel.meetings.MeetingKind.Roll;
import org.guiju.kernel.meetings.MeetingRule;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;

/// Sixteen hands in the same meetings at the same time, over PostgreSQL and through the desk that pages and API use: one vote each,
/// the chief last, no vote without a statement, no result without a quorum or after another result. Counted from the events as they
/// are read back. `-Dguiju.race.tries=1000` runs the whole of it (docs/evidence/races.md).
@RunningGuiju
class VotesOverPostgresTest {
    private static final int HANDS = 16;
    private static final int TRIES = Integer.getInteger("guiju.race.tries", 60);
    private static final int TOGETHER = 4;
    private static final int ROUND = 30;
    private static final int MEETINGS = HANDS / TOGETHER * ((TRIES + ROUND - 1) / ROUND);
    private static final int QUORUM = 4;

    @LocalServerPort int port;
    @Autowired MeetingDesk desk;
    @Autowired Allocation allocation;
    @Autowired Appointments appointments;
    @Autowired Accounts accounts;
    @Autowired OfficialClock clock;

    private Chamber seven = new Chamber(0, "nowhere");

    /// What came of the tries.
    private enum End {
        DONE,
        REFUSED,
        AGAINST_THE_VOTE,
        GAVE_UP
    }

    private PersonId seat(int n) {
        return new PersonId(seven.person(n));
    }

    private Stamp by(PersonId who) {
        return Stamp.own(clock.now(), who.value(), UUID.randomUUID());
    }

    private List<PersonId> seats(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(this::seat).toList();
    }

    /// In session with the first four of seven, or with three and so without a quorum; who is missing may come later.
    private String inSession(int n) {
        var called =
                new MeetingCommand.Convene(
                        "",
                        clock.today(),
                        "9:00",
                        "会议室",
                        seat(1),
                        seats(1, Chamber.SEATS),
                        Roll.MEMBERS,
                        0);
        var id = desk.convene("case-hearing", new OrganId(seven.organ), called, by(seat(2)));
        var matter = new MatterRef(MatterSort.PENALTY_CASE, "race-" + id);
        desk.act(
                id,
                new MeetingCommand.Place(
                        new AgendaItem(0, matter, "占道经营案", "罚款", 100_000L, null, null, null)),
                by(seat(2)));
        int there = n % 4 == 0 ? QUORUM - 1 : QUORUM;
        Map<PersonId, String> away = new LinkedHashMap<>();
        seats(there + 1, Chamber.SEATS).forEach(p -> away.put(p, "出差"));
        desk.act(id, new MeetingCommand.Open(seats(1, there), away, 0), by(seat(2)));
        for (var question : List.of("procedure", "evidence", "discretion", "rights")) {
            desk.act(
                    id,
                    new MeetingCommand.AnswerCheck(1, question, MeetingEvent.Answer.YES, ""),
                    by(seat(1)));
        }
        return id;
    }

    /// 一次尝试.
    private record Try(PersonId who, MeetingCommand act) {}

    private Try tried(Random random, int n) {
        var who = seat(1 + random.nextInt(Chamber.SEATS));
        // Towards the end of a round the result is asked for too.
        return switch (random.nextInt(n < ROUND * 2 / 3 ? 8 : 10)) {
            case 0, 1, 2 -> new Try(who, new MeetingCommand.Speak(1, "同意"));
            case 3 -> new Try(seat(1), new MeetingCommand.Speak(1, "同意"));
            case 4, 5, 6 -> new Try(who, new MeetingCommand.Cast(1, Vote.FOR, ""));
            case 7 ->
                    random.nextInt(4) == 0
                            ? new Try(seat(2), new MeetingCommand.Arrive(who))
                            : new Try(seat(1), new MeetingCommand.Cast(1, Vote.FOR, ""));
            default -> new Try(seat(1), new MeetingCommand.CloseItem(1));
        };
    }

    private Map<End, Integer> tries(List<String> meetings, int hand, Random random) {
        var ends = new EnumMap<End, Integer>(End.class);
        for (int i = 0; i < TRIES; i++) {
            int which = hand / TOGETHER * (MEETINGS / (HANDS / TOGETHER)) + i / ROUND;
            ends.merge(one(meetings.get(which), tried(random, i % ROUND)), 1, Integer::sum);
        }
        return ends;
    }

    private End one(String meeting, Try tried) {
        var against =
                Set.of(
                        MeetingRule.ONE_VOTE_EACH,
                        MeetingRule.CHIEF_LAST,
                        MeetingRule.MEETING_QUORUM,
                        MeetingRule.MEETING_MEMBER_ACTS);
        try {
            desk.act(meeting, tried.act(), by(tried.who()));
            return End.DONE;
        } catch (RefusalException e) {
            return e.refusals().stream().anyMatch(r -> against.contains(r.code()))
                    ? End.AGAINST_THE_VOTE
                    : End.REFUSED;
        } catch (StaleStream | DuplicateKeyException _) {
            // Somebody was faster five times running: nothing happened, and the member is told so.
            return End.GAVE_UP;
        }
    }

    @Test
    void sixteenHandsOverPostgresGiveEachMemberOneVoteAndEachItemOneResult() throws Exception {
        seven = new Chamber(port, "voterace").founded(allocation, appointments, accounts, clock);
        long seed = ThreadLocalRandom.current().nextLong();
        var meetings = new ArrayList<String>();
        for (int i = 0; i < MEETINGS; i++) {
            meetings.add(inSession(i));
        }
        var ends = new EnumMap<End, Integer>(End.class);
        var hands = new ArrayList<Callable<Map<End, Integer>>>();
        for (int hand = 0; hand < HANDS; hand++) {
            int mine = hand;
            hands.add(() -> tries(meetings, mine, new Random(seed + mine)));
        }
        long began = System.nanoTime();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var hand : pool.invokeAll(hands)) {
                hand.get().forEach((end, n) -> ends.merge(end, n, Integer::sum));
            }
        }
        long millis = (System.nanoTime() - began) / 1_000_000;
        var violations = new ArrayList<String>();
        var kinds = new TreeMap<String, Integer>();
        for (var meeting : meetings) {
            var course =
                    desk.file(meeting).orElseThrow().course().stream()
                            .map(MeetingFile.Happened::event)
                            .toList();
            course.forEach(e -> kinds.merge(e.getClass().getSimpleName(), 1, Integer::sum));
            violations(course).forEach(v -> violations.add(meeting + " " + v));
        }
        System.out.printf(
                "race: %d hands x %d tries in %d meetings in %d ms: %s; read back %s: %d violations (seed %d)%n",
                HANDS, TRIES, MEETINGS, millis, ends, kinds, violations.size(), seed);
        assertThat(ends.values().stream().mapToInt(n -> n).sum()).isEqualTo(HANDS * TRIES);
        assertThat(ends.getOrDefault(End.AGAINST_THE_VOTE, 0)).as("seed %d", seed).isPositive();
        assertThat(kinds.getOrDefault("Voted", 0)).as("seed %d", seed).isPositive();
        assertThat(violations).as("seed %d", seed).isEmpty();
    }

    /// Counted from the events alone, not from the state that the decider keeps.
    private List<String> violations(List<MeetingEvent> course) {
        var present = new HashSet<PersonId>();
        var spoke = new LinkedHashSet<PersonId>();
        var voted = new LinkedHashSet<PersonId>();
        var found = new ArrayList<String>();
        int closed = 0;
        for (var event : course) {
            switch (event) {
                case MeetingEvent.Opened e -> present.addAll(e.present());
                case MeetingEvent.Arrived(var person) -> present.add(person);
                case MeetingEvent.Spoke(_, var who, _) -> {
                    inTurn(found, "speaks", closed, present, spoke, who);
                    spoke.add(who);
                }
                case MeetingEvent.Voted(_, var who, _, _) -> {
                    inTurn(found, "votes", closed, present, voted, who);
                    if (!spoke.contains(who) || present.size() < QUORUM) {
                        found.add("votes unheard or without a quorum: " + who);
                    }
                    voted.add(who);
                }
                case MeetingEvent.ItemClosed(_, _, var tally) -> {
                    closed++;
                    if (closed > 1
                            || present.size() < QUORUM
                            || tally.cast() != voted.size()
                            || voted.size() != present.size()) {
                        found.add(
                                "closed %d times, %d of %d votes, counted %d"
                                        .formatted(
                                                closed,
                                                voted.size(),
                                                present.size(),
                                                tally.cast()));
                    }
                }
                default -> {}
            }
        }
        return found;
    }

    private void inTurn(
            List<String> found,
            String does,
            int closed,
            Set<PersonId> present,
            Set<PersonId> before,
            PersonId who) {
        boolean early = who.equals(seat(1)) && before.size() < present.size() - 1;
        if (closed > 0 || early || !present.contains(who) || before.contains(who)) {
            found.add(who + " " + does + " out of turn, twice, absent or after the end");
        }
    }
}
