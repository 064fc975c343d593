package org.guiju.kernel.powers.inventory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// 书写: how texts and codes are brought into the form in which they can be compared.
final class Writing {
    /// Control characters, the marks that turn the direction of a text or are not seen at all, halves of characters, and
    /// code points that mean nothing yet. Ideographs newer than this JDK stay: rare names and places need them.
    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cs}\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]"
                            + "|[\\p{Cn}&&[^\\x{20000}-\\x{2F7FF}\\x{30000}-\\x{3FFFD}]]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u3000]+");
    private static final Pattern EDGES =
            Pattern.compile("^[\\s\\u00A0\\u3000]+|[\\s\\u00A0\\u3000]+$");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−]");
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(\\.\\d+)?[Ee]\\+?\\d+");

    private Writing() {}

    /// A text without surrounding blanks, invisible characters each as one blank, composed (NFC) as the ledger wants it.
    static String text(String written) {
        var visible = INVISIBLE.matcher(written).replaceAll(" ");
        return strip(Normalizer.normalize(visible, Normalizer.Form.NFC));
    }

    /// Line breaks inside a cell are the commonest control characters; at the edges they are mere blanks.
    static boolean hasInvisible(String written) {
        return INVISIBLE.matcher(strip(written)).find();
    }

    /// The normal form of a code: NFKC, no blanks, capitals, every dash a hyphen. Idempotent.
    static String code(String written) {
        var folded = Normalizer.normalize(written, Normalizer.Form.NFKC);
        var joined = BLANKS.matcher(INVISIBLE.matcher(folded).replaceAll("")).replaceAll("");
        return DASHES.matcher(joined).replaceAll("-").toUpperCase(Locale.ROOT);
    }

    static boolean looksLikeFormula(String text) {
        return FORMULA.matcher(text).matches();
    }

    static boolean isScientific(String code) {
        return SCIENTIFIC.matcher(code).matches();
    }

    static String strip(String text) {
        return EDGES.matcher(text).replaceAll("");
    }
}
