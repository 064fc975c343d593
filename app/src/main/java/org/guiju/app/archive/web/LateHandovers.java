package org.guiju.app.archive.web;

import java.util.List;
import org.guiju.app.archive.application.Handovers;
import org.guiju.app.supervision.Reminders;
import org.springframework.stereotype.Component;

/// Hand-overs that are overdue stand red above the supervisor's board.
@Component
class LateHandovers implements Reminders {
    private final Handovers handovers;

    LateHandovers(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public List<Reminder> now() {
        long late = handovers.late();
        return late == 0
                ? List.of()
                : List.of(new Reminder("archive.late", List.of(late), "/supervision/handovers"));
    }
}
