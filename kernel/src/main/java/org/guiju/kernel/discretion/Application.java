package org.guiju.kernel.discretion;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// 套档 (C12): facts in, the one row out. The exact second opinion beside the engine.
public final class Application {
    private Application() {}

    /// What stands in the way of computing: which factor, and why.
    public enum Fault {
        MISSING,
        NOT_A_NUMBER,
        OUTSIDE
    }

    /// @param faults by factor; where there is one there is no row
    public record Result(Map<String, Fault> faults, Optional<Standard.Row> row) {
        public Result {
            faults = Map.copyOf(faults);
        }
    }

    /// @param facts by factor: a plain decimal number, or the id of an option
    public static Result of(Standard standard, Map<String, String> facts) {
        var faults = new LinkedHashMap<String, Fault>();
        var point = new LinkedHashMap<String, FactSpace.Fact>();
        for (var f : standard.factors()) {
            var typed = facts.getOrDefault(f.id(), "").strip();
            if (typed.isEmpty()) {
                faults.put(f.id(), Fault.MISSING);
                continue;
            }
            switch (f) {
                case Factor.Choice c ->
                        c.option(typed)
                                .ifPresentOrElse(
                                        o -> point.put(c.id(), choice(o)),
                                        () -> faults.put(c.id(), Fault.OUTSIDE));
                case Factor.Quantity q -> quantity(q, typed, point, faults);
            }
        }
        if (!faults.isEmpty()) {
            return new Result(faults, Optional.empty());
        }
        var rows = standard.rows().stream().filter(r -> FactSpace.hits(r, point)).toList();
        return new Result(
                faults, rows.size() == 1 ? Optional.of(rows.getFirst()) : Optional.empty());
    }

    private static FactSpace.Fact choice(Factor.Option o) {
        return new FactSpace.Fact(o.name().zh(), Optional.empty(), o.id());
    }

    private static void quantity(
            Factor.Quantity q,
            String typed,
            Map<String, FactSpace.Fact> point,
            Map<String, Fault> faults) {
        if (!typed.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            faults.put(q.id(), Fault.NOT_A_NUMBER);
            return;
        }
        var value = new BigDecimal(typed);
        if (!q.holds(value)) {
            faults.put(q.id(), Fault.OUTSIDE);
            return;
        }
        point.put(q.id(), new FactSpace.Fact(typed, Optional.of(value), ""));
    }
}
