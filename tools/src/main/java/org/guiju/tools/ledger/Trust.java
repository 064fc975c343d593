package org.guiju.tools.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guiju.formats.ledger.Sm2Key;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// 信任: whose keys count, as the reader says it: a policy file or single keys.
public final class Trust {
    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "whom to trust, as tlog-policy (log, witness, group, quorum) 信任名单文件")
    private @Nullable Path policy;

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description =
                    "a log's or witness's public key, name+id+base64; every witness named must have signed; or the SM2 key of a log's second tree 公钥，可重复；也可为国密日志的 SM2 公钥")
    private List<String> keys = List.of();

    /// 国密公钥 of a second log, if the reader named one.
    public Optional<Sm2Key> domestic() {
        return keys.stream().filter(Sm2Key::looksLike).map(Sm2Key::parse).findFirst();
    }

    /// Empty if the reader named nobody.
    ///
    /// @throws org.guiju.kernel.ledger.tree.LogException if a key or the policy cannot be read
    public Optional<LogPolicy> read() throws UnusableInput {
        if (policy != null) {
            return Optional.of(LogPolicy.parse(Input.bytes(policy.toString())));
        }
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        var witnesses = new StringBuilder();
        for (String vkey : keys) {
            if (Sm2Key.looksLike(vkey)) {
                continue;
            }
            boolean log = VerifierKey.parse(vkey).type() == SignatureType.ED25519;
            if (log) {
                text.append("log ").append(vkey).append('\n');
            } else {
                var name = " w" + witnesses.length();
                text.append("witness").append(name).append(' ').append(vkey).append('\n');
                witnesses.append(name);
            }
        }
        text.append(
                witnesses.isEmpty()
                        ? "quorum none\n"
                        : "group all-witnesses all" + witnesses + "\nquorum all-witnesses\n");
        return Optional.of(LogPolicy.parse(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
