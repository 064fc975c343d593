package org.guiju.app.cases.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.ledger.Writes;
import org.guiju.kernel.cases.Appointment;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.OfficeEvent;
import org.guiju.kernel.cases.VisitPlanned;
import org.guiju.kernel.shared.PersonId;

/// Rows of when a case's hearings and visits are to be; the last word on a step counts.
final class AppointmentRows {
    private static final String HEARING = "hearing";
    private static final String VISIT = "visit";

    private AppointmentRows() {}

    private record Key(String kind, String step) {}

    private record Fixed(Appointment when, List<String> persons, boolean done) {
        Fixed kept() {
            return new Fixed(when, persons, true);
        }
    }

    private static Map<Key, Fixed> of(List<CaseEvent> history) {
        var fixed = new LinkedHashMap<Key, Fixed>();
        for (var event : history) {
            switch (event) {
                case CaseEvent.HearingScheduled e ->
                        fixed.put(
                                new Key(HEARING, e.step()),
                                new Fixed(e.when(), ids(Set.of(e.chair())), false));
                case VisitPlanned e ->
                        fixed.put(
                                new Key(VISIT, e.step()),
                                new Fixed(e.when(), ids(e.inspectors()), false));
                case CaseEvent.HearingHeld e ->
                        fixed.computeIfPresent(new Key(HEARING, e.step()), (_, f) -> f.kept());
                case CaseEvent.InspectionRecorded e ->
                        fixed.computeIfPresent(new Key(VISIT, e.step()), (_, f) -> f.kept());
                case OfficeEvent.SceneRecorded e ->
                        fixed.computeIfPresent(new Key(VISIT, e.step()), (_, f) -> f.kept());
                default -> {}
            }
        }
        return fixed;
    }

    private static List<String> ids(Set<PersonId> persons) {
        return persons.stream().map(PersonId::value).sorted().toList();
    }

    static void write(Writes writes, UUID id, List<CaseEvent> before, List<CaseEvent> now) {
        var old = of(before);
        of(now).forEach((key, f) -> {
            if (!f.equals(old.get(key))) {
                writes.add(
                        """
                        insert into projection.case_appointment
                        values (?::uuid, ?, ?, ?::date, nullif(?, '')::time, ?::text[], ?::boolean)
                        on conflict (case_id, kind, step) do update
                        set on_day = excluded.on_day, hour = excluded.hour, persons = excluded.persons, done = excluded.done
                        """,
                        id,
                        key.kind(),
                        key.step(),
                        f.when().day(),
                        f.when().hour() == null ? "" : f.when().hour().toString(),
                        f.persons().toArray(String[]::new),
                        f.done());
            }
        });
    }
}
