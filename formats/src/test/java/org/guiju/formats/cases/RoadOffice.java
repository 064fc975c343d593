package org.guiju.formats.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guiju.formats.calendar.ShippedCalendars;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.Ballot;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.cases.CaseState;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.cases.PenaltyEvent.Result;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// A penalty case on the shipped institution in the office that the tests staff: given what was done, when somebody acts, then
/// it is done or refused.
final class RoadOffice {
    static final WorkCalendar CALENDAR = WorkCalendar.of(ShippedCalendars.load());
    static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    /// A Monday in a month without public holidays.
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    static final PersonId ONE = new PersonId("p-one");
    static final PersonId TWO = new PersonId("p-two");
    static final PersonId THREE = new PersonId("p-three");
    static final PersonId LAWYER = new PersonId("p-lawyer");
    static final PersonId CHAIR = new PersonId("p-chair");
    static final PersonId FILER = new PersonId("p-filer");
    static final PersonId MEMBER = new PersonId("p-member");
    static final PersonId DIRECTOR = new PersonId("p-director");
    static final PersonId CASHIER = new PersonId("p-cashier");
    static final PersonId SECRETARY = new PersonId("p-secretary");
    static final PersonId ARCHIVIST = new PersonId("p-archivist");
    static final PersonId SUPERVISION = new PersonId("p-supervision");

    final List<CaseEvent> history = new ArrayList<>();
    final PowerDefinition power;
    final List<Roster.Assignment> assignments = new ArrayList<>();
    final List<Roster.Qualification> certificates = new ArrayList<>();
    Applicant.Kind kind = Applicant.Kind.PERSON;
    Set<String> forms = Set.of("0001", "0002");
    LocalDate today = DAY;

    private RoadOffice(String text) {
        power = load(text);
        hold("enforcer", ONE, TWO, THREE);
        hold("legal-officer", LAWYER);
        hold("hearing-officer", CHAIR);
        hold("filing-head", FILER);
        hold("organ-head", FILER, MEMBER, DIRECTOR);
        hold("head-of-organ", DIRECTOR);
        hold("collector", CASHIER);
        hold("committee-secretary", SECRETARY);
        hold("publisher", SECRETARY);
        hold("archivist", ARCHIVIST);
        hold("supervision-office", SUPERVISION);
        List.of(ONE, TWO).forEach(p -> certify(p, "city-enforcement"));
        certify(LAWYER, "legal-profession");
    }

    static RoadOffice now() {
        return new RoadOffice("road-penalty.yaml");
    }

    /// As seed 004 has it: the supervision office checks before the head files.
    static RoadOffice historical() {
        var office = new RoadOffice("road-penalty-v1.yaml");
        office.today = LocalDate.of(2024, 3, 4);
        return office;
    }

    private static PowerDefinition load(String name) {
        var text = Objects.requireNonNull(ShippedDefinitions.texts().get(name));
        return switch (new DefinitionReader(CaseRule.ids()).read(text, name)) {
            case LoadResult.Loaded(var power) -> power;
            case LoadResult.Rejected(var problems) -> throw new AssertionError(problems);
        };
    }

    void hold(String role, PersonId... persons) {
        for (var person : persons) {
            assignments.add(
                    new Roster.Assignment(person, power.organ(), "s", role, LONG_AGO, null));
        }
    }

    void certify(PersonId person, String certificate) {
        certificates.add(new Roster.Qualification(person, certificate, LONG_AGO, null));
    }

    RoadOffice organisation() {
        kind = Applicant.Kind.ORGANISATION;
        return this;
    }

    RoadOffice on(LocalDate day) {
        today = day;
        return this;
    }

    RoadOffice laterCalendar(int days) {
        today = today.plusDays(days);
        return this;
    }

    Outcome<CaseEvent> when(Actor actor, CaseCommand command) {
        var facts =
                new CaseFacts(
                        today,
                        actor,
                        CaseFacts.Listing.IN_FORCE,
                        power,
                        CALENDAR,
                        new Roster(assignments, List.of(), certificates),
                        forms);
        return Cases.decide(facts, history, command);
    }

    Outcome<CaseEvent> when(PersonId person, CaseCommand command) {
        return when(new Actor.Officer(person), command);
    }

    RoadOffice then(PersonId person, CaseCommand command) {
        return then(new Actor.Officer(person), command);
    }

    RoadOffice then(Actor actor, CaseCommand command) {
        switch (when(actor, command)) {
            case Outcome.Permitted<CaseEvent>(var events) -> history.addAll(events);
            case Outcome.Refused<CaseEvent>(var refusals) ->
                    throw new AssertionError(command + " was refused: " + refusals);
        }
        return this;
    }

    RoadOffice timePasses() {
        return then(new Actor.Time(), new CaseCommand.LetTimePass());
    }

    /// The rules that the act breaks; empty when it is permitted.
    List<CaseRule> broken(PersonId person, CaseCommand command) {
        return when(person, command) instanceof Outcome.Refused<CaseEvent>(var refusals)
                ? refusals.stream().map(Refusal::code).map(CaseRule.class::cast).toList()
                : List.of();
    }

