package org.guiju.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When the launcher builds, and what it then becomes: seen in a tree whose Maven and Java write down how they were called.
class LauncherBuildsTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir Path scratch;

    private Path tree;
    private Path jdk;

    @BeforeEach
    void layOut() throws IOException {
        tree = Files.createDirectories(scratch.resolve("a tree"));
        jdk = scratch.resolve("a jdk");
        Files.createDirectories(tree.resolve(".mvn"));
        Files.copy(Tree.root().resolve("guiju"), tree.resolve("guiju"));
        Files.copy(Tree.root().resolve(".mvn/find-jdk.sh"), tree.resolve(".mvn/find-jdk.sh"));
        program(
                tree.resolve("mvnw"),
                "mkdir -p tools/target; echo \"maven: $*\" >>calls; [ ! -f broken ] || { echo '[ERROR] X.java:[1,2] no'; exit 1; }");
        program(jdk.resolve("bin/java"), "echo \"java: $*\"");
        program(jdk.resolve("bin/javac"), "");
        write(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
        write(jdk.resolve("conf/jaxp-strict.properties.template"), "");
        write(
                tree.resolve("tools/src/main/java/Draw.java"),
                "@Command(\n        name = \"draw\")\n");
        for (var module : List.of("kernel", "formats", "tools", "app")) {
            write(tree.resolve(module + "/pom.xml"), "");
            write(tree.resolve(module + "/src/main/X.java"), "");
        }
        write(tree.resolve("pom.xml"), "");
        try (var files = Files.walk(tree)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
            }
        }
    }

    @Test
    void aToolIsBuiltTheFirstTimeAndThenOnlyRun() throws Exception {
        assertThat(guiju("draw", "a b").said())
                .contains("building the tools", "org.guiju.tools.Guiju draw a b");
        assertThat(guiju("draw", "a b").said())
                .doesNotContain("building")
                .contains("org.guiju.tools.Guiju draw a b");
        assertThat(calls())
                .singleElement()
                .asString()
                .contains("-pl tools -am", "-Dmaven.test.skip=true", "package");
    }

    @Test
    void aSourceSavedSinceIsBuiltAgain() throws Exception {
        guiju("draw");
        write(tree.resolve("kernel/src/main/X.java"), "changed");
        guiju("draw");

        assertThat(calls()).hasSize(2);
    }

    @Test
    void aSourceChangedSinceIsBuiltAgainThoughItsTimeSaysNothing() throws Exception {
        guiju("draw");
        var source = tree.resolve("kernel/src/main/X.java");
        write(source, "changed");
        Files.setLastModifiedTime(source, FileTime.from(LONG_AGO));
        guiju("draw");

        assertThat(calls()).hasSize(2);
    }

    @Test
    void aCheckoutThatChangesNothingButTimesIsNotBuiltAgain() throws Exception {
        guiju("draw");
        Files.setLastModifiedTime(
                tree.resolve("kernel/src/main/X.java"),
                FileTime.from(Instant.now().plusSeconds(60)));
        guiju("draw");

        assertThat(calls()).hasSize(1);
    }

    @Test
    void aSourceTakenAwaySinceIsBuiltAgain() throws Exception {
        guiju("draw");
        Files.delete(tree.resolve("formats/src/main/X.java"));
        guiju("draw");

        assertThat(calls()).hasSize(2);
    }

    @Test
    void aSourceOfTheServerDoesNotConcernATool() throws Exception {
        guiju("draw");
        write(tree.resolve("app/src/main/X.java"), "changed");
        guiju("draw");

        assertThat(calls()).hasSize(1);
    }

    @Test
    void aBuildThatFailsSaysWhereAndIsTriedAgain() throws Exception {
        write(tree.resolve("broken"), "");

        var run = guiju("draw");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.said())
                .contains(
                        "[ERROR] X.java:[1,2] no",
                        tree.resolve("target/build-tools.log").toString(),
                        "构建失败")
                .doesNotContain("java: -D");
        Files.delete(tree.resolve("broken"));
        assertThat(guiju("draw").status()).isZero();
    }

    @Test
    void xmlFromOutsideMeetsTheStrictSetUpInEveryJvm() throws Exception {
        assertThat(guiju("draw").said())
                .contains(
                        "-Djava.xml.config.file="
                                + jdk.resolve("conf/jaxp-strict.properties.template"));
    }

    private Sh guiju(String... arguments) throws IOException, InterruptedException {
        var command = new String[arguments.length + 1];
        command[0] = tree.resolve("guiju").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return Sh.run(scratch, Map.of("JAVA_HOME", jdk.toString()), command);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(tree.resolve("calls"));
    }

    private static void program(Path file, String text) throws IOException {
        write(file, "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
