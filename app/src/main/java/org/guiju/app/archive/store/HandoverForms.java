package org.guiju.app.archive.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.archive.Quarter;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.ledger.Value;

/// 季度送交事件的入账形式.
public final class HandoverForms {
    public static final String OPENED = "archive.handover-opened";
    public static final String SUBMITTED = "archive.handover-submitted";
    public static final String RECEIVED = "archive.handover-received";
    public static final String TERM = "archive.handover-term-set";

    private HandoverForms() {}

    public static UUID stream(String organ, Quarter quarter) {
        return ArchiveForms.stream("handover:" + organ + ":" + quarter);
    }

    public static UUID term(String organ) {
        return ArchiveForms.stream("handover-term:" + organ);
    }

    /// @param days working days after the quarter's end
    /// @param set whether somebody set them; otherwise they are the default
    public static EventDraft opened(
            String organ, Quarter quarter, LocalDate on, LocalDate due, int days, boolean set) {
        return new EventDraft(
                OPENED,
                Map.of(
                        "organ", new Value.Str(organ),
                        "quarter", new Value.Str(quarter.toString()),
                        "until", new Value.Str(quarter.until().toString()),
                        "on", new Value.Str(on.toString()),
                        "days", new Value.Int(days),
                        "set", new Value.Int(set ? 1 : 0)),
                java.util.List.of(),
                null,
                null,
                due);
    }

    public static EventDraft submitted(
            String organ, Quarter quarter, LocalDate on, String officer, int volumes, String list) {
        return EventDraft.of(
                SUBMITTED,
                Map.of(
                        "organ", new Value.Str(organ),
                        "quarter", new Value.Str(quarter.toString()),
                        "on", new Value.Str(on.toString()),
                        "officer", new Value.Str(officer),
                        "volumes", new Value.Int(volumes),
                        "list", new Value.Str(list)));
    }

    public static EventDraft received(
            String organ,
            Quarter quarter,
            LocalDate on,
            String officer,
            String supervising,
            String list) {
        return EventDraft.of(
                RECEIVED,
                Map.of(
                        "organ", new Value.Str(organ),
                        "quarter", new Value.Str(quarter.toString()),
                        "on", new Value.Str(on.toString()),
                        "officer", new Value.Str(officer),
                        "supervising", new Value.Str(supervising),
                        "list", new Value.Str(list)));
    }

    public static EventDraft term(String organ, int days, LocalDate on, String officer) {
        return EventDraft.of(
                TERM,
                Map.of(
                        "organ", new Value.Str(organ),
                        "days", new Value.Int(days),
                        "on", new Value.Str(on.toString()),
                        "officer", new Value.Str(officer)));
    }
}
