package org.guiju.app.meetings.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.meetings.AgendaItem;
import org.guiju.kernel.meetings.ItemOutcome;
import org.guiju.kernel.meetings.MatterRef;
import org.guiju.kernel.meetings.MatterSort;
import org.guiju.kernel.meetings.MeetingEvent;
import org.guiju.kernel.meetings.MeetingEvent.Answer;
import org.guiju.kernel.meetings.MeetingEvent.Vote;
import org.guiju.kernel.meetings.MeetingKind.Roll;
import org.guiju.kernel.meetings.Tally;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 会议事件的形式. What is said, proposed and voted is internal: it stands under the meeting's own key. That there was a meeting, its
/// day, matters by number and results stand open.
public final class MeetingForms {
    private MeetingForms() {}

    /// 会议的事件流.
    public static UUID stream(String meeting) {
        return UUID.nameUUIDFromBytes(("meeting:" + meeting).getBytes(StandardCharsets.UTF_8));
    }

    public static EventDraft draft(String meeting, MeetingEvent event) {
        var form = new Form();
        form.open("meeting", meeting);
        var kind = write(form, event);
        var hidden =
                form.hidden.entrySet().stream()
                        .map(e ->
                                new EventDraft.Hidden(
                                        "meeting:" + meeting, e.getKey(), e.getValue()))
                        .toList();
        return new EventDraft("meeting." + kind, form.open, hidden, null, null, null);
    }

    private static final class Form {
        private final Map<String, Value> open = new LinkedHashMap<>();
        private final Map<String, Value> hidden = new LinkedHashMap<>();

        void open(String name, String text) {
            open.put(name, new Value.Str(text));
        }

        void open(String name, List<String> texts) {
            open.put(name, new Value.Strs(texts));
        }

        void open(String name, long number) {
            open(name, Long.toString(number));
        }

        void hide(String name, String text) {
            hidden.put(name, new Value.Str(text));
        }

        void hide(String name, List<String> texts) {
            hidden.put(name, new Value.Strs(texts));
        }
    }

    private static String write(Form f, MeetingEvent event) {
        return switch (event) {
            case MeetingEvent.Convened e -> {
                f.open("kind", e.kind());
                f.open("organ", e.organ().value());
                f.open("day", e.day().toString());
                f.hide("time", e.time());
                f.hide("place", e.place());
                f.open("convenor", e.convenor().value());
                f.open("chair", e.chair().value());
                f.open("chief", e.chief() == null ? "" : e.chief().value());
                f.open("members", e.members().stream().map(PersonId::value).toList());
                f.open("roll", e.roll().code());
                f.open("due_count", e.dueCount());
                f.open("procedure", e.procedure());
                yield "convened";
            }
            case MeetingEvent.ItemPlaced(var i) -> {
                placed(f, i);
                yield "item-placed";
            }
            case MeetingEvent.AgendaOrdered(var order) -> {
                f.open("order", order.stream().map(String::valueOf).toList());
                yield "agenda-ordered";
            }
            case MeetingEvent.Opened e -> {
                f.open("present", e.present().stream().map(PersonId::value).toList());
                f.open("present_count", e.presentCount());
                var away = e.absent().keySet().stream().map(PersonId::value).sorted().toList();
                f.open("absent", away);
                f.hide(
                        "reasons",
                        away.stream()
                                .map(p -> e.absent().getOrDefault(new PersonId(p), ""))
                                .toList());
                yield "opened";
            }
            case MeetingEvent.Arrived(var person) -> {
                f.open("person", person.value());
                yield "arrived";
            }
            case MeetingEvent.Closed(var digest) -> {
                f.open("digest", digest);
                yield "closed";
            }
            case MeetingEvent.Signed e -> {
                f.open("person", e.person().value());
                f.open("digest", e.digest());
                f.open("on_paper", e.onPaper() ? "yes" : "no");
                yield "signed";
            }
            case MeetingEvent.SigningRefused e -> {
                f.open("person", e.person().value());
                f.hide("reason", e.reason());
                yield "signing-refused";
            }
            case MeetingEvent.SheetKept e -> {
                f.open("file", e.file());
                f.open("commitment", e.commitment());
                f.open("media_type", e.mediaType());
                yield "sheet-kept";
            }
            case MeetingEvent.Completed(var digest) -> {
                f.open("digest", digest);
                yield "completed";
            }
            case MeetingEvent.Cancelled(var reason) -> {
                f.hide("reason", reason);
                yield "cancelled";
            }
            default -> ofItem(f, event);
        };
    }

