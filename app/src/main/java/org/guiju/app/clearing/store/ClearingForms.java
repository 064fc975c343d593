package org.guiju.app.clearing.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.clearing.Appraisal;
import org.guiju.kernel.clearing.Aspect;
import org.guiju.kernel.clearing.ClearingEvent;
import org.guiju.kernel.clearing.ClearingEvent.CampaignKind;
import org.guiju.kernel.clearing.Disposal;
import org.guiju.kernel.clearing.Disposition;
import org.guiju.kernel.clearing.Item;
import org.guiju.kernel.clearing.ItemField;
import org.guiju.kernel.clearing.Meeting;
import org.guiju.kernel.clearing.Opinion;
import org.guiju.kernel.clearing.Remark;
import org.guiju.kernel.clearing.Resolution;
import org.guiju.kernel.clearing.Responsibility;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// 清理事件的形式. What is written of items and said of them is internal until it is published: it stands under the clearing's own
/// key; which act it was, by whom and on which items stands open.
public final class ClearingForms {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> CELLS =
            new TypeReference<>() {};

    /// A disclosure holds 64 KiB; what is entered at once may be more and then makes several events.
    private static final int MOST_BYTES = 48_000;

    private ClearingForms() {}

    /// 单位清理的事件流.
    public static UUID stream(String campaign, OrganId organ) {
        return UUID.nameUUIDFromBytes(
                ("clearing:" + campaign + ":" + organ).getBytes(StandardCharsets.UTF_8));
    }

