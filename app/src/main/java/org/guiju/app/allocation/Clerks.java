package org.guiju.app.allocation;

import java.util.List;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 岗位核对: whether somebody holds a role today, and who does, so that a refusal can say whom to ask.
@Component
public class Clerks {
    private final Allocation allocation;
    private final OfficialClock clock;

    Clerks(Allocation allocation, OfficialClock clock) {
        this.allocation = allocation;
        this.clock = clock;
    }

    /// 需要的岗位: the role, and those who hold it today.
    public record Needed(String role, List<Officer> holders) {}

    /// Whether the person holds the role in the organ today, himself or for somebody who is away.
    public boolean holds(PersonId person, String role, OrganId organ) {
        return allocation.roster().holding(person, role, organ, clock.today()).isPresent();
    }

    /// Whether the person holds the role in any organ today.
    public boolean holds(PersonId person, String role) {
        var roster = allocation.roster();
        return allocation.organs().stream()
                .anyMatch(o -> roster.holding(person, role, o.id(), clock.today()).isPresent());
    }

    /// 监督人员: whether the person supervises, in whatever organ.
    public boolean oversees(PersonId person) {
        return holds(person, "supervisor") || holds(person, "supervision-office");
    }

    /// Who holds the role in the organ today.
    public Needed needed(String role, OrganId organ) {
        return new Needed(role, holders(role, organ));
    }

    /// Who holds the role in any organ today.
    public Needed needed(String role) {
        return new Needed(
                role,
                allocation.organs().stream().flatMap(o -> holders(role, o.id()).stream()).toList());
    }

    private List<Officer> holders(String role, OrganId organ) {
        return allocation.roster().holders(role, organ, clock.today()).stream()
                .flatMap(p -> allocation.officer(p).stream())
                .toList();
    }
}
