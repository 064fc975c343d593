package org.guiju.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaSourceTest {

    private static final Pattern OFFENCE = Pattern.compile("now\\(");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// now()",
                "/// now()",
                "x(); // now()",
                "/* now() */",
                "/* \n now() \n */",
                "\"now()\"",
                "\"\\\"now()\"",
                "\"\"\"\n now()\n \"\"\"",
                "\"\"\"\n \\\"\"\" now()\n \"\"\"",
                "\"//\" + \"now()\""
            })
    void aCommentOrALiteralIsNotCode(String text) {
        assertThat(JavaSource.of("X", text).placesOf(OFFENCE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now()",
                "\"//\" + now()",
                "'\"' + now() + '\"'",
                "/* */ now()",
                "\"\\\\\" + now()",
                "'\\'' + now()"
            })
    void codeBesideACommentOrALiteralIsCode(String text) {
        assertThat(JavaSource.of("X", text).placesOf(OFFENCE)).hasSize(1);
    }

    @Test
    void aPlaceIsNamedByTheLineItHasInTheFile() {
        var source =
                JavaSource.of(
                        "X.java", "/* one\n two */\nvar t = \"\"\"\n  four\n  \"\"\";\n  now();\n");

        assertThat(source.placesOf(OFFENCE)).containsExactly("X.java:6: now();");
        assertThat(source.lines()).isEqualTo(6);
    }

    @Test
    void aFunctionIsAsLongAsItsLinesFromTheFirstAnnotationToTheBrace() throws IOException {
        var source =
                JavaSource.of(
                        "X.java",
                        """
                        interface X {
                            int none();

                            @Override
                            default int four() {
                                return switch (this) { case Y(_) -> 1; };
                            }

                            record Y(int i) implements X {
                                static int one() { return 1; }
                            }
                        }
                        """);

        assertThat(source.functionLines()).isEqualTo(Map.of("X.java#four", 4, "X.java#one", 1));
    }
}
