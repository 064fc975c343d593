package org.guiju.kernel.powers.inventory;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// 校验依据: what a row is judged against besides itself. Views are enough; nothing here is changed.
///
/// @param inventory the normal codes that are in the inventory already
/// @param codesAbove normal code → row, of the accepted rows above in the same file
/// @param namesAbove [#nameKey] → row, of the same rows
/// @param regionKnown whether six digits stand, or once stood, in GB/T 2260
public record InventoryContext(
        Set<String> inventory,
        Map<String, Integer> codesAbove,
        Map<String, Integer> namesAbove,
        Predicate<String> regionKnown) {

    /// An item is recognised by eye by department and name.
    public static String nameKey(String department, String name) {
        return department + "\n" + name;
    }
}
