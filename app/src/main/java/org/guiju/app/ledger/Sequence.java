package org.guiju.app.ledger;

import java.util.List;
import java.util.Set;
import org.guiju.kernel.ledger.EventEntry;

/// 总序: every entry in the one order of the log. Places are given without a gap, after the act is committed; who reads on from
/// where he stopped meets everything once.
public interface Sequence {
    /// The place that the next entry will get.
    long next();

    /// A stretch of it.
    ///
    /// @param first place to begin with
    /// @param most places to look through
    /// @param kinds kinds of events that are wanted
    Stretch from(long first, int most, Set<String> kinds);

    /// 一条: without what is disclosed to its subjects, so that whoever follows the order learns no name.
    record Placed(long place, EventEntry entry) {}

    /// 一段.
    ///
    /// @param next where to go on; `first` again where there is nothing yet
    record Stretch(long next, List<Placed> entries) {
        public Stretch {
            entries = List.copyOf(entries);
        }
    }
}
