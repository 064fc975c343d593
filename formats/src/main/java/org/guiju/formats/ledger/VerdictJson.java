package org.guiju.formats.ledger;

import java.util.Base64;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.ProofVerdict;
import org.guiju.kernel.ledger.tree.Hash;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 判定的 JSON 形式: letter by letter what the browser's verifier answers, so that the two can be held against each other.
public final class VerdictJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private VerdictJson() {}

    public static ObjectNode of(
            ProofVerdict verdict, Hash leaf, SequencedMap<String, Value> fields) {
        var out = JSON.createObjectNode();
        out.put("proved", verdict.proved());
        var missing = out.putArray("missing");
        verdict.missing().forEach(m -> missing.add(m.code()));
        out.put("origin", verdict.checkpoint().origin());
        out.put("size", Long.toString(verdict.checkpoint().size()));
        out.put("index", Long.toString(verdict.index()));
        out.put("leaf", Base64.getUrlEncoder().withoutPadding().encodeToString(leaf.bytes()));
        var witnessed = out.putObject("witnessed");
        new TreeMap<>(verdict.witnessed())
                .forEach((name, time) -> witnessed.put(name, Long.toString(time.getEpochSecond())));
        var shown = out.putObject("fields");
        fields.forEach((name, value) -> {
            switch (value) {
                case Value.Str(String s) -> shown.put(name, s);
                case Value.Int(long n) -> shown.put(name, n);
                case Value.Strs(var list) -> {
                    var array = shown.putArray(name);
                    list.forEach(array::add);
                }
            }
        });
        return out;
    }
}
