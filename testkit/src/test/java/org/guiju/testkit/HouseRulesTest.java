package org.guiju.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What holds in every module, kernel or not.
class HouseRulesTest {

    private static final Pattern TEST =
            Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory|ArchTest)\\b");
    private static final Pattern LEFT_OUT =
            Pattern.compile("@Disabled\\b|\\bThread\\s*\\.\\s*sleep\\b");
    private static final Pattern LEFT_FOR_LATER =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Pattern INTENT =
            Pattern.compile("(?s)^(/// \\S.*?|/\\*\\*.*?\\*/\\s*)@NullMarked\\s+package .*");

    @Test
    void everyPackageSaysWhatItIsForAndMarksNulls() throws IOException {
        var wrong = new TreeSet<String>();
        for (var module : modules()) {
            var sources = JavaSource.under(module.resolve("src/main/java"));
            var named =
                    sources.stream().filter(s -> s.name().endsWith("package-info.java")).toList();
            named.stream()
                    .filter(s -> !saysItsIntent(s))
                    .forEach(s -> wrong.add(s.name() + " lacks a first line or @NullMarked"));
            var described = named.stream().map(HouseRulesTest::packageOf).toList();
            sources.stream()
                    .map(HouseRulesTest::packageOf)
                    .filter(p -> !described.contains(p))
                    .forEach(p -> wrong.add(p + " has no package-info.java"));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTestIsInAClassThatTheBuildRuns() throws IOException {
        assertThat(everyTestSource().filter(HouseRulesTest::isNeverRun).map(JavaSource::name))
                .isEmpty();
    }

    @Test
    void noTestIsSwitchedOffOrWaitsForTheClock() throws IOException {
        assertThat(everyTestSource().flatMap(s -> s.placesOf(LEFT_OUT).stream())).isEmpty();
    }

    @Test
    void nothingIsLeftForLaterInTheCode() throws IOException {
        var places = new ArrayList<String>();
        for (var module : modules()) {
            for (var source : JavaSource.under(module.resolve("src"))) {
                source.text()
                        .lines()
                        .filter(l -> LEFT_FOR_LATER.matcher(l).find())
                        .forEach(l -> places.add(source.name() + ": " + l));
            }
        }
        assertThat(places).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"XTest.java, false", "a/XTests.java, false", "XCheck.java, true", "a/T.java, true"})
    void aTestInAClassOfAnotherNameWouldNeverRun(String name, boolean caught) {
        assertThat(isNeverRun(JavaSource.of(name, "class X {\n @Test void x() {}\n}")))
                .isEqualTo(caught);
    }

    @Test
    void eachPlantedOffenderIsCaught() {
        assertThat(JavaSource.of("X", "@Disabled void x() {}").placesOf(LEFT_OUT)).hasSize(1);
        assertThat(JavaSource.of("X", "Thread.sleep(1);").placesOf(LEFT_OUT)).hasSize(1);
        assertThat(LEFT_FOR_LATER.matcher("// TO" + "DO later").find()).isTrue();
        assertThat(saysItsIntent(JavaSource.of("package-info.java", "@NullMarked\npackage p;")))
                .isFalse();
        assertThat(saysItsIntent(JavaSource.of("package-info.java", "/// What for.\npackage p;")))
                .isFalse();
        assertThat(
                        saysItsIntent(
                                JavaSource.of(
                                        "package-info.java",
                                        "/// What for.\n@NullMarked\npackage p;")))
                .isTrue();
    }

    private static boolean isNeverRun(JavaSource source) {
        return !source.name().matches(".*(Test|Tests)\\.java") && !source.placesOf(TEST).isEmpty();
    }

    private static boolean saysItsIntent(JavaSource source) {
        return INTENT.matcher(source.text()).matches();
    }

    private static String packageOf(JavaSource source) {
        return String.valueOf(Path.of(source.name()).getParent());
    }

    private static Stream<JavaSource> everyTestSource() throws IOException {
        var sources = new ArrayList<JavaSource>();
        for (var module : modules()) {
            sources.addAll(JavaSource.under(module.resolve("src/test/java")));
        }
        return sources.stream();
    }

    private static List<Path> modules() throws IOException {
        try (var folders = Files.list(Tree.root())) {
            return folders.filter(f -> Files.exists(f.resolve("pom.xml"))).sorted().toList();
        }
    }
}
