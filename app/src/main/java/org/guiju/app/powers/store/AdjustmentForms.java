package org.guiju.app.powers.store;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.adjustments.AdjustmentEvent;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.OrganId;

/// 调整事件的写法, in the power's own stream. It is not the Java record: renaming one changes no stored byte.
public final class AdjustmentForms {
    private AdjustmentForms() {}

    /// @param code the power in whose stream it stands
    public static EventDraft write(String code, AdjustmentEvent event) {
        var open = new LinkedHashMap<String, Value>();
        open.put("power", text(code));
        var kind =
                switch (event) {
                    case AdjustmentEvent.Cancelled(var from, var basis) -> {
                        open.put("on", day(from));
                        open.put("basis", text(basis));
                        yield "power.cancelled";
                    }
                    case AdjustmentEvent.MergedInto(var into, var from, var basis) -> {
                        open.put("into", text(into));
                        open.put("on", day(from));
                        open.put("basis", text(basis));
                        yield "power.merged";
                    }
                    case AdjustmentEvent.Absorbed(var absorbed, var from, var basis) -> {
                        open.put("absorbed", text(absorbed));
                        open.put("on", day(from));
                        open.put("basis", text(basis));
                        yield "power.absorbed";
                    }
                    case AdjustmentEvent.Delegated(var from, var to, var on, var due, var why) -> {
                        open.put("from", text(from.value()));
                        open.put("to", text(to.value()));
                        open.put("on", day(on));
                        open.put("take_over_by", day(due));
                        open.put("basis", text(why));
                        yield "power.delegated";
                    }
                    case AdjustmentEvent.TakenOver(var organ, var on) -> {
                        open.put("organ", text(organ.value()));
                        open.put("on", day(on));
                        yield "power.taken-over";
                    }
                    case AdjustmentEvent.Entrusted(var from, var to, var on, var basis) -> {
                        open.put("from", text(from.value()));
                        open.put("to", text(to.value()));
                        open.put("on", day(on));
                        open.put("basis", text(basis));
                        yield "power.entrusted";
                    }
                    case AdjustmentEvent.InstitutionApproved(var of, var institution, var on) -> {
                        open.put("organ", text(of.value()));
                        open.put("institution", text(institution));
                        open.put("on", day(on));
                        yield "power.entrustment-approved";
                    }
                    case AdjustmentEvent.FollowUpPlanned(var organ, var measures, var on) -> {
                        open.put("organ", text(organ.value()));
                        open.put("measures", text(measures));
                        open.put("on", day(on));
                        yield "power.follow-up-planned";
                    }
                };
        return new EventDraft(kind, open, List.of(), null, code, null);
    }

    /// The adjustment that an entry of a power's stream tells of; empty for what is none, such as a publication.
    public static Optional<AdjustmentEvent> read(EventEntry e) {
        return read(e.kind(), e.fields());
    }

    /// As {@link #read(EventEntry)}, from the kind and the fields.
    static Optional<AdjustmentEvent> read(String kind, Map<String, Value> f) {
        return Optional.ofNullable(
                switch (kind) {
                    case "power.cancelled" ->
                            new AdjustmentEvent.Cancelled(on(f), text(f, "basis"));
                    case "power.merged" ->
                            new AdjustmentEvent.MergedInto(
                                    text(f, "into"), on(f), text(f, "basis"));
                    case "power.absorbed" ->
                            new AdjustmentEvent.Absorbed(
                                    text(f, "absorbed"), on(f), text(f, "basis"));
                    case "power.delegated" ->
                            new AdjustmentEvent.Delegated(
                                    organ(f, "from"),
                                    organ(f, "to"),
                                    on(f),
                                    LocalDate.parse(text(f, "take_over_by")),
                                    text(f, "basis"));
                    case "power.taken-over" ->
                            new AdjustmentEvent.TakenOver(organ(f, "organ"), on(f));
                    case "power.entrusted" ->
                            new AdjustmentEvent.Entrusted(
                                    organ(f, "from"), organ(f, "to"), on(f), text(f, "basis"));
                    case "power.entrustment-approved" ->
                            new AdjustmentEvent.InstitutionApproved(
                                    organ(f, "organ"), text(f, "institution"), on(f));
                    case "power.follow-up-planned" ->
                            new AdjustmentEvent.FollowUpPlanned(
                                    organ(f, "organ"), text(f, "measures"), on(f));
                    default -> null;
                });
    }

    private static LocalDate on(Map<String, Value> fields) {
        return LocalDate.parse(text(fields, "on"));
    }

    private static OrganId organ(Map<String, Value> fields, String name) {
        return new OrganId(text(fields, name));
    }

    private static String text(Map<String, Value> fields, String name) {
        return fields.get(name) instanceof Value.Str(var text) ? text : "";
    }

    private static Value text(String text) {
        return new Value.Str(text);
    }

    private static Value day(LocalDate day) {
        return new Value.Str(day.toString());
    }
}
