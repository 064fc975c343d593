package org.guiju.formats.linesystems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.formats.calendar.ShippedCalendars;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.linesystems.Breach;
import org.guiju.kernel.linesystems.ShadowCase;
import org.guiju.kernel.linesystems.ShadowCase.Recorded;
import org.guiju.kernel.linesystems.ShadowClocks;
import org.guiju.kernel.linesystems.ShadowEvent;
import org.guiju.kernel.linesystems.ShadowEvent.Origin;
import org.guiju.kernel.linesystems.ShadowJudge;
import org.guiju.kernel.linesystems.ShadowRecord;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.supervision.Seen;
import org.guiju.kernel.supervision.WatchedClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// 影子办件的评判: a course of records that keeps the text shows nothing; each departure from it shows its own breach and no other. A record is written
/// `no day[Thh:mm] target outcome officers [entered=day] [received=day]`, `!` before it corrects, and a line `--` begins the next delivery, a day later.
class ShadowJudgeTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final WorkCalendar CALENDAR = WorkCalendar.of(ShippedCalendars.load());
    private static final PowerDefinition POWER = power();
    private static final LocalDate DELIVERED = LocalDate.of(2026, 4, 1);
    private static final String SOUND =
            """
            1 2026-03-02 @received - -
            2 2026-03-02 accept accepted 甲
            3 2026-03-04 review done 乙、丙
            4 2026-03-05 inspect done 丁、戊
            5 2026-03-05 tell over 乙
            6 2026-03-06 meet resolved 己
            7 2026-03-09 decide granted 庚
            8 2026-03-10 serve served 辛
            9 2026-03-17 publish over 辛
            10 2026-03-20 archive archived 壬
            11 2026-03-20 @closed - -
            """;

    private static PowerDefinition power() {
        var text = Blocks.text("/org/guiju/formats/definition/base.yaml");
        return ((Loaded) new DefinitionReader().read(text, "base.yaml")).definition();
    }

    private static List<Recorded> history(String lines, String organ, boolean listed) {
        var history = new ArrayList<Recorded>();
        var at = DELIVERED.atTime(9, 0).atZone(ZONE).toInstant();
        history.add(
                new Recorded(
                        new ShadowEvent.Opened(
                                "road",
                                "C-1",
                                new OrganId(organ),
                                POWER.code().value(),
                                1,
                                "setup",
                                listed),
                        new Seen("shadow-1", 0, "opened", at)));
        var deliveries = lines.strip().split("\\R--\\R");
        for (int d = 0; d < deliveries.length; d++) {
            for (var line : deliveries[d].split("\\R")) {
                history.add(
                        event(line.strip(), history.size(), at.plusSeconds(d * 86_400L), d + 1));
            }
        }
        return history;
    }

    private static Recorded event(String line, int seq, Instant at, int delivery) {
        boolean corrects = line.startsWith("!");
        var record = record(corrects ? line.substring(1) : line);
        var origin = new Origin("delivery-" + delivery, seq, 1, "hash");
        return new Recorded(
                corrects
                        ? new ShadowEvent.Corrected(record, origin)
                        : new ShadowEvent.Recorded(record, origin),
                new Seen("shadow-1", seq, "record", at));
    }

    private static ShadowRecord record(String line) {
        var parts = line.split(" ");
        var moment = parts[1].split("T");
        return new ShadowRecord(
                parts[0],
                parts[2],
                parts[3].equals("-") ? "" : parts[3],
                LocalDate.parse(moment[0]),
                moment.length == 1 ? null : LocalTime.parse(moment[1]),
                day(parts, "received="),
                day(parts, "entered="),
                parts[4].equals("-") ? List.of() : List.of(parts[4].split("、")),
                "");
    }

    private static @Nullable LocalDate day(String[] parts, String name) {
        return Arrays.stream(parts)
                .filter(p -> p.startsWith(name))
                .map(p -> LocalDate.parse(p.substring(name.length())))
                .findFirst()
                .orElse(null);
    }

    private static List<Breach> breaches(String lines) {
        return breaches(history(lines, "qinglan-culture", true));
    }

    private static List<Breach> breaches(List<Recorded> history) {
        return ShadowJudge.breaches(ShadowJudge.prefixes(POWER, history), CALENDAR);
    }

    private static String told(Breach b) {
        return "%s %s @%s %s %s %s [%s] %s%s"
                .formatted(
                        b.rule().id(),
                        b.cause(),
                        b.step(),
                        b.officer(),
                        b.day(),
                        b.basis().law() + b.basis().number(),
                        String.join(
                                ",", b.saw().stream().map(Seen::seq).map(String::valueOf).toList()),
                        b.why().zh() + "|" + b.why().en(),
                        b.liftedBy() == null ? "" : " lifted by " + b.liftedBy().seq());
    }

    private static List<WatchedClock> clocks(String lines) {
        var history = history(lines, "qinglan-culture", true);
        return ShadowClocks.of(ShadowCase.of(POWER, history));
    }

    private static String told(WatchedClock c) {
        return "%s %s %s %s %d%s %s–%s stops %s %s %s"
                .formatted(
                        c.id(),
                        c.object(),
                        c.measure(),
                        c.step(),
                        c.limit().n(),
                        c.limit().unit(),
                        moment(c.start()),
                        c.ended() == null ? "" : moment(c.ended()),
                        c.stops().stream()
                                .map(s ->
                                        moment(s.from())
                                                + "–"
                                                + (s.until() == null ? "" : moment(s.until())))
                                .toList(),
                        c.accountable().step() + "/" + c.accountable().role(),
                        Objects.requireNonNull(c.accountable().person()).value());
    }

    private static String moment(Instant at) {
        return at.atZone(ZONE).toLocalDateTime().toString();
    }

    /// The sound course with the edits of a block: `-` and a number takes a record out, `-*` all; a record with a number that is there takes its place.
    private static String course(List<String> edits) {
        var records = new LinkedHashMap<String, String>();
        SOUND.lines().forEach(l -> records.put(number(l), l));
        var later = new ArrayList<String>();
        for (var edit : edits) {
            if (edit.equals("-*")) {
                records.clear();
            } else if (edit.startsWith("- ")) {
                records.remove(edit.substring(2));
            } else if (edit.equals("--") || !later.isEmpty()) {
                later.add(edit);
            } else {
                records.put(number(edit), edit);
            }
        }
        return Stream.concat(records.values().stream(), later.stream())
                .collect(Collectors.joining("\n"));
    }

    private static String number(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    @TestFactory
    Stream<DynamicTest> eachDepartureShowsItsBreachAndNoOther() {
        return Blocks.of(
                "departures.txt",
                edits -> breaches(course(edits)).stream().map(ShadowJudgeTest::told).toList());
    }

    @TestFactory
    Stream<DynamicTest> theClocksOfTheText() {
        return Blocks.of(
                "clocks.txt",
                edits -> clocks(course(edits)).stream().map(ShadowJudgeTest::told).toList());
    }

    @Test
    void aPowerNotInForceAndOfAnotherOrganShowsOnceARecordIsThere() {
        var history = history("1 2026-03-02 accept accepted 甲", "qinglan-road", false);
        assertThat(breaches(history.subList(0, 1))).isEmpty();
        assertThat(breaches(history))
                .extracting(ShadowJudgeTest::told)
                .containsExactly(
                        "LS-01  @accept 甲 2026-03-02 行政许可法第四条 [1] 2026-03-02 该权力没有生效的制度文本。|no text of this power was in force on 2026-03-02.",
                        "LS-02  @accept 甲 2026-03-02 行政许可法第二十二条 [1] 该权力属于 qinglan-culture。|the power belongs to qinglan-culture.");
    }

    @Test
    void eachDeliveryIsASnapshotFromTheFirstOfItsRecordsOn() {
        var lines =
                """
                1 2026-03-02 @received - -
                2 2026-03-03T10:00 accept accepted 甲
                --
                3 2026-03-04 review done 乙、丙
                --
                !3 2026-03-05T08:30 review done 乙、丙\
                """;
        var prefixes = ShadowJudge.prefixes(POWER, history(lines, "qinglan-culture", true));
        assertThat(ShadowClocks.snapshots(prefixes))
                .extracting(s ->
                        "%d %d %s %d"
                                .formatted(
                                        s.by().seq(),
                                        s.through(),
                                        moment(s.effective()),
                                        s.clocks().size()))
                .containsExactly(
                        "2 2 2026-03-02T23:59:59 3",
                        "3 3 2026-03-04T23:59:59 3",
                        "4 4 2026-03-05T08:30 3");
    }

    /// Lifted by a later record, and standing again from where it was found when the record is taken back.
    @Test
    void aFindingThatIsLiftedAndShowsAgainIsTheSameFinding() {
        var lines =
                SOUND.replace("3 2026-03-04 review done 乙、丙", "3 2026-03-10 review done 乙、丙")
                        + "--\n!3 2026-03-04 review done 乙、丙\n--\n!3 2026-03-11 review done 乙、丙";
        assertThat(breaches(lines))
                .filteredOn(b -> b.rule().id().equals("LS-03"))
                .singleElement()
                .satisfies(b -> {
                    assertThat(b.liftedBy()).isNull();
                    assertThat(moment(b.found())).isEqualTo("2026-04-01T09:00");
                    assertThat(b.through()).isEqualTo(11);
                    assertThat(b.why().zh()).contains("却办于 2026-03-11");
                });
    }
}