    private static void placed(Form f, AgendaItem i) {
        f.open("no", i.no());
        f.open("sort", i.matter().sort().code());
        f.open("matter", i.matter().id());
        f.open("handler", i.handler() == null ? "" : i.handler().value());
        f.hide("title", i.title());
        f.hide("proposal", i.proposal());
        f.hide("amount", i.amountFen() == null ? "" : i.amountFen().toString());
        var band = i.band();
        f.open(
                "band",
                band == null
                        ? List.of()
                        : List.of("" + band.lowestFen(), "" + band.highestFen(), band.row()));
        var experts = i.experts();
        f.open("experts", experts == null ? "" : experts.compliant() ? "compliant" : "negative");
        f.hide("conclusion", experts == null ? "" : experts.words());
    }

    private static String ofItem(Form f, MeetingEvent event) {
        return switch (event) {
            case MeetingEvent.ItemWithdrawn e -> {
                f.open("no", e.no());
                f.hide("reason", e.reason());
                yield "item-withdrawn";
            }
            case MeetingEvent.Remarked e -> said(f, e.no(), e.person(), e.text(), "remarked");
            case MeetingEvent.RecusalAsked e -> {
                f.open("asked_by", e.by().value());
                yield said(f, e.no(), e.person(), e.reason(), "recusal-asked");
            }
            case MeetingEvent.RecusalVoiced e -> {
                f.open("asked_by", e.by().value());
                f.hide("granted", e.granted() ? "yes" : "no");
                yield said(f, e.no(), e.person(), "", "recusal-voiced");
            }
            case MeetingEvent.RecusalDecided e -> {
                f.open("asked_by", e.by().value());
                f.open("granted", e.granted() ? "yes" : "no");
                yield said(f, e.no(), e.person(), "", "recusal-decided");
            }
            case MeetingEvent.Spoke e -> said(f, e.no(), e.person(), e.text(), "spoke");
            case MeetingEvent.Voted e -> {
                f.hide("vote", e.vote().name());
                yield said(f, e.no(), e.person(), e.dissent(), "voted");
            }
            case MeetingEvent.HandsCounted e -> {
                f.open("no", e.no());
                counts(f, e.votesFor(), e.against(), e.abstain());
                yield "hands-counted";
            }
            case MeetingEvent.Dissented e -> said(f, e.no(), e.person(), e.text(), "dissented");
            case MeetingEvent.CheckAnswered e -> {
                f.open("no", e.no());
                f.open("question", e.question());
                f.open("answer", e.answer().name());
                f.hide("text", e.note());
                yield "check-answered";
            }
            case MeetingEvent.Amended e -> {
                f.open("no", e.no());
                f.hide("proposal", e.proposal());
                f.hide("amount", e.amountFen() == null ? "" : e.amountFen().toString());
                yield "amended";
            }
            case MeetingEvent.ItemClosed e -> {
                f.open("no", e.no());
                f.open("outcome", e.outcome().code());
                f.open("due_number", e.tally().due());
                f.open("present", e.tally().present());
                counts(f, e.tally().votesFor(), e.tally().against(), e.tally().abstain());
                yield "item-closed";
            }
            default -> throw new IllegalStateException("no form for " + event);
        };
    }

    private static void counts(Form f, int votesFor, int against, int abstain) {
        f.open("for", votesFor);
        f.open("against", against);
        f.open("abstain", abstain);
    }

    private static String said(Form f, int no, PersonId person, String text, String kind) {
        f.open("no", no);
        f.open("person", person.value());
        if (!text.isEmpty()) {
            f.hide("text", text);
        }
        return kind;
    }

    public static MeetingEvent read(EventEntry e) {
        return switch (e.kind()) {
            case "meeting.convened" ->
                    new MeetingEvent.Convened(
                            e.text("meeting"),
                            e.text("kind"),
                            new OrganId(e.text("organ")),
                            LocalDate.parse(e.text("day")),
                            e.text("time"),
                            e.text("place"),
                            person(e, "convenor"),
                            person(e, "chair"),
                            e.text("chief").isEmpty() ? null : person(e, "chief"),
                            people(e, "members"),
                            Roll.ofCode(e.text("roll")).orElseThrow(),
                            number(e, "due_count"),
                            e.text("procedure"));
            case "meeting.item-placed" -> new MeetingEvent.ItemPlaced(item(e));
            case "meeting.agenda-ordered" ->
                    new MeetingEvent.AgendaOrdered(
                            e.texts("order").stream().map(Integer::valueOf).toList());
            case "meeting.opened" ->
                    new MeetingEvent.Opened(
                            people(e, "present"), absent(e), number(e, "present_count"));
            case "meeting.arrived" -> new MeetingEvent.Arrived(person(e, "person"));
            case "meeting.closed" -> new MeetingEvent.Closed(e.text("digest"));
            case "meeting.signed" ->
                    new MeetingEvent.Signed(
                            person(e, "person"), e.text("digest"), yes(e, "on_paper"));
            case "meeting.signing-refused" ->
                    new MeetingEvent.SigningRefused(person(e, "person"), e.text("reason"));
            case "meeting.sheet-kept" ->
                    new MeetingEvent.SheetKept(
                            e.text("file"), e.text("commitment"), e.text("media_type"));
            case "meeting.completed" -> new MeetingEvent.Completed(e.text("digest"));
            case "meeting.cancelled" -> new MeetingEvent.Cancelled(e.text("reason"));
            default -> readItem(e, number(e, "no"));
        };
    }

