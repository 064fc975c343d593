package org.guiju.app.lists;

import java.time.Instant;
import java.util.List;
import org.guiju.kernel.shared.OrganId;

/// 职权手册: one edition of a unit's booklet.
///
/// @param number 1 for the first edition
/// @param lists what is bound, each as `kind:version`
/// @param powers institutions that are bound, each as `code:version`
public record BookletHead(
        OrganId organ, int number, Instant issuedAt, List<String> lists, List<String> powers) {
    public BookletHead {
        lists = List.copyOf(lists);
        powers = List.copyOf(powers);
    }
}
