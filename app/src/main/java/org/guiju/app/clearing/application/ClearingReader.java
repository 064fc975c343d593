package org.guiju.app.clearing.application;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.SentFields.Unreadable;
import org.guiju.kernel.clearing.Appraisal;
import org.guiju.kernel.clearing.Aspect;
import org.guiju.kernel.clearing.ClearingCommand;
import org.guiju.kernel.clearing.Disposal;
import org.guiju.kernel.clearing.Disposition;
import org.guiju.kernel.clearing.Item;
import org.guiju.kernel.clearing.ItemField;
import org.guiju.kernel.clearing.Meeting;
import org.guiju.kernel.clearing.Resolution;
import org.guiju.kernel.clearing.Responsibility;
import org.guiju.kernel.clearing.Term;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 读出事务: from the name of an act and what was filled in to the command; pages and API share it.
@Component
public class ClearingReader {
    private final OfficialClock clock;
    private final Map<String, Function<ClearingInput, ClearingCommand>> acts;

    ClearingReader(OfficialClock clock) {
        this.clock = clock;
        this.acts =
                Map.ofEntries(
                        Map.entry("enter", in -> new ClearingCommand.EnterItems(List.of(item(in)))),
                        Map.entry("fill", ClearingReader::fill),
                        Map.entry(
                                "withdraw",
                                in -> new ClearingCommand.WithdrawItems(ids(in), in.one("reason"))),
                        Map.entry(
                                "declare-none",
                                in ->
                                        new ClearingCommand.DeclareNone(
                                                in.one("category"), in.one("reason"))),
                        Map.entry(
                                "declare-duty",
                                in ->
                                        new ClearingCommand.DeclareDuty(
                                                in.one("post"), in.one("duty"))),
                        Map.entry(
                                "name-team",
                                in ->
                                        new ClearingCommand.NameTeam(
                                                in.words("members").stream()
                                                        .map(PersonId::new)
                                                        .toList())),
                        Map.entry(
                                "rule-internal",
                                in ->
                                        new ClearingCommand.RuleOnInternal(
                                                in.yes("exclude"), in.one("reason"))),
                        Map.entry("dispose", ClearingReader::dispose),
                        Map.entry("responsibility", ClearingReader::responsibility),
                        Map.entry("meeting", ClearingReader::meeting),
                        Map.entry("close", _ -> new ClearingCommand.CloseInventory()),
                        Map.entry("sign", _ -> new ClearingCommand.SignReport()),
                        Map.entry("submit", _ -> new ClearingCommand.Submit()),
                        Map.entry(
                                "send-back", in -> new ClearingCommand.SendBack(in.one("reason"))),
                        Map.entry("opinion", ClearingReader::opinion),
                        Map.entry("appraisal", ClearingReader::appraisal),
                        Map.entry(
                                "ask-expert",
                                in -> new ClearingCommand.AskExpert(ids(in), in.one("reason"))),
                        Map.entry(
                                "expert",
                                in ->
                                        new ClearingCommand.RecordExpert(
                                                ids(in), in.one("experts"), in.one("text"))),
                        Map.entry("confirm", in -> new ClearingCommand.Confirm(ids(in))),
                        Map.entry(
                                "remark",
                                in ->
                                        new ClearingCommand.MakeRemark(
                                                in.one("item"), in.one("text"))),
                        Map.entry(
                                "answer",
                                in ->
                                        new ClearingCommand.AnswerRemark(
                                                in.number("no"), in.one("text"))),
                        Map.entry("submit-final", _ -> new ClearingCommand.SubmitFinal()),
                        Map.entry("approve", ClearingReader::approve),
                        Map.entry("publish", _ -> new ClearingCommand.Publish(this.clock.today())));
    }

    /// Empty where there is no such act.
    ///
    /// @throws Unreadable where a field cannot be read
    public Optional<ClearingCommand> read(String name, ClearingInput in) {
        return Optional.ofNullable(acts.get(name)).map(act -> act.apply(in));
    }

