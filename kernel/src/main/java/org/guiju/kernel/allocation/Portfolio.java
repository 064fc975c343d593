package org.guiju.kernel.allocation;

import java.time.LocalDate;
import java.util.Set;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 分管: a leader of the organ is in charge of a field of work from a day until a day (B42, B59).
///
/// @param subject such as `finance`; the organ's own fields have names of their own
public record Portfolio(
        OrganId organ, String subject, PersonId leader, LocalDate from, @Nullable LocalDate until) {
    public static final String PERSONNEL = "personnel";
    public static final String FINANCE = "finance";
    public static final String PROJECTS = "projects";

    /// 一把手“三个不直接分管” (B5–B7): what holds in an organ that has not decided its own set.
    public static final Set<String> NOT_DIRECTLY = Set.of(PERSONNEL, FINANCE, PROJECTS);

    /// What no organ's own set may leave out: both sources name these two, only one names projects (X4).
    public static final Set<String> ALWAYS = Set.of(PERSONNEL, FINANCE);

    public boolean on(LocalDate day) {
        return Spans.within(day, from, until);
    }

    /// 一把手不直接分管的事项, as an organ has decided from a day on (B8).
    public record Barred(Set<String> subjects, LocalDate from) {
        public Barred {
            subjects = Set.copyOf(subjects);
        }
    }
}
