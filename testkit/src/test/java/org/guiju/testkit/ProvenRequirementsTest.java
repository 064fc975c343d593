package org.guiju.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ProvenRequirementsTest {

    @TempDir Path root;

    @Test
    void onlyWhatPassedInEveryRunIsProven() throws IOException {
        run(Played.class);

        assertThat(RequirementReport.read(root.resolve("target/requirements")))
                .containsExactlyInAnyOrder(
                        proof("A1", Level.PAGE, "passes"),
                        proof("A2", Level.PAGE, "passesForTwo"),
                        proof("A3", Level.API, "passesForTwo"),
                        proof("A5", Level.CLI, "passesForEach"),
                        proof("A9", Level.CLI, "makesPassing"));
    }

    @Test
    void aSecondRunAddsToTheFirst() throws IOException {
        run(Played.class);
        run(PlayedLater.class);

        assertThat(RequirementReport.read(root.resolve("target/requirements")))
                .hasSize(6)
                .contains(
                        new Proof(
                                "A20",
                                Level.CLI,
                                "ProvenRequirementsTest.PlayedLater.passes",
                                "none"));
    }

    @Test
    void everyModuleThatHasTheTestkitIsListenedTo() {
        assertThat(ServiceLoader.load(TestExecutionListener.class))
                .hasAtLeastOneElementOfType(ProvenRequirements.class);
    }

    private void run(Class<?> played) {
        var config =
                LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .addTestExecutionListeners(new ProvenRequirements(root))
                        .build();
        var request =
                LauncherDiscoveryRequestBuilder.request().selectors(selectClass(played)).build();
        LauncherFactory.create(config).execute(request);
    }

    private static Proof proof(String row, Level level, String method) {
        return new Proof(row, level, "ProvenRequirementsTest.Played." + method, "none");
    }

    /// Played by the launcher above and by nobody else: the build looks for tests in top-level classes.
    static class Played {

        @Test
        @Requirement(value = "A1", level = Level.PAGE, fault = "none")
        void passes() {}

        @Test
        @Requirement(value = "A2", level = Level.PAGE, fault = "none")
        @Requirement(value = "A3", level = Level.API, fault = "none")
        void passesForTwo() {}

        @Test
        @Requirement(value = "A4", level = Level.PAGE, fault = "none")
        void fails() {
            throw new AssertionError("as planned");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Requirement(value = "A5", level = Level.CLI, fault = "none")
        void passesForEach(int value) {
            assertThat(value).isPositive();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, -2})
        @Requirement(value = "A6", level = Level.CLI, fault = "none")
        void passesForOneOfTwo(int value) {
            assertThat(value).isPositive();
        }

        @Test
        @DisabledIf("always")
        @Requirement(value = "A7", level = Level.CLI, fault = "none")
        void isSkipped() {}

        @Test
        @Requirement(value = "A8", level = Level.CLI, fault = "none")
        void isAborted() {
            Assumptions.abort("as planned");
        }

        @TestFactory
        @Requirement(value = "A9", level = Level.CLI, fault = "none")
        Stream<DynamicTest> makesPassing() {
            return Stream.of(dynamicTest("one", () -> {}), dynamicTest("two", () -> {}));
        }

        @TestFactory
        @Requirement(value = "A10", level = Level.CLI, fault = "none")
        Stream<DynamicTest> makesOneThatFails() {
            return Stream.of(
                    dynamicTest("one", () -> {}), dynamicTest("two", () -> assertThat(1).isZero()));
        }

        @Test
        void provesNothing() {}

        static boolean always() {
            return true;
        }
    }

    static class PlayedLater {

        @Test
        @Requirement(value = "A20", level = Level.CLI, fault = "none")
        void passes() {}
    }
}
