package org.guiju.app.clearing.application;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.guiju.app.clearing.ClearingFile;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.lists.Lists;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.powers.Adjustments;
import org.guiju.kernel.clearing.ClearingEntry;
import org.guiju.kernel.clearing.ClearingEvent.CampaignKind;
import org.guiju.kernel.clearing.Item;
import org.guiju.kernel.clearing.ItemField;
import org.guiju.kernel.clearing.Taxonomy;
import org.guiju.kernel.clearing.Term;
import org.guiju.kernel.lists.ListRow;
import org.guiju.kernel.lists.ListSource;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.OrganId;
import org.springframework.stereotype.Component;

/// 清理结果公布: the unit's power list and responsibility list get a new version, in the transaction of the act.
@Component
class PublishClearing {
    private final Lists lists;
    private final Adjustments adjustments;

    PublishClearing(Lists lists, Adjustments adjustments) {
        this.lists = lists;
        this.adjustments = adjustments;
    }

    void publish(ClearingFile file, Stamp stamp) {
        var decided = file.state().resolution().orElseThrow();
        var campaign = file.campaign();
        var source = new ListSource(campaign.id(), decided.number(), decided.on());
        var organ = file.organ();
        var powers = new ArrayList<ListRow>();
        var duties = new ArrayList<ListRow>();
        var touched =
                file.state().items().stream()
                        .map(e -> rowId(campaign.id(), e.item()))
                        .collect(Collectors.toCollection(HashSet::new));
        if (campaign.kind() == CampaignKind.DYNAMIC) {
            // An adjustment changes what it names; all else stays as it is.
            lists.current(organ, "power", decided.effective())
                    .ifPresent(v ->
                            v.rows().stream()
                                    .filter(r -> !touched.contains(r.id()))
                                    .forEach(powers::add));
            lists.current(organ, "responsibility", decided.effective())
                    .ifPresent(v ->
                            v.rows().stream()
                                    .filter(r -> !touched.contains(r.cell("item")))
                                    .forEach(duties::add));
        }
        for (var entry : file.state().items()) {
            if (entry.kept() && entry.confirmed() && !file.state().excluded(entry)) {
                var id = rowId(campaign.id(), entry.item());
                powers.add(new ListRow(id, power(entry.item())));
                duties.add(new ListRow(id + ":r", duty(id, entry)));
            }
        }
        lists.publish(organ, "power", powers, decided.effective(), source, stamp);
        lists.publish(organ, "responsibility", duties, decided.effective(), source, stamp);
        try {
            file.state().items().stream()
                    .filter(ClearingEntry::confirmed)
                    .forEach(e -> adjust(file, e, stamp));
        } catch (Adjustments.Refused e) {
            throw new RefusalException(e.refusals());
        }
    }

    /// What does not stay is adjusted where it is known by a code; from the day on which the list takes effect, or today.
    private void adjust(ClearingFile file, ClearingEntry entry, Stamp stamp) {
        var disposal = entry.disposal();
        var code = code(entry.item());
        if (disposal == null || code.isEmpty()) {
            return;
        }
        var effective = file.state().resolution().orElseThrow().effective();
        var today = OfficialClock.dayOf(stamp.at());
        var from = effective.isBefore(today) ? today : effective;
        switch (disposal.what()) {
            case CANCEL, RETURN -> adjustments.cancel(code, from, disposal.basis(), stamp);
            case MERGE ->
                    file.state()
                            .item(disposal.target())
                            .map(t -> code(t.item()))
                            .filter(into -> !into.isEmpty())
                            .ifPresent(into ->
                                    adjustments.merge(code, into, from, disposal.basis(), stamp));
            case DELEGATE, TRANSFER -> {
                var due = disposal.due();
                adjustments.delegate(
                        code,
                        file.organ(),
                        new OrganId(disposal.target()),
                        from,
                        due == null || due.isBefore(from) ? from : due,
                        disposal.basis(),
                        stamp);
            }
            case RETAIN, INTEGRATE, ADJUST, ADD -> {
                // The list says it.
            }
        }
    }

    private static String code(Item item) {
        return item.has(ItemField.CODE) ? item.get(ItemField.CODE) : item.get(ItemField.INVENTORY);
    }

    /// The same power keeps its row through all versions: by the code it was taken over with, else by its number here.
    static String rowId(String campaign, Item item) {
        for (var code : List.of(item.get(ItemField.INVENTORY), item.get(ItemField.CODE))) {
            if (ListRow.isId(code)) {
                return code;
            }
        }
        return campaign + "-" + item.id();
    }

    private static LinkedHashMap<String, String> power(Item item) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("name", item.get(ItemField.NAME));
        cells.put("kind", item.kind().map(PowerKind::zh).orElse(""));
        cells.put("subject", item.get(ItemField.SUBJECT));
        cells.put("basis", basis(item));
        cells.put("supervision", item.get(ItemField.SUPERVISION));
        cells.put("level", words(Taxonomy.LEVEL, item, ItemField.LEVEL));
        cells.put("nature", words(Taxonomy.NATURE, item, ItemField.NATURE));
        cells.put("scope", item.get(ItemField.SCOPE));
        cells.put("field", words(Taxonomy.FIELD, item, ItemField.FIELDS));
        cells.put("code", item.get(ItemField.CODE));
        cells.put("status", "现行有效");
        return cells;
    }

    static String basis(Item item) {
        var name = item.get(ItemField.BASIS);
        var cited = name.isEmpty() || name.startsWith("《") ? name : "《" + name + "》";
        return cited + item.get(ItemField.ARTICLE);
    }

    private static String words(Taxonomy taxonomy, Item item, ItemField field) {
        return item.values(field).stream()
                .flatMap(v -> taxonomy.term(v).stream())
                .map(Term::name)
                .map(n -> n.zh())
                .collect(Collectors.joining("、"));
    }

    private static LinkedHashMap<String, String> duty(String id, ClearingEntry entry) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("item", id);
        var r = entry.responsibility();
        if (r != null) {
            cells.put("matter", r.matter());
            cells.put("subject", r.subject());
            cells.put("when", r.when());
            cells.put("basis", r.basis());
            cells.put("form", r.form());
        }
        return cells;
    }
}
