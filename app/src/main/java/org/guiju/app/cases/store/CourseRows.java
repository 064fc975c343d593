package org.guiju.app.cases.store;

import java.util.UUID;
import org.guiju.app.ledger.Writes;
import org.guiju.kernel.cases.CaseState;
import org.guiju.kernel.cases.VerbEvent;
import org.jspecify.annotations.Nullable;

/// Rows of who was given a case to read (抄送); only what an act has added is written.
final class CourseRows {
    private CourseRows() {}

    static void write(Writes writes, UUID id, @Nullable CaseState before, CaseState now) {
        var events = now.course().events();
        int known = before == null ? 0 : before.course().events().size();
        for (var event : events.subList(known, events.size())) {
            if (event instanceof VerbEvent.Informed e) {
                writes.add(
                        "insert into projection.case_informed values (?::uuid, ?, ?, ?) on conflict do nothing",
                        id,
                        e.person().value(),
                        e.on(),
                        e.by().value());
            }
        }
    }
}
