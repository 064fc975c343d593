package org.guiju.app.cases.web;

import java.time.LocalDate;
import java.util.Optional;
import org.guiju.app.cases.CaseFile;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.Clocks;
import org.jspecify.annotations.Nullable;

/// 暂定与重新推算: whether the due dates still rest on a year without a notice, and, once a notice has settled them, what
/// was told at first and by which notices it is counted now.
///
/// @param told the promised date as the last act had it, where the case began with a provisional date and that has been
/// settled; null where there is nothing to explain
/// @param editions the notices of the years touched, such as `2026#1,2027#1`
record DeskRecount(boolean provisional, @Nullable LocalDate told, LocalDate due, String editions) {

    static @Nullable DeskRecount of(
            CaseFile file, Clocks.@Nullable Reading promise, Clocks.@Nullable Reading statute) {
        if (promise == null || promise.stoppedOn() != null) {
            return null;
        }
        boolean provisional =
                promise.derivation().provisional()
                        || (statute != null && statute.derivation().provisional());
        // While the clock stands still the date moves from day to day, for another reason.
        var told = provisional || promise.paused() ? Optional.<LocalDate>empty() : told(file);
        return new DeskRecount(
                provisional, told.orElse(null), promise.due(), promise.derivation().editions());
    }

    public boolean moved() {
        return told != null && !told.equals(due);
    }

    private static Optional<LocalDate> told(CaseFile file) {
        LocalDate told = null;
        boolean provisional = false;
        for (var event : file.history()) {
            switch (event) {
                case CaseEvent.Accepted e -> {
                    told = e.promiseDue();
                    provisional = e.provisional();
                }
                case CaseEvent.Resumed e -> told = e.promiseDue();
                case CaseEvent.Extended e -> told = e.promiseDue();
                default -> {}
            }
        }
        return provisional ? Optional.ofNullable(told) : Optional.empty();
    }
}
