package org.guiju.formats.calendar;

import java.util.List;
import org.guiju.kernel.calendar.CalendarEdition;

/// 读取结果: an edition without a fault, or all its faults. There is nothing in between.
public sealed interface EditionReading {

    /// 读取成功.
    record Read(CalendarEdition edition) implements EditionReading {}

    /// 退回修改: in the order of the file.
    record Rejected(List<CalendarProblem> problems) implements EditionReading {
        public Rejected {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a rejection without a reason");
            }
        }
    }
}
