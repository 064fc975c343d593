package org.guiju.tools.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.guiju.kernel.ledger.note.ProofVerdict;
import org.guiju.kernel.ledger.note.ProofVerdict.Missing;

/// 判定用语: what a verdict proves and what it does not, for a person. The browser's page says the same.
final class VerdictWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneId.of("Asia/Shanghai"));

    private static final Map<Missing, List<String>> MISSING =
            Map.of(
                    Missing.ENTRY_FORM,
                    List.of(
                            "条目的字节不符合规定格式，可能被改动。",
                            "The bytes of the entry are not of the required form; they may have been changed."),
                    Missing.DISCLOSURE,
                    List.of(
                            "所附披露项与条目中的摘要不符。",
                            "A disclosed field does not match its digest in the entry."),
                    Missing.UNKNOWN_LOG,
                    List.of("信任名单中没有这个日志。", "No log of this name is on the list of trusted keys."),
                    Missing.BAD_SIGNATURE,
                    List.of(
                            "有一个已知密钥的签名不成立：检查点被改动或伪造。",
                            "A signature by a known key does not hold: the checkpoint was changed or forged."),
                    Missing.LOG_SIGNATURE,
                    List.of("日志自己没有有效签名。", "The log itself has not validly signed."),
                    Missing.INCLUSION,
                    List.of(
                            "从该条目算不出已签署的根：条目或证明被改动，或条目不在日志中。",
                            "The entry does not lead to the signed root: entry or proof was changed, or it is not in the log."),
                    Missing.QUORUM,
                    List.of(
                            "见证人不足：尚不能排除日志对不同的人出示不同内容。",
                            "Not enough witnesses: the log may still be telling others another story."));

    private VerdictWords() {}

    /// @param content whether the entry itself was there, or only its hash
    static List<String> of(ProofVerdict verdict, boolean content) {
        var lines = new ArrayList<String>();
        if (!verdict.proved()) {
            lines.add("未获证明 Not proved");
            verdict.missing()
                    .forEach(missing -> {
                        var words = MISSING.getOrDefault(missing, List.of());
                        lines.add("  ✗ [" + missing.code() + "] " + String.join(" ", words));
                    });
            return lines;
        }
        var checkpoint = verdict.checkpoint();
        lines.add("已证明 Proved");
        lines.add(
                "  ✓ 条目在日志 %1$s 第 %2$d 号（从 0 起，共 %3$d 条）。 Entry %2$d (from 0, of %3$d) of the log %1$s."
                        .formatted(checkpoint.origin(), verdict.index(), checkpoint.size()));
        new TreeMap<>(verdict.witnessed())
                .forEach((name, time) ->
                        lines.add(
                                "  ✓ 见证人 %1$s 于 %2$s (UTC+8) 签署：最迟此时已经记下。 Witnessed by %1$s at this time: recorded by then."
                                        .formatted(name, time(time))));
        lines.add(
                "  · 不证明内容属实、合法，也不说明后来的变化。 Not proved: that it is true or lawful, nor what came later.");
        if (!content) {
            lines.add(
                    "  · 码中只有条目的哈希，纸面文字须另行核对。 The code holds only the entry's hash: check the words on the paper elsewhere.");
        }
        if (verdict.witnessed().isEmpty()) {
            lines.add(
                    "  · 没有见证人签署（待见证）：不能排除对他人另有一套。 No witness has signed: others may be shown another story.");
        }
        return lines;
    }

    static String time(Instant time) {
        return TIME.format(time);
    }
}
