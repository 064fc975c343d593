package org.guiju.tools.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.guiju.formats.ledger.Receipt;
import org.guiju.formats.ledger.ReceiptHtml;
import org.guiju.formats.ledger.ReceiptQr;
import org.guiju.formats.ledger.VerdictJson;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.ledger.note.ProofVerdict;
import org.guiju.kernel.ledger.note.Split;
import org.guiju.kernel.ledger.note.TlogProof;
import org.guiju.kernel.ledger.tree.Base64Text;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 证明文件: tells by its first characters what kind of proof a file is, and checks it.
public final class ProofFile {
    /// 答复.
    ///
    /// @param words for a person, the first line the verdict
    public record Answer(boolean proved, List<String> words, ObjectNode json) {}

    private ProofFile() {}

    /// @param file a path, or the text of a code
    /// @param trusted what the reader chose
    /// @param own whether a receipt's own list is to be used instead
    public static Answer check(
            String file, Optional<LogPolicy> trusted, boolean own, @Nullable String entry)
            throws UnusableInput {
        if (file.matches("https?://.+#.*")) {
            return code(file, need(trusted));
        }
        if (DossierFile.looksLike(file)) {
            return DossierFile.check(file, trusted, own);
        }
        byte[] bytes = Input.bytes(file);
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (ReceiptHtml.looksLike(bytes)) {
            return receipt(ReceiptHtml.read(bytes), trusted, own);
        }
        if (text.startsWith("c2sp.org/tlog-proof@")) {
            return proof(bytes, need(trusted), entry);
        }
        if (text.contains("\n\nold ")) {
            return split(bytes, need(trusted));
        }
        return code(text, need(trusted));
    }

    static LogPolicy need(Optional<LogPolicy> trusted) throws UnusableInput {
        return trusted.orElseThrow(() ->
                new UnusableInput(
                        "请用 --policy 或 --key 指明信任谁的公钥。",
                        "Name whose keys you trust with --policy or --key."));
    }

    private static Answer receipt(Receipt receipt, Optional<LogPolicy> trusted, boolean own)
            throws UnusableInput {
        var policy =
                own
                        ? LogPolicy.parse(receipt.policy().getBytes(StandardCharsets.UTF_8))
                        : need(trusted);
        var checked = receipt.check(policy);
        var leaf = TreeHash.SHA_256.leaf(receipt.entry());
        var answer = answer(checked.verdict(), leaf, checked.fields(), true);
        if (own) {
            answer.words()
                    .add(
                            "  · 公钥取自回执本身，只说明它自相一致。 The keys are the receipt's own: it agrees with itself, no more.");
            answer.json().put("trust", "own");
        }
        return answer;
    }

    private static Answer proof(byte[] bytes, LogPolicy policy, @Nullable String entry)
            throws UnusableInput {
        var proof = TlogProof.parse(bytes);
        byte[] content;
        if (entry != null) {
            content = Input.bytes(entry);
        } else {
            content =
                    Base64Text.parse(
                            proof.extra()
                                    .orElseThrow(() ->
                                            new UnusableInput(
                                                    "证明里没有条目，请用 --entry 给出。",
                                                    "The proof does not carry its entry: give it with --entry.")),
                            "extra");
        }
        var receipt =
                new Receipt(content, List.of(), proof.toString(), "quorum none\n").check(policy);
        return answer(receipt.verdict(), TreeHash.SHA_256.leaf(content), receipt.fields(), true);
    }

    private static Answer code(String text, LogPolicy policy) {
        var code = ReceiptQr.parse(text);
        return answer(code.check(policy), code.leaf(), new TreeMap<>(), false);
    }

    private static Answer split(byte[] bytes, LogPolicy policy) {
        var split = Split.parse(bytes);
        boolean convicts = split.convicts(policy.logs().stream().map(LogPolicy.Log::key).toList());
        var json = JsonMapper.builder().build().createObjectNode();
        json.put("proved", convicts).put("split", true);
        var words =
                convicts
                        ? "已证明分叉：日志签署了两份不能同时为真的检查点。 Proved: the log signed two checkpoints that cannot both be true."
                        : "不能证明分叉。 This does not prove a split.";
        return new Answer(convicts, List.of(words), json);
    }

    private static Answer answer(
            ProofVerdict verdict, Hash leaf, SequencedMap<String, Value> fields, boolean content) {
        var words = new ArrayList<>(VerdictWords.of(verdict, content));
        if (verdict.proved()) {
            fields.forEach((name, value) -> words.add("    " + name + ": " + printable(value)));
        }
        return new Answer(verdict.proved(), words, VerdictJson.of(verdict, leaf, fields));
    }

    /// A hostile value must not move the cursor or hide a line.
    private static String printable(Value value) {
        var text =
                switch (value) {
                    case Value.Str(String s) -> s;
                    case Value.Int(long n) -> Long.toString(n);
                    case Value.Strs(var list) -> String.join(" | ", list);
                };
        return text.codePoints()
                .map(c ->
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                                ? ' '
                                : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
