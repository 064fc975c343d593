package org.guiju.app.samples;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 抽中的办件.
///
/// @param month of the cases, as `2026-11`
/// @param population how many cases the month had, of which the sample was drawn
/// @param seed root of the checkpoint by which was chosen, in hex
/// @param state `open`, `kept` or `not-kept`
/// @param checker who looked; empty before
/// @param due 抽查期限
public record SampleRow(
        String caseNo,
        UUID stream,
        String organ,
        String month,
        int population,
        String seed,
        String state,
        String checker,
        LocalDate due,
        @Nullable LocalDate checkedOn) {
    public boolean open() {
        return state.equals("open");
    }
}
