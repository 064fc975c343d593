package org.guiju.formats.calendar;

import java.util.List;
import org.guiju.kernel.shared.Text;
import tools.jackson.core.JacksonException;

/// 放假通知文件: a notice as a JSON file, in the form of github.com/NateScarlet/holiday-cn, and two fields more for files
/// made by hand: `published` (the day, needed where no address in `papers` tells it) and `edition` (1 for the first
/// notice, otherwise as many as there are papers).
public final class CalendarEditions {

    private static final int MAX_CHARACTERS = 1 << 20;

    private CalendarEditions() {}

    /// The edition that the text holds, or every fault of it with line, field and remedy.
    public static EditionReading parse(String json) {
        if (json.length() > MAX_CHARACTERS) {
            return rejected(EditionFault.TOO_LARGE.at(1, ""));
        }
        try {
            var withoutMark = json.startsWith("\uFEFF") ? json.substring(1) : json;
            return new EditionReader().read(JsonTree.parse(withoutMark));
        } catch (JacksonException e) {
            var place = e.getLocation();
            var line = place == null ? 1 : Math.max(1, place.getLineNr());
            var column = place == null ? 1 : Math.max(1, place.getColumnNr());
            return rejected(EditionFault.NOT_JSON.at(line, "", Text.zh(String.valueOf(column))));
        }
    }

    private static EditionReading rejected(CalendarProblem problem) {
        return new EditionReading.Rejected(List.of(problem));
    }
}
