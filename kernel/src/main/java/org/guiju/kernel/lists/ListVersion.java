package org.guiju.kernel.lists;

import java.time.LocalDate;
import java.util.List;
import org.guiju.kernel.shared.OrganId;

/// 清单版本: what an organ's list of a kind says from a day on. Once published it never changes (A2, A69).
///
/// @param kind code of the kind
/// @param number 1 for the first version of this organ and kind
/// @param effective the first day on which it is in force
/// @param digest [ListText#digest] of the rows
public record ListVersion(
        OrganId organ,
        String kind,
        int number,
        LocalDate effective,
        ListSource source,
        List<ListRow> rows,
        String digest) {
    public ListVersion {
        rows = List.copyOf(rows);
    }
}
