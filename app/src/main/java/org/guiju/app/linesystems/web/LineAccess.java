package org.guiju.app.linesystems.web;

import java.time.LocalDate;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.linesystems.DeliveryRow;
import org.guiju.app.linesystems.LineSystem;
import org.guiju.app.linesystems.application.LineDesk;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// 谁可以看 line systems: the organ that answers for the cases, and who supervises.
@Component
class LineAccess {
    private final LineDesk desk;
    private final Allocation allocation;
    private final OfficialClock clock;

    LineAccess(LineDesk desk, Allocation allocation, OfficialClock clock) {
        this.desk = desk;
        this.allocation = allocation;
        this.clock = clock;
    }

    static PersonId officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .map(CurrentUser::person)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    /// A system the reader may see.
    LineSystem seen(String id) {
        var person = officer();
        var system = desk.byId(id).orElseThrow(LineAccess::missing);
        if (!desk.reads(person, system.organ())) {
            throw new AccessDeniedException("another organ's system");
        }
        return system;
    }

    /// A system the officer works with.
    LineSystem worked(String id) {
        var person = officer();
        var system = desk.byId(id).orElseThrow(LineAccess::missing);
        if (!desk.works(person, system.organ())) {
            throw new AccessDeniedException("another organ's system");
        }
        return system;
    }

    DeliveryRow delivery(LineSystem system, UUID id) {
        return desk.delivery(id)
                .filter(d -> d.system().equals(system.id()))
                .orElseThrow(LineAccess::missing);
    }

    /// Whose cases: one's own organ's; who supervises says which, and sees all where he says none.
    String organ(String asked) {
        var person = officer();
        if (desk.oversees(person)) {
            return asked;
        }
        var own = own(person).value();
        if (!asked.isEmpty() && !asked.equals(own)) {
            throw new AccessDeniedException("another organ's cases");
        }
        return own;
    }

    OrganId own(PersonId person) {
        return allocation
                .officer(person)
                .map(Officer::organ)
                .orElseThrow(() -> new AccessDeniedException("no officer of an organ"));
    }

    Stamp stamp(PersonId person, UUID command) {
        return Stamp.own(clock.now(), person.value(), command);
    }

    LocalDate today() {
        return clock.today();
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
