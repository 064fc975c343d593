package org.guiju.app.meetings.application;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guiju.app.platform.web.SentFields.Unreadable;
import org.guiju.kernel.meetings.AgendaItem;
import org.guiju.kernel.meetings.MatterRef;
import org.guiju.kernel.meetings.MatterSort;
import org.guiju.kernel.meetings.MeetingCommand;
import org.guiju.kernel.meetings.MeetingEvent.Answer;
import org.guiju.kernel.meetings.MeetingEvent.Vote;
import org.guiju.kernel.meetings.MeetingKind;
import org.guiju.kernel.meetings.OrganRules;
import org.guiju.kernel.meetings.Share;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 指令读取: from the name of an act and what was filled in to the command.
public final class MeetingReader {
    private MeetingReader() {}

    /// The notice; its id is given by the desk.
    public static MeetingCommand.Convene convene(MeetingInput in) {
        return new MeetingCommand.Convene(
                "",
                in.day("day"),
                in.one("time"),
                in.one("place"),
                in.person("chair"),
                in.people("members"),
                MeetingKind.Roll.ofCode(in.one("roll")).orElse(MeetingKind.Roll.MEMBERS),
                in.count("due"));
    }

    /// Empty where no act has the name.
    public static Optional<MeetingCommand> read(String name, MeetingInput in) {
        return Optional.ofNullable(
                switch (name) {
                    case "place" -> new MeetingCommand.Place(item(in));
                    case "withdraw" ->
                            new MeetingCommand.Withdraw(in.number("no"), in.one("reason"));
                    case "order" ->
                            new MeetingCommand.Order(
                                    in.words("order").stream()
                                            .filter(w -> w.matches("[0-9]{1,4}"))
                                            .map(Integer::valueOf)
                                            .toList());
                    case "remark" -> new MeetingCommand.Remark(in.number("no"), in.one("text"));
                    case "open" -> open(in);
                    case "arrive" -> new MeetingCommand.Arrive(in.person("person"));
                    case "cancel" -> new MeetingCommand.Cancel(in.one("reason"));
                    case "close" -> new MeetingCommand.Close();
                    case "sign" -> new MeetingCommand.Sign(in.one("digest"));
                    case "refuse-to-sign" -> new MeetingCommand.RefuseToSign(in.one("reason"));
                    default -> ofItem(name, in);
                });
    }

    private static @Nullable MeetingCommand ofItem(String name, MeetingInput in) {
        return switch (name) {
            case "ask-recusal" ->
                    new MeetingCommand.AskRecusal(
                            in.number("no"), in.person("person"), in.one("reason"));
            case "decide-recusal" ->
                    new MeetingCommand.DecideRecusal(
                            in.number("no"), in.person("person"), in.yes("granted"));
            case "speak" -> new MeetingCommand.Speak(in.number("no"), in.one("text"));
            case "vote" ->
                    new MeetingCommand.Cast(
                            in.number("no"), one(Vote.class, "vote", in), in.one("dissent"));
            case "count" ->
                    new MeetingCommand.CountHands(
                            in.number("no"),
                            in.count("for"),
                            in.count("against"),
                            in.count("abstain"));
            case "dissent" -> new MeetingCommand.Dissent(in.number("no"), in.one("text"));
            case "check" ->
                    new MeetingCommand.AnswerCheck(
                            in.number("no"),
                            in.one("question"),
                            one(Answer.class, "answer", in),
                            in.one("note"));
            case "amend" ->
                    new MeetingCommand.Amend(in.number("no"), in.one("proposal"), in.fen("amount"));
            case "close-item" -> new MeetingCommand.CloseItem(in.number("no"));
            default -> null;
        };
    }

    private static <E extends Enum<E>> E one(Class<E> of, String name, MeetingInput in) {
        var word = in.one(name).toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(of.getEnumConstants())
                .filter(v -> v.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new Unreadable(name, "meetings.error.choice"));
    }

    /// Attending members, and `absent.PERSON` or `reason` for the others.
    private static MeetingCommand.Open open(MeetingInput in) {
        var absent = new LinkedHashMap<PersonId, String>();
        for (var pair : in.all("absent")) {
            int at = pair.indexOf(':');
            if (at > 0) {
                absent.put(
                        new PersonId(pair.substring(0, at).strip()),
                        pair.substring(at + 1).strip());
            }
        }
        in.people("away").forEach(p -> absent.put(p, in.one("reason." + p.value())));
        return new MeetingCommand.Open(in.people("present"), absent, in.count("count"));
    }

    private static AgendaItem item(MeetingInput in) {
        var sort =
                MatterSort.ofCode(in.one("sort"))
                        .orElseThrow(() -> new Unreadable("sort", "meetings.error.choice"));
        var matter =
                MatterRef.of(sort, in.one("matter"))
                        .orElseThrow(() -> new Unreadable("matter", "meetings.error.matter"));
        var lowest = in.fen("lowest");
        var highest = in.fen("highest");
        if (lowest != null && highest != null && highest < lowest) {
            throw new Unreadable("highest", "meetings.error.band");
        }
        var experts = in.one("experts");
        return new AgendaItem(
                0,
                matter,
                in.one("title"),
                in.one("proposal"),
                in.fen("amount"),
                lowest == null || highest == null
                        ? null
                        : new AgendaItem.Band(lowest, highest, in.one("row")),
                experts.isEmpty()
                        ? null
                        : new AgendaItem.Expert(experts.equals("compliant"), in.one("conclusion")),
                in.one("handler").isEmpty() ? null : new PersonId(in.one("handler")));
    }

    /// What an organ adopts: `procedure`, `policy` or `regular-day`.
    public static Optional<OrganRules.Adopted> rule(String name, MeetingInput in) {
        var kind = in.one("kind");
        return Optional.ofNullable(
                switch (name) {
                    case "procedure" ->
                            new OrganRules.ProcedureAdopted(
                                    new OrganRules.Procedure(
                                            kind,
                                            in.one("number"),
                                            in.one("title"),
                                            in.day("from"),
                                            in.dayOrNull("until")));
                    case "policy" ->
                            new OrganRules.PolicyAdopted(
                                    new MeetingKind.Policy(
                                            kind,
                                            share(in, "quorum"),
                                            share(in, "majority"),
                                            in.count("days"),
                                            in.one("number"),
                                            in.day("from")));
                    case "regular-day" ->
                            new OrganRules.RegularDaySet(kind, one(DayOfWeek.class, "weekday", in));
                    default -> null;
                });
    }

    private static Share share(MeetingInput in, String name) {
        return Share.of(in.one(name))
                .orElseThrow(() -> new Unreadable(name, "meetings.error.share"));
    }

    /// Fields of a form or of JSON with one value each.
    public static MeetingInput single(Map<String, String> fields) {
        var many = new LinkedHashMap<String, java.util.List<String>>();
        fields.forEach((k, v) -> many.put(k, java.util.List.of(v)));
        return new MeetingInput(many);
    }
}
