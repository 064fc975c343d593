package org.guiju.app.authority.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.ledger.Attempts;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.allocation.Aspect;
import org.guiju.kernel.allocation.Incompatibility;
import org.guiju.kernel.allocation.PowerStructure;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Service;

/// 谁可以做什么，为什么: for each step of a power those who may act and those who may not, with rule and article.
@Service
public class Authority {
    private final Catalogue catalogue;
    private final Allocation allocation;
    private final Attempts attempts;

    Authority(Catalogue catalogue, Allocation allocation, Attempts attempts) {
        this.catalogue = catalogue;
        this.allocation = allocation;
        this.attempts = attempts;
    }

    /// 可以办理.
    ///
    /// @param forWhom the one for whom he acts; empty where he acts himself
    public record May(String person, String forWhom) {}

    /// 不能办理.
    ///
    /// @param why key of the reason
    public record MayNot(String person, String why, Article basis, String about) {}

    /// 环节.
    public record StepRow(
            Step step, String situation, List<May> may, List<MayNot> mayNot, List<Apart> apart) {}

    /// 在本案中互斥: whoever took that part does not take this one.
    public record Apart(String duty, Incompatibility rule) {}

    /// 一项权力.
    public record PowerRow(PowerDefinition power, PowerStructure structure) {}

    /// Every power in force with its structure on the day.
    public List<PowerRow> powers(LocalDate day) {
        var roster = allocation.roster();
        return catalogue.allInForce(day).stream()
                .map(p -> new PowerRow(p, structure(p, roster, day)))
                .toList();
    }

    public Optional<PowerRow> power(String code, LocalDate day) {
        return catalogue
                .inForce(code, day)
                .map(p -> new PowerRow(p, structure(p, allocation.roster(), day)));
    }

    private static PowerStructure structure(PowerDefinition power, Roster roster, LocalDate day) {
        var supervisors = roster.holders(CatalogueRoles.SUPERVISOR, power.supervision().by(), day);
        return PowerStructure.of(PowerStructure.steps(power), supervisors, roster, day);
    }

    private static OrganId organ(PowerDefinition power, Step step) {
        return power.organAt(step);
    }

    /// The steps, each once, with persons and rules.
    public List<StepRow> steps(PowerDefinition power, LocalDate day) {
        var roster = allocation.roster().under(power.code().value());
        var rows = new ArrayList<StepRow>();
        var seen = new LinkedHashSet<String>();
        for (var situation : power.situations()) {
            for (var step : situation.steps()) {
                if (step.kind().duty() != Duty.NONE && seen.add(step.id() + step.role())) {
                    rows.add(row(power, situation.name().zh(), step, roster, day));
                }
            }
        }
        return rows;
    }

    private StepRow row(
            PowerDefinition power, String situation, Step step, Roster roster, LocalDate day) {
        var organ = organ(power, step);
        var may = new ArrayList<May>();
        var mayNot = new ArrayList<MayNot>();
        for (var officer : staff(organ)) {
            var holding = roster.holding(officer.person(), step.role(), organ, day);
            if (holding.isEmpty()) {
                continue;
            }
            var kind = step.officers().qualification();
            var away = roster.deputyOf(officer.person(), day);
            if (!roster.qualified(officer.person(), kind, day)) {
                mayNot.add(
                        new MayNot(
                                officer.name(),
                                "qualification",
                                new Article("guiju", "B26"),
                                kind));
            } else {
                var whom = holding.get().actingFor();
                may.add(new May(officer.name(), whom == null ? "" : allocation.nameOf(whom)));
                away.ifPresent(deputy ->
                        mayNot.add(
                                new MayNot(
                                        officer.name(),
                                        "absent",
                                        new Article("guiju", "B49"),
                                        allocation.nameOf(deputy))));
            }
        }
        return new StepRow(step, situation, may, mayNot, apart(step.kind().duty()));
    }

    /// 移交: from a step in which somebody acts to the next one, over those in which only time passes.
    ///
    /// @param aspect of each: decision, execution or supervision
    public record Handover(Step from, Aspect aspect, Step to, Aspect next) {}

    /// Every hand-over that the flow of the power knows, each once, in its order (B63).
    public List<Handover> handovers(PowerDefinition power) {
        var found = new LinkedHashMap<String, Handover>();
        for (var situation : power.situations()) {
            for (var from : situation.steps()) {
                Aspect.of(from.kind().duty())
                        .ifPresent(aspect ->
                                followers(situation, from, new HashSet<>())
                                        .forEach(to ->
                                                found.putIfAbsent(
                                                        from.id() + " " + to.id(),
                                                        new Handover(
                                                                from,
                                                                aspect,
                                                                to,
                                                                Aspect.of(to.kind().duty())
                                                                        .orElseThrow()))));
            }
        }
        return List.copyOf(found.values());
    }

    private static List<Step> followers(Situation situation, Step from, Set<String> seen) {
        var next = new ArrayList<Step>();
        for (var id : from.successors()) {
            var step = situation.step(id);
            if (step.isPresent() && seen.add(id)) {
                if (step.get().kind().duty() == Duty.NONE) {
                    next.addAll(followers(situation, step.get(), seen));
                } else {
                    next.add(step.get());
                }
            }
        }
        return next;
    }

    private List<Officer> staff(OrganId organ) {
        return allocation.organs().stream()
                .flatMap(o -> allocation.officers(o.id()).stream())
                .filter(o -> o.organ().equals(organ) || serves(o.person(), organ))
                .toList();
    }

    private boolean serves(PersonId person, OrganId organ) {
        return allocation.roster().assignments().stream()
                .anyMatch(a -> a.person().equals(person) && a.organ().equals(organ));
    }

    private static List<Apart> apart(Duty duty) {
        return Incompatibility.BASELINE.stream()
                .filter(i -> i.one().equals(duty.code()) || i.other().equals(duty.code()))
                .map(i -> new Apart(i.one().equals(duty.code()) ? i.other() : i.one(), i))
                .toList();
    }

    /// 违规尝试 of the organ's officers, counted by rule; names stand nowhere in it.
    public Map<String, Long> attempts(OrganId organ) {
        var counts = new java.util.TreeMap<String, Long>();
        for (var officer : allocation.officers(organ)) {
            for (var attempt : attempts.of(officer.person())) {
                attempt.rules().forEach(r -> counts.merge(r, 1L, Long::sum));
            }
        }
        return counts;
    }

    /// Names of a set of persons, in the order given.
    public List<String> names(Set<PersonId> persons) {
        return persons.stream().map(allocation::nameOf).toList();
    }
}
