package org.guiju.app.windows;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 窗口一件事: a window, a receipt over several cases, an inquiry, a copy, a rating or an inspection, as lists know it.
///
/// @param kind `window`, `bundle`, `inquiry`, `copy`, `rating`, `conduct`
/// @param window at which it was; empty where it was at none
/// @param person who answers for it, or whom it is about
/// @param state `open`, `done`, or for ratings `offered`, `given`, `bad`, `followed`
/// @param due last day by which somebody is to do something; null where there is none
/// @param grade 评价等级, or `met` and `not-met` for conduct; empty for the others
/// @param cases the cases it is about; for a window, its matters
/// @param about what may stand in a list: the name of a window, pages of a copy, items of conduct that were not met
public record WindowItem(
        UUID stream,
        String kind,
        String no,
        String organ,
        String window,
        String person,
        String state,
        LocalDate on,
        @Nullable LocalDate due,
        String grade,
        List<String> cases,
        String about) {
    public WindowItem {
        cases = List.copyOf(cases);
    }

    public boolean open() {
        return state.equals("open") || state.equals("bad");
    }

    public boolean late(LocalDate day) {
        return open() && due != null && day.isAfter(due);
    }
}
