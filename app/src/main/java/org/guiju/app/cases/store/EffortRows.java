package org.guiju.app.cases.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.ledger.Writes;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.powers.Channel;

/// Rows of what a case has cost the applicant: notices and ways to the office.
final class EffortRows {
    /// Channels that one walks to.
    private static final Set<String> WALKED =
            Set.of(
                    Channel.HALL.code(),
                    Channel.WINDOW.code(),
                    Channel.IN_PERSON.code(),
                    Channel.SECTION_NO_CHANNEL.code(),
                    Channel.SECTION_ON_THE_SPOT.code());

    private EffortRows() {}

    private record Effort(int supplements, int visits) {
        static Effort of(List<CaseEvent> history) {
            boolean walks = false;
            int supplements = 0;
            int visits = 0;
            for (var event : history) {
                switch (event) {
                    case CaseEvent.Begun b -> {
                        walks = WALKED.contains(b.channel());
                        visits += walks ? 1 : 0;
                    }
                    case CaseEvent.SupplementRequested _ -> supplements++;
                    // Who came with the application comes again with what was missing.
                    case CaseEvent.SupplementSupplied _ -> visits += walks ? 1 : 0;
                    case CaseEvent.Served s ->
                            visits += s.manner().equals("direct") && walks ? 1 : 0;
                    default -> {}
                }
            }
            return new Effort(supplements, visits);
        }
    }

    static void write(Writes writes, UUID id, List<CaseEvent> before, List<CaseEvent> now) {
        var effort = Effort.of(now);
        if (before.isEmpty() || !effort.equals(Effort.of(before))) {
            writes.add(
                    """
                    insert into projection.case_effort values (?::uuid, ?, ?)
                    on conflict (case_id) do update set supplements = excluded.supplements, visits = excluded.visits
                    """,
                    id,
                    effort.supplements(),
                    effort.visits());
        }
    }
}
