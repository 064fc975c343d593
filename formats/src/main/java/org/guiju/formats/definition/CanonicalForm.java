package org.guiju.formats.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.TreeMap;
import org.guiju.formats.definition.YamlTree.Items;
import org.guiju.formats.definition.YamlTree.Keyed;
import org.guiju.formats.definition.YamlTree.Node;
import org.guiju.formats.definition.YamlTree.Word;

/// 规范形式: the text without comments, order of keys, quotes and line breaks, as JSON after RFC 8785 with strings only.
/// Two texts that say the same have the same digest; any other word makes another one. Words are compared in NFC and
/// without the blanks around them; a key without a value says nothing and is left out.
final class CanonicalForm {
    private CanonicalForm() {}

    /// SHA-256 of the canonical form in UTF-8, base64url without padding.
    static String digest(Node tree) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var bytes = sha.digest(json(tree).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String json(Node tree) {
        var out = new StringBuilder();
        write(tree, out);
        return out.toString();
    }

    private static void write(Node node, StringBuilder out) {
        switch (node) {
            case Word word -> string(word.nothing() ? "" : word.value(), out);
            case Items list -> {
                var comma = "[";
                for (var item : list.items()) {
                    out.append(comma);
                    write(item, out);
                    comma = ",";
                }
                out.append(list.items().isEmpty() ? "[]" : "]");
            }
            case Keyed map -> {
                var sorted = new TreeMap<String, Node>();
                map.entries().forEach((key, entry) -> sorted.put(normal(key), entry.value()));
                sorted.values().removeIf(value -> value instanceof Word word && word.nothing());
                var comma = "{";
                for (var entry : sorted.entrySet()) {
                    out.append(comma);
                    string(entry.getKey(), out);
                    out.append(':');
                    write(entry.getValue(), out);
                    comma = ",";
                }
                out.append(sorted.isEmpty() ? "{}" : "}");
            }
        }
    }

    private static String normal(String word) {
        return Normalizer.normalize(word.strip(), Normalizer.Form.NFC);
    }

    private static void string(String word, StringBuilder out) {
        out.append('"');
        normal(word).chars().forEach(c -> character((char) c, out));
        out.append('"');
    }

    private static void character(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x20) {
                    out.append("\\u%04x".formatted((int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
