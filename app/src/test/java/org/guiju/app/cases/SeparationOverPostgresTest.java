package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.ledger.Attachments;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.StaleStream;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.Ballot;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.cases.Verdict;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/// Sixteen hands on the same cases at the same time, over PostgreSQL and through the desk that pages and API use: who received does
/// not review, who reviewed does not decide, nobody is A and B, no step is done twice. Counted from the events as they are read
/// back. `-Dguiju.race.tries=1000` runs the whole of it (docs/evidence/races.md).
@RunningGuiju
class SeparationOverPostgresTest extends OnTheApi {
    private static final int HANDS = 16;
    private static final int TRIES = Integer.getInteger("guiju.race.tries", 60);
    private static final int TOGETHER = 4;
    private static final int ROUND = 10;
    private static final int CASES = HANDS / TOGETHER * TRIES / ROUND;
    private static final int GROUPS = 8;
    private static final int SIZE = 4;
    private static final String CODE = "330899-WL-XK-8411";
    private static final OrganId RACE = new OrganId("unit-race");
    private static final PersonId CHAIR = new PersonId("p-race-chair");
    private static final PersonId MEMBER = new PersonId("p-race-member");
    private static final PersonId OTHER = new PersonId("p-race-other");
    private static final Path TEXT =
            Path.of(
                    "../formats/src/test/resources/org/guiju/formats/definition/parallel-two-organs.yaml");

    @Autowired CaseDesk desk;

    @Autowired EventStore events;

    @Autowired Attachments attachments;

    /// What came of the tries.
    private enum End {
        DONE,
        REFUSED,
        TWO_KEYS,
        GAVE_UP
    }

    private static PersonId person(int group, int n) {
        return new PersonId("p-race-" + group + "-" + n);
    }

    /// One desk receives, reviews and decides: all three keys lie on it, four people hold them all.
    private void founded() throws Exception {
        if (allocation.organ(RACE).isEmpty()) {
            var stamp = Stamp.own(clock.now(), "demo", UUID.randomUUID());
            appointments.establish(
                    new Organ(
                            RACE,
                            Organ.Kind.BUREAU,
                            null,
                            new Text("竞速示例机关", "Unit of the race"),
                            "学院路 3 号",
                            "0570-0000902"),
                    stamp);
            for (int group = 0; group < GROUPS; group++) {
                for (int n = 0; n < SIZE; n++) {
                    officer(person(group, n), "window", "reviewer", "decider");
                }
            }
            officer(CHAIR, "head-of-organ");
            officer(MEMBER, "joint-member");
            officer(OTHER, "joint-member");
        }
        Publishing.publish(port, text());
    }

    private void officer(PersonId person, String... roles) {
        appointments.appoint(
                new Officer(person, RACE, person.value(), new Text("科员", "Officer")),
                "审批科",
                List.of(roles),
                LocalDate.of(2026, 1, 5),
                Stamp.own(clock.now(), "demo", UUID.randomUUID()));
    }

