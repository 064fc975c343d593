package org.guiju.kernel.ledger.tree;

import java.util.Base64;

/// 标准 Base64: RFC 4648 §4 with padding, one text for one value. The JDK's decoder lets stray bits pass; a second spelling
/// of a hash or a signature would be a second proof of the same thing.
public final class Base64Text {
    private Base64Text() {}

    public static String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// @param place where the text stands, for the reader of an error
    /// @throws LogException with [LogFault#BASE64]
    public static byte[] parse(String text, String place) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new LogException(LogFault.BASE64, place);
        }
        if (!of(bytes).equals(text)) {
            throw new LogException(LogFault.BASE64, place);
        }
        return bytes;
    }
}
