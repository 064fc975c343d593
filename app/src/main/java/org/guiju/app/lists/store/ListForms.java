package org.guiju.app.lists.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.lists.ListDraft;
import org.guiju.kernel.lists.ListDraft.Phase;
import org.guiju.kernel.lists.ListSource;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 清单事件的存储形式: what stands in the ledger of lists. The rows stand beside it under the digest that the event names, for a list of ten thousand rows is longer than an entry may be.
public final class ListForms {
    private ListForms() {}

    /// 一个单位一种清单一条事件流.
    public static UUID stream(OrganId organ, String kind) {
        return UUID.nameUUIDFromBytes(
                ("list:" + organ + ":" + kind).getBytes(StandardCharsets.UTF_8));
    }

    /// 已公布.
    public static EventDraft published(
            OrganId organ,
            String kind,
            int number,
            LocalDate effective,
            String digest,
            int rows,
            ListSource source) {
        var open = of(organ, kind);
        open.put("number", new Value.Int(number));
        open.put("effective", new Value.Str(effective.toString()));
        open.put("digest", new Value.Str(digest));
        open.put("rows", new Value.Int(rows));
        open.put("campaign", new Value.Str(source.campaign()));
        open.put("resolution", new Value.Str(source.resolution()));
        open.put("decided", new Value.Str(source.decidedOn().toString()));
        return EventDraft.of("list.published", open);
    }

    /// 起草: the rows as they stand now.
    public static EventDraft drafted(OrganId organ, String kind, String digest, int rows) {
        var open = of(organ, kind);
        open.put("digest", new Value.Str(digest));
        open.put("rows", new Value.Int(rows));
        return EventDraft.of("list.drafted", open);
    }

    /// 送审.
    public static EventDraft submitted(
            OrganId organ, String kind, String digest, LocalDate effective) {
        var open = of(organ, kind);
        open.put("digest", new Value.Str(digest));
        open.put("effective", new Value.Str(effective.toString()));
        return EventDraft.of("list.submitted", open);
    }

    /// 审查通过.
    ///
    /// @param examiner the organisation that examined
    public static EventDraft approved(
            OrganId organ, String kind, String digest, OrganId examiner, String resolution) {
        var open = of(organ, kind);
        open.put("digest", new Value.Str(digest));
        open.put("examiner", new Value.Str(examiner.value()));
        open.put("resolution", new Value.Str(resolution));
        return EventDraft.of("list.approved", open);
    }

    /// 退回: what is said of a draft is as little public as the draft.
    public static EventDraft returned(
            OrganId organ, String kind, String digest, OrganId examiner, String remark) {
        var open = of(organ, kind);
        open.put("digest", new Value.Str(digest));
        open.put("examiner", new Value.Str(examiner.value()));
        var hidden =
                new EventDraft.Hidden(
                        "list:" + organ + ":" + kind, "remark", new Value.Str(remark));
        return new EventDraft("list.returned", open, List.of(hidden), null, null, null);
    }

    /// The draft that a stream leaves; empty once it was published.
    public static Optional<ListDraft> draft(List<EventEntry> stream) {
        ListDraft draft = null;
        for (var e : stream) {
            draft =
                    switch (e.kind()) {
                        case "list.drafted" ->
                                new ListDraft(
                                        e.text("digest"),
                                        (int) e.number("rows"),
                                        draft == null ? Phase.DRAFTING : draft.phase(),
                                        new PersonId(e.by()),
                                        null,
                                        draft == null ? "" : draft.remark());
                        case "list.submitted" ->
                                moved(draft, e, Phase.SUBMITTED, day(e, "effective"), "");
                        case "list.returned" ->
                                moved(draft, e, Phase.RETURNED, null, e.text("remark"));
                        case "list.published" -> null;
                        default -> draft;
                    };
        }
        return Optional.ofNullable(draft);
    }

    private static @Nullable ListDraft moved(
            @Nullable ListDraft draft,
            EventEntry e,
            Phase phase,
            @Nullable LocalDate effective,
            String remark) {
        if (draft == null) {
            return null;
        }
        var by = phase == Phase.SUBMITTED ? new PersonId(e.by()) : draft.by();
        return new ListDraft(draft.digest(), draft.rows(), phase, by, effective, remark);
    }

    private static LocalDate day(EventEntry e, String name) {
        return LocalDate.parse(e.text(name));
    }

    static LinkedHashMap<String, Value> of(OrganId organ, String kind) {
        var open = new LinkedHashMap<String, Value>();
        open.put("organ", new Value.Str(organ.value()));
        open.put("list", new Value.Str(kind));
        return open;
    }
}
