package org.guiju.app.linesystems.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventDraft.Hidden;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.linesystems.Mapping;
import org.guiju.kernel.linesystems.ShadowEvent;
import org.guiju.kernel.linesystems.ShadowEvent.Origin;
import org.guiju.kernel.linesystems.ShadowRecord;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;

/// 条线系统事件的形式. What the other system's rows say stands under the key of the case or of the delivery, never in clear; their numbers,
/// steps and days do.
public final class LineForms {
    public static final String SYSTEMS = "linesystem.";
    public static final String DELIVERIES = "linedelivery.";
    public static final String SHADOWS = "shadow.";

    private LineForms() {}

    public static UUID system(String id) {
        return named("line-system:" + id);
    }

    /// One stream for each case number of a system under a power.
    public static UUID shadow(String system, String power, String theirs) {
        return named("shadow:" + system + ":" + power + ":" + theirs);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static EventDraft registered(String id, String name, OrganId organ, String contact) {
        var open = open(Map.of("system", id, "name", name, "organ", organ.value()));
        return new EventDraft(
                SYSTEMS + "registered",
                open,
                List.of(new Hidden("line-system:" + id, "contact", new Value.Str(contact))),
                null,
                null,
                null);
    }

    public static EventDraft key(String digest) {
        return EventDraft.of(SYSTEMS + "key-issued", open(Map.of("digest", digest)));
    }

    /// @param added what this version adds, as a text that [MappingText] reads
    public static EventDraft mapped(Mapping mapping, String added) {
        var open = open(Map.of("mapping", added));
        open.put("version", new Value.Int(mapping.version()));
        return EventDraft.of(SYSTEMS + "mapped", open);
    }

    /// 收到.
    public static EventDraft received(
            String system, String form, String file, String hash, int rows) {
        var open = open(Map.of("system", system, "form", form, "hash", hash));
        open.put("rows", new Value.Int(rows));
        return new EventDraft(
                DELIVERIES + "received",
                open,
                List.of(new Hidden("line-system:" + system, "file", new Value.Str(file))),
                null,
                null,
                null);
    }

    /// 归类 of rows by one mapping.
    ///
    /// @param taken `row|case|number` each, as the others; those known before begin with `=`
    /// @param waits row, question and raw text of what waits
    public static EventDraft sorted(
            UUID delivery,
            int mapping,
            List<String> taken,
            List<String> waits,
            List<String> raws,
            List<String> broken) {
        var open = new LinkedHashMap<String, Value>();
        open.put("mapping", new Value.Int(mapping));
        open.put("taken", new Value.Strs(taken));
        var subject = "line-delivery:" + delivery;
        return new EventDraft(
                DELIVERIES + "sorted",
                open,
                List.of(
                        new Hidden(subject, "waits", new Value.Strs(waits)),
                        new Hidden(subject, "raws", new Value.Strs(raws)),
                        new Hidden(subject, "broken", new Value.Strs(broken))),
                null,
                null,
                null);
    }

    /// @param raw the record as delivered; empty for the opening
    public static EventDraft draft(UUID shadow, ShadowEvent event, String raw) {
        return switch (event) {
            case ShadowEvent.Opened e -> {
                var open =
                        open(
                                Map.of(
                                        "system", e.system(),
                                        "theirs", e.theirs(),
                                        "organ", e.organ().value(),
                                        "power", e.power(),
                                        "situation", e.situation()));
                open.put("version", new Value.Int(e.version()));
                open.put("listed", new Value.Str(e.listed() ? "yes" : "no"));
                yield EventDraft.of(SHADOWS + "opened", open);
            }
            case ShadowEvent.Recorded(var record, var origin) ->
                    record(shadow, "recorded", record, origin, raw);
            case ShadowEvent.Corrected(var record, var origin) ->
                    record(shadow, "corrected", record, origin, raw);
        };
    }

    private static EventDraft record(
            UUID shadow, String kind, ShadowRecord r, Origin origin, String raw) {
        var open =
                open(
                        Map.of(
                                "no", r.no(),
                                "target", r.target(),
                                "outcome", r.outcome(),
                                "happened", r.happened().toString(),
                                "delivery", origin.delivery()));
        put(open, "time", r.time());
        put(open, "received", r.received());
        put(open, "entered", r.entered());
        open.put("row", new Value.Int(origin.row()));
        open.put("mapping", new Value.Int(origin.mapping()));
        var subject = SHADOWS + shadow;
        var hidden = new ArrayList<Hidden>();
        hidden.add(new Hidden(subject, "officers", new Value.Strs(r.officers())));
        hidden.add(new Hidden(subject, "note", new Value.Str(r.note())));
        hidden.add(new Hidden(subject, "raw", new Value.Str(raw)));
        hidden.add(new Hidden(subject, "hash", new Value.Str(origin.hash())));
        return new EventDraft(SHADOWS + kind, open, hidden, null, null, null);
    }

    private static LinkedHashMap<String, Value> open(Map<String, String> texts) {
        var open = new LinkedHashMap<String, Value>();
        texts.forEach((name, text) -> open.put(name, new Value.Str(text)));
        return open;
    }

    private static void put(Map<String, Value> open, String name, @Nullable Object value) {
        if (value != null) {
            open.put(name, new Value.Str(value.toString()));
        }
    }

    public static ShadowEvent read(EventEntry e) {
        return switch (e.kind()) {
            case SHADOWS + "opened" ->
                    new ShadowEvent.Opened(
                            e.text("system"),
                            e.text("theirs"),
                            new OrganId(e.text("organ")),
                            e.text("power"),
                            (int) e.number("version"),
                            e.text("situation"),
                            e.text("listed").equals("yes"));
            case SHADOWS + "recorded" -> new ShadowEvent.Recorded(record(e), origin(e));
            case SHADOWS + "corrected" -> new ShadowEvent.Corrected(record(e), origin(e));
            default -> throw new IllegalStateException("no shadow case knows of " + e.kind());
        };
    }

    private static ShadowRecord record(EventEntry e) {
        return new ShadowRecord(
                e.text("no"),
                e.text("target"),
                e.text("outcome"),
                LocalDate.parse(e.text("happened")),
                e.text("time").isEmpty() ? null : LocalTime.parse(e.text("time")),
                day(e, "received"),
                day(e, "entered"),
                e.texts("officers"),
                e.text("note"));
    }

    private static @Nullable LocalDate day(EventEntry e, String field) {
        return e.text(field).isEmpty() ? null : LocalDate.parse(e.text(field));
    }

    private static Origin origin(EventEntry e) {
        return new Origin(
                e.text("delivery"),
                (int) e.number("row"),
                (int) e.number("mapping"),
                e.text("hash"));
    }
}
