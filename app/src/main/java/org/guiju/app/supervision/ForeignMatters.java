package org.guiju.app.supervision;

import java.util.List;
import java.util.UUID;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.linesystems.Breach;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.supervision.Snapshot;

/// 外来办件: cases that another system runs and that are supervised with our own. Who keeps them says what is known of each; the judge and
/// the cards are the same.
public interface ForeignMatters {
    /// With what the number of such a case begins; none of ours does.
    String PREFIX = "LS:";

    /// Streams of such cases: the prefix of their first event's kind.
    String reads();

    /// What is known of the case.
    ForeignMatter of(List<EventEntry> stream);

    /// 一件.
    ///
    /// @param no begins with [#PREFIX]
    /// @param organ that answers for it
    /// @param snapshots its clocks after each delivery
    /// @param breaches what the records show besides
    record ForeignMatter(
            UUID id,
            String no,
            OrganId organ,
            PowerDefinition definition,
            List<Snapshot> snapshots,
            List<Breach> breaches) {
        public ForeignMatter {
            snapshots = List.copyOf(snapshots);
            breaches = List.copyOf(breaches);
        }
    }

    /// 外来办件有变: its stream as it is now; published within the transaction that appended to it.
    record Moved(List<EventEntry> stream) {
        public Moved {
            stream = List.copyOf(stream);
        }
    }
}
