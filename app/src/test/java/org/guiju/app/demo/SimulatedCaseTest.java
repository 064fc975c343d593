package org.guiju.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.guiju.app.demo.SimulatedCase.Beginning;
import org.guiju.app.demo.SimulatedCase.Quirks;
import org.guiju.app.demo.SimulatedCase.Setting;
import org.guiju.formats.calendar.ShippedCalendars;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.cases.Clocks;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.powers.LicenceTerms.Act;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;
import org.junit.jupiter.api.Test;

/// The simulated office never tries what the rules refuse, and its year has every stage in it. Nothing is stored here.
class SimulatedCaseTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final WorkCalendar CALENDAR = WorkCalendar.of(ShippedCalendars.load());
    private static final int CASES = 800;

    private static Roster roster() {
        var held = new ArrayList<Roster.Assignment>();
        var certified = new ArrayList<Roster.Qualification>();
        for (var p : DemoPeople.OFFICERS) {
            p.roles()
                    .forEach(r ->
                            held.add(
                                    new Roster.Assignment(
                                            p.id(), p.organ(), p.section(), r, SINCE, null)));
            p.certificates()
                    .forEach(c -> certified.add(new Roster.Qualification(p.id(), c, SINCE, null)));
        }
        return new Roster(held, List.of(), certified);
    }

    private static List<Setting> settings() {
        var roster = roster();
        var all = new ArrayList<Setting>();
        ShippedDefinitions.texts()
                .forEach((name, text) -> {
                    var power = load(text, name);
                    // What a simulated year is made of; the other kinds are carried through one by
                    // one: PacksApiTest.
                    if (power.inForceOn(AS_OF)
                            && Set.of(PowerKind.LICENCE, PowerKind.PENALTY)
                                    .contains(power.kind())) {
                        power.situations().stream()
                                // Who changes or renews names a licence that he has.
                                .filter(s ->
                                        power.deed(s.id())
                                                .filter(d -> d.act() != Act.ISSUE)
                                                .isEmpty())
                                .forEach(s ->
                                        all.add(new Setting(power, s, CALENDAR, roster, AS_OF)));
                    }
                });
        return all;
    }

    private static PowerDefinition load(String text, String name) {
        return switch (new DefinitionReader(CaseRule.ids()).read(text, name)) {
            case LoadResult.Loaded(var power) -> power;
            case LoadResult.Rejected(var problems) -> throw new AssertionError(problems);
        };
    }

    private static SimulatedCase play(Setting setting, long seed) {
        var random = new SplittableRandom(seed);
        var quirks = Quirks.draw(random);
        var day = AS_OF.minusDays(1 + random.nextInt(365));
        while (!CALENDAR.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        var played = new SimulatedCase(setting, random, quirks, beginning(setting, quirks, day));
        played.run();
        return played;
    }

    private static Beginning beginning(Setting setting, Quirks quirks, LocalDate day) {
        var situation = setting.situation();
        var answers = DemoForms.fill(situation, "青岚示例商行", "苏远航", 7);
        var applicant = new Applicant("s", "a", Applicant.Kind.ORGANISATION, "某公司", "某公司");
        var code = setting.power().code().value();
        if (!situation.onApplication()) {
            return new Beginning(
                    day,
                    new Actor.Officer(DemoPeople.id("caoyang")),
                    new CaseCommand.RegisterClue(
                            "2026-0001",
                            code,
                            situation.id(),
                            "patrol",
                            applicant,
                            answers,
                            List.of(),
                            day,
                            ""),
                    List.of(),
                    "0001");
        }
        var papers = papers(situation);
        var spare =
                quirks.incomplete() && papers.size() > 1
                        ? List.of(papers.getLast())
                        : List.<Filing>of();
        return new Beginning(
                day,
                new Actor.Citizen("a"),
                new CaseCommand.SubmitApplication(
                        "2026-0001",
                        code,
                        situation.id(),
                        "online",
                        applicant,
                        answers,
                        papers.stream().filter(f -> !spare.contains(f)).toList(),
                        day,
                        ""),
                spare,
                "");
    }

    private static List<Filing> papers(Situation situation) {
        return situation.materials().stream()
                .filter(m -> m.source().uploaded())
                .map(m -> new Filing(m.id(), "file-" + m.id(), "digest", m.id() + ".pdf", 1))
                .toList();
    }

    @Test
    void aYearOfCasesIsPlayedWithoutARefusalAndHasEveryStageInIt() {
        var settings = settings();
        var outcomes = new TreeMap<String, Integer>();
        var kinds = new HashSet<StepKind>();
        var events = new HashSet<Class<?>>();
        int overdue = 0;
        for (int i = 0; i < CASES; i++) {
            var setting = settings.get(i % settings.size());
            var played = play(setting, i);
            var state = played.state();
            var closed = state.closed();
            outcomes.merge(closed == null ? "open" : closed.outcome(), 1, Integer::sum);
            state.open().stream().map(StepRound::kind).forEach(kinds::add);
            played.history().forEach(e -> events.add(e.getClass()));
            overdue +=
                    Clocks.promise(setting.situation(), state, CALENDAR, AS_OF)
                                    .filter(r -> r.overrun(AS_OF))
                                    .isPresent()
                            ? 1
                            : 0;
        }
        System.out.println("simulated " + CASES + " cases: " + outcomes + ", overdue " + overdue);
        assertThat(outcomes.keySet())
                .contains(
                        "open",
                        "granted",
                        "refused",
                        "withdrawn",
                        "not-accepted",
                        "punished",
                        "not-punished",
                        "no-case");
        assertThat(events)
                .contains(
                        CaseEvent.Paused.class,
                        CaseEvent.Extended.class,
                        CaseEvent.SupplementSupplied.class,
                        CaseEvent.HearingHeld.class,
                        CaseEvent.ObjectionRaised.class,
                        CaseEvent.DifferenceSettled.class,
                        PenaltyEvent.Rechecked.class,
                        PenaltyEvent.FinePaid.class,
                        PenaltyEvent.Demanded.class,
                        PenaltyEvent.PunishedOnTheSpot.class);
        assertThat(kinds).hasSizeGreaterThan(8);
        assertThat(overdue).isBetween(CASES / 100, CASES / 4);
    }

    @Test
    void theSameSeedPlaysTheSameCase() {
        var setting = settings().getFirst();
        assertThat(play(setting, 42).acts()).isEqualTo(play(setting, 42).acts());
        assertThat(play(setting, 42).acts()).isNotEqualTo(play(setting, 43).acts());
    }

    @Test
    void actsFollowEachOtherInTimeAndNoneLiesBeyondTheDay() {
        Predicate<SimulatedCase> inOrder =
                c -> {
                    var at = c.acts().stream().map(SimulatedCase.Act::at).toList();
                    return at.stream().sorted().toList().equals(at);
                };
        for (var setting : settings()) {
            for (long seed : Set.of(1L, 2L, 3L)) {
                var played = play(setting, seed);
                assertThat(inOrder).accepts(played);
                assertThat(
                                Objects.requireNonNull(played.acts().getLast())
                                        .at()
                                        .atZone(org.guiju.app.platform.time.OfficialClock.ZONE)
                                        .toLocalDate())
                        .isBeforeOrEqualTo(AS_OF);
            }
        }
    }
}
