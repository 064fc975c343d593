package org.guiju.app.meetings.web;

import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Officer;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.meetings.MeetingFile;
import org.guiju.app.meetings.application.MeetingDesk;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// 谁可以看 a meeting: its members, the officers of its organ, and supervision.
@Component
class MeetingAccess {
    private final MeetingDesk desk;
    private final Allocation allocation;
    private final Clerks clerks;
    private final OfficialClock clock;

    MeetingAccess(MeetingDesk desk, Allocation allocation, Clerks clerks, OfficialClock clock) {
        this.desk = desk;
        this.allocation = allocation;
        this.clerks = clerks;
        this.clock = clock;
    }

    static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    /// The officer's own organ.
    OrganId organ(PersonId person) {
        return allocation
                .officer(person)
                .map(Officer::organ)
                .orElseThrow(() -> new AccessDeniedException("no officer of an organ"));
    }

    MeetingFile file(String id, PersonId reader) {
        var file =
                desk.file(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var n = file.state().notice();
        if (!desk.serves(reader, n.organ())
                && !n.members().contains(reader)
                && !clerks.holds(reader, "supervisor")) {
            throw new AccessDeniedException("not of this meeting");
        }
        return file;
    }

    Stamp stamp(PersonId person, UUID command) {
        return Stamp.own(clock.now(), person.value(), command);
    }
}
