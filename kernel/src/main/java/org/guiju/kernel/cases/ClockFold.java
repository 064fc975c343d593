package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guiju.kernel.calendar.Pause;
import org.guiju.kernel.cases.CaseState.Standstill;
import org.jspecify.annotations.Nullable;

/// 停表和延期的累积, while the events are folded.
final class ClockFold {
    private final List<Pause> pauses = new ArrayList<>();
    private CaseEvent.@Nullable Paused on;
    CaseEvent.@Nullable Extended extended;

    Standstill standstill() {
        return new Standstill(pauses, on);
    }

    void pause(CaseEvent.Paused e) {
        on = e;
    }

    void resume(CaseEvent.Resumed e) {
        if (on == null) {
            throw new CorruptHistory("a running clock", e);
        }
        end(e.on());
    }

    /// A case that ends does not stand still any more.
    void end(LocalDate day) {
        if (on != null && day.isAfter(on.on())) {
            pauses.add(new Pause(on.on(), day, on.ground(), CaseRule.PAUSE_LISTED.basis()));
        }
        on = null;
    }

    /// 重新办理: both clocks run from the beginning.
    void anew() {
        pauses.clear();
        on = null;
        extended = null;
    }
}
