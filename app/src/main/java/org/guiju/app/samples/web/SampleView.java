package org.guiju.app.samples.web;

import java.util.List;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.samples.SampleRow;
import org.guiju.app.samples.application.SampleDesk;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// What the page and the interface show of the samples, and to whom.
@Component
class SampleView {
    private final SampleDesk desk;
    private final Allocation allocation;
    private final OfficialClock clock;

    SampleView(SampleDesk desk, Allocation allocation, OfficialClock clock) {
        this.desk = desk;
        this.allocation = allocation;
        this.clock = clock;
    }

    /// 抽查清单行.
    ///
    /// @param checks whether the reader may check it
    /// @param found what was not kept; empty else
    record Line(
            SampleRow row,
            Text organ,
            String checker,
            boolean late,
            boolean checks,
            String found) {}

    static PersonId officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .map(CurrentUser::person)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    List<Line> list(PersonId me, String state) {
        return desk.list(me, state).stream().map(r -> line(r, me)).toList();
    }

    Line line(SampleRow row, PersonId me) {
        return new Line(
                row,
                allocation
                        .organ(new OrganId(row.organ()))
                        .map(o -> o.name())
                        .orElseGet(() -> Text.zh(row.organ())),
                row.checker().isEmpty() ? "" : allocation.nameOf(new PersonId(row.checker())),
                row.open() && clock.today().isAfter(row.due()),
                row.open() && desk.checks(me, row),
                row.state().equals("not-kept") ? desk.found(row) : "");
    }

    /// A case of another organ that was drawn is as one that was not.
    SampleRow row(String caseNo, PersonId me) {
        return desk.of(caseNo)
                .filter(r -> desk.reads(me, r))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
