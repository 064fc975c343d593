package org.guiju.formats.calendar;

import org.guiju.kernel.shared.Text;

/// 日历文件问题: one fault of a calendar file, with its place and the way to mend it.
///
/// @param line line in the file, from 1
/// @param field where in the file: `year`, `days[3].date`; empty for the file as a whole
public record CalendarProblem(
        EditionFault fault, int line, String field, Text message, Text remedy) {

    /// One line for a terminal: `2027.json:12 days[3].date: message remedy`.
    public String print(String file, boolean chinese) {
        var place = file + ":" + line + (field.isEmpty() ? "" : " " + field);
        return chinese
                ? place + "：" + message.zh() + " " + remedy.zh()
                : place + ": " + message.en() + " " + remedy.en();
    }
}
