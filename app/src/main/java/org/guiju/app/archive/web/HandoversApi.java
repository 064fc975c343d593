package org.guiju.app.archive.web;

import java.time.LocalDate;
import java.util.List;
import org.guiju.app.archive.Handover;
import org.guiju.app.archive.Quarter;
import org.guiju.app.archive.Volume;
import org.guiju.app.archive.application.ArchiveAccess;
import org.guiju.app.archive.application.Handovers;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// 季度送交接口.
@RestController
@RequestMapping("/api/v1/handovers")
class HandoversApi {
    private final ArchiveAccess access;
    private final Handovers handovers;
    private final OfficialClock clock;

    HandoversApi(ArchiveAccess access, Handovers handovers, OfficialClock clock) {
        this.access = access;
        this.handovers = handovers;
        this.clock = clock;
    }

    /// 送交.
    ///
    /// @param state `late`, `open`, `submitted` or `received`
    /// @param list digest of the list that was handed over
    record Owed(
            String organ,
            String quarter,
            LocalDate due,
            String state,
            boolean late,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate receivedOn,
            @Nullable String list,
            List<Volume> volumes) {}

    /// Of the officer's organ; of all for a supervisor. Without their volumes.
    @GetMapping
    List<Owed> all(CurrentUser user) {
        var officer = DossierPages.officer().person();
        return handovers.all(access.organ(officer)).stream().map(h -> owed(h, List.of())).toList();
    }

    @GetMapping("/{organ}/{quarter}")
    Owed one(CurrentUser user, @PathVariable String organ, @PathVariable String quarter) {
        var handover = find(organ, quarter);
        return owed(handover, handovers.volumes(handover));
    }

    /// 送交: by who keeps the organ's archive.
    @PostMapping("/{organ}/{quarter}/submit")
    Owed submit(CurrentUser user, @PathVariable String organ, @PathVariable String quarter) {
        var handover = find(organ, quarter);
        done(handovers.submit(organ, handover.quarter(), DossierPages.officer().person()));
        return one(user, organ, quarter);
    }

    /// 签收: by an officer of the organ that supervises.
    @PostMapping("/{organ}/{quarter}/receive")
    Owed receive(CurrentUser user, @PathVariable String organ, @PathVariable String quarter) {
        var handover = find(organ, quarter);
        done(handovers.receive(organ, handover.quarter(), DossierPages.officer().person()));
        return one(user, organ, quarter);
    }

    private Handover find(String organ, String quarter) {
        var officer = DossierPages.officer().person();
        var found =
                Quarter.parse(quarter)
                        .flatMap(q -> handovers.find(organ, q))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!handovers.mayRead(officer, organ)) {
            throw new AccessDeniedException("another organ's archive");
        }
        return found;
    }

    private static void done(Handovers.Done done) {
        switch (done) {
            case DONE -> {
                // Told by what is read again.
            }
            case ALREADY, NOT_YET -> throw new ResponseStatusException(HttpStatus.CONFLICT);
            case NOT_YOURS -> throw new AccessDeniedException("not this officer's to do");
        }
    }

    private Owed owed(Handover h, List<Volume> volumes) {
        return new Owed(
                h.organ(),
                h.quarter().toString(),
                h.due(),
                h.state(clock.today()),
                h.late(clock.today()),
                h.submittedOn(),
                h.receivedOn(),
                h.list(),
                volumes);
    }
}