    void refused(CaseRule rule, PersonId person, CaseCommand command) {
        assertThat(broken(person, command)).as("%s", command).contains(rule);
    }

    void permitted(PersonId person, CaseCommand command) {
        assertThat(broken(person, command)).as("%s", command).isEmpty();
    }

    CaseState state() {
        return Cases.state(history);
    }

    List<String> open() {
        return state().open().stream().map(r -> r.step()).toList();
    }

    static Sanction fine(String grade, long yuan) {
        return new Sanction("occupy", grade, false, yuan * 100, "三日内清除占道物料");
    }

    CaseCommand clue(String situation) {
        return new CaseCommand.RegisterClue(
                "2026-0001",
                power.code().value(),
                situation,
                "patrol",
                new Applicant("s", "", kind, "张三", "张*"),
                Map.of("found-at", "环城北路与文昌路口", "found-how", "占用人行道堆放建材约二十平方米，未见批准文件"),
                List.of(),
                today,
                "");
    }

    RoadOffice registered() {
        return then(ONE, clue("ordinary"));
    }

    CaseCommand.FileCase filing(PersonId... investigators) {
        return new CaseCommand.FileCase(
                "file", true, Set.of(investigators), today, false, "符合立案标准");
    }

    RoadOffice toFile() {
        return registered()
                .then(ONE, new CaseCommand.ReportClue("check-clue", true, "属实"))
                .then(LAWYER, new CaseCommand.CheckFiling("check-filing", true, "事实清楚，有管辖权"));
    }

    RoadOffice filed() {
        return toFile().then(FILER, filing(ONE, TWO));
    }

    CaseCommand evidence(PersonId... officers) {
        return new CaseCommand.TakeEvidence(
                "investigate", today, Set.of(officers), "勘验笔录", "占用二十平方米", List.of(), "");
    }

    RoadOffice investigated() {
        return filed().then(ONE, evidence(ONE, TWO));
    }

    static CaseCommand conclude(@Nullable Sanction sanction) {
        return new CaseCommand.ConcludeInvestigation("investigate", "占用二十平方米", sanction, "首次违法");
    }

    RoadOffice concluded(@Nullable Sanction sanction) {
        return investigated()
                .then(ONE, conclude(sanction))
                .then(TWO, new CaseCommand.SignReport("investigate"));
    }

    RoadOffice notified(Sanction sanction) {
        return concluded(sanction)
                .then(ONE, new CaseCommand.NotifyPenalty("notify", today, "direct", ""));
    }

    /// Nobody answers; the time to answer runs out.
    RoadOffice unanswered(Sanction sanction) {
        notified(sanction);
        today = CALENDAR.plusWorkingDays(today, 6);
        return timePasses();
    }

    RoadOffice toCommittee(Sanction sanction) {
        return unanswered(sanction)
                .then(LAWYER, new CaseCommand.ReviewLegality("review-law", true, "程序合法，适用法律正确"));
    }

    CaseCommand committee(boolean agreed, @Nullable Sanction sanction, PersonId... present) {
        var statements = new LinkedHashMap<PersonId, String>();
        var ballots = new LinkedHashMap<PersonId, Ballot>();
        for (var p : present) {
            statements.put(p, "意见");
            ballots.put(p, agreed ? Ballot.FOR : Ballot.AGAINST);
        }
        var minutes =
                new Minutes(
                        today,
                        DIRECTOR,
                        List.of(FILER, MEMBER, DIRECTOR),
                        statements,
                        ballots,
                        agreed,
                        agreed ? "" : "不同意处罚",
                        "案审会纪要");
        return new CaseCommand.RecordMeeting("committee", minutes, sanction, "");
    }

    RoadOffice resolved(Sanction sanction) {
        return toCommittee(sanction)
                .then(SECRETARY, committee(true, sanction, FILER, MEMBER, DIRECTOR))
                .then(DIRECTOR, new CaseCommand.SignMinutes("committee"));
    }

    static CaseCommand punish(Sanction sanction) {
        return new CaseCommand.DecidePenalty("decide", Result.PUNISHED, sanction, "依照案审会决议");
    }

    RoadOffice decided(Sanction sanction) {
        return resolved(sanction).then(DIRECTOR, punish(sanction));
    }

    RoadOffice served(Sanction sanction) {
        return decided(sanction)
                .then(ONE, new CaseCommand.Serve("serve", today, "direct", "张三", "本人签收", ""));
    }

    static CaseCommand pay(String step, LocalDate day, long fen) {
        return new CaseCommand.RecordPayment(step, day, fen, "银行回单1", "");
    }

    /// How the case ended.
    String ended() {
        return Objects.requireNonNull(state().closed(), "the case is open").outcome();
    }

    String paymentCode() {
        return Objects.requireNonNull(state().penalty().decided(), "not decided").code();
    }
}
