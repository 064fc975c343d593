package org.guiju.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 示例县的一年: planned on the first start, with its seed and its last day on record, and made once; a start that was killed in
/// between goes on with the plan it finds.
///
/// `--guiju.demo.year=N` sets the number of cases (2000; 0 for none), `--as-of YYYY-MM-DD` the last day, `--guiju.demo.seed` the seed.
@Component
@ConditionalOnProperty("guiju.demo")
@Order(25)
class DemoYear implements ApplicationRunner {
    private static final UUID STREAM =
            UUID.nameUUIDFromBytes("guiju demo year".getBytes(StandardCharsets.UTF_8));
    private static final int CASES = 2_000;
    private static final long SEED = 20_100_518L;
    private final Environment environment;
    private final EventStore events;
    private final SimulatedYear year;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;

    DemoYear(
            Environment environment,
            EventStore events,
            SimulatedYear year,
            OfficialClock clock,
            TransactionTemplate transaction) {
        this.environment = environment;
        this.events = events;
        this.year = year;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments args) {
        var there = events.read(STREAM);
        if (there.size() > 1) {
            return;
        }
        var plan = there.isEmpty() ? plan() : planned(there.getFirst());
        if (plan.all() == 0) {
            return;
        }
        if (there.isEmpty()) {
            append(
                    0,
                    "demo.year-planned",
                    Map.of(
                            "seed", new Value.Int(plan.seed()),
                            "as_of", new Value.Str(plan.asOf().toString()),
                            "applied", new Value.Int(plan.applied()),
                            "found", new Value.Int(plan.found())));
        }
        int made = year.make(plan);
        append(1, "demo.year-made", Map.of("cases", new Value.Int(made)));
    }

    private SimulatedYear.Plan plan() {
        int cases = environment.getProperty("guiju.demo.year", Integer.class, CASES);
        var wanted = environment.getProperty("guiju.demo.as-of", "");
        var today = clock.today();
        var asOf = wanted.isBlank() ? today : LocalDate.parse(wanted);
        if (asOf.isAfter(today)) {
            asOf = today;
        }
        long seed = environment.getProperty("guiju.demo.seed", Long.class, SEED);
        return new SimulatedYear.Plan(seed, asOf, cases * 2 / 5, cases - cases * 2 / 5);
    }

    private static SimulatedYear.Plan planned(EventEntry entry) {
        var fields = entry.fields();
        return new SimulatedYear.Plan(
                number(fields.get("seed")),
                LocalDate.parse(text(fields.get("as_of"))),
                (int) number(fields.get("applied")),
                (int) number(fields.get("found")));
    }

    private static String text(@Nullable Value value) {
        return value instanceof Value.Str(var s) ? s : "";
    }

    private static long number(@Nullable Value value) {
        return value instanceof Value.Int(var n) ? n : 0;
    }

    private void append(long expected, String kind, Map<String, Value> fields) {
        var stamp = Stamp.own(clock.now(), "demo", UUID.randomUUID());
        transaction.executeWithoutResult(
                _ -> events.append(STREAM, expected, List.of(EventDraft.of(kind, fields)), stamp));
    }
}
