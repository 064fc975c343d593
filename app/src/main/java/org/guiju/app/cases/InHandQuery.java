package org.guiju.app.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guiju.kernel.shared.PersonId;

/// 在手事项查询.
public interface InHandQuery {

    /// 接手: an open case that the person took over and still has in hand.
    record Taken(String no, String power, PersonId giver, LocalDate day) {}

    /// Open cases in which the person has something in hand, by number.
    List<UUID> cases(PersonId person);

    /// What the person took over from others and still has, the newest first.
    List<Taken> taken(PersonId person);
}
