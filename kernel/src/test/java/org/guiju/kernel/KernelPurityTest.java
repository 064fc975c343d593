package org.guiju.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guiju.testkit.JavaSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The kernel is a function: what it answers depends on what it is given and on nothing else.
class KernelPurityTest {

    private record Ban(Pattern what, String instead) {

        static Ban of(String regex, String instead) {
            return new Ban(Pattern.compile(regex), instead);
        }
    }

    private static final List<Ban> BANS =
            List.of(
                    Ban.of(
                            "\\b(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime|Year|YearMonth|MonthDay)"
                                    + "\\s*(\\.|::)\\s*now\\b|\\bSystem\\s*(\\.|::)\\s*(currentTimeMillis|nanoTime)\\b"
                                    + "|\\bjava\\.time\\.(Clock|InstantSource)\\b|\\bnew Date\\(\\)",
                            "take the time as a parameter; the shell asks the clock once a command"),
                    Ban.of(
                            "\\brandomUUID\\b|\\bMath\\s*(\\.|::)\\s*random\\b|\\bnew Random\\b|\\bSecureRandom\\b|\\bThreadLocalRandom\\b"
                                    + "|\\bRandomGenerator\\b|\\bSplittableRandom\\b|\\bshuffle\\(",
                            "take ids, salts and seeds as parameters; a draw takes its published entropy"),
                    Ban.of(
                            "\\bZoneId\\s*(\\.|::)\\s*systemDefault\\b|\\bTimeZone\\s*\\.\\s*getDefault\\b|\\bLocale\\s*\\.\\s*getDefault\\b",
                            "name the zone or the locale: the law's day ends in Asia/Shanghai on every machine"),
                    Ban.of(
                            "\\bjava\\.(io|nio\\.file|nio\\.channels|net|sql|util\\.logging)\\b|\\bSystem\\s*(\\.|::)\\s*(in|out|err)\\b",
                            "return a value; formats reads and writes, app stores"),
                    Ban.of(
                            "\\bSystem\\s*(\\.|::)\\s*(getenv|getProperty|exit)\\b|\\b(Integer|Long|Boolean)\\s*\\.\\s*get(Integer|Long|Boolean)\\b",
                            "take settings as dated values: what governs a decision must be on record"),
                    Ban.of(
                            "\\bnew Thread\\b|\\bExecutor|\\bThread\\s*\\.",
                            "decide in the caller's thread"),
                    Ban.of(
                            "^\\s*import\\s+module\\b|^\\s*import\\s++(static\\s++)?+(?!java\\.|javax\\.crypto\\.(Mac|spec\\.SecretKeySpec)\\b|org\\.jspecify\\.|org\\.guiju\\.kernel\\.)",
                            "the kernel needs the JDK's packages and JSpecify alone; a library belongs in formats or app"));

    /// Longer than the rest when this guard came. They may shrink, never grow; a name leaves the list when it is short.
    private static final Map<String, Integer> TOO_LONG =
            Map.of("org/guiju/kernel/cases/Evolution.java#apply", 46);

    private static final int FILE_LINES = 300;
    private static final int FUNCTION_LINES = 40;

    private static final Path MAIN = Path.of("src/main/java");

    @Test
    void theKernelAsksNoClockNoChanceAndNoMachine() throws IOException {
        assertThat(JavaSource.under(MAIN).stream().flatMap(KernelPurityTest::offences)).isEmpty();
    }

    @Test
    void theGuardReadsTheKernel() throws IOException {
        assertThat(JavaSource.under(MAIN))
                .extracting(JavaSource::name)
                .contains("org/guiju/kernel/shared/Outcome.java");
    }

    @Test
    void noFileAndNoFunctionGrowsBeyondWhatOnePersonReadsAtASitting() throws IOException {
        var wrong = new ArrayList<String>();
        for (var source : JavaSource.under(MAIN)) {
            length(source.name(), source.lines(), FILE_LINES).ifPresent(wrong::add);
            source.functionLines()
                    .forEach((name, lines) ->
                            length(name, lines, FUNCTION_LINES).ifPresent(wrong::add));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theLongOnesMayShrinkAndMustLeaveTheListWhenShort() {
        assertThat(length("short", 40, 40)).isEmpty();
        assertThat(length("short", 41, 40))
                .hasValue("short has 41 lines, 40 are allowed: split it");
        assertThat(length("org/guiju/kernel/cases/Evolution.java#apply", 46, 40)).isEmpty();
        assertThat(length("org/guiju/kernel/cases/Evolution.java#apply", 47, 40)).isPresent();
        assertThat(length("org/guiju/kernel/cases/Evolution.java#apply", 40, 40))
                .hasValueSatisfying(said -> assertThat(said).contains("take it off"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var t = Instant.now();",
                "var t = LocalDate.now(zone);",
                "var t = LocalDateTime.now();",
                "Supplier<Instant> t = Instant::now;",
                "var t = System.currentTimeMillis();",
                "var t = System.nanoTime();",
                "var id = UUID.randomUUID();",
                "var x = Math.random();",
                "var r = new Random(4);",
                "var r = ThreadLocalRandom.current();",
                "var z = ZoneId.systemDefault();",
                "var l = Locale.getDefault();",
                "import java.io.File;",
                "import java.nio.file.Path;",
                "import java.net.URI;",
                "import java.sql.Connection;",
                "import java.util.concurrent.ThreadLocalRandom;",
                "var f = new java.io.File(name);",
                "System.out.println(x);",
                "var e = System.getenv(name);",
                "import org.springframework.stereotype.Service;",
                "import static org.guiju.formats.Yaml.read;",
                "import java.time.Clock;",
                "import module java.base;",
                "Thread.startVirtualThread(r);"
            })
    void eachPlantedOffenderIsCaught(String line) {
        assertThat(offences(JavaSource.of("Planted.java", "package p;\n" + line)))
                .singleElement()
                .asString()
                .startsWith("Planted.java:2: ")
                .contains(" → ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.util.List;",
                "import static java.util.Comparator.comparing;",
                "import java.nio.charset.StandardCharsets;",
                "import javax.crypto.Mac;",
                "import org.jspecify.annotations.Nullable;",
                "import org.guiju.kernel.shared.Outcome;",
                "/// Never asks Instant.now() or java.io.",
                "var text = \"Instant.now()\";",
                "var due = limit.asOf(now);"
            })
    void whatIsAllowedPasses(String line) {
        assertThat(offences(JavaSource.of("Fine.java", line))).isEmpty();
    }

    private static Stream<String> offences(JavaSource source) {
        return BANS.stream()
                .flatMap(ban ->
                        source.placesOf(ban.what()).stream()
                                .map(place -> place + " → " + ban.instead()));
    }

    private static Optional<String> length(String name, int lines, int limit) {
        var allowed = TOO_LONG.getOrDefault(name, limit);
        if (lines > allowed) {
            return Optional.of(
                    "%s has %d lines, %d are allowed: split it".formatted(name, lines, allowed));
        }
        return allowed > limit && lines <= limit
                ? Optional.of(name + " is short now: take it off the list of the long ones")
                : Optional.empty();
    }
}
