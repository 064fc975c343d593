package org.guiju.kernel.linesystems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.linesystems.ShadowCase.Recorded;
import org.guiju.kernel.powers.PowerDefinition;

/// 影子办件的评判: the case as it stood after each delivery, its clocks, and what else the records show. A finding once made stays; a record
/// that comes later and shows otherwise lifts it, by name.
public final class ShadowJudge {
    private ShadowJudge() {}

    /// The case as it stood after each delivery: what came in at one moment became known at once.
    public static List<ShadowCase> prefixes(PowerDefinition definition, List<Recorded> history) {
        var prefixes = new ArrayList<ShadowCase>();
        for (int i = 0; i < history.size(); i++) {
            boolean last = i + 1 == history.size();
            if (last || !history.get(i + 1).seen().at().equals(history.get(i).seen().at())) {
                prefixes.add(ShadowCase.of(definition, history.subList(0, i + 1)));
            }
        }
        return prefixes;
    }

    /// @param calendar by which days of entry are counted
    public static List<Breach> breaches(List<ShadowCase> prefixes, WorkCalendar calendar) {
        Map<String, Breach> all = new LinkedHashMap<>();
        for (var known : prefixes) {
            var now =
                    new Breaches(known, calendar)
                            .all().stream()
                                    .collect(
                                            Collectors.toMap(
                                                    Breach::key,
                                                    Function.identity(),
                                                    (a, _) -> a,
                                                    LinkedHashMap::new));
            all.replaceAll((key, was) ->
                    was.liftedBy() == null && !now.containsKey(key)
                            ? was.liftedBy(known.last())
                            : was);
            now.forEach((key, is) -> all.merge(key, is, (was, again) -> again.foundBy(was)));
        }
        return List.copyOf(all.values());
    }
}
