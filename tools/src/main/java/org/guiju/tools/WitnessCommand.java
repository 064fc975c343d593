package org.guiju.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.guiju.formats.ledger.NoteKeyFile;
import org.guiju.formats.ledger.WitnessBook;
import org.guiju.formats.ledger.WitnessServer;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.ledger.note.NoteSigner;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.tools.ledger.OfflineWitness;
import org.guiju.tools.ledger.Trust;
import org.guiju.tools.ledger.UnusableInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// 见证: signs checkpoints of known logs as long as each only grows (C2SP tlog-witness).
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        description = {
            "Witness logs: sign each new checkpoint that is consistent with the one signed before.",
            "见证日志：新检查点与上次签署的一致，才予签署。"
        },
        footerHeading = "%n",
        footer = {
            "A key first 先生成密钥:  guiju witness --new-key witness.example/archives --key-file w.key",
            "Then serve 再运行:       guiju witness --key-file w.key --key LOG-VKEY --state DIR --port 8090",
            "  POST /add-checkpoint; GET /<sha256 of origin>/checkpoint. 200, 400, 403, 404, 409, 422 as C2SP says.",
            "Offline 离线:            … --offline FILE [--out FILE]: a checkpoint, a request (old …), or a code's text (…#base64url)",
            "",
            "Exit status 退出码: 0 signed 已签署, 1 refused 拒签, 2 unusable input 输入无法使用"
        })
public final class WitnessCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--new-key",
            paramLabel = "NAME",
            description = "make a key of this name and print its public half 生成密钥")
    private @Nullable String newKey;

    @Option(names = "--ml-dsa", description = "with --new-key: ML-DSA-44 instead of Ed25519 抗量子签名")
    private boolean mlDsa;

    @Option(
            names = "--key-file",
            required = true,
            paramLabel = "FILE",
            description = "the witness's secret key 见证人私钥文件")
    private Path keyFile;

    @Mixin private Trust logs = new Trust();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "what was signed last, one folder a witness 状态文件夹")
    private @Nullable Path state;

    @Option(names = "--host", paramLabel = "HOST", description = "default 默认: ${DEFAULT-VALUE}")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "default 默认: ${DEFAULT-VALUE}")
    private int port = 8090;

    @Option(
            names = "--offline",
            paramLabel = "FILE",
            description = "sign what this file asks for, without a network 离线签署")
    private @Nullable String offline;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "where the signed checkpoint goes; default: standard output 输出文件")
    private @Nullable Path out;

    @Override
    public Integer call() {
        try {
            return newKey == null ? witness() : make(newKey);
        } catch (UnusableInput | LogException e) {
            say(String.valueOf(e.getMessage()));
        } catch (FileAlreadyExistsException e) {
            say(
                    keyFile
                            + " 已经存在，不覆盖密钥。 "
                            + keyFile
                            + " is there already: a key is never overwritten.");
        } catch (IOException e) {
            say(
                    "读写失败: "
                            + e.getMessage()
                            + " Reading or writing failed: check folder and permissions.");
        }
        return Guiju.UNUSABLE;
    }

    private int make(String name) throws IOException {
        var type = mlDsa ? SignatureType.ML_DSA_44 : SignatureType.ED25519_COSIGNATURE;
        var line = NoteKeyFile.create(name, type, new SecureRandom());
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(keyFile, owner);
        Files.writeString(
                keyFile, line, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
        print(NoteKeyFile.read(line).key() + "\n");
        return Guiju.FINE;
    }

    private int witness() throws IOException, UnusableInput {
        NoteSigner signer = NoteKeyFile.read(Files.readString(keyFile, StandardCharsets.UTF_8));
        if (signer.key().type() == SignatureType.ED25519) {
            return unusable("这是日志的密钥，不是见证人的。", "This is a log's key, not a witness's.");
        }
        var known = logs.read();
        var folder = state;
        if (folder == null || known.isEmpty()) {
            return unusable(
                    "请用 --state 指明状态文件夹，用 --key 或 --policy 指明日志公钥。",
                    "Name the folder with --state, and the logs with --key or --policy.");
        }
        var keys = known.get().logs().stream().map(LogPolicy.Log::key).toList();
        try (var book = WitnessBook.open(folder, () -> keys, signer, Clock.systemUTC())) {
            var file = offline;
            return file == null ? serve(book, signer) : sign(OfflineWitness.sign(book, file));
        } catch (WitnessBook.InUse e) {
            return unusable(
                    "另一个见证程序正在使用 " + folder + "。",
                    "Another witness is using " + folder + ": one folder, one witness.");
        }
    }

    private int sign(OfflineWitness.Outcome outcome) throws IOException {
        switch (outcome) {
            case OfflineWitness.Outcome.Refused(String zh, String en) -> {
                say(zh + " " + en);
                return Guiju.FINDINGS;
            }
            case OfflineWitness.Outcome.Signed(var note) -> {
                var target = out;
                if (target == null) {
                    print(note.toString());
                } else {
                    Files.write(target, note.bytes());
                }
                return Guiju.FINE;
            }
        }
    }

    /// Until the process is ended.
    private int serve(WitnessBook book, NoteSigner signer) throws IOException {
        try (var server = WitnessServer.start(book, host, port)) {
            print(
                    "见证 Witness "
                            + signer.key()
                            + "\nhttp://"
                            + host
                            + ":"
                            + server.port()
                            + "/add-checkpoint\n");
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Guiju.FINE;
    }

    private int unusable(String zh, String en) {
        say(zh + " " + en);
        return Guiju.UNUSABLE;
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
