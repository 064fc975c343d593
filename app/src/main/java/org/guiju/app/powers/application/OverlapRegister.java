package org.guiju.app.powers.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.Inventory;
import org.guiju.app.powers.Standings;
import org.guiju.app.powers.store.Registry;
import org.guiju.kernel.adjustments.Overlaps;
import org.guiju.kernel.adjustments.Overlaps.Matter;
import org.guiju.kernel.adjustments.Overlaps.Overlap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 职责交叉台账: what several departments hold, until it is settled with one holder or a stated division (A30). A settlement holds
/// for the departments that were party to it: another one that comes in opens the conflict anew.
@Service
public class OverlapRegister {
    private static final String REGISTER = "overlap";
    private static final int ALL = 100_000;
    private final Registry registry;
    private final Catalogue catalogue;
    private final Inventory inventory;
    private final Standings standings;
    private final Allocation allocation;
    private final OfficialClock clock;

    OverlapRegister(
            Registry registry,
            Catalogue catalogue,
            Inventory inventory,
            Standings standings,
            Allocation allocation,
            OfficialClock clock) {
        this.registry = registry;
        this.catalogue = catalogue;
        this.inventory = inventory;
        this.standings = standings;
        this.allocation = allocation;
        this.clock = clock;
    }

    /// 解决: one holder, or a division in words.
    ///
    /// @param holder department; "" where the matter is divided
    public record Settlement(String holder, String division, String basis) {}

    /// 台账行.
    public record Row(Overlap overlap, Optional<Settlement> settled) {}

    /// Every overlap, the open ones first.
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var overlap : Overlaps.of(matters())) {
            var settled =
                    registry.get(REGISTER, overlap.key())
                            .filter(e ->
                                    e.text("departments")
                                            .equals(String.join("、", overlap.departments())))
                            .map(e ->
                                    new Settlement(
                                            e.text("holder"), e.text("division"), e.text("basis")));
            rows.add(new Row(overlap, settled));
        }
        rows.sort(java.util.Comparator.comparing(r -> r.settled().isPresent()));
        return rows;
    }

    /// Settles it; asked of the overlap as it stands now.
    @Transactional
    public void settle(Overlap overlap, Settlement settlement, Stamp stamp) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("holder", settlement.holder());
        fields.put("division", settlement.division());
        fields.put("basis", settlement.basis());
        fields.put("departments", String.join("、", overlap.departments()));
        registry.enter(REGISTER, overlap.key(), fields, stamp);
    }

    private List<Matter> matters() {
        var today = clock.today();
        var all = new ArrayList<Matter>();
        for (var power : catalogue.allInForce(today)) {
            all.add(
                    new Matter(
                            power.code().value(),
                            power.matter().zh(),
                            power.kind().code(),
                            allocation
                                    .organ(power.organ())
                                    .map(Organ::name)
                                    .map(n -> n.zh())
                                    .orElse(power.organ().value()),
                            power.basis().stream().map(b -> b.article().cite()).toList()));
        }
        for (var item : inventory.find(Inventory.Filter.ALL, ALL, 0).items()) {
            var standing = standings.of(item.code());
            if (standing.cancelled() == null
                    && standing.merged() == null
                    && catalogue.versions(item.code()).isEmpty()) {
                all.add(
                        new Matter(
                                item.code(),
                                item.name(),
                                item.kind().code(),
                                item.department(),
                                List.of()));
            }
        }
        return all;
    }
}
