package org.guiju.app.cases.store;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.guiju.app.ledger.Writes;
import org.guiju.kernel.cases.CaseState;
import org.guiju.kernel.cases.Handover;
import org.guiju.kernel.cases.Handover.InHand;
import org.jspecify.annotations.Nullable;

/// Rows of who has what in hand in a case, and of what was handed over; only what an act has changed is written.
final class HandoverRows {
    private HandoverRows() {}

    static void write(Writes writes, UUID id, @Nullable CaseState before, CaseState now) {
        var old = before == null ? Set.<InHand>of() : Handover.of(before);
        var held = Handover.of(now);
        var gone = new LinkedHashSet<>(old);
        gone.removeAll(held);
        var fresh = new LinkedHashSet<>(held);
        fresh.removeAll(old);
        if (!gone.isEmpty()) {
            writes.add(
                    """
                    delete from projection.in_hand using unnest(?::text[], ?::text[], ?::text[]) as g (person, part, step)
                    where case_id = ?::uuid and in_hand.person = g.person and in_hand.part = g.part and in_hand.step = g.step
                    """,
                    texts(gone, i -> i.person().value()),
                    texts(gone, i -> i.part().code()),
                    texts(gone, InHand::step),
                    id);
        }
        if (!fresh.isEmpty()) {
            writes.add(
                    """
                    insert into projection.in_hand
                    select ?::uuid, * from unnest(?::text[], ?::text[], ?::text[]) on conflict do nothing
                    """,
                    id,
                    texts(fresh, i -> i.person().value()),
                    texts(fresh, i -> i.part().code()),
                    texts(fresh, InHand::step));
        }
        var handovers = now.handovers();
        for (int n = before == null ? 0 : before.handovers().size(); n < handovers.size(); n++) {
            var handover = handovers.get(n);
            writes.add(
                    """
                    insert into projection.case_handover values (?::uuid, ?, ?, ?, ?) on conflict do nothing
                    """,
                    id,
                    n,
                    handover.from().value(),
                    handover.to().value(),
                    handover.on());
        }
    }

    private static String[] texts(Collection<InHand> items, Function<InHand, String> field) {
        return items.stream().map(field).toArray(String[]::new);
    }
}
