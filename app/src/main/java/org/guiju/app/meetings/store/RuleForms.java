package org.guiju.app.meetings.store;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.meetings.MeetingKind;
import org.guiju.kernel.meetings.OrganRules;
import org.guiju.kernel.meetings.Share;
import org.guiju.kernel.shared.OrganId;

/// 会议制度事件的形式: documents of the organ, all open.
public final class RuleForms {
    private RuleForms() {}

    /// 机关会议制度的事件流.
    public static UUID stream(OrganId organ) {
        return UUID.nameUUIDFromBytes(("meeting-rules:" + organ).getBytes(StandardCharsets.UTF_8));
    }

    public static EventDraft draft(OrganId organ, OrganRules.Adopted adopted) {
        var open = new LinkedHashMap<String, Value>();
        open.put("organ", new Value.Str(organ.value()));
        var kind =
                switch (adopted) {
                    case OrganRules.ProcedureAdopted(var p) -> {
                        open.put("kind", new Value.Str(p.kind()));
                        open.put("number", new Value.Str(p.number()));
                        open.put("title", new Value.Str(p.title()));
                        open.put("from", new Value.Str(p.from().toString()));
                        open.put(
                                "until",
                                new Value.Str(p.until() == null ? "" : p.until().toString()));
                        yield "procedure-adopted";
                    }
                    case OrganRules.PolicyAdopted(var p) -> {
                        open.put("kind", new Value.Str(p.kind()));
                        open.put("quorum", new Value.Str(p.quorum().code()));
                        open.put("majority", new Value.Str(p.majority().code()));
                        open.put("notice_days", new Value.Str("" + p.noticeDays()));
                        open.put("number", new Value.Str(p.document()));
                        open.put("from", new Value.Str(p.from().toString()));
                        yield "policy-adopted";
                    }
                    case OrganRules.RegularDaySet(var of, var day) -> {
                        open.put("kind", new Value.Str(of));
                        open.put("weekday", new Value.Str(day.name()));
                        yield "regular-day-set";
                    }
                };
        return EventDraft.of("meetingrules." + kind, open);
    }

    public static OrganRules.Adopted read(EventEntry e) {
        var kind = e.text("kind");
        return switch (e.kind()) {
            case "meetingrules.procedure-adopted" ->
                    new OrganRules.ProcedureAdopted(
                            new OrganRules.Procedure(
                                    kind,
                                    e.text("number"),
                                    e.text("title"),
                                    LocalDate.parse(e.text("from")),
                                    e.text("until").isEmpty()
                                            ? null
                                            : LocalDate.parse(e.text("until"))));
            case "meetingrules.policy-adopted" ->
                    new OrganRules.PolicyAdopted(
                            new MeetingKind.Policy(
                                    kind,
                                    Share.of(e.text("quorum")).orElseThrow(),
                                    Share.of(e.text("majority")).orElseThrow(),
                                    MeetingForms.number(e, "notice_days"),
                                    e.text("number"),
                                    LocalDate.parse(e.text("from"))));
            case "meetingrules.regular-day-set" ->
                    new OrganRules.RegularDaySet(kind, DayOfWeek.valueOf(e.text("weekday")));
            default -> throw new IllegalStateException("no event is " + e.kind());
        };
    }
}
