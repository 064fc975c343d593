package org.guiju.app.cases.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.guiju.app.cases.CaseFile;
import org.guiju.kernel.cases.Answers;
import org.guiju.kernel.cases.Ballot;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.cases.PlanVisit;
import org.guiju.kernel.cases.RecusalCommand;
import org.guiju.kernel.cases.Verdict;
import org.guiju.kernel.powers.PowerDefinition.MeetingKind;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 动作读取: one door for pages and API. A named act and its fields become a command, or the faults of the fields are told;
/// whether the act may happen is the decider's to say.
@Component
public class CommandReader {
    private static final PersonId NOBODY = new PersonId("nobody");
    private final Map<String, BiFunction<CommandInput, CaseFile, CaseCommand>> readers =
            new TreeMap<>();

    CommandReader() {
        readers.put("accept", (in, _) -> new CaseCommand.Accept(step(in)));
        readers.put(
                "refuse-acceptance",
                (in, _) ->
                        new CaseCommand.RefuseAcceptance(
                                step(in), in.required("ground"), in.required("reasons")));
        readers.put(
                "request-supplement",
                (in, _) ->
                        new CaseCommand.RequestSupplement(
                                step(in), in.texts("items"), in.required("reasons")));
        readers.put(
                "supply-materials",
                (in, f) -> new CaseCommand.SupplyMaterials(step(in), answers(in, f), in.filings()));
        readers.put("withdraw", (in, _) -> new CaseCommand.Withdraw(in.text("reason")));
        readers.put(
                "appoint-pair",
                (in, _) ->
                        new CaseCommand.AppointPair(
                                step(in),
                                in.person("a").orElse(NOBODY),
                                in.person("b").orElse(NOBODY)));
        readers.put(
                "give-opinion",
                (in, _) ->
                        new CaseCommand.GiveOpinion(
                                step(in), verdicts(in), in.numbers("measured"), in.text("note")));
        readers.put(
                "settle-difference",
                (in, _) ->
                        new CaseCommand.SettleDifference(
                                step(in),
                                in.required("standard"),
                                verdict(in, "verdict"),
                                in.required("reason")));
        readers.put(
                "record-inspection",
                (in, f) ->
                        new CaseCommand.RecordInspection(
                                step(in),
                                in.day("day", f.today()),
                                in.persons("inspectors"),
                                verdicts(in),
                                in.numbers("measured"),
                                in.required("report"),
                                in.filings(),
                                in.text("lateReason"),
                                in.text("again"),
                                in.position()));
        readers.put("sign-inspection", (in, _) -> new CaseCommand.SignInspection(step(in)));
        readers.put(
                "tell-parties",
                (in, f) ->
                        new CaseCommand.TellParties(
                                step(in),
                                in.day("day", f.today()),
                                in.lines("parties"),
                                in.required("manner"),
                                in.text("lateReason")));
        readers.put(
                "record-statement",
                (in, _) ->
                        new CaseCommand.RecordStatement(
                                step(in), in.required("party"), in.required("statement")));
        readers.put(
                "request-hearing",
                (in, f) ->
                        new CaseCommand.RequestHearing(
                                step(in),
                                in.required("party"),
                                in.day("day", f.today()),
                                in.text("lateReason")));
        readers.put(
                "waive-hearing",
                (in, _) -> new CaseCommand.WaiveHearing(step(in), in.required("party")));
        readers.put(
                "schedule-hearing",
                (in, f) ->
                        new CaseCommand.ScheduleHearing(
                                step(in),
                                in.appointment(f.today()),
                                in.person("chair").orElse(NOBODY)));
        readers.put(
                "plan-visit",
                (in, f) ->
                        new PlanVisit(
                                step(in),
                                in.appointment(f.today()),
                                in.persons("inspectors"),
                                in.yes("announced")));
        readers.put(
                "hold-hearing",
                (in, f) ->
                        new CaseCommand.HoldHearing(
                                step(in),
                                in.day("day", f.today()),
                                in.person("recorder").orElse(NOBODY),
                                in.required("record"),
                                in.text("lateReason")));
        readers.put(
                "give-organ-opinion",
                (in, _) ->
                        new CaseCommand.GiveOrganOpinion(
                                step(in), in.yes("agrees"), in.required("opinion")));
        readers.put(
                "record-meeting",
                (in, f) ->
                        new CaseCommand.RecordMeeting(
                                step(in),
                                minutes(in, f),
                                PenaltyReaders.resolved(in),
                                in.text("lateReason")));
        PenaltyReaders.into(readers);
        VerbReaders.into(readers);
        OfficeReaders.into(readers);
        readers.put(
                "take-resolution",
                (in, _) ->
                        new CaseCommand.TakeResolution(
                                step(in), in.required("resolution"), PenaltyReaders.resolved(in)));
        readers.put("sign-minutes", (in, _) -> new CaseCommand.SignMinutes(step(in)));
        readers.put(
                "decide",
                (in, _) ->
                        new CaseCommand.Decide(
                                step(in),
                                in.yes("grant"),
                                Set.copyOf(in.texts("unmet")),
                                in.required("reasons"),
                                in.text("withheld")));
        readers.put(
                "raise-objection",
                (in, _) ->
                        new CaseCommand.RaiseObjection(
                                step(in),
                                in.required("objector"),
                                in.text("contact"),
                                in.required("objection")));
        readers.put(
                "serve",
                (in, f) ->
                        new CaseCommand.Serve(
                                step(in),
                                in.day("day", f.today()),
                                in.required("manner"),
                                in.required("recipient"),
                                in.required("proof"),
                                in.text("lateReason")));
        readers.put("archive", (in, _) -> new CaseCommand.Archive(step(in)));
        readers.put(
                "pause",
                (in, _) -> new CaseCommand.Pause(in.required("ground"), in.required("notice")));
        readers.put("resume", (in, _) -> new CaseCommand.Resume(in.required("result")));
        readers.put(
                "extend",
                (in, _) -> new CaseCommand.Extend(in.number("days"), in.required("reasons")));
        readers.put(
                "confirm-late-entry",
                (in, _) -> new CaseCommand.ConfirmLateEntry(step(in), in.required("confirmation")));
        readers.put(
                "recuse",
                (in, _) ->
                        new RecusalCommand.Recuse(
                                in.person("person").orElse(NOBODY), in.required("reason")));
        readers.put(
                "seek-recusal",
                (in, _) ->
                        new RecusalCommand.SeekRecusal(
                                in.person("person").orElse(NOBODY), in.required("reason")));
        readers.put(
                "decide-recusal",
                (in, _) ->
                        new RecusalCommand.DecideRecusal(
                                in.person("person").orElse(NOBODY),
                                in.yes("granted"),
                                in.required("reason"),
                                in.text("successor").isBlank()
                                        ? null
                                        : new PersonId(in.text("successor").strip()),
                                in.text("resolution")));
        IntakeReaders.into(readers);
    }

