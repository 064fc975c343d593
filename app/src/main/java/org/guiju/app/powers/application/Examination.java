package org.guiju.app.powers.application;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.laws.Laws;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.SuperiorCatalogue;
import org.guiju.formats.definition.DefinitionLint;
import org.guiju.formats.definition.DefinitionLint.Reported;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.DraftText;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.lint.LintFacts;
import org.guiju.kernel.powers.PowerDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 制度审查: what `guiju lint` says of a text, with the county's own posts and calendar.
@Component
public class Examination {
    private final DefinitionLint lint = new DefinitionLint(new DefinitionReader(CaseRule.ids()));
    private final Laws laws;
    private final Allocation allocation;
    private final Calendars calendars;
    private final Catalogue catalogue;
    private final SuperiorCatalogue superior;
    private final OfficialClock clock;

    Examination(
            Laws laws,
            Allocation allocation,
            Calendars calendars,
            Catalogue catalogue,
            SuperiorCatalogue superior,
            OfficialClock clock) {
        this.laws = laws;
        this.allocation = allocation;
        this.catalogue = catalogue;
        this.superior = superior;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// Findings on a text that loads, the gravest first.
    public List<Reported> of(PowerDefinition power, String text) {
        return lint
                .lint(
                        text.getBytes(StandardCharsets.UTF_8),
                        power.code().value(),
                        new LintFacts(
                                laws.facts(),
                                years(),
                                staff(power),
                                above(power.code().value()),
                                catalogue.allInForce(clock.today())))
                .stream()
                .sorted(Comparator.comparing(Reported::severity))
                .toList();
    }

    /// Findings on a draft, loadable or not, in the order of the text.
    public List<Reported> of(String text) {
        var staff = DraftText.partly(text).map(this::staff).orElse(null);
        return lint.lint(
                text.getBytes(StandardCharsets.UTF_8),
                "draft",
                new LintFacts(
                        laws.facts(), years(), staff, null, catalogue.allInForce(clock.today())));
    }

    /// The catalogue above, with the county's own code of an item that it holds; null where none was imported.
    private @Nullable Set<String> above(String code) {
        var codes = superior.codes();
        if (codes.isEmpty()) {
            return null;
        }
        return superior.itemOf(code).isPresent()
                ? Stream.concat(codes.stream(), Stream.of(code)).collect(Collectors.toSet())
                : codes;
    }

    /// How many hold each role of the text in the organ today.
    private Map<String, Integer> staff(PowerDefinition power) {
        var roster = allocation.roster();
        var staff = new HashMap<String, Integer>();
        power.situations().stream()
                .flatMap(s -> s.steps().stream())
                .map(step -> step.role())
                .distinct()
                .forEach(role ->
                        staff.put(role, roster.holders(role, power.organ(), clock.today()).size()));
        return staff;
    }

    private Set<Integer> years() {
        var calendar = calendars.current();
        return IntStream.rangeClosed(2000, 2100)
                .filter(calendar::isPublished)
                .boxed()
                .collect(Collectors.toSet());
    }
}
