package org.guiju.formats.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.guiju.kernel.ledger.Disclosure;
import org.guiju.kernel.ledger.Disclosures;
import org.guiju.kernel.ledger.EntryReader;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.TlogProof;
import org.guiju.kernel.ledger.tree.Base64Text;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 回执文件: one static HTML file that carries a [Receipt] and the program that checks it, runs without a network, and can be
/// read without JavaScript. Its content security policy lets nothing run but this very program, and nothing leave.
public final class ReceiptHtml {
    /// 16 MB: more than any receipt, little enough to read at once.
    public static final int MAX_BYTES = 16 << 20;

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");
    private static final Pattern WORDS =
            Pattern.compile(
                    "^  \"([\\w.-]+)\": \\[\"([^\"]+)\", \"([^\"]+)\"],?$", Pattern.MULTILINE);
    private static final String FIELDS = resource("/META-INF/resources/js/guiju-fields.js");
    private static final Map<String, String> CALLED = called();
    private static final String SCRIPT =
            resource("/META-INF/resources/js/guiju-verify.js")
                    + FIELDS
                    + resource("/META-INF/resources/js/guiju-words.js")
                    + resource("receipt.js");
    private static final String STYLE = resource("receipt.css");
    private static final String PAGE = resource("receipt.html");

    private ReceiptHtml() {}

    /// @throws org.guiju.kernel.ledger.EntryException if entry and disclosures do not belong together
    public static String write(Receipt receipt) {
        var proof = TlogProof.parse(receipt.proof().getBytes(StandardCharsets.UTF_8));
        var entry = EntryReader.read(receipt.entry());
        var fields =
                Disclosures.open(
                        entry, receipt.disclosures().stream().map(Disclosure::parse).toList());
        Map<String, String> parts = new TreeMap<>();
        parts.put("script-hash", hash(SCRIPT));
        parts.put("style-hash", hash(STYLE));
        parts.put("script", SCRIPT);
        parts.put("style", STYLE);
        parts.put("origin", escaped(Checkpoint.of(proof.checkpoint()).origin()));
        parts.put("index", Long.toString(proof.index()));
        parts.put("rows", rows(fields));
        parts.put("policy", escaped(receipt.policy()));
        parts.put("entry", escaped(entry.toString()));
        parts.put("disclosures", escaped(String.join("\n", receipt.disclosures())));
        parts.put("proof", escaped(receipt.proof()));
        return PLACE.matcher(PAGE)
                .replaceAll(place ->
                        java.util.regex.Matcher.quoteReplacement(
                                Objects.requireNonNull(parts.get(place.group(1)))));
    }

    /// What [#write] put in, wherever the file has been since; nothing of it is checked here.
    ///
    /// @throws LogException if one of the four texts is missing or there twice
    public static Receipt read(byte[] html) {
        if (html.length > MAX_BYTES) {
            throw new LogException(LogFault.TOO_LARGE, "receipt, " + html.length + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(html)).toString();
        } catch (CharacterCodingException e) {
            throw new LogException(LogFault.NOT_UTF8, "receipt");
        }
        return new Receipt(
                part(text, "entry").getBytes(StandardCharsets.UTF_8),
                part(text, "disclosures").lines().filter(line -> !line.isEmpty()).toList(),
                part(text, "proof"),
                part(text, "policy"));
    }

    /// Whether the bytes look like such a file.
    public static boolean looksLike(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
        return head.stripLeading().startsWith("<");
    }

    private static String part(String html, String name) {
        var opening = "<pre id=\"guiju-" + name + "\">";
        int from = html.indexOf(opening);
        int to = html.indexOf("</pre>", Math.max(from, 0));
        if (from < 0 || to < 0 || html.indexOf(opening, from + 1) >= 0) {
            throw new LogException(LogFault.LINES, "receipt, one part " + name);
        }
        return html.substring(from + opening.length(), to)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static String rows(SequencedMap<String, Value> fields) {
        var rows = new StringBuilder();
        fields.forEach((name, value) ->
                rows.append("<tr><th scope=\"row\">")
                        .append(CALLED.getOrDefault(name, escaped(name)))
                        .append("</th><td>")
                        .append(value(name, text(value)))
                        .append("</td></tr>\n"));
        return rows.toString();
    }

    private static String value(String name, String text) {
        return name.equals("k") ? CALLED.getOrDefault(text, escaped(text)) : escaped(text);
    }

    /// Words of members and events in both languages, beside the name that the entry has: the same list that the receipt's own
    /// program shows them by.
    private static Map<String, String> called() {
        var all = new TreeMap<String, String>();
        WORDS.matcher(FIELDS)
                .results()
                .forEach(m ->
                        all.put(
                                m.group(1),
                                "%s <span lang=\"en\">%s</span> <code>%s</code>"
                                        .formatted(
                                                escaped(m.group(2)),
                                                escaped(m.group(3)),
                                                escaped(m.group(1)))));
        return all;
    }

    static String text(Value value) {
        return switch (value) {
            case Value.Str(String s) -> s;
            case Value.Int(long n) -> Long.toString(n);
            case Value.Strs(List<String> list) -> String.join("\n", list);
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String hash(String text) {
        return Base64Text.of(TreeHash.SHA_256.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String resource(String name) {
        try (var in = ReceiptHtml.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
