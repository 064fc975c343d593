package org.guiju.kernel.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;

/// 文本规则 that notes, proofs, policies and requests share.
final class NoteText {
    /// Room for 63 hashes and a hundred post-quantum signatures of 3.3 kB in Base64.
    static final int LONGEST = 1 << 19;

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    private NoteText() {}

    /// @throws LogException unless the bytes are UTF-8 without control characters other than the line feed
    static String of(byte[] bytes, String place) {
        if (bytes.length > LONGEST) {
            throw new LogException(LogFault.TOO_LARGE, place + ", " + bytes.length + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new LogException(LogFault.NOT_UTF8, place);
        }
        checkControl(text, "\n", place);
        return text;
    }

    static void checkControl(String text, String allowed, String place) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 && allowed.indexOf(c) < 0) {
                throw new LogException(
                        LogFault.CONTROL_CHARACTER, "%s, U+%04X".formatted(place, (int) c));
            }
        }
    }

    static long number(String text, String place) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new LogException(LogFault.NUMBER, place);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new LogException(LogFault.NUMBER, place);
        }
    }

    /// A key name: not empty, without Unicode spaces and plus signs.
    static String keyName(String name) {
        boolean spaced =
                name.codePoints()
                        .anyMatch(c ->
                                Character.isWhitespace(c)
                                        || Character.isSpaceChar(c)
                                        || c < 0x20
                                        || c == 0x85);
        if (name.isEmpty() || spaced || name.indexOf('+') >= 0) {
            throw new LogException(LogFault.KEY_NAME, "\"" + name + "\"");
        }
        return name;
    }
}
