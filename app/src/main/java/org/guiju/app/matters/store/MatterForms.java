package org.guiju.app.matters.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.matters.BookEvent;
import org.guiju.kernel.matters.MatterAct;
import org.guiju.kernel.matters.MatterEvent;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 事项事件的形式. Codes, days and numbers stand open; every word, amount and name that somebody wrote is hidden under the matter's own key,
/// a citizen's comment under a key of its own.
public final class MatterForms {
    /// What the log may show of an act.
    private static final Set<String> OPEN =
            Set.of(
                    "organ",
                    "class",
                    "route",
                    "tier",
                    "public",
                    "from",
                    "to",
                    "until",
                    "approved",
                    "adopted",
                    "receipt",
                    "procedure",
                    "resolution",
                    "minutes",
                    "review",
                    "subject",
                    "trade",
                    "platform",
                    "tender",
                    "mode",
                    "announced",
                    "outcome",
                    "settled",
                    "months",
                    "grace");

    /// Names that an entry keeps for itself, and what ours are stored as.
    private static final Map<String, String> STORED =
            Map.of("item", "business", "due", "due_procedure");

    private static final Map<String, String> FACTS =
            Map.of("business", "item", "due_procedure", "due");

    private MatterForms() {}

    public static UUID stream(String matter) {
        return UUID.nameUUIDFromBytes(("matter:" + matter).getBytes(StandardCharsets.UTF_8));
    }

    /// 机关台账的事件流.
    public static UUID book(OrganId organ) {
        return UUID.nameUUIDFromBytes(("matter-book:" + organ).getBytes(StandardCharsets.UTF_8));
    }

    public static EventDraft draft(String matter, MatterEvent e) {
        var subject =
                e.act() == MatterAct.COMMENT
                        ? "matter-comment:" + e.fact("receipt")
                        : "matter:" + matter;
        return draft("matter." + e.act().code(), subject, "matter", matter, e.facts());
    }

    public static EventDraft draft(OrganId organ, BookEvent e) {
        return draft(
                "matterbook." + e.act().code(),
                "matter-book:" + organ,
                "organ",
                organ.value(),
                e.facts());
    }

    private static EventDraft draft(
            String kind, String subject, String of, String id, Map<String, String> facts) {
        var open = new LinkedHashMap<String, Value>();
        open.put(of, new Value.Str(id));
        var hidden = new ArrayList<EventDraft.Hidden>();
        facts.forEach((fact, text) -> {
            var name = STORED.getOrDefault(fact, fact);
            if (OPEN.contains(name)) {
                open.put(name, new Value.Str(text));
            } else {
                hidden.add(new EventDraft.Hidden(subject, name, new Value.Str(text)));
            }
        });
        return new EventDraft(kind, open, hidden, null, null, null);
    }

    public static MatterEvent read(EventEntry e) {
        var act = MatterAct.ofCode(e.kind().substring("matter.".length())).orElseThrow();
        var facts = facts(e);
        facts.remove("matter");
        return new MatterEvent(act, new PersonId(e.by()), OfficialClock.dayOf(e.at()), facts);
    }

    public static BookEvent readBook(EventEntry e) {
        var act =
                BookEvent.Act.valueOf(
                        e.kind()
                                .substring("matterbook.".length())
                                .toUpperCase(java.util.Locale.ROOT));
        return new BookEvent(act, new PersonId(e.by()), OfficialClock.dayOf(e.at()), facts(e));
    }

    private static TreeMap<String, String> facts(EventEntry e) {
        var facts = new TreeMap<String, String>();
        e.fields()
                .forEach((name, value) -> {
                    if (value instanceof Value.Str(var text)) {
                        facts.put(FACTS.getOrDefault(name, name), text);
                    }
                });
        return facts;
    }

    /// The matter that the entry belongs to.
    public static String matter(EventEntry e) {
        return facts(e).getOrDefault("matter", "");
    }
}
