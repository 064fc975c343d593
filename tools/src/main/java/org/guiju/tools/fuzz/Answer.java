package org.guiju.tools.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// 答复: what came back, or why nothing did.
///
/// @param status 0 where nothing came
/// @param headers by their names in lower case
/// @param fault empty, or what was wrong with the connection
record Answer(
        int status, Map<String, List<String>> headers, byte[] body, Duration took, String fault) {
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of("")).getFirst();
    }

    List<String> all(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    boolean html() {
        return header("content-type").startsWith("text/html");
    }
}
