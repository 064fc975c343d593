package org.guiju.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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
}
