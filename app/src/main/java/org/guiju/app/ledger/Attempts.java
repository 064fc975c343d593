package org.guiju.app.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 违规尝试: an official's submitted breach of an integrity rule stands in his own stream, never in that of the case or the power (J12), so that whoever supervises reads one list, and the public log shows a digest of
/// it and no more.
@Component
public class Attempts {
    private final EventStore events;

    Attempts(EventStore events) {
        this.events = events;
    }

    /// 一次尝试.
    ///
    /// @param person who asked for the act
    /// @param matter the case or the power that it was aimed at
    /// @param rules that stood in the way, in order of precedence
    public record Attempt(PersonId person, String matter, List<String> rules, Instant at) {}

    /// What the person has tried, the latest first.
    public List<Attempt> of(PersonId person) {
        return events.read(stream(person)).stream()
                .map(e ->
                        new Attempt(
                                person,
                                text(e.fields().get("matter")),
                                e.fields().get("rules") instanceof Value.Strs(var rules)
                                        ? rules
                                        : List.of(),
                                e.at()))
                .toList()
                .reversed();
    }

    private static String text(@Nullable Value value) {
        return value instanceof Value.Str(var text) ? text : "";
    }

    private static UUID stream(PersonId person) {
        return UUID.nameUUIDFromBytes(
                ("attempts:" + person.value()).getBytes(StandardCharsets.UTF_8));
    }

    /// @param matter the case or the power that the act was aimed at
    /// @param rules the integrity rules that stood in the way, in order of precedence; with none there is nothing to record
    public void record(PersonId person, String matter, List<String> rules, Stamp stamp) {
        if (rules.isEmpty()) {
            return;
        }
        var open = new LinkedHashMap<String, Value>();
        open.put("person", new Value.Str(person.value()));
        open.put("matter", new Value.Str(matter));
        open.put("rules", new Value.Strs(rules));
        var stream = stream(person);
        events.append(
                stream,
                events.length(stream),
                List.of(
                        EventDraft.restricted(
                                "attempt.refused", open, "attempts:" + person.value())),
                stamp);
    }
}
