package org.guiju.tools;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.tools.ledger.DomesticProof;
import org.guiju.tools.ledger.ProofFile;
import org.guiju.tools.ledger.SealedPaper;
import org.guiju.tools.ledger.Trust;
import org.guiju.tools.ledger.UnusableInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// 核验: says what a receipt, a proof, a code on a paper, evidence of a split or the dossier of a case proves, without asking any server.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Check a receipt (HTML), a .tlog-proof, the code of a paper, a sealed paper (PDF), a .tlog-split, or the dossier of a case (ZIP or folder), offline.",
            "离线核验回执（HTML）、.tlog-proof 证明、纸面二维码内容、带签章的文书（PDF）、.tlog-split 分叉证据，或电子案卷（ZIP 或文件夹，四性检测）。"
        },
        footerHeading = "%n",
        footer = {
            "Name whom you trust: --policy or --key. A receipt or dossier names its issuer's choice as well; with --own-policy that is used,",
            "and then only the file's agreement with itself is checked. 须用 --policy 或 --key 指明信任谁；--own-policy 用回执或案卷自带名单。",
            "A .tlog-proof needs its entry: --entry FILE, or in its line extra. 证明须配条目：--entry，或放在 extra 行。",
            "",
            "Exit status 退出码: 0 proved 已证明, 1 not proved 未获证明, 2 unusable input 输入无法使用"
        })
public final class VerifyCommand implements Callable<Integer> {
    enum Format {
        text,
        json
    }

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "file, or the code's own text (https://…/v#…) 文件，或二维码内容本身")
    private List<String> files = List.of();

    @Mixin private Trust trust = new Trust();

    @Option(
            names = "--own-policy",
            description = "use the list the receipt itself carries 用回执自带的信任名单")
    private boolean ownPolicy;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description =
                    "certificate of a seal, or of who issued it (PEM, DER); may be given again 信任的印章证书或者其签发者证书")
    private List<String> certificates = List.of();

    @Option(
            names = "--entry",
            paramLabel = "FILE",
            description = "bytes of the entry of a .tlog-proof 条目原文")
    private @Nullable String entry;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "default 默认: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Override
    public Integer call() {
        var json = JsonMapper.builder().build();
        var answers = json.createArrayNode();
        int status = Guiju.FINE;
        for (String file : files) {
            ProofFile.Answer answer;
            try {
                answer = answer(file);
            } catch (UnusableInput | LogException e) {
                spec.commandLine().getErr().println(file + ": " + e.getMessage());
                answers.addObject()
                        .put("file", file)
                        .put("unusable", String.valueOf(e.getMessage()));
                status = Guiju.UNUSABLE;
                continue;
            }
            status = Math.max(status, answer.proved() ? Guiju.FINE : Guiju.FINDINGS);
            answers.add(answer.json().put("file", file));
            if (format == Format.text) {
                answer.words()
                        .forEach(line ->
                                spec.commandLine()
                                        .getOut()
                                        .println(
                                                line.startsWith(" ")
                                                        ? line
                                                        : abridged(file) + ": " + line));
            }
        }
        if (format == Format.json) {
            spec.commandLine()
                    .getOut()
                    .println(json.writerWithDefaultPrettyPrinter().writeValueAsString(answers));
        }
        spec.commandLine().getOut().flush();
        spec.commandLine().getErr().flush();
        return status;
    }

    private ProofFile.Answer answer(String file) throws UnusableInput {
        var sealed = SealedPaper.check(file, certificates, ownPolicy);
        if (sealed.isPresent()) {
            return sealed.get();
        }
        var domestic = DomesticProof.check(file, trust.domestic(), entry);
        return domestic.isPresent()
                ? domestic.get()
                : ProofFile.check(file, trust.read(), ownPolicy, entry);
    }

    private static String abridged(String file) {
        return file.getBytes(StandardCharsets.UTF_8).length > 120
                ? file.substring(0, 40) + "…"
                : file;
    }
}
