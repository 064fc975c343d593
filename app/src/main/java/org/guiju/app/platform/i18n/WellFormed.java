package org.guiju.app.platform.i18n;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// 规范文本: text that can be stored and hashed: whole characters, and no control characters but tab and line ends.
public final class WellFormed {

    private WellFormed() {}

    public static boolean text(@Nullable String text) {
        return text == null || text.codePoints().allMatch(WellFormed::character);
    }

    /// A lone surrogate arrives here as a code point of its own.
    private static boolean character(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SURROGATE -> false;
            case Character.CONTROL -> codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
            default -> true;
        };
    }

    /// Whether a raw path or query is percent-encoded UTF-8 of well-formed text.
    public static boolean encoded(String raw) {
        var bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                // Raw bytes beyond ASCII come in as Latin-1; they stay the bytes they were.
                bytes.write(c);
                continue;
            }
            if (i + 2 >= raw.length()) {
                return false;
            }
            int high = Character.digit(raw.charAt(i + 1), 16);
            int low = Character.digit(raw.charAt(i + 2), 16);
            if (high < 0 || low < 0) {
                return false;
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        try {
            return text(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()))
                            .toString());
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
