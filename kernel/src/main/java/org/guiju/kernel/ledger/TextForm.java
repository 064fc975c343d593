package org.guiju.kernel.ledger;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// 文本形式: which characters an entry may hold, and how names look. One spelling per text, or one fact would have two
/// hashes and two facts could look alike.
final class TextForm {
    private static final Pattern NAME = Pattern.compile("[a-z_][A-Za-z0-9_.-]*");

    private TextForm() {}

    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new EntryException(EntryFault.MEMBER_NAME, "\"" + printable(name) + "\"");
        }
    }

    static void check(String text) {
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                // PostgreSQL cannot hold it in text, so a projection of a stored event would fail
                // for ever.
                throw new EntryException(EntryFault.CONTROL_CHARACTER, "U+0000, character " + i);
            }
            if (c >= 0x80) {
                ascii = false;
                int point = text.codePointAt(i);
                checkPoint(point, i);
                i += Character.charCount(point) - 1;
            }
        }
        if (!ascii && !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw new EntryException(
                    EntryFault.NOT_NFC, "text of " + text.length() + " characters");
        }
    }

    private static void checkPoint(int point, int index) {
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            throw new EntryException(EntryFault.LONE_SURROGATE, named(point, index));
        }
        if (Character.getType(point) == Character.UNASSIGNED && !futureIdeograph(point)) {
            // Unicode keeps NFC stable for assigned characters only: an unassigned one could stop
            // being NFC with the
            // next JDK, and bytes stored today would be refused. Noncharacters fall here too (RFC
            // 7493 §2.1).
            throw new EntryException(EntryFault.UNASSIGNED_CHARACTER, named(point, index));
        }
    }

    /// Rare names need ideographs newer than our JDK. They never decompose, so their NFC is safe before they are
    /// assigned; the compatibility ideographs from U+2F800 do decompose and are left out.
    private static boolean futureIdeograph(int point) {
        return (point >= 0x20000 && point < 0x2F800) || (point >= 0x30000 && point < 0x3FFFE);
    }

    private static String named(int point, int index) {
        return "U+%04X, character %d".formatted(point, index);
    }

    /// Only for a message: a name from outside must not bring line breaks or screen tricks into a log.
    private static String printable(String name) {
        String ascii = name.replaceAll("[^\\x21-\\x7e]", "?");
        return ascii.length() <= 64 ? ascii : ascii.substring(0, 64) + "…";
    }
}
