package org.guiju.kernel.clearing;

import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 审查意见 on one item under one aspect.
///
/// @param organ for which the person speaks; never the one that compiled the list (A48)
public record Opinion(Aspect aspect, boolean favourable, String text, PersonId by, OrganId organ) {}
