package org.guiju.app.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WellFormedTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "网吧", "😀", "a\tb\r\nc", "\uFFFD", "\u200D", "\uE000"})
    void ordinaryTextIsWellFormed(String text) {
        assertThat(WellFormed.text(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "a\u0001",
                "\u001f",
                "\u007f",
                "\u0085",
                "\ud83d",
                "a\ude00b",
                "\ude00\ud83d"
            })
    void nulControlsAndHalfCharactersAreNot(String text) {
        assertThat(WellFormed.text(text)).isFalse();
    }

    @Test
    void whateverIsWellFormedIsWellFormedEncoded() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(6); j >= 0; j--) {
                int codePoint = random.nextInt(Character.MAX_CODE_POINT + 1);
                // The encoder would write ? for half a character.
                text.appendCodePoint(
                        Character.getType(codePoint) == Character.SURROGATE ? 'x' : codePoint);
            }
            var encoded = URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
            assertThat(WellFormed.encoded(encoded))
                    .as("seed %d: %s", seed, encoded)
                    .isEqualTo(WellFormed.text(text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%4",
                "a%zz",
                "%C0%80",
                "%ED%A0%80",
                "%FF",
                "%F4%90%80%80",
                "%E7%BD",
                "%00"
            })
    void brokenEncodingIsNot(String raw) {
        assertThat(WellFormed.encoded(raw)).isFalse();
    }
}
