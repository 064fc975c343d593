package org.guiju.bench.cases;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.application.PublishDefinition;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.springframework.context.ApplicationContext;

/// 基准县: the organ of the shipped licence, with one officer for each role that a cancellation needs and as many more as the
/// demonstration has, so that the roster is as long as a real one.
final class County {
    static final PersonId WINDOW = new PersonId("p-window");
    static final PersonId REVIEWER = new PersonId("p-reviewer");
    static final PersonId DECIDER = new PersonId("p-decider");
    static final PersonId ARCHIVIST = new PersonId("p-archivist");
    private static final OrganId ORGAN = new OrganId("qinglan-culture");
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final int OTHERS = 16;

    private County() {}

    static void found(ApplicationContext context) {
        var appointments = context.getBean(Appointments.class);
        var name = new Text("青岚县文化和旅游局", "Qinglan County Bureau of Culture and Tourism");
        appointments.establish(
                new Organ(ORGAN, Organ.Kind.BUREAU, null, name, "青岚县文昌路 18 号", "0570-0000100"),
                stamp());
        appoint(appointments, WINDOW, "window");
        appoint(appointments, REVIEWER, "reviewer");
        appoint(appointments, DECIDER, "decider");
        appoint(appointments, ARCHIVIST, "archivist");
        for (int i = 1; i <= OTHERS; i++) {
            appoint(appointments, new PersonId("p-member-" + i), "section-member");
        }
        var publish = context.getBean(PublishDefinition.class);
        ShippedDefinitions.texts()
                .forEach((file, text) -> {
                    switch (publish.submit(text, file, SINCE, stamp())) {
                        case LoadResult.Rejected r ->
                                throw new IllegalStateException(
                                        file + ": " + r.problems().getFirst());
                        case LoadResult.Loaded(var power) ->
                                publish.confirm(
                                        power.code().value(),
                                        power.version(),
                                        power.digest(),
                                        SINCE,
                                        Stamp.own(stamp().at(), "bench-2", UUID.randomUUID()));
                    }
                });
    }

    private static void appoint(Appointments appointments, PersonId person, String role) {
        var officer = new Officer(person, ORGAN, "某人", new Text("科员", "Officer"));
        appointments.appoint(officer, "行政审批科", List.of(role), SINCE, stamp());
    }

    private static Stamp stamp() {
        var at = SINCE.atTime(LocalTime.of(8, 30)).atZone(OfficialClock.ZONE).toInstant();
        return Stamp.own(at, "bench", UUID.randomUUID());
    }
}
