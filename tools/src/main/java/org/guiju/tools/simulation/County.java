package org.guiju.tools.simulation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.guiju.formats.calendar.ShippedCalendars;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.Verdict;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.PersonId;

/// 模拟的机关: two shipped powers, people who hold every post at once, so that nothing but the rules keeps their keys apart, and
/// what they may think of doing, lawful or not.
final class County {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final Map<String, String> FILING =
            Map.of(
                    "performer-name",
                    "苏远航",
                    "credit-code",
                    "91350100M000100Y43",
                    "phone",
                    "0570-5550000",
                    "licence-day",
                    "2026-02-20",
                    "truth",
                    "yes");
    private static final Map<String, String> LICENCE =
            Map.ofEntries(
                    Map.entry("company-name", "青岚模拟网咖"),
                    Map.entry("credit-code", "91350100M000100Y43"),
                    Map.entry("legal-representative", "苏远航"),
                    Map.entry("legal-representative-id", "11010519491231002X"),
                    Map.entry("phone", "0570-5550000"),
                    Map.entry("capital", "500000"),
                    Map.entry("premises-address", "青岚县文昌街道春山路 10 号"),
                    Map.entry("area", "150"),
                    Map.entry("computers", "60"),
                    Map.entry("school-distance", "320"),
                    Map.entry("truth", "yes"));

    private final WorkCalendar calendar = WorkCalendar.of(ShippedCalendars.load());
    private final Map<String, PowerDefinition> powers = new LinkedHashMap<>();
    private final List<PersonId> people = new ArrayList<>();
    private final Roster roster;

    /// @param officers how many there are
    County(int officers) {
        for (var name : List.of("performer-filing.yaml", "wangba-licence.yaml")) {
            var power = shipped(name);
            powers.put(power.code().value(), power);
        }
        var roles = new TreeSet<String>();
        powers.values().stream()
                .flatMap(p -> p.situations().stream())
                .flatMap(s -> s.steps().stream())
                .map(Step::role)
                .forEach(roles::add);
        var held = new ArrayList<Roster.Assignment>();
        for (int i = 0; i < officers; i++) {
            var person = new PersonId("officer-" + i);
            people.add(person);
            for (var power : powers.values()) {
                roles.forEach(role ->
                        held.add(
                                new Roster.Assignment(
                                        person, power.organ(), "section", role, LONG_AGO, null)));
            }
        }
        roster = new Roster(held.stream().distinct().toList(), List.of(), List.of());
    }

    private static PowerDefinition shipped(String name) {
        var text = ShippedDefinitions.texts().getOrDefault(name, "");
        var read =
                new DefinitionReader(CaseRule.ids())
                        .read(text.getBytes(StandardCharsets.UTF_8), name);
        if (read instanceof LoadResult.Loaded(var power)) {
            return power;
        }
        throw new IllegalStateException(name + ": " + read);
    }

    List<PersonId> people() {
        return people;
    }

    PowerDefinition power(String code) {
        var power = powers.get(code);
        if (power == null) {
            throw new IllegalArgumentException(code);
        }
        return power;
    }

    CaseFacts facts(Actor actor, LocalDate today, PowerDefinition power) {
        return new CaseFacts(
                today, actor, CaseFacts.Listing.IN_FORCE, power, calendar, roster, Set.of());
    }

    /// An application, as it reads once its number is drawn.
    Function<String, CaseCommand.SubmitApplication> application(
            PowerDefinition power, LocalDate today) {
        boolean filing = power.situations().getFirst().id().equals("filing");
        var applicant =
                new Applicant("subject", "", Applicant.Kind.ORGANISATION, "青岚模拟网咖", "青岚模拟网咖");
        var files =
                filing
                        ? List.<Filing>of()
                        : List.of("charter", "identity", "funds", "title").stream()
                                .map(m -> new Filing(m, "file-" + m, "digest", m + ".pdf", 10))
                                .toList();
        return no ->
                new CaseCommand.SubmitApplication(
                        no,
                        power.code().value(),
                        filing ? "filing" : "preparation",
                        "window",
                        applicant,
                        filing ? FILING : LICENCE,
                        files,
                        today,
                        "");
    }

    PowerDefinition any(Random chance) {
        return List.copyOf(powers.values()).get(chance.nextInt(powers.size()));
    }

    PersonId anybody(Random chance) {
        return people.get(chance.nextInt(people.size()));
    }

    /// What somebody may think of doing in a case: mostly what is next, at times anything.
    CaseCommand thought(Random chance, PowerDefinition power, String step, LocalDate today) {
        var situation = power.situations().getFirst();
        return switch (step) {
            case "accept" ->
                    chance.nextInt(12) == 0
                            ? new CaseCommand.RefuseAcceptance("accept", "not-ours", "不属于本机关")
                            : new CaseCommand.Accept("accept");
            case "review" ->
                    chance.nextInt(3) == 0
                            ? new CaseCommand.AppointPair(
                                    "review", anybody(chance), anybody(chance))
                            : opinion(power, situation);
            case "decide" -> new CaseCommand.Decide("decide", true, Set.of(), "符合条件", "");
            case "serve" -> new CaseCommand.Serve("serve", today, "direct", "苏远航", "回证", "");
            case "archive" -> new CaseCommand.Archive("archive");
            default -> new CaseCommand.LetTimePass();
        };
    }

    private static CaseCommand opinion(PowerDefinition power, Situation situation) {
        var verdicts = new LinkedHashMap<String, Verdict>();
        Cases.standards(power, situation).keySet().forEach(s -> verdicts.put(s, Verdict.MET));
        return new CaseCommand.GiveOpinion("review", verdicts, Map.of(), "逐项核对");
    }
}
