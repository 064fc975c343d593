package org.guiju.kernel.powers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.powers.FlowComparison.Change;
import org.guiju.kernel.powers.FlowComparison.Measure;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlowComparisonTest {
    private static final Article LAW = new Article("行政许可法", "第四十二条第一款");
    private static final OrganId COUNTY = new OrganId("county");

    private static Limit limit(int n, LimitUnit unit) {
        return new Limit(n, unit, LAW);
    }

    private static Step step(
            String id,
            StepKind kind,
            String role,
            @Nullable OrganId organ,
            int days,
            String... next) {
        var outcomes = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < kind.required().size(); i++) {
            outcomes.put(kind.required().get(i), List.of(next));
        }
        return new Step(
                id,
                Text.zh(id),
                kind,
                role,
                organ,
                days == 0 ? null : limit(days, LimitUnit.WORKING_DAY),
                Step.LimitFrom.STEP,
                days > 0,
                outcomes,
                false,
                null,
                null,
                Step.Officers.ONE,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                Text.zh("陈述"),
                Text.zh("12345"));
    }

    private static Situation situation(
            String id, String channel, int promise, LimitUnit unit, Step... steps) {
        var clock = new Limits.Clock(limit(promise, unit), Limits.From.RECEIPT);
        return new Situation(
                id,
                Text.zh(id),
                "1",
                Text.zh("法人"),
                List.of(channel),
                List.of(),
                List.of(),
                List.of(),
                new Limits(
                        new Limits.Clock(limit(20, unit), Limits.From.RECEIPT),
                        clock,
                        new Limits.Warning(1, 20),
                        new Limits.Extension(limit(10, unit), "head"),
                        List.of()),
                FlowRegime.STATUTORY,
                List.of(),
                Arrays.asList(steps),
                null,
                List.of(),
                List.of(),
                false);
    }

    private static PowerDefinition power(int version, Situation... situations) {
        return new PowerDefinition(
                new PowerCode("330899-WL-XK-0012"),
                version,
                Text.zh("设立"),
                PowerKind.LICENCE,
                COUNTY,
                "科",
                LocalDate.of(2026, 1, 1),
                null,
                true,
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Arrays.asList(situations),
                null,
                new PowerDefinition.Supervision(new OrganId("group"), "12345", Text.zh("监察")),
                List.of(),
                List.of(),
                new PowerDefinition.Publicity(limit(7, LimitUnit.CALENDAR_DAY), Set.of()),
                "10y",
                null,
                null,
                "digest" + version);
    }

    private static final Step[] SHORT = {
        step("accept", StepKind.ACCEPTANCE, "window", null, 1, "review"),
        step("review", StepKind.PAIRED_REVIEW, "reviewer", null, 2, "decide"),
        step("decide", StepKind.DECISION, "decider", null, 1, "end")
    };
    private static final Step[] LONG = {
        step("accept", StepKind.ACCEPTANCE, "window", null, 1, "review"),
        step("review", StepKind.PAIRED_REVIEW, "reviewer", null, 3, "again"),
        step("again", StepKind.FORM_REVIEW, "head", null, 1, "look"),
        step("look", StepKind.SITE_INSPECTION, "inspector", null, 1, "second"),
        step("second", StepKind.FORM_REVIEW, "head", null, 1, "decide"),
        step("decide", StepKind.DECISION, "decider", null, 1, "end")
    };

    private static Map<Measure, Change> changes(FlowComparison.Part part) {
        var changes = new LinkedHashMap<Measure, Change>();
        part.lines().forEach(l -> changes.put(l.measure(), l.change()));
        return changes;
    }

    @Test
    void whatGrewIsMoreAndWhatShrankIsLess() {
        var small = power(1, situation("a", "online", 4, LimitUnit.WORKING_DAY, SHORT));
        var large = power(2, situation("a", "window", 5, LimitUnit.WORKING_DAY, LONG));
        var grown = FlowComparison.of(small, large).parts().getFirst();
        assertThat(grown.grew()).isTrue();
        assertThat(changes(grown))
                .containsEntry(Measure.STEPS, Change.MORE)
                .containsEntry(Measure.LEVELS, Change.MORE)
                .containsEntry(Measure.PROMISE, Change.MORE)
                .containsEntry(Measure.STATUTE, Change.SAME)
                .containsEntry(Measure.VISITS, Change.MORE);
        assertThat(FlowComparison.levels(large.situations().getFirst()))
                .as("reviewer, head, decider; the head's second look and the inspection add none")
                .isEqualTo(3);
        assertThat(grown.steps())
                .extracting(FlowComparison.StepLine::change)
                .containsExactly(
                        Change.SAME,
                        Change.MORE,
                        Change.ADDED,
                        Change.ADDED,
                        Change.ADDED,
                        Change.SAME);
        var shrunk = FlowComparison.of(large, small);
        assertThat(shrunk.grew()).isFalse();
        assertThat(changes(shrunk.parts().getFirst()))
                .containsEntry(Measure.STEPS, Change.LESS)
                .containsEntry(Measure.VISITS, Change.LESS);
    }

    @Test
    void whatOnlyOneVersionHasIsNewOrGoneAndOtherUnitsAreNotCompared() {
        var before =
                power(
                        1,
                        situation("a", "online", 4, LimitUnit.WORKING_DAY, SHORT),
                        situation("gone", "online", 4, LimitUnit.WORKING_DAY, SHORT));
        var after =
                power(
                        2,
                        situation("new", "online", 4, LimitUnit.WORKING_DAY, SHORT),
                        situation("a", "online", 9, LimitUnit.CALENDAR_DAY, SHORT));
        var parts = FlowComparison.of(before, after).parts();
        assertThat(parts).extracting(FlowComparison.Part::id).containsExactly("new", "a", "gone");
        assertThat(changes(parts.get(0))).containsEntry(Measure.STEPS, Change.ADDED);
        assertThat(changes(parts.get(1))).containsEntry(Measure.PROMISE, Change.INCOMPARABLE);
        assertThat(changes(parts.get(2))).containsEntry(Measure.STEPS, Change.REMOVED);
    }

    @Test
    void theSharesOfTheLevelsAddUpAndWhatRunsBesideAddsNothing() {
        var city = new OrganId("city");
        var joint =
                situation(
                        "a",
                        "online",
                        6,
                        LimitUnit.WORKING_DAY,
                        step("accept", StepKind.ACCEPTANCE, "window", null, 1, "mine", "theirs"),
                        step("mine", StepKind.PAIRED_REVIEW, "reviewer", null, 2, "decide"),
                        step("theirs", StepKind.ORGAN_OPINION, "officer", city, 4, "decide"),
                        step("decide", StepKind.DECISION, "decider", null, 1, "end"));
        var shares = LimitShares.of(power(1, joint), joint);
        assertThat(shares.several()).isTrue();
        assertThat(shares.shares())
                .extracting(s -> s.organ() + " " + s.n())
                .containsExactly("county 2", "city 4");
        assertThat(shares.total()).isEqualTo(6);
        assertThat(shares.beside()).extracting(Step::id).containsExactly("mine");
        var alone = situation("b", "online", 4, LimitUnit.WORKING_DAY, SHORT);
        assertThat(LimitShares.of(power(1, alone), alone).several()).isFalse();
    }
}
