package org.guiju.kernel.allocation;

import java.time.LocalDate;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;

/// 曾任职务: what an officer was before, and where; both days included.
public record FormerPost(
        PersonId person, OrganId organ, Text post, LocalDate from, LocalDate until) {}