    private static MeetingEvent readItem(EventEntry e, int no) {
        return switch (e.kind()) {
            case "meeting.item-withdrawn" -> new MeetingEvent.ItemWithdrawn(no, e.text("reason"));
            case "meeting.remarked" ->
                    new MeetingEvent.Remarked(no, person(e, "person"), e.text("text"));
            case "meeting.recusal-asked" ->
                    new MeetingEvent.RecusalAsked(
                            no, person(e, "person"), person(e, "asked_by"), e.text("text"));
            case "meeting.recusal-voiced" ->
                    new MeetingEvent.RecusalVoiced(
                            no, person(e, "person"), yes(e, "granted"), person(e, "asked_by"));
            case "meeting.recusal-decided" ->
                    new MeetingEvent.RecusalDecided(
                            no, person(e, "person"), yes(e, "granted"), person(e, "asked_by"));
            case "meeting.spoke" -> new MeetingEvent.Spoke(no, person(e, "person"), e.text("text"));
            case "meeting.voted" ->
                    new MeetingEvent.Voted(
                            no,
                            person(e, "person"),
                            e.text("vote").isEmpty() ? Vote.ABSTAIN : Vote.valueOf(e.text("vote")),
                            e.text("text"));
            case "meeting.hands-counted" ->
                    new MeetingEvent.HandsCounted(
                            no, number(e, "for"), number(e, "against"), number(e, "abstain"));
            case "meeting.dissented" ->
                    new MeetingEvent.Dissented(no, person(e, "person"), e.text("text"));
            case "meeting.check-answered" ->
                    new MeetingEvent.CheckAnswered(
                            no,
                            e.text("question"),
                            Answer.valueOf(e.text("answer")),
                            e.text("text"));
            case "meeting.amended" -> new MeetingEvent.Amended(no, e.text("proposal"), amount(e));
            case "meeting.item-closed" ->
                    new MeetingEvent.ItemClosed(
                            no,
                            ItemOutcome.ofCode(e.text("outcome")).orElseThrow(),
                            new Tally(
                                    number(e, "due_number"),
                                    number(e, "present"),
                                    number(e, "for"),
                                    number(e, "against"),
                                    number(e, "abstain")));
            default -> throw new IllegalStateException("no event is " + e.kind());
        };
    }

    private static AgendaItem item(EventEntry e) {
        var band = e.texts("band");
        var experts = e.text("experts");
        return new AgendaItem(
                number(e, "no"),
                new MatterRef(MatterSort.ofCode(e.text("sort")).orElseThrow(), e.text("matter")),
                e.text("title"),
                e.text("proposal"),
                amount(e),
                band.isEmpty()
                        ? null
                        : new AgendaItem.Band(
                                Long.parseLong(band.get(0)),
                                Long.parseLong(band.get(1)),
                                band.get(2)),
                experts.isEmpty()
                        ? null
                        : new AgendaItem.Expert(experts.equals("compliant"), e.text("conclusion")),
                e.text("handler").isEmpty() ? null : person(e, "handler"));
    }

    private static Map<PersonId, String> absent(EventEntry e) {
        var people = people(e, "absent");
        var reasons = e.texts("reasons");
        var absent = new LinkedHashMap<PersonId, String>();
        for (int i = 0; i < people.size(); i++) {
            absent.put(people.get(i), i < reasons.size() ? reasons.get(i) : "");
        }
        return absent;
    }

    private static @Nullable Long amount(EventEntry e) {
        var text = e.text("amount");
        return text.isEmpty() ? null : Long.valueOf(text);
    }

    private static PersonId person(EventEntry e, String name) {
        return new PersonId(e.text(name));
    }

    private static List<PersonId> people(EventEntry e, String name) {
        return e.texts(name).stream().map(PersonId::new).toList();
    }

    private static boolean yes(EventEntry e, String name) {
        return e.text(name).equals("yes");
    }

    static int number(EventEntry e, String name) {
        return Integer.parseInt(e.text(name));
    }
}
