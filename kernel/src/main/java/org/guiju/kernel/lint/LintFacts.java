package org.guiju.kernel.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.powers.PowerDefinition;
import org.jspecify.annotations.Nullable;

/// 审查所凭: what the text alone does not say. Whatever is left out makes its rules silent; that they were silent is told.
///
/// @param laws register of laws, every version with its days; a law that is not in it is told as such
/// @param publishedYears years for which the State Council has published the holidays
/// @param staff how many people hold each role in the organ today; null where the organ's posts are not at hand
/// @param catalogue codes of the catalogue above that powers must be in; null where it is not at hand
/// @param neighbours the other powers in force, or laid beside this one
public record LintFacts(
        List<Law> laws,
        Set<Integer> publishedYears,
        @Nullable Map<String, Integer> staff,
        @Nullable Set<String> catalogue,
        List<PowerDefinition> neighbours) {
    public LintFacts {
        laws = List.copyOf(laws);
        publishedYears = Set.copyOf(publishedYears);
        neighbours = List.copyOf(neighbours);
    }

    /// 法律版本: a law as it was in force.
    ///
    /// @param name short title as articles cite it
    /// @param until last day in force; null while it is
    /// @param successor what took its place; empty if nothing did
    public record Law(String name, LocalDate from, @Nullable LocalDate until, String successor) {
        boolean inForceOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /// Nothing but the text.
    public static LintFacts none() {
        return new LintFacts(List.of(), Set.of(), null, null, List.of());
    }

    /// The same with other neighbours.
    public LintFacts beside(List<PowerDefinition> others) {
        return new LintFacts(laws, publishedYears, staff, catalogue, others);
    }

    boolean knows(String law) {
        return laws.stream().anyMatch(l -> l.name().equals(law));
    }

    /// The law's version in force on the day.
    Optional<Law> inForce(String law, LocalDate day) {
        return laws.stream().filter(l -> l.name().equals(law) && l.inForceOn(day)).findFirst();
    }

    /// What the register says last of a law.
    Optional<Law> latest(String law) {
        return laws.stream()
                .filter(l -> l.name().equals(law))
                .max(java.util.Comparator.comparing(Law::from));
    }
}
