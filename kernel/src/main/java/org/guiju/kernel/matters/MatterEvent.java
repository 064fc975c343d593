package org.guiju.kernel.matters;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.guiju.kernel.shared.PersonId;

/// 事项经过: one act that came true.
///
/// @param facts what was stated and what the rules computed, by name
public record MatterEvent(MatterAct act, PersonId by, LocalDate on, Map<String, String> facts) {
    /// Stands for a citizen who comments without a name of his own.
    public static final PersonId CITIZEN = new PersonId("citizen");

    public MatterEvent {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /// What was stated under the name; empty where nothing was.
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }
}
