package org.guiju.kernel.experts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// 冻结名单的规范文本: what is committed to before the figures are known, and what anybody hashes afterwards.
public final class FrozenList {
    private FrozenList() {}

    /// A CSV that `guiju draw --names` reads as it is: the salt stands in a heading that it passes over.
    public static String text(String salt, List<DrawEvent.Listed> list) {
        var text = new StringBuilder("number,outside,salt-").append(salt).append('\n');
        list.forEach(l ->
                text.append(l.number())
                        .append(',')
                        .append(l.outside() ? "yes" : "no")
                        .append(",\n"));
        return text.toString();
    }

    /// SHA-256 of the text, hexadecimal.
    public static String digest(String salt, List<DrawEvent.Listed> list) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text(salt, list).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
