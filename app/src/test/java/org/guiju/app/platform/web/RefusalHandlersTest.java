package org.guiju.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Found by fuzzing: a handler that leaves the kind of its answer to what the asker would accept fails where he would accept none of it, and
/// the refusal becomes an error of the server.
class RefusalHandlersTest {
    private static final Pattern HANDLER =
            Pattern.compile(
                    "@ExceptionHandler[^;{]*?ResponseEntity<.*?\\n    }\\n", Pattern.DOTALL);

    @Test
    void everyHandlerOfAnApiSaysWhatKindOfAnswerItGives() throws IOException {
        var silent = new ArrayList<String>();
        int handlers = 0;
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var all = handlers(Files.readString(file));
                handlers += all.size();
                all.stream()
                        .filter(RefusalHandlersTest::silent)
                        .forEach(h -> silent.add(file.getFileName() + ": " + h));
            }
        }
        assertThat(handlers).isGreaterThan(8);
        assertThat(silent).isEmpty();
    }

    @Test
    void aSilentHandlerIsCaught() {
        var handler =
                "@ExceptionHandler\n    ResponseEntity<Object> no(X x) {\n        return ResponseEntity.badRequest().body(x);\n    }\n";
        assertThat(handlers(handler)).hasSize(1).allMatch(RefusalHandlersTest::silent);
    }

    private static List<String> handlers(String code) {
        return HANDLER.matcher(code).results().map(m -> m.group()).toList();
    }

    private static boolean silent(String handler) {
        return !handler.contains(".contentType(");
    }
}
