package org.guiju.kernel.discretion;

import static org.guiju.kernel.discretion.DiscretionRule.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.discretion.Course.Step;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// 裁量基准的各版本 and what may happen to them next. A version that was approved is never touched again: a case keeps the one
/// it began with.
public record Life(String code, List<Version> versions) {
    public Life {
        versions = List.copyOf(versions);
    }

    /// @param done who did which step, in order; a version sent back by the review is closed
    /// @param from first day in force; null until approved
    public record Version(
            int number, Map<Step, PersonId> done, boolean sentBack, @Nullable LocalDate from) {
        public Version {
            done = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(done));
        }

        public boolean underWay() {
            return !sentBack && from == null;
        }

        /// The step that is waited for; empty when nothing is.
        public Optional<Step> next() {
            return underWay()
                    ? Arrays.stream(Step.values()).filter(s -> !done.containsKey(s)).findFirst()
                    : Optional.empty();
        }
    }

    /// 请求: who wants to do what.
    ///
    /// @param roles what the person holds in the organ of the standard
    /// @param findings what is wrong with the table
    /// @param from the day of coming into force; null unless approved
    public record Act(
            Step step,
            PersonId by,
            Set<String> roles,
            List<Finding> findings,
            LocalDate today,
            @Nullable LocalDate from) {
        public Act {
            roles = Set.copyOf(roles);
            findings = List.copyOf(findings);
        }
    }

    /// The version in force on the day.
    public Optional<Version> on(LocalDate day) {
        return versions.stream()
                .filter(v -> v.from() != null && !day.isBefore(v.from()))
                .reduce((_, later) -> later);
    }

    /// What is being prepared.
    public Optional<Version> underWay() {
        return versions.stream().filter(Version::underWay).findFirst();
    }

    /// Why the act does not happen; empty when it does.
    public List<Refusal> refusals(Course course, Act act) {
        var found = new ArrayList<Refusal>();
        var now = underWay();
        if (!act.roles().contains(course.role(act.step()))) {
            found.add(
                    refusal(
                            act.step() == Step.SUBMIT
                                    ? DISCRETION_SUBMITTED_BY_SUPERVISION
                                    : DISCRETION_ROLE,
                            Map.of("role", course.role(act.step()))));
        }
        if (act.step() == Step.DRAFT) {
            now.ifPresent(v -> found.add(refusal(DISCRETION_UNDER_WAY, number(v))));
            return found;
        }
        if (now.flatMap(Version::next).filter(s -> s == act.step()).isEmpty()) {
            var waited = now.flatMap(Version::next).map(Step::code).orElse("");
            found.add(refusal(DISCRETION_ORDER, Map.of("next", waited)));
            return found;
        }
        if (now.get().done().containsValue(act.by())) {
            found.add(refusal(DISCRETION_OTHER_PERSON, number(now.get())));
        }
        if (!act.findings().isEmpty()) {
            found.add(
                    refusal(
                            DISCRETION_CLEAN,
                            Map.of("n", Integer.toString(act.findings().size()))));
        }
        if (act.step() == Step.APPROVE && !inTime(act)) {
            found.add(refusal(DISCRETION_DAY, Map.of("today", act.today().toString())));
        }
        return found;
    }

    /// 退回 (X7): whoever holds one of the course's roles may close what is under way, so that a corrected draft can follow.
    public List<Refusal> closing(Course course, Set<String> roles) {
        if (course.roles().values().stream().noneMatch(roles::contains)) {
            return List.of(refusal(DISCRETION_ROLE, Map.of("role", course.role(Step.REVIEW))));
        }
        return underWay().isPresent()
                ? List.of()
                : List.of(refusal(DISCRETION_ORDER, Map.of("next", "")));
    }

    private boolean inTime(Act act) {
        var from = act.from();
        return from != null
                && !from.isBefore(act.today())
                && versions.stream()
                        .map(Version::from)
                        .allMatch(before -> before == null || from.isAfter(before));
    }

    private static Map<String, String> number(Version v) {
        return Map.of("version", Integer.toString(v.number()));
    }

    private static Refusal refusal(DiscretionRule rule, Map<String, String> facts) {
        return new Refusal(rule, rule.basis(), facts);
    }
}