    /// The shared power cut down to acceptance, review and decision, all in the organ of the race.
    private String text() throws Exception {
        var text =
                Files.readString(TEXT)
                        .replaceFirst("(?m)^power: .*$", "power: " + CODE)
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today());
        for (var step : List.of("road-survey", "road-review", "city-opinion")) {
            text = text.replaceFirst("(?s)      - id: " + step + "\n.*?(?=      (- id:|#))", "");
        }
        return text.replace("[culture-review, road-survey]", "culture-review")
                .replace("promise: { n: 8,", "promise: { n: 5,")
                .replace("join: true\n        limit: { n: 1,", "limit: { n: 1,")
                .replace("kind: deliberation\n", "kind: deliberation\n        organ: unit-race\n")
                .replace("organ: qinglan-culture\n        limit", "organ: unit-race\n        limit")
                .replace("kind: acceptance\n", "kind: acceptance\n        organ: unit-race\n")
                .replace("kind: decision\n", "kind: decision\n        organ: unit-race\n");
    }

    private UUID opened() {
        var definition = "outdoor-show";
        var applicant =
                new Applicant(
                        UUID.randomUUID().toString(),
                        "",
                        Applicant.Kind.ORGANISATION,
                        "青岚竞速演出公司",
                        "青岚竞速演出公司");
        var filings =
                Stream.of("programme", "plan").map(m -> filing(applicant.subject(), m)).toList();
        var answer =
                desk.open(
                        UUID.randomUUID(),
                        new Actor.Citizen("race"),
                        CODE,
                        no ->
                                new CaseCommand.SubmitApplication(
                                        no,
                                        CODE,
                                        definition,
                                        "online",
                                        applicant,
                                        Map.of(
                                                "organiser", "青岚竞速演出公司",
                                                "phone", "0570-5550001",
                                                "road-section", "文昌路 1 号至 9 号",
                                                "show-day", clock.today().plusDays(60).toString()),
                                        filings,
                                        clock.today(),
                                        ""));
        return switch (answer) {
            case CaseAnswer.Done(var id, _, _) -> id;
            case CaseAnswer.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    private Filing filing(String subject, String material) {
        var content = "%PDF-1.4 race".getBytes(StandardCharsets.US_ASCII);
        var stored =
                attachments.store(subject, "application/pdf", new ByteArrayInputStream(content));
        return new Filing(
                material,
                stored.id().toString(),
                stored.commitment(),
                material + ".pdf",
                stored.size());
    }

    /// 一次尝试.
    private record Try(PersonId who, CaseCommand act) {}

    /// In the order of the course, each time by whoever comes: four hands are at the same step of the same case.
    private Try act(Random random, int group, int n) {
        var who = person(group, random.nextInt(SIZE));
        return switch (n) {
            case 0 -> new Try(who, new CaseCommand.Accept("accept"));
            case 1 ->
                    new Try(
                            who,
                            new CaseCommand.AppointPair(
                                    "culture-review",
                                    person(group, random.nextInt(SIZE)),
                                    person(group, random.nextInt(SIZE))));
            case 2, 3, 4 ->
                    new Try(
                            who,
                            new CaseCommand.GiveOpinion(
                                    "culture-review",
                                    Map.of(
                                            "programme-clean", Verdict.MET,
                                            "plan-complete", Verdict.MET,
                                            "road-width", Verdict.MET),
                                    Map.of(),
                                    "逐项核对"));
            case 5 -> new Try(MEMBER, new CaseCommand.RecordMeeting("consult", minutes(), ""));
            case 6 -> new Try(CHAIR, new CaseCommand.SignMinutes("consult"));
            default -> new Try(who, new CaseCommand.Decide("decide", true, Set.of(), "符合法定条件", ""));
        };
    }

    private Minutes minutes() {
        var statements = new LinkedHashMap<PersonId, String>();
        var ballots = new LinkedHashMap<PersonId, Ballot>();
        for (var person : List.of(MEMBER, OTHER, CHAIR)) {
            statements.put(person, "发言");
            ballots.put(person, Ballot.FOR);
        }
        return new Minutes(
                clock.today(),
                CHAIR,
                List.of(MEMBER, OTHER, CHAIR),
                statements,
                ballots,
                true,
                "",
                "会议纪要");
    }

    private Map<End, Integer> tries(List<UUID> cases, int hand, Random random) {
        var ends = new EnumMap<End, Integer>(End.class);
        for (int i = 0; i < TRIES; i++) {
            int which = hand / TOGETHER * (CASES / (HANDS / TOGETHER)) + i / ROUND;
            var tried = act(random, which % GROUPS, i % ROUND);
            ends.merge(one(cases.get(which), tried), 1, Integer::sum);
        }
        return ends;
    }

    private End one(UUID matter, Try tried) {
        var who = new Actor.Officer(tried.who());
        try {
            return switch (desk.act(UUID.randomUUID(), who, matter, tried.act())) {
                case CaseAnswer.Done _ -> End.DONE;
                case CaseAnswer.Refused(var reasons) ->
                        reasons.stream().anyMatch(r -> r.code().equals("TWO_KEYS_APART"))
                                ? End.TWO_KEYS
                                : End.REFUSED;
            };
        } catch (StaleStream | DuplicateKeyException _) {
            // Somebody was faster five times running: nothing happened, and the officer is told so.
            return End.GAVE_UP;
        }
    }

    @Test
    void sixteenHandsOverPostgresLeaveNobodyWithTwoKeysOfOneCase() throws Exception {
        founded();
        long seed = ThreadLocalRandom.current().nextLong();
        var cases = new ArrayList<UUID>();
        for (int i = 0; i < CASES; i++) {
            cases.add(opened());
        }
        var ends = new EnumMap<End, Integer>(End.class);
        var hands = new ArrayList<Callable<Map<End, Integer>>>();
        for (int hand = 0; hand < HANDS; hand++) {
            int mine = hand;
            hands.add(() -> tries(cases, mine, new Random(seed + mine)));
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
        for (var matter : cases) {
            var file = desk.file(matter).orElseThrow();
            file.traces().forEach(t -> kinds.merge(t.entry().kind(), 1, Integer::sum));
            violations.addAll(violations(file.history()));
            assertThat(EventEntry.chain(events.read(matter))).isEmpty();
        }
        System.out.printf(
                "race: %d hands x %d tries on %d cases in %d ms: %s; read back %s: %d violations (seed %d)%n",
                HANDS, TRIES, CASES, millis, ends, kinds, violations.size(), seed);
        assertThat(ends.values().stream().mapToInt(n -> n).sum()).isEqualTo(HANDS * TRIES);
        assertThat(ends.getOrDefault(End.TWO_KEYS, 0)).as("seed %d", seed).isPositive();
        assertThat(ends.getOrDefault(End.DONE, 0)).as("seed %d", seed).isGreaterThan(CASES);
        assertThat(kinds.getOrDefault("case.decided", 0)).as("seed %d", seed).isPositive();
        assertThat(violations).as("seed %d", seed).isEmpty();
    }

    /// Counted from the events alone, not from the state that the decider keeps.
    private static List<String> violations(List<CaseEvent> history) {
        Map<PersonId, Set<String>> keys = new HashMap<>();
        Set<String> once = new HashSet<>();
        var found = new ArrayList<String>();
        for (var event : history) {
            switch (event) {
                case CaseEvent.Accepted e -> {
                    key(keys, Objects.requireNonNull(e.by()), "receive");
                    first(once, found, "accepted");
                }
                case CaseEvent.PairAppointed e when e.a().equals(e.b()) ->
                        found.add("A and B are one: " + e);
                case CaseEvent.OpinionGiven e -> {
                    key(keys, e.by(), "review");
                    first(once, found, "opinion of " + e.by());
                }
                case CaseEvent.Decided e -> {
                    key(keys, e.by(), "decide");
                    first(once, found, "decided");
                }
                default -> {}
            }
        }
        keys.forEach((person, held) -> {
            if (held.size() > 1) {
                found.add(person + " holds " + held);
            }
        });
        return found;
    }

    private static void first(Set<String> once, List<String> found, String what) {
        if (!once.add(what)) {
            found.add("twice: " + what);
        }
    }

    private static void key(Map<PersonId, Set<String>> keys, PersonId person, String key) {
        keys.computeIfAbsent(person, _ -> new HashSet<>()).add(key);
    }
}
