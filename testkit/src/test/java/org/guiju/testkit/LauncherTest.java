package org.guiju.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    private static final String LAUNCHER = Tree.root().resolve("guiju").toString();

    @TempDir Path elsewhere;

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpNamesEveryWordAndBuildsNothing(String word) throws Exception {
        var run =
                Sh.run(elsewhere, Map.of("JAVA_HOME", "", "PATH", "/usr/bin:/bin"), LAUNCHER, word);

        assertThat(run.status()).isZero();
        assertThat(run.said())
                .contains("guiju demo", "guiju serve", "guiju test", "退出码")
                .doesNotContain("building");
    }

    @Test
    void aWordThatDoesNotExistIsUnusableInput() throws Exception {
        var run = Sh.run(elsewhere, Map.of(), LAUNCHER, "no-such-word");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.said()).contains("no-such-word", "没有这个命令", "guiju demo");
    }

    @Test
    void itFindsItsTreeThroughALinkWhosePathHasASpace() throws Exception {
        var folder = Files.createDirectories(elsewhere.resolve("a folder"));
        var link = Files.createSymbolicLink(folder.resolve("规矩"), Path.of(LAUNCHER));

        var run = Sh.run(elsewhere, Map.of(), link.toString(), "--help");
        Files.delete(link);

        assertThat(run.status()).isZero();
        assertThat(run).isEqualTo(Sh.run(elsewhere, Map.of(), LAUNCHER, "--help"));
    }
}
