package org.guiju.app.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.Efficiency;
import org.guiju.app.cases.Efficiency.Took;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 办理效能表: days used against limits, power by power, the slowest first (D49, C73).
@Component
final class EfficiencyReport {
    private final Efficiency cases;
    private final Catalogue catalogue;
    private final Calendars calendars;

    EfficiencyReport(Efficiency cases, Catalogue catalogue, Calendars calendars) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.calendars = calendars;
    }

    /// 一行: a situation of a power.
    ///
    /// @param days working days from acceptance to decision, on average
    /// @param share decided within the promise, in whole percent, never rounded up to a hundred
    /// @param over decided beyond the statutory limit
    /// @param supplements notices of what was missing, in all
    /// @param visits times the applicant came, on average
    /// @param steps of the flow; zero where its text is gone
    /// @param limit the promise, in its unit; null where its text is gone
    /// @param fen the fee; null where nothing may be charged
    record Row(
            String power,
            Text matter,
            Text situation,
            int decided,
            double days,
            int share,
            int over,
            int supplements,
            double visits,
            int steps,
            @Nullable Integer limit,
            String unit,
            @Nullable Long fen) {}

    private record Key(String power, String situation) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::power)
                    .thenComparing(Key::situation)
                    .compare(this, other);
        }
    }

    List<Row> of(String organ, LocalDate from, LocalDate until) {
        var by = new TreeMap<Key, List<Took>>();
        for (var took : cases.decided(organ, from, until)) {
            by.computeIfAbsent(new Key(took.power(), took.situation()), _ -> new ArrayList<>())
                    .add(took);
        }
        var calendar = calendars.current();
        return by.entrySet().stream()
                .map(e -> row(e.getKey(), e.getValue(), calendar))
                .sorted(Comparator.comparingDouble(Row::days).reversed())
                .toList();
    }

    private Row row(Key key, List<Took> all, WorkCalendar calendar) {
        var newest = all.stream().max(Comparator.comparingInt(Took::version)).orElseThrow();
        var definition = catalogue.version(key.power(), newest.version());
        var situation = definition.flatMap(d -> d.situation(key.situation()));
        var promise = situation.map(s -> s.limits().promise().limit());
        return new Row(
                key.power(),
                definition.map(PowerDefinition::matter).orElse(Text.zh(key.power())),
                situation.map(Situation::name).orElse(Text.zh(key.situation())),
                all.size(),
                average(all, t -> calendar.workingDaysAfter(t.from(), t.decidedOn())),
                100 * count(all, t -> within(t.promiseDue(), t)) / all.size(),
                count(all, t -> !within(t.statuteDue(), t)),
                all.stream().mapToInt(Took::supplements).sum(),
                average(all, Took::visits),
                situation.map(s -> s.steps().size()).orElse(0),
                promise.map(l -> l.n()).orElse(null),
                promise.map(l -> l.unit().code()).orElse(""),
                Optional.ofNullable(definition.map(PowerDefinition::fees).orElse(null))
                        .map(PowerDefinition.Fees::fen)
                        .orElse(null));
    }

    private static boolean within(@Nullable LocalDate due, Took took) {
        return due == null || !took.decidedOn().isAfter(due);
    }

    private static int count(List<Took> all, Predicate<Took> which) {
        return (int) all.stream().filter(which).count();
    }

    /// To one decimal.
    private static double average(List<Took> all, ToIntFunction<Took> of) {
        return Math.round(all.stream().mapToInt(of).average().orElse(0) * 10) / 10.0;
    }
}
