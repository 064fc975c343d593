package org.guiju.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/// 模糊测试轮次: each target in a virtual machine of its own, for as many seconds as `-Dguiju.fuzz.seconds=N` says; Jazzer can fuzz but one target in a
/// machine's life. First a target with a fault is fuzzed, and the fault must be found. Without the property nothing is fuzzed here: a build reads seeds alone.
class JazzerRoundTest {
    private static final Pattern DONE = Pattern.compile("stat::number_of_executed_units: *(\\d+)");
    private static final Pattern COVER = Pattern.compile("cov: (\\d+) ft: (\\d+)");
    private static final Pattern FOUND = Pattern.compile("FuzzTestFindingException: ([\\w.$]+)");
    private static final int START = 240;

    private record Round(int exit, String said) {
        String last(Pattern wanted, int group) {
            return wanted.matcher(said)
                    .results()
                    .map(m -> m.group(group))
                    .reduce((_, b) -> b)
                    .orElse("–");
        }
    }

    @TestFactory
    Stream<DynamicTest> aPlantedFaultIsFoundAndEveryTargetHolds() throws IOException {
        var seconds = Integer.getInteger("guiju.fuzz.seconds", 0);
        var only = Pattern.compile(System.getProperty("guiju.fuzz.targets", ".*"));
        var place = Files.createDirectories(Path.of("target", "jazzer").toAbsolutePath());
        if (seconds == 0) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("planted", () -> planted(place))),
                Targets.all().stream()
                        .filter(t -> only.matcher(name(t)).matches())
                        .map(t ->
                                DynamicTest.dynamicTest(name(t), () -> holds(t, seconds, place))));
    }

    private static void planted(Path place) throws Exception {
        var target = FaultyFuzzTest.class.getDeclaredMethod("faulty", byte[].class);
        var round = round(target, 60, place);
        assertThat(round.exit()).as(round.said()).isEqualTo(1);
        assertThat(round.said()).contains("IndexOutOfBounds");
    }

    private static String name(Method target) {
        return target.getDeclaringClass().getSimpleName() + "." + target.getName();
    }

    private static void holds(Method target, int seconds, Path place) throws Exception {
        var round = round(target, seconds, place);
        var row =
                "| `%s` | %s | %d | %s | %s | %s |%n"
                        .formatted(
                                name(target),
                                round.last(DONE, 1),
                                seconds,
                                round.last(COVER, 1),
                                round.last(COVER, 2),
                                round.exit() == 0 ? "0" : round.last(FOUND, 1));
        Files.writeString(
                place.resolve("rounds.md"),
                row,
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(round.exit()).as("%s in %s", round.last(FOUND, 1), place).isZero();
    }

    private static Round round(Method target, int seconds, Path place) throws Exception {
        var log = place.resolve(name(target) + ".log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx1g",
                        // A round is short: what the second compiler would win is less than what it
                        // costs.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-Djazzer.hooks=true",
                        // Jazzer takes ten seconds for each input; JUnit would take them for all
                        // together.
                        "-Djunit.jupiter.execution.timeout.mode=disabled",
                        "-Djazzer.max_duration=" + seconds + "s",
                        "-Djazzer.internal.arg.0=jazzer",
                        "-Djazzer.internal.arg.1=-print_final_stats=1",
                        "-Djazzer.instrument=org.guiju.**,org.dhatim.**,de.siegmar.**,org.snakeyaml.**,org.apache.pdfbox.**,org.apache.commons.compress.**"));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        JazzerRoundTest.class.getName(),
                        target.getDeclaringClass().getName(),
                        target.getName()));
        var builder =
                new ProcessBuilder(command)
                        .directory(place.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("JAZZER_FUZZ", "1");
        var process = builder.start();
        try {
            assertThat(process.waitFor(seconds + START, TimeUnit.SECONDS)).as("ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Round(process.exitValue(), Files.readString(log));
    }

    /// One target, in the machine that was started for it.
    public static void main(String... words) throws ReflectiveOperationException {
        var target = Class.forName(words[0]).getDeclaredMethod(words[1], byte[].class);
        var heard = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(target.getDeclaringClass(), target))
                                .build(),
                        heard);
        var summary = Objects.requireNonNull(heard.getSummary());
        summary.printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8), 30);
        System.exit(
                summary.getTotalFailureCount() == 0 && summary.getTestsFoundCount() > 0 ? 0 : 1);
    }
}
