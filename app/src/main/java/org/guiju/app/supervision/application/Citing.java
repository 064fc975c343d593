package org.guiju.app.supervision.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.lists.Lists;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.supervision.FindingRow;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.lists.ListKinds;
import org.guiju.kernel.lists.ListRow;
import org.guiju.kernel.lists.ListVersion;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 援引负面清单: a supervisor names, on a card, the prohibited act of the organ's negative list that it amounts to (A66). The
/// version cited stays readable for ever, so the citation does too.
@Service
public class Citing {
    private static final Article A66 = new Article("guiju", "A66");
    private final Lists lists;
    private final EventStore events;
    private final OfficialClock clock;

    Citing(Lists lists, EventStore events, OfficialClock clock) {
        this.lists = lists;
        this.events = events;
        this.clock = clock;
    }

    /// Why a citation is refused.
    public enum Rule {
        /// 援引有效的清单: the entry stands on no negative list of the organ that is in force today.
        ENTRY_ON_THE_LIST
    }

    /// 援引.
    ///
    /// @param version of the organ's negative list
    /// @param entry id of its row
    /// @param act the prohibited act, in its words
    public record Citation(
            int version,
            String entry,
            String act,
            String basis,
            String consequence,
            PersonId by,
            Instant at) {}

    /// What may be cited today on a card of the organ; empty where the organ has no negative list in force.
    public List<ListRow> entries(String organ) {
        return lists.current(new OrganId(organ), ListKinds.NEGATIVE.code(), clock.today())
                .map(ListVersion::rows)
                .orElse(List.of());
    }

    /// What the card cites, the oldest first.
    public List<Citation> of(FindingRow card) {
        return events.read(stream(card)).stream().map(e -> citation(card, e)).toList();
    }

    /// Puts the citation on record; once is enough, again changes nothing.
    ///
    /// @throws RefusalException where the entry is on no list in force
    @Transactional
    public void cite(FindingRow card, String entry, Stamp stamp) {
        var list =
                lists.current(new OrganId(card.organ()), ListKinds.NEGATIVE.code(), clock.today())
                        .filter(v -> v.rows().stream().anyMatch(r -> r.id().equals(entry)))
                        .orElseThrow(() -> refused(Rule.ENTRY_ON_THE_LIST, entry));
        var before = of(card);
        if (before.stream().anyMatch(c -> c.entry().equals(entry))) {
            return;
        }
        var open = new LinkedHashMap<String, Value>();
        open.put("card", new Value.Str(card.id()));
        open.put("no", new Value.Str(card.no()));
        open.put("organ", new Value.Str(card.organ()));
        open.put("list", new Value.Str(ListKinds.NEGATIVE.code()));
        open.put("list_version", new Value.Int(list.number()));
        open.put("entry", new Value.Str(entry));
        events.append(
                stream(card), before.size(), List.of(EventDraft.of("finding.cited", open)), stamp);
    }

    private static RefusalException refused(Rule rule, String entry) {
        return new RefusalException(List.of(new Refusal(rule, A66, Map.of("entry", entry))));
    }

    private Citation citation(FindingRow card, EventEntry e) {
        int version = number(e);
        var id = word(e);
        var row =
                lists.version(new OrganId(card.organ()), ListKinds.NEGATIVE.code(), version)
                        .flatMap(v -> v.rows().stream().filter(r -> r.id().equals(id)).findFirst())
                        .orElseThrow();
        return new Citation(
                version,
                id,
                row.cell("act"),
                row.cell("basis"),
                row.cell("consequence"),
                new PersonId(e.by()),
                e.at());
    }

    private static int number(EventEntry e) {
        return e.fields().get("list_version") instanceof Value.Int(var n) ? (int) n : 0;
    }

    private static String word(EventEntry e) {
        return e.fields().get("entry") instanceof Value.Str(var text) ? text : "";
    }

    private static UUID stream(FindingRow card) {
        return UUID.nameUUIDFromBytes(("citations:" + card.id()).getBytes(StandardCharsets.UTF_8));
    }
}
