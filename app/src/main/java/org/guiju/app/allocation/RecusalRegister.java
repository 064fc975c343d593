package org.guiju.app.allocation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.guiju.kernel.allocation.RecusalGrounds;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 回避核对: what registered kin and former posts say against a person's part in a matter. Personal: whoever asks shows a
/// ground to the person himself and to the head who decides, to nobody else.
@Component
public class RecusalRegister {
    private final Allocation allocation;

    RecusalRegister(Allocation allocation) {
        this.allocation = allocation;
    }

    public List<RecusalGrounds.Ground> of(
            PersonId person, Collection<RecusalGrounds.Party> parties, LocalDate day) {
        return RecusalGrounds.of(
                person,
                parties,
                allocation.kin(person),
                allocation.formerPosts(person),
                allocation.interests(person),
                day);
    }

    /// 当事人 by name, and by organ where one of ours has this name.
    public RecusalGrounds.Party party(String name) {
        return new RecusalGrounds.Party(
                name,
                List.of(),
                allocation.organs().stream()
                        .filter(o -> o.name().zh().equals(name))
                        .map(Organ::id)
                        .toList());
    }
}