    /// Names of all acts on a case, as addresses and the API use them.
    public Set<String> names() {
        return readers.keySet();
    }

    /// The command; empty when the name is unknown or a field has a fault, which the input then tells.
    public Optional<CaseCommand> read(String name, CommandInput in, CaseFile file) {
        var reader = readers.get(name);
        if (reader == null) {
            return Optional.empty();
        }
        var command = reader.apply(in, file);
        return in.faults().isEmpty() ? Optional.of(command) : Optional.empty();
    }

    private static String step(CommandInput in) {
        return in.required("step");
    }

    private static Verdict verdict(CommandInput in, String name) {
        var text = in.required(name);
        return Verdict.ofCode(text)
                .orElseGet(() -> {
                    if (!text.isBlank()) {
                        in.fault(name, "not-a-choice");
                    }
                    return Verdict.DOUBT;
                });
    }

    private static Map<String, Verdict> verdicts(CommandInput in) {
        var verdicts = new LinkedHashMap<String, Verdict>();
        in.map("verdicts")
                .forEach((standard, text) ->
                        Verdict.ofCode(text)
                                .ifPresentOrElse(
                                        v -> verdicts.put(standard, v),
                                        () -> in.fault("verdicts." + standard, "not-a-choice")));
        return verdicts;
    }

    private static Map<String, String> answers(CommandInput in, CaseFile file) {
        var answers = new LinkedHashMap<String, String>();
        in.map("answers")
                .forEach((id, raw) ->
                        file.situation()
                                .field(id)
                                .ifPresentOrElse(
                                        f -> {
                                            var answer = Answers.normal(f.type(), raw);
                                            Answers.problem(f, answer, file.today())
                                                    .ifPresent(why ->
                                                            in.fault(
                                                                    "answers." + id,
                                                                    why.name()
                                                                            .toLowerCase(
                                                                                    java.util.Locale
                                                                                            .ROOT)
                                                                            .replace('_', '-')));
                                            answers.put(id, answer);
                                        },
                                        () -> in.fault("answers." + id, "not-listed")));
        return answers;
    }

    /// Members due come from the roster of the day; who was present spoke, in the order given, and voted.
    private static Minutes minutes(CommandInput in, CaseFile file) {
        var day = in.day("day", file.today());
        var chair = in.person("chair").orElse(NOBODY);
        var order = in.numbers("order");
        var spoken = in.map("statements");
        var statements = new LinkedHashMap<PersonId, String>();
        in.persons("present").stream()
                .sorted(Comparator.comparing(p -> order.getOrDefault(p.value(), Long.MAX_VALUE)))
                .forEach(p -> statements.put(p, spoken.getOrDefault(p.value(), "")));
        var ballots = new LinkedHashMap<PersonId, Ballot>();
        in.map("ballots")
                .forEach((person, text) ->
                        Ballot.ofCode(text)
                                .ifPresentOrElse(
                                        b -> ballots.put(new PersonId(person), b),
                                        () -> in.fault("ballots." + person, "not-a-choice")));
        ballots.keySet().retainAll(statements.keySet());
        return new Minutes(
                day,
                chair,
                due(file, in, day),
                statements,
                ballots,
                in.yes("agreed"),
                in.text("dissent"),
                in.required("summary"));
    }

    private static List<PersonId> due(CaseFile file, CommandInput in, LocalDate day) {
        return file.situation()
                .step(in.text("step"))
                .flatMap(s -> meeting(file, s).map(k -> file.membersDue(s, k, day)))
                .orElse(List.of());
    }

    private static Optional<MeetingKind> meeting(CaseFile file, Step step) {
        return step.meeting() == null
                ? Optional.empty()
                : file.definition().meeting(step.meeting());
    }
}
