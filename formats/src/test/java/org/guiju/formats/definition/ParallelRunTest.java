package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.allocation.Roster.Assignment;
import org.guiju.kernel.allocation.Roster.Qualification;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.Ballot;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.Verdict;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;

/// 并联审批: the same decider runs a power of two organs and two levels, with nothing but its text.
class ParallelRunTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 9);
    private static final Map<String, Verdict> MET =
            Map.of(
                    "programme-clean",
                    Verdict.MET,
                    "plan-complete",
                    Verdict.MET,
                    "road-width",
                    Verdict.MET);

    private final PowerDefinition power =
            ((Loaded) new DefinitionReader().read(Broken.text("parallel-two-organs.yaml"), "p"))
                    .definition();
    private final List<CaseEvent> history = new ArrayList<>();
    private LocalDate today = MONDAY;

    @Test
    void two_organs_work_at_once_and_the_meeting_waits_for_both() {
        untilTheMeeting();
        assertThat(open()).containsExactly("consult");
    }

    private void untilTheMeeting() {
        submitAndAccept();
        assertThat(open()).containsExactlyInAnyOrder("culture-review", "road-survey");

        review("culture-review", "c1", "c2");
        assertThat(open()).containsExactly("road-survey");
        assertThat(Cases.state(history).waiting()).containsExactly("consult");
        assertThat(refused("j1", meeting())).isEqualTo(CaseRule.STEP_OPEN);

        // 前置: the review cannot begin before the survey that leads to it is signed.
        assertThat(refused("u1", pair("road-review", "u1", "u2"))).isEqualTo(CaseRule.STEP_OPEN);
        // The officers of one organ hold nothing in the steps of the other.
        assertThat(refused("c1", survey())).isEqualTo(CaseRule.ROLE_HELD);
        permitted("u1", survey());
        permitted("u2", new CaseCommand.SignInspection("road-survey"));
        review("road-review", "u1", "u2");
        assertThat(open()).containsExactly("city-opinion");
        assertThat(refused("u1", opinion())).isEqualTo(CaseRule.ROLE_HELD);
        permitted("o1", opinion());
    }

    @Test
    void it_runs_from_the_application_to_the_archive() {
        untilTheMeeting();
        permitted("j1", meeting());
        permitted("h", new CaseCommand.SignMinutes("consult"));
        permitted("d", new CaseCommand.Decide("decide", true, Set.of(), "各项标准均符合", ""));
        assertThat(open()).containsExactlyInAnyOrder("serve", "publish");
        permitted("w", new CaseCommand.Serve("serve", today, "窗口", "张三", "签收单", ""));
        assertThat(open()).containsExactly("publish");
        today = today.plusDays(8);
        decide(new Actor.Time(), new CaseCommand.LetTimePass());
        assertThat(open()).containsExactly("archive");
        permitted("ar", new CaseCommand.Archive("archive"));
        assertThat(Cases.state(history).isClosed()).isTrue();
    }

    private void submitAndAccept() {
        var answers =
                Map.of(
                        "organiser",
                        "青岚剧团",
                        "phone",
                        "13800000000",
                        "road-section",
                        "人民路1-9号",
                        "show-day",
                        "2025-07-01");
        var filings =
                List.of(
                        new Filing("programme", "f1", "c", "a.pdf", 1),
                        new Filing("plan", "f2", "c", "b.pdf", 1));
        decide(
                new Actor.Citizen("account"),
                new CaseCommand.SubmitApplication(
                        "T-1",
                        power.code().value(),
                        "outdoor-show",
                        "online",
                        new Applicant("s", "account", Applicant.Kind.ORGANISATION, "青岚剧团", "青岚剧团"),
                        answers,
                        filings,
                        MONDAY,
                        ""));
        permitted("w", new CaseCommand.Accept("accept"));
    }

    private void review(String step, String a, String b) {
        permitted(a, pair(step, a, b));
        for (var who : List.of(a, b)) {
            permitted(who, new CaseCommand.GiveOpinion(step, MET, Map.of("road-width", 4L), ""));
        }
    }

    private static CaseCommand pair(String step, String a, String b) {
        return new CaseCommand.AppointPair(step, new PersonId(a), new PersonId(b));
    }

    private CaseCommand survey() {
        return new CaseCommand.RecordInspection(
                "road-survey",
                today,
                Set.of(new PersonId("u1"), new PersonId("u2")),
                Map.of("road-width", Verdict.MET),
                Map.of("road-width", 4L),
                "剩余通行宽度4米",
                List.of(),
                "",
                "",
                null);
    }

    private static CaseCommand opinion() {
        return new CaseCommand.GiveOrganOpinion("city-opinion", true, "同意");
    }

    private CaseCommand meeting() {
        var members = Stream.of("j1", "j2", "h").map(PersonId::new).toList();
        var said = new LinkedHashMap<PersonId, String>();
        var votes = new LinkedHashMap<PersonId, Ballot>();
        members.forEach(m -> {
            said.put(m, "同意");
            votes.put(m, Ballot.FOR);
        });
        return new CaseCommand.RecordMeeting(
                "consult",
                new Minutes(today, new PersonId("h"), members, said, votes, true, "", "同意"),
                "");
    }

    private Set<String> open() {
        return Cases.state(history).open().stream()
                .map(StepRound::step)
                .collect(Collectors.toSet());
    }

    private void permitted(String person, CaseCommand command) {
        decide(new Actor.Officer(new PersonId(person)), command);
    }

    private void decide(Actor actor, CaseCommand command) {
        switch (Cases.decide(facts(actor), history, command)) {
            case Outcome.Permitted<CaseEvent>(var events) -> history.addAll(events);
            case Outcome.Refused<CaseEvent>(var refusals) ->
                    throw new AssertionError(command + " refused: " + refusals);
        }
    }

    private Enum<?> refused(String person, CaseCommand command) {
        var facts = facts(new Actor.Officer(new PersonId(person)));
        return Cases.mayI(facts, history, command).getFirst().code();
    }

    private CaseFacts facts(Actor actor) {
        return new CaseFacts(
                today,
                actor,
                CaseFacts.Listing.IN_FORCE,
                power,
                WorkCalendar.of(List.of()),
                roster());
    }

    private static Roster roster() {
        var posts =
                Stream.of(
                                "w window qinglan-culture",
                                "c1 reviewer qinglan-culture",
                                "c2 reviewer qinglan-culture",
                                "j1 joint-member qinglan-culture",
                                "j2 joint-member qinglan-culture",
                                "h head-of-organ qinglan-culture",
                                "d decider qinglan-culture",
                                "ar archivist qinglan-culture",
                                "u1 reviewer qinglan-urban",
                                "u2 reviewer qinglan-urban",
                                "u1 inspector qinglan-urban",
                                "u2 inspector qinglan-urban",
                                "o1 opinion-officer qushan-urban")
                        .map(line -> line.split(" "))
                        .map(p ->
                                new Assignment(
                                        new PersonId(p[0]),
                                        new OrganId(p[2]),
                                        "科",
                                        p[1],
                                        MONDAY,
                                        null))
                        .toList();
        var papers =
                Stream.of("u1", "u2")
                        .map(p ->
                                new Qualification(
                                        new PersonId(p), "urban-enforcement", MONDAY, null))
                        .toList();
        return new Roster(posts, List.of(), papers);
    }
}
