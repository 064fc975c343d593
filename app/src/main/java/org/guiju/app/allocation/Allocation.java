package org.guiju.app.allocation;

import java.util.List;
import java.util.Optional;
import org.guiju.kernel.allocation.FormerPost;
import org.guiju.kernel.allocation.Kinship;
import org.guiju.kernel.allocation.RecusalGrounds;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 配权的公开查询: who is who, and the roster for the decider.
public interface Allocation {
    Roster roster();

    Optional<Organ> organ(OrganId id);

    List<Organ> organs();

    Optional<Officer> officer(PersonId person);

    List<Officer> officers(OrganId organ);

    /// 曾任职务, the oldest first.
    List<FormerPost> formerPosts(PersonId person);

    /// 亲属关系登记 of one officer; for himself, no public page asks for it.
    List<Kinship> kin(PersonId person);

    /// 利害关系申报 of one officer, the newest first; for himself and for the head who decides.
    List<RecusalGrounds.Interest> interests(PersonId person);

    /// 执法主体资格 on record for the organ, the newest first.
    List<Enforcers.Qualified> enforcement(OrganId organ);

    /// The officer's name, or the pseudonym where there is none.
    default String nameOf(PersonId person) {
        return officer(person).map(Officer::name).orElse(person.value());
    }
}