    /// The item that a form or an object describes: a field that is not there is blank; a value of a taxonomy by code or name.
    public static Item item(ClearingInput in) {
        var cells = new EnumMap<ItemField, String>(ItemField.class);
        for (var field : ItemField.values()) {
            cells.put(field, cell(field, in));
        }
        return new Item(in.one("id"), cells);
    }

    private static String cell(ItemField field, ClearingInput in) {
        var taxonomy = field.taxonomy();
        return switch (field.shape()) {
            case FLAG -> in.yes(field.code()) ? "yes" : "";
            case CHOICE, MANY ->
                    String.join(
                            Item.SEPARATOR,
                            in.all(field.code()).stream()
                                    .flatMap(v -> v.lines())
                                    .map(v ->
                                            taxonomy.flatMap(t -> t.read(v))
                                                    .map(Term::code)
                                                    .orElse(v))
                                    .toList());
            case LINES -> String.join(Item.SEPARATOR, in.all(field.code()));
            case TEXT -> in.one(field.code()).replace('\n', ' ');
            case LONG -> in.one(field.code());
        };
    }

    private static ClearingCommand fill(ClearingInput in) {
        var cells = new EnumMap<ItemField, String>(ItemField.class);
        for (var field : ItemField.values()) {
            if (in.has(field.code())) {
                cells.put(field, cell(field, in));
            }
        }
        if (cells.isEmpty()) {
            throw new Unreadable("items", "clearing.error.nothing");
        }
        return new ClearingCommand.FillItems(ids(in), cells, in.yes("only-blank"));
    }

    private static ClearingCommand dispose(ClearingInput in) {
        var what =
                Disposition.ofCode(in.one("disposition"))
                        .orElseThrow(() -> new Unreadable("disposition", "clearing.error.choose"));
        return new ClearingCommand.Dispose(
                ids(in),
                new Disposal(
                        what,
                        // Its own words: what the item's basis says is another thing.
                        in.one("grounds"),
                        in.one("target"),
                        in.dayOrNull("due"),
                        in.one("opinion")));
    }

    private static ClearingCommand responsibility(ClearingInput in) {
        return new ClearingCommand.StateResponsibility(
                ids(in),
                new Responsibility(
                        in.one("matter"),
                        in.one("responsible"),
                        in.one("when"),
                        in.one("accountability"),
                        in.one("form")));
    }

    private static ClearingCommand meeting(ClearingInput in) {
        var kind =
                Meeting.Kind.ofCode(in.one("meeting"))
                        .orElseThrow(() -> new Unreadable("meeting", "clearing.error.choose"));
        return new ClearingCommand.RecordMeeting(
                new Meeting(kind, in.day("on"), in.one("minutes"), in.one("conclusion")));
    }

    private static ClearingCommand opinion(ClearingInput in) {
        var aspect =
                Aspect.ofCode(in.one("aspect"))
                        .orElseThrow(() -> new Unreadable("aspect", "clearing.error.choose"));
        if (!in.has("favourable")) {
            throw new Unreadable("favourable", "clearing.error.choose");
        }
        return new ClearingCommand.GiveOpinion(
                ids(in), aspect, in.yes("favourable"), in.one("text"));
    }

    private static ClearingCommand appraisal(ClearingInput in) {
        var group =
                Appraisal.Group.ofCode(in.one("group"))
                        .orElseThrow(() -> new Unreadable("group", "clearing.error.choose"));
        return new ClearingCommand.RecordAppraisal(
                ids(in),
                new Appraisal(
                        group,
                        in.day("on"),
                        in.number("people"),
                        in.number("satisfied"),
                        in.one("text")));
    }

    private static ClearingCommand approve(ClearingInput in) {
        return new ClearingCommand.Approve(
                new Resolution(
                        in.one("meeting"), in.one("number"), in.day("on"), in.day("effective")));
    }

    private static List<String> ids(ClearingInput in) {
        return in.words("items");
    }
}
