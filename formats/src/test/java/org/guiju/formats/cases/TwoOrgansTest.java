package org.guiju.formats.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.powers.LicenceTerms.Act;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.Outcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// No Java names a power: every definition is walked by the same code.
class TwoOrgansTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 7);

    private static PowerDefinition read(String text, String name) {
        return switch (new DefinitionReader(CaseRule.ids()).read(text, name)) {
            case LoadResult.Loaded(var definition) -> definition;
            case LoadResult.Rejected(var problems) ->
                    throw new AssertionError(name + ": " + problems);
        };
    }

    private static PowerDefinition resource(String name) throws IOException {
        try (var in =
                TwoOrgansTest.class.getResourceAsStream("/org/guiju/formats/definition/" + name)) {
            return read(
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8),
                    name);
        }
    }

    /// A version that is no longer in force is walked on its last day.
    private static LocalDate inForce(PowerDefinition d) {
        return d.inForceOn(DAY) ? DAY : Objects.requireNonNullElse(d.until(), d.inForce());
    }

    @TestFactory
    Stream<DynamicTest> everySituationOfEveryDefinitionRunsFromApplicationToArchive()
            throws IOException {
        var all =
                Stream.concat(
                        ShippedDefinitions.texts().entrySet().stream()
                                .map(e -> read(e.getValue(), e.getKey())),
                        Stream.of(
                                resource("parallel-two-organs.yaml"), resource("two-levels.yaml")));
        return all.flatMap(d ->
                d.situations().stream()
                        // What the office begins itself has a course of its own: PenaltyCourseTest.
                        .filter(Situation::onApplication)
                        // What is done with a licence asks the register for it: LicencesApiTest.
                        .filter(s -> d.deed(s.id()).filter(x -> x.act() != Act.ISSUE).isEmpty())
                        .map(s ->
                                DynamicTest.dynamicTest(
                                        d.code() + " v" + d.version() + " " + s.id(),
                                        () -> {
                                            var walk = new Walk(d, s, inForce(d));
                                            walk.open();
                                            walk.toTheEnd();
                                            var closed = walk.state().closed();
                                            assertThat(closed)
                                                    .as("stages: %s", walk.stages)
                                                    .isNotNull();
                                            assertThat(Objects.requireNonNull(closed).outcome())
                                                    .isIn("granted", "made");
                                        })));
    }

    @Test
    void twoOrgansWorkAtOnceAndTheMeetingWaitsForBoth() throws IOException {
        var power = resource("parallel-two-organs.yaml");
        var walk = new Walk(power, power.situations().getFirst(), DAY);
        walk.open();
        walk.toTheEnd();
        assertThat(walk.stages)
                .anySatisfy(open -> assertThat(open).contains("culture-review", "road-survey"));
        assertThat(walk.stages)
                .noneSatisfy(open -> assertThat(open).contains("consult", "road-review"))
                .noneSatisfy(open -> assertThat(open).contains("consult", "city-opinion"))
                .noneSatisfy(open -> assertThat(open).contains("consult", "culture-review"));
    }

    @Test
    void theSecondOrganDoesNotActBeforeItsTurn() throws IOException {
        var power = resource("parallel-two-organs.yaml");
        var walk = new Walk(power, power.situations().getFirst(), DAY);
        walk.open();
        assertThat(walk.decideTooEarly("decide")).isInstanceOf(Outcome.Refused.class);
        assertThat(walk.state().open()).hasSize(1);
        assertThat(List.of(CaseRule.STEP_OPEN))
                .contains(
                        (CaseRule)
                                ((Outcome.Refused<?>) walk.decideTooEarly("decide"))
                                        .first()
                                        .code());
    }
}
