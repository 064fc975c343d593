package org.guiju.kernel.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 权力结构: who holds the steps of one power on a day, and what is wrong with it: nobody, one person, one post, one section.
///
/// @param holders of each of decision, execution and supervision (B63)
public record PowerStructure(
        List<Held> steps, Map<Aspect, Set<PersonId>> holders, List<Finding> findings) {
    public PowerStructure {
        steps = List.copyOf(steps);
        holders = Map.copyOf(holders);
        findings = List.copyOf(findings);
    }

    /// 环节: what the definition says of a step.
    ///
    /// @param organ that acts in it
    public record Step(String id, String role, Duty duty, OrganId organ) {}

    /// 环节与人员.
    public record Held(Step step, Set<PersonId> persons) {
        public Held {
            persons = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(persons));
        }
    }

    /// 结构问题.
    ///
    /// @param about the step, person, post or section that it is about
    public record Finding(Kind kind, String about) {
        /// 问题类别, with the numbered requirement.
        public enum Kind {
            /// 环节无人 (B2).
            NO_INCUMBENT("B2"),
            /// 全部环节由一人承担 (B58).
            ONE_PERSON("B58"),
            /// 全部环节在一个岗位 (B38, B43).
            ONE_POST("B38"),
            /// 全部环节在一个科室 (B40).
            ONE_SECTION("B40"),
            /// 决策、执行、监督没有三个不同的主体 (B63).
            NOT_THREE_HOLDERS("B63");

            private final String seed;

            Kind(String seed) {
                this.seed = seed;
            }

            public String seed() {
                return seed;
            }
        }
    }

    /// The steps of a definition in which somebody acts, each once.
    public static List<Step> steps(PowerDefinition power) {
        var steps = new LinkedHashMap<String, Step>();
        for (var situation : power.situations()) {
            for (var step : situation.steps()) {
                if (step.kind().duty() != Duty.NONE) {
                    var organ = power.organAt(step);
                    steps.putIfAbsent(
                            step.id() + step.role(),
                            new Step(step.id(), step.role(), step.kind().duty(), organ));
                }
            }
        }
        return List.copyOf(steps.values());
    }

    /// The structure on the day; steps in which nobody acts are left out by whoever asks.
    ///
    /// @param supervisors who supervises the power, from outside its flow
    public static PowerStructure of(
            List<Step> steps, Set<PersonId> supervisors, Roster roster, LocalDate day) {
        var held = new ArrayList<Held>();
        var holders = new EnumMap<Aspect, Set<PersonId>>(Aspect.class);
        holders.put(Aspect.SUPERVISION, new LinkedHashSet<>(supervisors));
        for (var step : steps) {
            var persons = roster.holders(step.role(), step.organ(), day);
            held.add(new Held(step, persons));
            Aspect.of(step.duty())
                    .ifPresent(a ->
                            holders.computeIfAbsent(a, _ -> new LinkedHashSet<>()).addAll(persons));
        }
        return new PowerStructure(held, holders, findings(held, holders, roster, day));
    }

    private static List<Finding> findings(
            List<Held> held, Map<Aspect, Set<PersonId>> holders, Roster roster, LocalDate day) {
        var findings = new ArrayList<Finding>();
        held.stream()
                .filter(h -> h.persons().isEmpty())
                .forEach(h -> findings.add(new Finding(Finding.Kind.NO_INCUMBENT, h.step().id())));
        var all = new HashSet<PersonId>();
        held.forEach(h -> all.addAll(h.persons()));
        boolean filled = held.size() > 1 && held.stream().noneMatch(h -> h.persons().isEmpty());
        if (filled && all.size() == 1) {
            findings.add(new Finding(Finding.Kind.ONE_PERSON, all.iterator().next().value()));
        }
        var roles = new HashSet<String>();
        held.forEach(h -> roles.add(h.step().role()));
        if (filled && roles.size() == 1) {
            findings.add(new Finding(Finding.Kind.ONE_POST, roles.iterator().next()));
        }
        var sections = sections(held, roster, day);
        if (filled && sections.size() == 1) {
            findings.add(new Finding(Finding.Kind.ONE_SECTION, sections.iterator().next()));
        }
        if (!apart(holders)) {
            findings.add(new Finding(Finding.Kind.NOT_THREE_HOLDERS, ""));
        }
        return findings;
    }

    private static Set<String> sections(List<Held> held, Roster roster, LocalDate day) {
        var sections = new LinkedHashSet<String>();
        for (var h : held) {
            roster.assignments().stream()
                    .filter(a -> a.role().equals(h.step().role()))
                    .filter(a -> a.organ().equals(h.step().organ()) && a.on(day))
                    .forEach(a -> sections.add(a.organ() + " " + a.section()));
        }
        return sections;
    }

    /// Three different holders can be named: each aspect has somebody, and supervision nobody of the other two.
    private static boolean apart(Map<Aspect, Set<PersonId>> holders) {
        var deciding = holders.getOrDefault(Aspect.DECISION, Set.of());
        var executing = holders.getOrDefault(Aspect.EXECUTION, Set.of());
        var supervising = holders.getOrDefault(Aspect.SUPERVISION, Set.of());
        return deciding.stream()
                .anyMatch(d ->
                        executing.stream()
                                .filter(e -> !e.equals(d))
                                .anyMatch(e ->
                                        supervising.stream()
                                                .anyMatch(s -> !s.equals(e) && !s.equals(d))));
    }
}
