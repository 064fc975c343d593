package org.guiju.app.cases.web;

import java.time.LocalDate;
import java.util.Locale;
import org.guiju.app.cases.CaseFile;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.cases.Clocks;
import org.jspecify.annotations.Nullable;

/// 时限条: the two clocks of a case as one bar; figures are days of the promise's own unit, positions are percentages of the
/// statutory limit (or of what was used, where that is more).
///
/// @param yellow day number from which the case is due soon
/// @param unit ending of the message keys that name the unit
/// @param end day the clock stopped for good, or null while it runs
record DeskClock(
        DeskStatus status,
        int used,
        int left,
        int promise,
        int statute,
        int yellow,
        int paused,
        LocalDate from,
        LocalDate promiseDue,
        LocalDate yellowDay,
        @Nullable LocalDate statuteDue,
        @Nullable LocalDate end,
        boolean statuteOver,
        double scale,
        String unit) {

    static DeskClock of(CaseFile file, Clocks.Reading promise, Clocks.@Nullable Reading statute) {
        var warning = file.situation().limits().warning();
        int lead =
                Math.min(
                        warning.workingDays(),
                        Math.max(promise.limit() * warning.percent() / 100, 1));
        boolean same =
                statute != null
                        && statute.derivation().limit().unit()
                                == promise.derivation().limit().unit()
                        && statute.limit() >= promise.limit();
        int law = statute != null && same ? statute.limit() : promise.limit();
        return new DeskClock(
                status(file, promise),
                promise.used(),
                promise.left(),
                promise.limit(),
                law,
                promise.limit() - lead,
                promise.derivation().pausedDays(),
                promise.derivation().eventDay(),
                promise.due(),
                before(file, promise.due(), lead),
                statute == null ? null : statute.due(),
                promise.stoppedOn(),
                statute != null && statute.overrun(file.today()),
                Math.max(law, promise.used()),
                promise.derivation().limit().unit() == LimitUnit.CALENDAR_DAY
                        ? ".calendar-day"
                        : "");
    }

    private static LocalDate before(CaseFile file, LocalDate due, int workingDays) {
        var day = due;
        for (int left = workingDays; left > 0; ) {
            day = day.minusDays(1);
            left -= file.facts().calendar().isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private static DeskStatus status(CaseFile file, Clocks.Reading promise) {
        if (file.state().decided() != null) {
            return DeskStatus.ofDecision(file.state().decided().outcome());
        }
        if (promise.stoppedOn() != null) {
            return DeskStatus.CLOSED;
        }
        if (promise.paused()) {
            return DeskStatus.PAUSED;
        }
        if (promise.overrun(file.today())) {
            return DeskStatus.OVERDUE;
        }
        if (promise.due().equals(file.today())) {
            return DeskStatus.TODAY;
        }
        return Clocks.dueSoon(file.situation().limits().warning(), promise)
                ? DeskStatus.DUE_SOON
                : DeskStatus.IN_TIME;
    }

    public boolean stopped() {
        return end != null;
    }

    public int over() {
        return Math.max(0, used - promise);
    }

    public int margin() {
        return Math.max(0, statute - Math.max(promise, used));
    }

    public String usedAt() {
        return percent(used);
    }

    public String usedMiddle() {
        return percent(used / 2.0);
    }

    public String leftWidth() {
        return percent(Math.max(0, promise - used));
    }

    public String leftMiddle() {
        return percent((used + Math.max(used, promise)) / 2.0);
    }

    public String yellowAt() {
        return percent(yellow);
    }

    public String promiseAt() {
        return percent(promise);
    }

    public String marginMiddle() {
        return percent((Math.max(promise, used) + statute) / 2.0);
    }

    /// Where the label of today hangs so that it stays within the bar.
    public String todayAnchor() {
        return used < scale * .06 ? "start" : used > scale * .94 ? "end" : "middle";
    }

    /// Labels above the bar are drawn only where they have room.
    public boolean roomForYellow() {
        return yellow > scale * .25 && promise < scale * .62;
    }

    public boolean roomForStatute() {
        return promise < scale * .62;
    }

    public boolean roomForUsed() {
        return used > scale * .12;
    }

    public boolean roomForLeft() {
        return !stopped() && promise - used > scale * .1;
    }

    public boolean roomForMargin() {
        return margin() > scale * .2;
    }

    private String percent(double days) {
        return String.format(Locale.ROOT, "%.2f%%", Math.min(100, 100 * days / Math.max(1, scale)));
    }
}
