package org.guiju.app.cases.web;

import java.time.LocalDate;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 列表行: one case as a row of the desk's lists; everything said, nothing to compute in the page.
///
/// @param tag which status tag it carries, see {@link DeskStatus}
/// @param dueWords due day with its weekday; empty where nothing is due
/// @param step names of the open steps; empty when closed
/// @param writtenIn names of the steps in which the words that were looked for were written; empty where nothing was
record DeskTask(
        String no,
        String href,
        Text matter,
        Text situation,
        String step,
        String applicant,
        @Nullable LocalDate due,
        String dueWords,
        String left,
        DeskStatus tag,
        LocalDate receivedOn,
        String writtenIn) {

    /// The same row, whose link remembers the list.
    DeskTask opened(String carried) {
        return new DeskTask(
                no,
                href + "?" + carried,
                matter,
                situation,
                step,
                applicant,
                due,
                dueWords,
                left,
                tag,
                receivedOn,
                writtenIn);
    }

    /// The same row, found by what was written in these steps.
    DeskTask writtenIn(String steps) {
        return new DeskTask(
                no,
                href,
                matter,
                situation,
                step,
                applicant,
                due,
                dueWords,
                left,
                tag,
                receivedOn,
                steps);
    }
}
