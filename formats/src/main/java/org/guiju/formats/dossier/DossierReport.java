package org.guiju.formats.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.guiju.formats.dossier.DossierFinding.Check;
import org.guiju.kernel.ledger.note.ProofVerdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 四性检测报告.
///
/// @param facts what the volume says it is, in order: volume, number, organ, power, retention …
/// @param findings in the order of the checks
/// @param witnessed by whom and when the checkpoint was seen, as the reader's policy names them
public record DossierReport(
        SequencedMap<String, String> facts,
        List<DossierFinding> findings,
        int files,
        int entries,
        int documents,
        TreeMap<String, Long> witnessed) {
    public DossierReport {
        findings = List.copyOf(findings);
    }

    public boolean sound() {
        return findings.isEmpty();
    }

    public boolean passed(Check check) {
        return findings.stream().noneMatch(f -> f.kind().check() == check);
    }

    /// For a person; the first line the verdict, then each check, then each finding under it.
    public List<String> words() {
        var lines = new ArrayList<String>();
        lines.add(
                sound()
                        ? "四性检测全部通过。 All four checks passed."
                        : "四性检测未通过，%d 处问题。 The checks failed: %d findings."
                                .formatted(findings.size(), findings.size()));
        facts.forEach((name, value) -> lines.add("    " + name + ": " + value));
        lines.add(
                "    %d 个文件，%d 件文件材料，%d 条痕迹 · %d files, %d documents, %d entries"
                        .formatted(files, documents, entries, files, documents, entries));
        for (var check : Check.values()) {
            lines.add(
                    "  %s %s：%s %s"
                            .formatted(
                                    passed(check) ? "✓" : "✗",
                                    check.says().zh(),
                                    passed(check) ? "通过" : "未通过",
                                    String.valueOf(check.says().en()).toLowerCase(Locale.ROOT)
                                            + (passed(check) ? " passed" : " FAILED")));
            findings.stream()
                    .filter(f -> f.kind().check() == check)
                    .forEach(f ->
                            lines.add(
                                    "      · %s：%s（%s）%s"
                                            .formatted(
                                                    Names.printable(f.place()),
                                                    f.kind().says().zh(),
                                                    f.kind().says().en(),
                                                    f.detail().isEmpty()
                                                            ? ""
                                                            : " — "
                                                                    + Names.printable(
                                                                            f.detail()))));
        }
        return lines;
    }

    public ObjectNode json() {
        var out = JsonMapper.builder().build().createObjectNode();
        out.put("proved", sound()).put("dossier", true);
        var said = out.putObject("facts");
        facts.forEach(said::put);
        out.put("files", files).put("documents", documents).put("entries", entries);
        var checks = out.putObject("checks");
        for (var check : Check.values()) {
            checks.put(check.code(), passed(check) ? "passed" : "failed");
        }
        var all = out.putArray("findings");
        findings.forEach(f ->
                all.addObject()
                        .put("check", f.kind().check().code())
                        .put("kind", f.kind().code())
                        .put("place", f.place())
                        .put("detail", f.detail())
                        .put("zh", f.kind().says().zh())
                        .put("en", f.kind().says().en()));
        var seen = out.putObject("witnessed");
        witnessed.forEach((name, time) -> seen.put(name, Long.toString(time)));
        return out;
    }

    static void witnessed(ProofVerdict verdict, TreeMap<String, Long> into) {
        verdict.witnessed()
                .forEach((name, time) -> into.merge(name, time.getEpochSecond(), Math::max));
    }
}
