package org.guiju.kernel.meetings;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.shared.Outcome;
import org.jspecify.annotations.Nullable;

/// 机关的会议制度: rules of procedure (议事规则) with their validity, figures stricter than the law's, and regular meeting days
/// (例会日), as one organ has adopted them.
public final class OrganRules {
    private final List<Procedure> procedures = new ArrayList<>();
    private final List<MeetingKind.Policy> policies = new ArrayList<>();
    private final Map<String, DayOfWeek> regular = new LinkedHashMap<>();

    private OrganRules() {}

    /// 议事规则.
    ///
    /// @param number of the document
    /// @param until last day; null while it is open
    public record Procedure(
            String kind, String number, String title, LocalDate from, @Nullable LocalDate until) {
        public boolean on(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /// What an organ adopts.
    public sealed interface Adopted {}

    public record ProcedureAdopted(Procedure procedure) implements Adopted {}

    public record PolicyAdopted(MeetingKind.Policy policy) implements Adopted {}

    public record RegularDaySet(String kind, DayOfWeek day) implements Adopted {}

    /// The rules after the whole history.
    public static OrganRules replay(List<Adopted> history) {
        var rules = new OrganRules();
        for (var event : history) {
            switch (event) {
                case ProcedureAdopted(var p) -> rules.procedures.add(p);
                case PolicyAdopted(var p) -> rules.policies.add(p);
                case RegularDaySet(var kind, var day) -> rules.regular.put(kind, day);
            }
        }
        return rules;
    }

    /// @param serves whether the actor serves in the organ
    /// @param floor the kind as it is shipped, with the figures of law
    public static Outcome<Adopted> decide(
            boolean serves, MeetingKind floor, LocalDate today, Adopted wanted) {
        var refusing = new Refusing().unless(serves, MeetingRule.MEETING_OF_OWN_ORGAN);
        switch (wanted) {
            case ProcedureAdopted(var p) ->
                    refusing.unless(
                            !p.number().isBlank()
                                    && !p.title().isBlank()
                                    && (p.until() == null || !p.until().isBefore(p.from())),
                            MeetingRule.RULE_DATED);
            case PolicyAdopted(var p) ->
                    refusing.unless(
                                    p.atLeast(floor),
                                    MeetingRule.POLICY_NOT_LAXER,
                                    Map.of(
                                            "quorum", floor.quorum().code(),
                                            "majority", floor.majority().code(),
                                            "days", Integer.toString(floor.noticeDays())))
                            .unless(
                                    !p.document().isBlank() && !p.from().isBefore(today),
                                    MeetingRule.RULE_DATED);
            case RegularDaySet _ -> {
                // Any day of the week will do.
            }
        }
        return refusing.none()
                ? new Outcome.Permitted<>(List.of(wanted))
                : new Outcome.Refused<>(refusing.list());
    }

    /// The rule of procedure in force for the kind on the day; the latest where several are.
    public Optional<Procedure> procedure(String kind, LocalDate day) {
        return procedures.stream()
                .filter(p -> p.kind().equals(kind) && p.on(day))
                .max(Comparator.comparing(Procedure::from));
    }

    /// The kind as it is in force in the organ on the day.
    public MeetingKind kind(MeetingKind floor, LocalDate day) {
        return policies.stream()
                .filter(p -> p.kind().equals(floor.code()) && !p.from().isAfter(day))
                .max(Comparator.comparing(MeetingKind.Policy::from))
                .map(floor::with)
                .orElse(floor);
    }

    public List<Procedure> procedures() {
        return List.copyOf(procedures);
    }

    public List<MeetingKind.Policy> policies() {
        return List.copyOf(policies);
    }

    /// 例会日 of each kind that has one.
    public Map<String, DayOfWeek> regular() {
        return Collections.unmodifiableMap(regular);
    }

    /// The next regular meeting day from the day on, that day included.
    public Optional<LocalDate> next(String kind, LocalDate from) {
        return Optional.ofNullable(regular.get(kind))
                .map(d -> from.with(java.time.temporal.TemporalAdjusters.nextOrSame(d)));
    }
}
