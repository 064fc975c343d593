package org.guiju.kernel.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.supervision.Matters.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.guiju.kernel.supervision.Matters.Matter;
import org.junit.jupiter.api.Test;

/// 重放一致: random matters, watched live by a sentry that is woken at random, and judged afresh from the record at each
/// waking.
class ReplayTest {
    private static final int ROUNDS = 150;
    private static final Set<String> WAYS_OFF =
            Set.of(
                    "LIFTED ENDED",
                    "LIFTED MOVED",
                    "STANDING ENDED",
                    "CANCELLED KNOWN_LATER",
                    "CANCELLED CALENDAR_CHANGED",
                    "SUPERSEDED GRAVER");
    private static final Instant BEGIN = at("2018-01-02T09:00");

    @Test
    void liveAndReplayGiveTheSameCardsAtEveryMoment() {
        var seed = Long.getLong("guiju.seed", System.nanoTime());
        System.out.println("ReplayTest live: -Dguiju.seed=" + seed);
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var scheme = Schemes.ALL.get(round % Schemes.ALL.size());
            var what = "seed %d round %d %s".formatted(seed, round, scheme.id());
            var calendars = calendars(random);
            var matter = matter(random);
            var watch = new Watch(scheme, "m", calendars.at(BEGIN));
            var told = 0;
            var notices = new ArrayList<>(calendars.later().keySet());
            notices.removeIf(n -> !n.isAfter(BEGIN));
            var now = BEGIN;
            while (now.isBefore(at("2018-09-01T00:00"))) {
                now = now.plusSeconds(random.nextInt(400_000));
                while (told < matter.snapshots().size() || !notices.isEmpty()) {
                    var act =
                            told < matter.snapshots().size()
                                    ? recordedAt(matter, told)
                                    : Instant.MAX;
                    var notice = notices.isEmpty() ? Instant.MAX : notices.getFirst();
                    if (act.isAfter(now) && notice.isAfter(now)) {
                        break;
                    }
                    if (act.isAfter(notice)) {
                        watch.learn(notice, calendars.at(notice));
                        notices.removeFirst();
                    } else {
                        watch.learn(matter.snapshots().get(told++));
                    }
                }
                watch.passTo(now);
                assertThat(watch.report(now))
                        .as(what + " as of " + now)
                        .isEqualTo(
                                Supervision.judge(scheme, "m", matter.snapshots(), calendars, now));
            }
        }
    }

    @Test
    void aCardOnceLitStaysOnTheRecordWithWhatItSaw() {
        var seed = Long.getLong("guiju.seed", System.nanoTime());
        System.out.println("ReplayTest monotone: -Dguiju.seed=" + seed);
        var random = new Random(seed);
        var reasons = new HashSet<String>();
        // A rare way of leaving is waited for, so that a seed without luck is no false alarm; a way
        // that never comes ends red.
        for (int round = 0;
                round < ROUNDS || (round < 10 * ROUNDS && !reasons.containsAll(WAYS_OFF));
                round++) {
            var scheme = Schemes.ALL.get(round % Schemes.ALL.size());
            var what = "seed %d round %d %s".formatted(seed, round, scheme.id());
            var calendars = calendars(random);
            var matter = matter(random);
            Map<String, Finding> before = new HashMap<>();
            for (var now = BEGIN;
                    now.isBefore(at("2018-09-01T00:00"));
                    now = now.plus(Duration.ofHours(31))) {
                var report = Supervision.judge(scheme, "m", matter.snapshots(), calendars, now);
                Map<String, Finding> after = new HashMap<>();
                for (var f : report.findings()) {
                    assertThat(after.put(f.id(), f)).as(what + ": one id, one card").isNull();
                    assertThat(f.found()).as(what).isBetween(f.first(), now);
                    assertThat(f.state() == CardState.LIT)
                            .as(what + ": whatever took it off has a reason " + f)
                            .isEqualTo(f.closing() == null);
                    if (f.closing() != null) {
                        reasons.add(f.state() + " " + f.closing().reason());
                        assertThat(f.closing().at()).as(what).isBetween(f.found(), now);
                    }
                }
                before.forEach((id, old) -> {
                    assertThat(after).as(what + ": gone in silence").containsKey(id);
                    assertThat(Objects.requireNonNull(after.get(id)).with(CardState.LIT, null))
                            .as(what + ": what it saw has changed")
                            .isEqualTo(old.with(CardState.LIT, null));
                });
                if (report.next() != null) {
                    var next = report.next();
                    assertThat(next).as(what).isAfter(now);
                }
                before = after;
            }
        }
        assertThat(reasons)
                .as("the random matters come by every way of leaving")
                .containsAll(WAYS_OFF);
    }

    /// Between one moment and the next that the report names, time alone lights nothing.
    @Test
    void theNextMomentIsTheNextCard() {
        var seed = Long.getLong("guiju.seed", System.nanoTime());
        System.out.println("ReplayTest next: -Dguiju.seed=" + seed);
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var scheme = Schemes.ALL.get(round % Schemes.ALL.size());
            var matter = matter(random);
            var calendars = CalendarHistory.of(calendars(random).first());
            var now = matter.snapshots().getLast().by().at();
            for (int i = 0; i < 6; i++) {
                var report = Supervision.judge(scheme, "m", matter.snapshots(), calendars, now);
                var next = report.next();
                if (next == null) {
                    break;
                }
                var what = "seed %d round %d %s".formatted(seed, round, next);
                assertThat(ids(scheme, matter, calendars, next.minusSeconds(1)))
                        .as(what)
                        .isEqualTo(ids(scheme, matter, calendars, now));
                assertThat(ids(scheme, matter, calendars, next))
                        .as(what)
                        .hasSizeGreaterThan(report.findings().size());
                now = next;
            }
        }
    }

    private static Instant recordedAt(Matter matter, int act) {
        return matter.snapshots().get(act).by().at();
    }

    private static Set<String> ids(
            Scheme scheme, Matter matter, CalendarHistory calendars, Instant asOf) {
        var ids = new HashSet<String>();
        Supervision.judge(scheme, "m", matter.snapshots(), calendars, asOf)
                .findings()
                .forEach(f -> ids.add(f.id()));
        return ids;
    }

    private static CalendarHistory calendars(Random random) {
        var later = new TreeMap<Instant, KnownCalendar>();
        for (int n = random.nextInt(3); n > 0; n--) {
            later.put(BEGIN.plusSeconds(random.nextInt(12_000_000)), calendar(random, "2018#" + n));
        }
        return new CalendarHistory(calendar(random, "2018#0"), later);
    }

    private static KnownCalendar calendar(Random random, String id) {
        var rest = new HashSet<String>();
        var work = new HashSet<String>();
        for (int i = random.nextInt(25); i > 0; i--) {
            var day = Days.of(BEGIN).plusDays(random.nextInt(240)).toString();
            if (random.nextBoolean() ? rest.add(day) : !rest.contains(day) && work.add(day)) {
                work.removeAll(rest);
            }
        }
        return KnownCalendar.of(List.of(Matters.edition(id, rest, work)));
    }

    /// Acts in random order, some of them entered days after they took effect.
    private static Matter matter(Random random) {
        int promise = 1 + random.nextInt(20);
        var matter =
                Matter.of(
                        "2018-01-%02dT%02d:%02d"
                                .formatted(
                                        2 + random.nextInt(20),
                                        9 + random.nextInt(9),
                                        random.nextInt(60)),
                        promise,
                        promise + random.nextInt(20));
        var now = matter.snapshots().getFirst().by().at();
        for (int acts = random.nextInt(6); acts > 0; acts--) {
            var effective = now.plusSeconds(random.nextInt(1_500_000));
            now = effective.plusSeconds(random.nextBoolean() ? 0 : random.nextInt(500_000));
            switch (random.nextInt(4)) {
                case 0 -> {
                    if (matter.paused()) {
                        matter.resume(effective, now);
                    } else {
                        var cap = random.nextBoolean() ? null : Matters.days(1 + random.nextInt(9));
                        matter.pause(effective, cap, now);
                    }
                }
                case 1 -> matter.extend(1 + random.nextInt(10), now);
                case 2 -> matter.nothing(now, effective);
                default -> {
                    if (!matter.paused() || random.nextBoolean()) {
                        matter.end(effective, now);
                        return matter;
                    }
                }
            }
        }
        return matter;
    }
}
