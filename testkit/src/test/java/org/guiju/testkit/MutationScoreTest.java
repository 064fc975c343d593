package org.guiju.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guiju.testkit.MutationScore.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationScoreTest {
    @TempDir private Path folder;

    private Path report(String name, String... mutants) throws IOException {
        var text = new StringBuilder("<mutations>");
        for (var mutant : mutants) {
            var said = mutant.split(" ");
            text.append(
                    """
                    <mutation detected='%s' status='%s'><mutatedClass>org.a.%s</mutatedClass><mutatedMethod>m</mutatedMethod>\
                    <methodDescription>()V</methodDescription><mutator>M</mutator><indexes><index>%s</index></indexes></mutation>
                    """
                            .formatted(
                                    said[2].matches("KILLED|TIMED_OUT"),
                                    said[2],
                                    said[0],
                                    said[1]));
        }
        return Files.writeString(folder.resolve(name), text.append("</mutations>"));
    }

    @Test
    void aMutantIsSeenIfTheTestsOfAnyModuleSeeIt() throws IOException {
        var one =
                report(
                        "one.xml",
                        "b.X 1 NO_COVERAGE",
                        "b.X 2 SURVIVED",
                        "b.X 3 KILLED",
                        "b.X 4 NO_COVERAGE",
                        "c.Y 1 TIMED_OUT");
        var other = report("other.xml", "b.X 1 KILLED", "b.X 2 NO_COVERAGE", "b.X 3 SURVIVED");
        assertThat(MutationScore.of(List.of(one, other)))
                .isEqualTo(MutationScore.of(List.of(other, one)))
                .containsEntry("org.a.b", new Score(2, 1, 1))
                .containsEntry("org.a.c", new Score(1, 0, 0))
                .hasSize(2);
    }

    @Test
    void whatIsNoReportIsSaid() throws IOException {
        var none = Files.writeString(folder.resolve("none.xml"), "nothing");
        assertThatThrownBy(() -> MutationScore.of(List.of(none)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.xml");
    }
}
