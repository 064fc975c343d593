package org.guiju.kernel.supervision;

import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 责任岗位: in whose hands the matter lay.
///
/// @param step the step that was open; empty between steps
/// @param role the post as the definition names it; a dated allocation says who held it
/// @param person who had taken the step up; null while it lay with the post as a whole
/// @param handler the first handler, responsible to the end (B48)
public record Accountable(
        OrganId organ,
        String step,
        String role,
        @Nullable PersonId person,
        @Nullable PersonId handler) {}
