package org.guiju.app.supervision.application;

import java.util.Optional;
import java.util.Set;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 监察范围: a supervisor sees every organ; who leads an organ or a section sees his own organ; nobody else sees cards.
@Component
public class Scope {
    private static final String SUPERVISOR = "supervisor";
    private static final Set<String> LEADERS = Set.of("section-head", "head-of-organ", "decider");
    private final Allocation allocation;
    private final OfficialClock clock;

    Scope(Allocation allocation, OfficialClock clock) {
        this.allocation = allocation;
        this.clock = clock;
    }

    /// 可见范围.
    ///
    /// @param organ the only organ whose cases may be seen; empty for all
    public record Bound(String organ) {
        public boolean includes(String other) {
            return organ.isEmpty() || organ.equals(other);
        }
    }

    /// Empty for those who see nothing here.
    public Optional<Bound> of(PersonId person) {
        var held = allocation.roster().of(person, clock.today());
        if (held.stream().anyMatch(a -> a.role().equals(SUPERVISOR))) {
            return Optional.of(new Bound(""));
        }
        return held.stream()
                .filter(a -> LEADERS.contains(a.role()))
                .findFirst()
                .map(a -> new Bound(a.organ().value()));
    }
}
