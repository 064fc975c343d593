package org.guiju.app.cases.application;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.Reading;
import org.guiju.app.cases.store.JdbcReadings;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Service;

/// 查阅痕迹: who looked a case up. One reading an hour, however many pages of it were turned.
@Service
public class Readings {
    private static final Duration ONE = Duration.ofHours(1);
    private static final int SHOWN = 50;
    private final JdbcReadings rows;
    private final Allocation allocation;
    private final OfficialClock clock;

    Readings(JdbcReadings rows, Allocation allocation, OfficialClock clock) {
        this.rows = rows;
        this.allocation = allocation;
        this.clock = clock;
    }

    /// The officer has opened the case.
    public void opened(CaseFile file, PersonId officer) {
        var organ = allocation.officer(officer).map(o -> o.organ().value()).orElse("");
        var now = clock.now();
        boolean supervising = organ.equals(file.definition().supervision().by().value());
        rows.add(new Reading(now, officer, organ, file.id(), "", supervising), now.minus(ONE));
    }

    /// What the person concerned sees: everybody who has read his case, but those who supervise, whose checks would not be checks if they were told of.
    public List<Reading> shownToParty(UUID caseId) {
        return rows.ofCase(caseId, SHOWN).stream().filter(r -> !r.supervising()).toList();
    }

    public List<Reading> latest(String officer, int most, long offset) {
        return rows.latest(officer, most, offset);
    }

    public long count(String officer) {
        return rows.count(officer);
    }
}
