package org.guiju.app.archive.application;

import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.cases.application.Readings;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/// 归档权限: a volume is read by whoever may read its case, and that it was read is on record; lists are the organ's own, or the supervisor's.
@Service
public class ArchiveAccess {
    private static final String ARCHIVIST = "archivist";
    private static final String SUPERVISOR = "supervisor";
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final Readings readings;
    private final Allocation allocation;
    private final OfficialClock clock;

    ArchiveAccess(
            CaseQuery cases,
            CaseDesk desk,
            Readings readings,
            Allocation allocation,
            OfficialClock clock) {
        this.cases = cases;
        this.desk = desk;
        this.readings = readings;
        this.allocation = allocation;
        this.clock = clock;
    }

    /// The case by its number, if the officer may read it.
    public CaseFile file(String no, PersonId officer) {
        var file =
                cases.byNo(no)
                        .flatMap(desk::file)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!file.readableBy(officer)) {
            throw new AccessDeniedException("another organ's case");
        }
        readings.opened(file, officer);
        return file;
    }

    /// The organ whose volumes the officer sees; empty for a supervisor, who sees those of all.
    public String organ(PersonId officer) {
        if (supervises(officer)) {
            return "";
        }
        return allocation
                .officer(officer)
                .map(o -> o.organ().value())
                .orElseThrow(() -> new AccessDeniedException("no organ"));
    }

    public boolean supervises(PersonId officer) {
        return allocation.roster().of(officer, clock.today()).stream()
                .anyMatch(a -> a.role().equals(SUPERVISOR));
    }

    /// Whether the officer keeps the archive of the organ.
    public boolean keeps(PersonId officer, String organ) {
        return allocation
                .roster()
                .holding(officer, ARCHIVIST, new OrganId(organ), clock.today())
                .isPresent();
    }
}