    public static List<EventDraft> drafts(String campaign, OrganId organ, ClearingEvent event) {
        if (!(event instanceof ClearingEvent.ItemsEntered(var items))) {
            return List.of(draft(campaign, organ, event));
        }
        var drafts = new ArrayList<EventDraft>();
        var part = new ArrayList<Item>();
        int bytes = 0;
        for (var item : items) {
            int more = cells(item).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > MOST_BYTES && !part.isEmpty()) {
                drafts.add(draft(campaign, organ, new ClearingEvent.ItemsEntered(part)));
                part.clear();
                bytes = 0;
            }
            part.add(item);
            // Quotation marks inside quotation marks are written longer.
            bytes += more + more / 4 + 8;
        }
        if (!part.isEmpty()) {
            drafts.add(draft(campaign, organ, new ClearingEvent.ItemsEntered(part)));
        }
        return drafts;
    }

    private static EventDraft draft(String campaign, OrganId organ, ClearingEvent event) {
        var form = new Form();
        form.open("campaign", campaign);
        form.open("organ", organ.value());
        var kind = write(form, event);
        var subject = "clearing:" + campaign + ":" + organ;
        var hidden =
                form.hidden.entrySet().stream()
                        .map(e -> new EventDraft.Hidden(subject, e.getKey(), e.getValue()))
                        .toList();
        return new EventDraft("clearing." + kind, form.open, hidden, null, null, null);
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

        void hide(String name, String text) {
            hidden.put(name, new Value.Str(text));
        }
    }

    private static String write(Form f, ClearingEvent event) {
        return switch (event) {
            case ClearingEvent.Opened e -> {
                f.open("title", e.title());
                f.open("kind", e.kind().code());
                f.open("exclude_internal", e.excludeInternal() ? "yes" : "no");
                yield "opened";
            }
            case ClearingEvent.ItemsEntered(var items) -> {
                f.open("items", items.stream().map(Item::id).toList());
                f.hidden.put(
                        "cells", new Value.Strs(items.stream().map(ClearingForms::cells).toList()));
                yield "items-entered";
            }
            case ClearingEvent.ItemsWithdrawn(var ids, var reason) -> {
                f.open("items", ids);
                f.hide("reason", reason);
                yield "items-withdrawn";
            }
            case ClearingEvent.NoneDeclared(var category, var reason) -> {
                f.open("category", category);
                f.hide("reason", reason);
                yield "none-declared";
            }
            case ClearingEvent.DutyDeclared(var post, var duty) -> {
                f.open("post", post);
                f.hide("duty", duty);
                yield "duty-declared";
            }
            case ClearingEvent.TeamNamed(var members) -> {
                f.open("members", members.stream().map(PersonId::value).toList());
                yield "team-named";
            }
            case ClearingEvent.InternalRuled(var exclude, var reason) -> {
                f.open("exclude", exclude ? "yes" : "no");
                f.hide("reason", reason);
                yield "internal-ruled";
            }
            case ClearingEvent.ItemsDisposed(var ids, var d) -> {
                f.open("items", ids);
                f.open("disposition", d.what().code());
                f.open("target", d.target());
                f.open("due_day", d.due() == null ? "" : d.due().toString());
                f.hide("basis", d.basis());
                f.hide("opinion", d.opinion());
                yield "items-disposed";
            }
            case ClearingEvent.ResponsibilityStated(var ids, var r) -> {
                f.open("items", ids);
                f.hide("matter", r.matter());
                f.hide("subject", r.subject());
                f.hide("when", r.when());
                f.hide("basis", r.basis());
                f.hide("form", r.form());
                yield "responsibility-stated";
            }
            case ClearingEvent.MeetingRecorded(var m) -> {
                f.open("meeting", m.kind().code());
                f.open("on", m.on().toString());
                f.open("minutes", m.minutes());
                f.hide("conclusion", m.conclusion());
                yield "meeting-recorded";
            }
            default -> later(f, event);
        };
    }

    private static String later(Form f, ClearingEvent event) {
        return switch (event) {
            case ClearingEvent.InventoryClosed(var items) -> {
                f.open("count", Integer.toString(items));
                yield "inventory-closed";
            }
            case ClearingEvent.ReportSigned(var by) -> {
                f.open("signed_by", by.value());
                yield "report-signed";
            }
            case ClearingEvent.Submitted() -> "submitted";
            case ClearingEvent.SentBack(var reason) -> {
                f.hide("reason", reason);
                yield "sent-back";
            }
            case ClearingEvent.OpinionGiven(var ids, var o) -> {
                f.open("items", ids);
                f.open("aspect", o.aspect().code());
                f.open("favourable", o.favourable() ? "yes" : "no");
                f.open("given_by", o.by().value());
                f.open("given_for", o.organ().value());
                f.hide("text", o.text());
                yield "opinion-given";
            }
            case ClearingEvent.AppraisalRecorded(var ids, var a) -> {
                f.open("items", ids);
                f.open("group", a.group().code());
                f.open("on", a.on().toString());
                f.open("people", Integer.toString(a.people()));
                f.open("satisfied", Integer.toString(a.satisfied()));
                f.hide("text", a.text());
                yield "appraisal-recorded";
            }
            case ClearingEvent.ExpertAsked(var ids, var reason) -> {
                f.open("items", ids);
                f.hide("reason", reason);
                yield "expert-asked";
            }
            case ClearingEvent.ExpertHeard(var ids, var experts, var text) -> {
                f.open("items", ids);
                f.hide("experts", experts);
                f.hide("text", text);
                yield "expert-heard";
            }
            case ClearingEvent.ItemsConfirmed(var ids) -> {
                f.open("items", ids);
                yield "items-confirmed";
            }
            case ClearingEvent.Remarked(var r) -> {
                f.open("no", Integer.toString(r.no()));
                f.open("about", r.item());
                f.hide("text", r.text());
                yield "remarked";
            }
            case ClearingEvent.RemarkAnswered(var no, var text) -> {
                f.open("no", Integer.toString(no));
                f.hide("text", text);
                yield "remark-answered";
            }
            case ClearingEvent.FinalSubmitted() -> "final-submitted";
            case ClearingEvent.Approved(var r) -> {
                f.open("meeting", r.meeting());
                f.open("number", r.number());
                f.open("on", r.on().toString());
                f.open("effective", r.effective().toString());
                yield "approved";
            }
            case ClearingEvent.Published(var on) -> {
                f.open("on", on.toString());
                yield "published";
            }
            default -> throw new IllegalStateException("no form for " + event);
        };
    }

    private static String cells(Item item) {
        var cells = new LinkedHashMap<String, String>();
        item.cells().forEach((field, value) -> cells.put(field.code(), value));
        return JSON.writeValueAsString(cells);
    }

    public static ClearingEvent read(EventEntry e) {
        return switch (e.kind()) {
            case "clearing.opened" ->
                    new ClearingEvent.Opened(
                            e.text("campaign"),
                            e.text("title"),
                            e.text("kind").equals("dynamic")
                                    ? CampaignKind.DYNAMIC
                                    : CampaignKind.FULL,
                            yes(e, "exclude_internal"));
            case "clearing.items-entered" -> new ClearingEvent.ItemsEntered(items(e));
            case "clearing.items-withdrawn" ->
                    new ClearingEvent.ItemsWithdrawn(e.texts("items"), e.text("reason"));
            case "clearing.none-declared" ->
                    new ClearingEvent.NoneDeclared(e.text("category"), e.text("reason"));
            case "clearing.duty-declared" ->
                    new ClearingEvent.DutyDeclared(e.text("post"), e.text("duty"));
            case "clearing.team-named" ->
                    new ClearingEvent.TeamNamed(
                            e.texts("members").stream().map(PersonId::new).toList());
            case "clearing.internal-ruled" ->
                    new ClearingEvent.InternalRuled(yes(e, "exclude"), e.text("reason"));
            case "clearing.items-disposed" ->
                    new ClearingEvent.ItemsDisposed(
                            e.texts("items"),
                            new Disposal(
                                    Disposition.ofCode(e.text("disposition")).orElseThrow(),
                                    e.text("basis"),
                                    e.text("target"),
                                    e.text("due_day").isEmpty()
                                            ? null
                                            : LocalDate.parse(e.text("due_day")),
                                    e.text("opinion")));
            case "clearing.responsibility-stated" ->
                    new ClearingEvent.ResponsibilityStated(
                            e.texts("items"),
                            new Responsibility(
                                    e.text("matter"),
                                    e.text("subject"),
                                    e.text("when"),
                                    e.text("basis"),
                                    e.text("form")));
            case "clearing.meeting-recorded" ->
                    new ClearingEvent.MeetingRecorded(
                            new Meeting(
                                    Meeting.Kind.ofCode(e.text("meeting")).orElseThrow(),
                                    day(e, "on"),
                                    e.text("minutes"),
                                    e.text("conclusion")));
            default -> readLater(e);
        };
    }

    private static ClearingEvent readLater(EventEntry e) {
        return switch (e.kind()) {
            case "clearing.inventory-closed" ->
                    new ClearingEvent.InventoryClosed(number(e, "count"));
            case "clearing.report-signed" ->
                    new ClearingEvent.ReportSigned(new PersonId(e.text("signed_by")));
            case "clearing.submitted" -> new ClearingEvent.Submitted();
            case "clearing.sent-back" -> new ClearingEvent.SentBack(e.text("reason"));
            case "clearing.opinion-given" ->
                    new ClearingEvent.OpinionGiven(
                            e.texts("items"),
                            new Opinion(
                                    Aspect.ofCode(e.text("aspect")).orElseThrow(),
                                    yes(e, "favourable"),
                                    e.text("text"),
                                    new PersonId(e.text("given_by")),
                                    new OrganId(e.text("given_for"))));
            case "clearing.appraisal-recorded" ->
                    new ClearingEvent.AppraisalRecorded(
                            e.texts("items"),
                            new Appraisal(
                                    Appraisal.Group.ofCode(e.text("group")).orElseThrow(),
                                    day(e, "on"),
                                    number(e, "people"),
                                    number(e, "satisfied"),
                                    e.text("text")));
            case "clearing.expert-asked" ->
                    new ClearingEvent.ExpertAsked(e.texts("items"), e.text("reason"));
            case "clearing.expert-heard" ->
                    new ClearingEvent.ExpertHeard(
                            e.texts("items"), e.text("experts"), e.text("text"));
            case "clearing.items-confirmed" -> new ClearingEvent.ItemsConfirmed(e.texts("items"));
            case "clearing.remarked" ->
                    new ClearingEvent.Remarked(
                            new Remark(number(e, "no"), e.text("about"), e.text("text"), ""));
            case "clearing.remark-answered" ->
                    new ClearingEvent.RemarkAnswered(number(e, "no"), e.text("text"));
            case "clearing.final-submitted" -> new ClearingEvent.FinalSubmitted();
            case "clearing.approved" ->
                    new ClearingEvent.Approved(
                            new Resolution(
                                    e.text("meeting"),
                                    e.text("number"),
                                    day(e, "on"),
                                    day(e, "effective")));
            case "clearing.published" -> new ClearingEvent.Published(day(e, "on"));
            default -> throw new IllegalStateException("no event is " + e.kind());
        };
    }

    private static List<Item> items(EventEntry e) {
        var ids = e.texts("items");
        var cells = e.texts("cells");
        var items = new ArrayList<Item>();
        for (int i = 0; i < ids.size(); i++) {
            var read = new LinkedHashMap<ItemField, String>();
            if (i < cells.size()) {
                JSON.readValue(cells.get(i), CELLS)
                        .forEach((code, value) ->
                                ItemField.ofCode(code).ifPresent(f -> read.put(f, value)));
            }
            items.add(new Item(ids.get(i), read));
        }
        return items;
    }

    private static boolean yes(EventEntry e, String name) {
        return e.text(name).equals("yes");
    }

    private static int number(EventEntry e, String name) {
        return Integer.parseInt(e.text(name));
    }

    private static LocalDate day(EventEntry e, String name) {
        return LocalDate.parse(e.text(name));
    }
}
