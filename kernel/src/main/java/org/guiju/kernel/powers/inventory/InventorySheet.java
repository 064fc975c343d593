package org.guiju.kernel.powers.inventory;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.guiju.kernel.powers.inventory.Checked.Accepted;

/// 整表校验: the rows of one file from top to bottom. Only an accepted row occupies its code and its name: a row that
/// was refused does not push out its corrected twin further down.
public final class InventorySheet {
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final InventoryContext context;

    public InventorySheet(Set<String> inventory, Predicate<String> regionKnown) {
        this.context =
                new InventoryContext(
                        inventory,
                        Collections.unmodifiableMap(codes),
                        Collections.unmodifiableMap(names),
                        regionKnown);
    }

    /// The verdict on the next row.
    public Checked check(ItemRow row) {
        var checked = InventoryRules.check(row, context);
        if (checked instanceof Accepted(var item, _)) {
            codes.put(item.code(), row.row());
            names.putIfAbsent(InventoryContext.nameKey(item.department(), item.name()), row.row());
        }
        return checked;
    }
}
