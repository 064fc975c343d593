package org.guiju.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Confirms docs/decisions/0002-maven-in-the-tree.md.
class MavenInTheTreeTest {

    @TempDir Path scratch;

    @Test
    void theArchiveIsTheOneThatItsSha512Names() throws IOException, NoSuchAlgorithmException {
        var archive = archive(Tree.root());
        var said = Files.readString(Path.of(archive + ".sha512"));

        var digest = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive));

        assertThat(said)
                .isEqualTo(HexFormat.of().formatHex(digest) + "  " + archive.getFileName() + "\n");
    }

    @Test
    void aTreeWhosePathHasASpaceUnpacksOnceAndRuns() throws Exception {
        var tree = copy();
        var cache = Map.of("XDG_CACHE_HOME", scratch.resolve("a cache").toString());

        var first = Sh.run(scratch, cache, tree.resolve("mvnw").toString(), "-v");
        var second = Sh.run(scratch, cache, tree.resolve("mvnw").toString(), "-v");

        assertThat(first.said()).contains("Apache Maven ", "Java version: ");
        assertThat(second).isEqualTo(first);
        try (var unpacked = Files.list(scratch.resolve("a cache/guiju"))) {
            assertThat(unpacked).singleElement().asString().contains("maven-");
        }
    }

    @Test
    void anArchiveWithOneByteChangedIsRefusedBeforeItIsUnpacked() throws Exception {
        var tree = copy();
        try (var archive = new RandomAccessFile(archive(tree).toFile(), "rw")) {
            archive.seek(4096);
            var before = archive.read();
            archive.seek(4096);
            archive.write(before ^ 1);
        }
        var cache = Map.of("XDG_CACHE_HOME", scratch.resolve("cache").toString());

        var run = Sh.run(scratch, cache, tree.resolve("mvnw").toString(), "-v");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.said()).contains("is not what its .sha512 file says", "请重新检出");
        assertThat(scratch.resolve("cache/guiju")).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "25.0.3, true",
        "26-ea, true",
        "24.0.2, false",
        "17.0.15, false",
        "1.8.0_452, false"
    })
    void aJdkOfRelease25OrNewerServes(String version, boolean serves) throws Exception {
        var home = jdk(version);

        var run = find("jdk_serves '" + home + "' && echo serves || echo too old");

        assertThat(run.said().strip()).isEqualTo(serves ? "serves" : "too old");
    }

    @Test
    void javaHomeComesFirstIfItIsNewEnough() throws Exception {
        var home = jdk("99");

        assertThat(find("JAVA_HOME='" + home + "'; find_jdk; echo $JAVA_HOME").said().strip())
                .isEqualTo(home.toString());
    }

    @Test
    void aRuntimeWithoutACompilerDoesNotServe() throws Exception {
        var home = jdk("25");
        Files.delete(home.resolve("bin/javac"));

        assertThat(find("jdk_serves '" + home + "' || echo no").said().strip()).isEqualTo("no");
    }

    @Test
    void withoutAJdkTheMessageSaysWhatToDoInBothLanguages() throws Exception {
        var run = find("GUIJU_JDK=999; find_jdk");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said()).contains("needs a JDK of release 999", "JAVA_HOME=", "需要 JDK 999");
    }

    private Sh find(String then) throws Exception {
        return Sh.run(Tree.root(), Map.of(), "sh", "-c", ". ./.mvn/find-jdk.sh; " + then);
    }

    private Path jdk(String version) throws IOException {
        var home = Files.createDirectories(scratch.resolve("a jdk " + version));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(
                home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (var program : new String[] {"java", "javac"}) {
            assertThat(
                            Files.createFile(home.resolve("bin/" + program))
                                    .toFile()
                                    .setExecutable(true))
                    .isTrue();
        }
        return home;
    }

    private Path copy() throws IOException {
        var tree = Files.createDirectories(scratch.resolve("a tree"));
        Files.createDirectories(tree.resolve(".mvn/dist"));
        var archive = archive(Tree.root());
        Files.copy(Tree.root().resolve("mvnw"), tree.resolve("mvnw"));
        Files.copy(Tree.root().resolve(".mvn/find-jdk.sh"), tree.resolve(".mvn/find-jdk.sh"));
        Files.copy(archive, tree.resolve(".mvn/dist").resolve(archive.getFileName()));
        Files.copy(
                Path.of(archive + ".sha512"),
                tree.resolve(".mvn/dist/" + archive.getFileName() + ".sha512"));
        return tree;
    }

    private static Path archive(Path tree) throws IOException {
        try (var files = Files.newDirectoryStream(tree.resolve(".mvn/dist"), "*.tar.gz")) {
            return files.iterator().next();
        }
    }
}
