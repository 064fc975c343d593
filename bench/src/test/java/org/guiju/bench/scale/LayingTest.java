package org.guiju.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.bench.machine.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the measurements are made on is what an office would have made.
class LayingTest {
    private static final int CASES = 20;

    @Test
    void casesLaidDownInBulkAreThoseThatTheDeskMakesOfTheSameActs(@TempDir Path directory)
            throws Exception {
        try (var context = BigCounty.application(directory)) {
            var county = BigCounty.found(context, 2);
            county.grow(2);
            var store = new Store(directory);
            var today = context.getBean(OfficialClock.class).today();
            var calendar = context.getBean(Calendars.class).current();
            var days =
                    today.minusMonths(3).datesUntil(today).filter(calendar::isWorkingDay).toList();
            var indexes = Indexes.of(store);
            indexes.takeAway();
            var laying = new Laying(context, store, true, days);
            laying.lay(CASES, county.settings(), 1, CASES);
            indexes.makeAgain();

            assertThat(laying.samples()).hasSize(CASES);
            assertThat(new SameAsOrdinary(context, store).check(laying.samples()))
                    .isEqualTo((int) laying.events());
            assertThat(context.getBean(Rebuild.class).run()).allMatch(Rebuild.Compared::same);
            assertThat(
                            store.texts(
                                    "select indexname from pg_indexes where schemaname = 'projection' and tablename = 'case_row'"))
                    .contains("case_row_pkey", "case_row_no_key", "case_row_open");
        }
    }
}
