package org.guiju.app.lists.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.lists.ListSource;
import org.guiju.kernel.shared.OrganId;

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

    static LinkedHashMap<String, Value> of(OrganId organ, String kind) {
        var open = new LinkedHashMap<String, Value>();
        open.put("organ", new Value.Str(organ.value()));
        open.put("list", new Value.Str(kind));
        return open;
    }

    public static String text(EventEntry e, String name) {
        return e.fields().get(name) instanceof Value.Str(var text) ? text : "";
    }

    public static long number(EventEntry e, String name) {
        return e.fields().get(name) instanceof Value.Int(var number) ? number : 0;
    }

    public static List<String> texts(EventEntry e, String name) {
        return e.fields().get(name) instanceof Value.Strs(var texts) ? texts : List.of();
    }
}
