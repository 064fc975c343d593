package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.guiju.kernel.shared.PersonId;

/// 会议纪要: who was due and present, who said what in which order, how each voted, and what was resolved.
///
/// @param due members due to attend, as the roster had them on the day, recused ones left out
/// @param statements in the order of speaking; every one present speaks, the chair last
/// @param agreed the resolution: agreed to grant (or to uphold), by more than half of those present
/// @param dissent differing opinions as recorded; empty if there were none
public record Minutes(
        LocalDate day,
        PersonId chair,
        List<PersonId> due,
        SequencedMap<PersonId, String> statements,
        Map<PersonId, Ballot> ballots,
        boolean agreed,
        String dissent,
        String summary) {
    public Minutes {
        due = List.copyOf(due);
        statements = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(statements));
        ballots = Collections.unmodifiableMap(new LinkedHashMap<>(ballots));
    }

    public List<PersonId> present() {
        return List.copyOf(statements.keySet());
    }

    public long count(Ballot ballot) {
        return ballots.values().stream().filter(ballot::equals).count();
    }

    /// More than half of those present voted for it.
    public boolean carried() {
        return count(Ballot.FOR) * 2 > statements.size();
    }
}
