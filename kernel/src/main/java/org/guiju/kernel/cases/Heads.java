package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.HashSet;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 负责人: who heads those who handle a case, as its institution names them.
public final class Heads {
    private Heads() {}

    /// Whether the one heads the other on the day: as head of the organ, or of a section in which the other serves.
    public static boolean over(
            Roster roster,
            PowerDefinition definition,
            Situation situation,
            OrganId organ,
            PersonId head,
            PersonId person,
            LocalDate day) {
        var chief = situation.limits().extension().by();
        return !chief.isBlank() && roster.holding(head, chief, organ, day).isPresent()
                || ofSection(roster, definition, situation, organ, head, person, day);
    }

    /// The head of a section is whoever chairs its meeting.
    static boolean ofSection(
            Roster roster,
            PowerDefinition definition,
            Situation situation,
            OrganId organ,
            PersonId head,
            PersonId person,
            LocalDate day) {
        var sections = new HashSet<String>();
        roster.of(person, day).stream()
                .filter(x -> x.organ().equals(organ))
                .forEach(x -> sections.add(x.section()));
        return roster.of(head, day).stream()
                .filter(x -> x.organ().equals(organ) && sections.contains(x.section()))
                .anyMatch(x ->
                        situation.steps().stream()
                                .filter(s -> s.kind() == StepKind.DELIBERATION)
                                .flatMap(s -> definition.meeting(meeting(s)).stream())
                                .anyMatch(m -> m.chair().equals(x.role())));
    }

    private static String meeting(Step step) {
        return step.meeting() == null ? "" : step.meeting();
    }
}
