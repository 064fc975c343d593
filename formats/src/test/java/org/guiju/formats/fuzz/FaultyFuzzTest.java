package org.guiju.formats.fuzz;

import java.nio.charset.StandardCharsets;

/// A reader with a fault behind a word that nobody would hit by chance: [JazzerRoundTest] has it found. In a build without fuzzing it reads nothing and
/// is content.
class FaultyFuzzTest {
    @Fuzzed({})
    void faulty(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.startsWith("limit:") && text.charAt(6) == '!') {
            throw new IllegalStateException(text);
        }
    }
}
