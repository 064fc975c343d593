package org.guiju.app.linesystems.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.linesystems.ShadowFile;
import org.guiju.app.linesystems.ShadowFile.Line;
import org.guiju.app.linesystems.ShadowFile.Running;
import org.guiju.app.linesystems.ShadowRow;
import org.guiju.app.linesystems.store.LineForms;
import org.guiju.app.linesystems.store.ShadowProjection;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.linesystems.ShadowCase;
import org.guiju.kernel.linesystems.ShadowClocks;
import org.guiju.kernel.linesystems.ShadowEvent;
import org.guiju.kernel.linesystems.ShadowRecord;
import org.guiju.kernel.supervision.Supervision;
import org.guiju.kernel.supervision.WatchedClock;
import org.springframework.stereotype.Service;

/// 影子办件台: cases of line systems as they are read here. They are in nobody's queue and have no number of ours.
@Service
public class ShadowDesk {
    private final EventStore events;
    private final ShadowProjection shadows;
    private final OfficialClock clock;

    ShadowDesk(EventStore events, ShadowProjection shadows, OfficialClock clock) {
        this.events = events;
        this.shadows = shadows;
        this.clock = clock;
    }

    /// @param organ empty for all; so @param system
    public List<ShadowRow> find(String organ, String system, String text, long offset, int size) {
        return shadows.find(organ, system, text, offset, size);
    }

    public long count(String organ, String system, String text) {
        return shadows.count(organ, system, text);
    }

    public Optional<ShadowRow> byId(UUID id) {
        return shadows.byId(id);
    }

    public Optional<ShadowFile> file(UUID id) {
        return shadows.byId(id).map(row -> file(row, events.read(id)));
    }

    private ShadowFile file(ShadowRow row, List<EventEntry> stream) {
        var known = ShadowCase.of(shadows.definition(stream), ShadowProjection.history(stream));
        var lines = new ArrayList<Line>();
        for (var e : stream) {
            switch (LineForms.read(e)) {
                case ShadowEvent.Opened _ -> {}
                case ShadowEvent.Recorded(var r, var origin) ->
                        lines.add(line(e, r, origin, false));
                case ShadowEvent.Corrected(var r, var origin) ->
                        lines.add(line(e, r, origin, true));
            }
        }
        return new ShadowFile(
                row, known, lines, ShadowClocks.of(known).stream().map(this::running).toList());
    }

    private static Line line(
            EventEntry e, ShadowRecord record, ShadowEvent.Origin origin, boolean corrected) {
        return new Line(
                e.seq(),
                record,
                corrected,
                origin.delivery(),
                origin.row(),
                origin.mapping(),
                e.text("raw"),
                origin.hash(),
                e.at());
    }

    private Running running(WatchedClock of) {
        var derivation = Supervision.derivation(of, shadows.calendar());
        var stopped = of.ended();
        var ended = stopped == null ? null : OfficialClock.dayOf(stopped);
        var until = ended == null ? clock.today() : ended;
        return new Running(of, derivation, ended, until.isAfter(derivation.lastDay()));
    }
}
