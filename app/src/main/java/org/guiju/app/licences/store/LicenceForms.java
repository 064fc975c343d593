package org.guiju.app.licences.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.licences.LicenceEvent;
import org.guiju.kernel.licences.LicenceEvent.CancelGround;
import org.guiju.kernel.licences.LicenceEvent.Holder;
import org.guiju.kernel.powers.LicenceTerms;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 许可证事件的形式. Number, days and states stand open; the holder is kept under his own key and erased with him, reasons under
/// that of the licence.
public final class LicenceForms {
    private LicenceForms() {}

    /// One stream for each licence, named by the case that issued it.
    public static UUID stream(String caseNo) {
        return UUID.nameUUIDFromBytes(("licence:" + caseNo).getBytes(StandardCharsets.UTF_8));
    }

    /// @param number of the licence
    public static EventDraft draft(String number, LicenceEvent event) {
        var form = new Form(number);
        var kind =
                switch (event) {
                    case LicenceEvent.Issued e -> issued(form, e);
                    case LicenceEvent.Asked e ->
                            form.open("case", e.caseNo()).open("act", e.act().code()).kind("asked");
                    case LicenceEvent.AskEnded e -> form.open("case", e.caseNo()).kind("ask-ended");
                    case LicenceEvent.Changed e -> form.open("case", e.caseNo()).kind("changed");
                    case LicenceEvent.Renewed e ->
                            form.open("case", e.caseNo())
                                    .open("until", e.until().toString())
                                    .open("deemed", e.deemed() ? "yes" : "no")
                                    .kind("renewed");
                    case LicenceEvent.Revoked e -> form.open("case", e.caseNo()).kind("revoked");
                    case LicenceEvent.Withdrawn e ->
                            form.open("fen", Long.toString(e.compensation()))
                                    .hidden("reasons", e.reasons())
                                    .kind("withdrawn");
                    case LicenceEvent.TakenAway e ->
                            form.open("case", e.penalty()).kind("taken-away");
                    case LicenceEvent.Expired _ -> form.kind("expired");
                    case LicenceEvent.Cancelled e ->
                            form.open("ground", e.ground().code())
                                    .open("case", e.caseNo())
                                    .open("office", e.by() == null ? "no" : "yes")
                                    .hidden("reasons", e.reasons())
                                    .kind("cancelled");
                    case LicenceEvent.Suspended e ->
                            form.open("case", e.penalty())
                                    .open("until", e.until().toString())
                                    .kind("suspended");
                    case LicenceEvent.Certified e ->
                            form.open("edition", Integer.toString(e.edition()))
                                    .open("why", e.why().code())
                                    .texts("files", e.files())
                                    .hidden("declared", e.declared())
                                    .kind("certified");
                    case LicenceEvent.Checked e ->
                            form.open("year", Integer.toString(e.year()))
                                    .open("passed", e.passed() ? "yes" : "no")
                                    .hidden("note", e.note())
                                    .kind("checked");
                };
        return new EventDraft(kind, form.open, form.hidden, null, null, null);
    }

    private static String issued(Form form, LicenceEvent.Issued e) {
        var holder = e.holder();
        form.open("power", e.power())
                .open("organ", e.organ())
                .open("case", e.caseNo())
                .open("from", e.from().toString())
                .open("until", e.until() == null ? "" : e.until().toString())
                .open("masked", holder.masked())
                .open("subject", holder.subject())
                .personal(holder.subject(), "account", holder.account())
                .personal(holder.subject(), "name", holder.name())
                .personal(holder.subject(), "code", holder.code());
        return "licence.issued";
    }

    public static LicenceEvent read(EventEntry e) {
        var by = new PersonId(e.by());
        var on = OfficialClock.dayOf(e.at());
        var caseNo = e.text("case");
        return switch (e.kind()) {
            case "licence.issued" ->
                    new LicenceEvent.Issued(
                            e.text("number"),
                            e.text("power"),
                            e.text("organ"),
                            caseNo,
                            new Holder(
                                    e.text("subject"),
                                    e.text("account"),
                                    e.text("name"),
                                    e.text("masked"),
                                    e.text("code")),
                            LocalDate.parse(e.text("from")),
                            day(e.text("until")),
                            on);
            case "licence.asked" ->
                    new LicenceEvent.Asked(
                            caseNo,
                            Arrays.stream(LicenceTerms.Act.values())
                                    .filter(a -> a.code().equals(e.text("act")))
                                    .findFirst()
                                    .orElseThrow(),
                            on);
            case "licence.ask-ended" -> new LicenceEvent.AskEnded(caseNo, on);
            case "licence.changed" -> new LicenceEvent.Changed(caseNo, on);
            case "licence.renewed" ->
                    new LicenceEvent.Renewed(
                            caseNo, LocalDate.parse(e.text("until")), yes(e, "deemed"), on);
            case "licence.revoked" -> new LicenceEvent.Revoked(caseNo, on);
            case "licence.withdrawn" ->
                    new LicenceEvent.Withdrawn(
                            e.text("reasons"), Long.parseLong(e.text("fen")), on, by);
            case "licence.taken-away" -> new LicenceEvent.TakenAway(caseNo, on, by);
            case "licence.expired" -> new LicenceEvent.Expired(on);
            case "licence.cancelled" ->
                    new LicenceEvent.Cancelled(
                            CancelGround.ofCode(e.text("ground")).orElseThrow(),
                            caseNo,
                            e.text("reasons"),
                            on,
                            yes(e, "office") ? by : null);
            case "licence.suspended" ->
                    new LicenceEvent.Suspended(caseNo, LocalDate.parse(e.text("until")), on, by);
            case "licence.certified" ->
                    new LicenceEvent.Certified(
                            Integer.parseInt(e.text("edition")),
                            LicenceEvent.Why.ofCode(e.text("why")).orElseThrow(),
                            e.text("declared"),
                            e.texts("files"),
                            on,
                            by);
            case "licence.checked" ->
                    new LicenceEvent.Checked(
                            Integer.parseInt(e.text("year")),
                            yes(e, "passed"),
                            e.text("note"),
                            on,
                            by);
            default -> throw new IllegalStateException("no licence knows of " + e.kind());
        };
    }

    private static boolean yes(EventEntry e, String name) {
        return e.text(name).equals("yes");
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /// 形式 under way.
    private static final class Form {
        private final LinkedHashMap<String, Value> open = new LinkedHashMap<>();
        private final List<EventDraft.Hidden> hidden = new ArrayList<>();
        private final String number;

        Form(String number) {
            this.number = number;
            open("number", number);
        }

        Form open(String name, String text) {
            if (!text.isEmpty()) {
                open.put(name, new Value.Str(text));
            }
            return this;
        }

        Form texts(String name, List<String> texts) {
            open.put(name, new Value.Strs(texts));
            return this;
        }

        Form hidden(String name, String text) {
            return personal("licence:" + number, name, text);
        }

        Form personal(String subject, String name, String text) {
            if (!text.isEmpty()) {
                hidden.add(new EventDraft.Hidden(subject, name, new Value.Str(text)));
            }
            return this;
        }

        String kind(String name) {
            return "licence." + name;
        }
    }
}
