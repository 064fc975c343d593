package org.guiju.kernel.powers.inventory;

import org.guiju.kernel.powers.PowerKind;
import org.jspecify.annotations.Nullable;

/// 库存事项: an item of an existing list, taken over as it stands. Public, not in force, not startable.
///
/// @param code the code in its normal form (capitals, half-width): the key; never two items with one code
/// @param codeAsWritten what the source has, shown beside the code where it differs
/// @param segments the parts of the code; null where the code has no recognisable parts
/// @param basicCode 基本编码, from its column or the code; null where neither tells
/// @param body the code of the answering body as written; null where the scheme has none
/// @param department the organ's name as the list prints it
/// @param mainItem 主项; null for an item without one
/// @param needsCorrection 待更正: shown in public until the source puts it right
public record InventoryItem(
        String code,
        String codeAsWritten,
        CodeScheme scheme,
        @Nullable CodeSegments segments,
        @Nullable String basicCode,
        @Nullable String body,
        String name,
        @Nullable String mainItem,
        PowerKind kind,
        String department,
        @Nullable String departmentCode,
        boolean needsCorrection) {
    public InventoryItem {
        if (code.isBlank() || name.isBlank() || department.isBlank()) {
            throw new IllegalArgumentException("an item has a code, a name and a department");
        }
    }
}
