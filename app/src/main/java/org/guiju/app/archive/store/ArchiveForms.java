package org.guiju.app.archive.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.archive.Volume;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;

/// 归档事件的入账形式. Nothing personal stands in them: a volume names its case by number, a taker is an officer's pseudonym or `applicant`, and hidden.
public final class ArchiveForms {
    public static final String VOLUME = "archive.volume-opened";
    public static final String MADE = "archive.dossier-made";
    public static final String RECORD = "archive.record-taken";
    public static final String TAKEN = "archive.dossier-taken";

    private ArchiveForms() {}

    /// 案卷号序列: event n − 1 is the n-th volume of the organ and year.
    public static String series(String organ, int year) {
        return "volume:" + organ + ":" + year;
    }

    public static UUID stream(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /// The stream of what becomes of a case's packages.
    public static UUID dossier(UUID caseId) {
        return stream("dossier:" + caseId);
    }

    public static EventDraft draft(Volume v) {
        var open = new HashMap<String, Value>();
        open.put("of_case", new Value.Str(v.caseId().toString()));
        open.put("organ", new Value.Str(v.organ()));
        open.put("year", new Value.Int(v.year()));
        open.put("n", new Value.Int(v.n()));
        open.put("number", new Value.Str(v.number()));
        open.put("no", new Value.Str(v.no()));
        open.put("power", new Value.Str(v.power()));
        open.put("power_kind", new Value.Str(v.kind()));
        open.put("closed", new Value.Str(v.closedOn().toString()));
        open.put("outcome", new Value.Str(v.outcome()));
        open.put("retention", new Value.Str(v.retention()));
        if (v.until() != null) {
            open.put("until", new Value.Str(v.until().toString()));
        }
        open.put("entries", new Value.Int(v.entries()));
        open.put("head", new Value.Str(v.head()));
        return EventDraft.of(VOLUME, open);
    }

    static Volume volume(EventEntry entry) {
        var f = entry.fields();
        var until = text(f, "until");
        return new Volume(
                UUID.fromString(text(f, "of_case")),
                text(f, "organ"),
                (int) number(f, "year"),
                number(f, "n"),
                text(f, "number"),
                text(f, "no"),
                text(f, "power"),
                text(f, "power_kind"),
                LocalDate.parse(text(f, "closed")),
                text(f, "outcome"),
                text(f, "retention"),
                until.isEmpty() ? null : LocalDate.parse(until),
                (int) number(f, "entries"),
                text(f, "head"));
    }

    /// @param state what the package was made of; the same state, the same package
    /// @param commitment salted digest of its bytes
    public static EventDraft made(UUID caseId, String state, UUID attachment, String commitment) {
        return EventDraft.of(
                MADE,
                Map.of(
                        "of_case", new Value.Str(caseId.toString()),
                        "state", new Value.Str(state),
                        "attachment", new Value.Str(attachment.toString()),
                        "commitment", new Value.Str(commitment)));
    }

    /// The log shows that a package was taken, not by whom: a supervisor's checks would not be checks if they were told of.
    public static EventDraft taken(UUID caseId, String profile, String taker) {
        return new EventDraft(
                TAKEN,
                Map.of(
                        "of_case", new Value.Str(caseId.toString()),
                        "profile", new Value.Str(profile)),
                // The handling of a case is a subject of its own (CaseForms).
                List.of(new EventDraft.Hidden("case:" + caseId, "taker", new Value.Str(taker))),
                null,
                null,
                null);
    }

    /// An officer took what is kept of himself: no secret.
    public static EventDraft recordTaken(String person) {
        return EventDraft.of(RECORD, Map.of("person", new Value.Str(person)));
    }

    static String text(Map<String, Value> fields, String name) {
        return fields.get(name) instanceof Value.Str(var text) ? text : "";
    }

    static long number(Map<String, Value> fields, String name) {
        return fields.get(name) instanceof Value.Int(var n) ? n : 0;
    }
}
