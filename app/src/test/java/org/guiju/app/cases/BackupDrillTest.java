package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.guiju.app.backup.BackupManifest;
import org.guiju.app.backup.BackupRefused;
import org.guiju.app.backup.application.BackupCommand;
import org.guiju.app.backup.application.RestoreCommand;
import org.guiju.app.ledger.Seals;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Programs;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.tools.Guiju;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// 备份恢复演练: a county at work is backed up, goes on, is lost and put back elsewhere by the commands that operators have.
@RunningGuiju
@Timeout(900)
class BackupDrillTest extends OnTheApi {
    @Autowired Seals seals;

    @Value("${guiju.data}")
    Path source;

    @TempDir Path dir;

    /// What the county did: before the snapshot, while it was read, and after.
    private record Done(
            BackupCommand.Written backup, List<String> before, List<String> later, Path receipt) {}

    private Done workAndBackUp() throws Exception {
        var before = new ArrayList<>(List.of(api.received(), api.accepted(), api.reviewed()));
        var applied = api.apply("shenruoxi", api.power, Api.MATERIALS);
        var no = applied.path("no").asString();
        var citizen = follower(no, applied.path("queryCode").asString());
        var receipt = dir.resolve("receipt.html");
        Files.write(receipt, citizen.bytes("/track/" + no + "/receipts/0.html").body());
        var later = new ArrayList<String>();
        var backup =
                new BackupCommand(
                                source,
                                false,
                                part -> {
                                    // Acts go on between any two parts of it.
                                    switch (part) {
                                        case "log" -> before.add(api.accepted());
                                        case "public.command",
                                                "public.leaf",
                                                "projection.case_row" ->
                                                later.add(api.accepted());
                                        default -> {}
                                    }
                                })
                        .run(dir.resolve("county.zip"));
        assertThat(later).isNotEmpty();
        System.out.printf(
                "backup: %d rows, %d bytes%n", backup.manifest().rows(), Files.size(backup.file()));
        later.add(api.reviewed());
        seals.now();
        return new Done(backup, before, later, receipt);
    }

    @Test
    void aCountyPutBackHasEveryActUpToTheSnapshotAndNoneHalfAndDoesNotSignBehindItsOwnLog()
            throws Exception {
        var done = workAndBackUp();
        var file = done.backup().file();
        var data = dir.resolve("elsewhere");
        var register = "--guiju.ledger.register=" + source.resolve("register");
        var restored =
                ended(
                        "restore",
                        file.toString(),
                        "--data",
                        data.toString(),
                        "--keys",
                        source.resolve("keys").toString(),
                        "--guiju.ledger.sm=true",
                        register);
        // What was signed after it is known to the register, which lay on another volume.
        assertThat(restored.said())
                .contains("the backup is older than the signed log", "Look for a newer backup")
                .doesNotContain("DIFFER");
        assertThat(restored.status()).isEqualTo(1);
        assertThat(data.resolve("restore-unfinished")).doesNotExist();
        sameRows(done.backup().manifest(), data);
        assertThatThrownBy(() -> new RestoreCommand(data, null, p -> {}).run(file))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("already");

        servesAndSignsNothing(data, done, register);
    }

    @Test
    void whatIsCutOrAlteredAndWhatHasOtherKeysIsRefusedBeforeAnythingIsWritten() throws Exception {
        var file =
                new BackupCommand(source, false, part -> {}).run(dir.resolve("whole.zip")).file();
        refusesWhatIsNotWhole(file);
        refusesWithoutTheKeys(file);
    }

    private void refusesWhatIsNotWhole(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var cut = dir.resolve("cut.zip");
        for (int end : List.of(0, 100, bytes.length / 2, bytes.length - 1)) {
            Files.write(cut, java.util.Arrays.copyOf(bytes, end));
            refused(cut);
        }
        for (int at : List.of(bytes.length / 3, bytes.length / 2)) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(cut, changed);
            refused(cut);
        }
    }

    private void refused(Path file) {
        var nowhere = dir.resolve("nowhere");
        assertThatThrownBy(() -> new RestoreCommand(nowhere, null, p -> {}).run(file))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("请换用另一份备份")
                .hasMessageContaining("Take another backup");
        assertThat(nowhere).doesNotExist();
    }

    private void refusesWithoutTheKeys(Path file) throws IOException {
        var nowhere = dir.resolve("nowhere");
        assertThatThrownBy(() -> new RestoreCommand(nowhere, null, p -> {}).run(file))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining(".key")
                .hasMessageContaining("--keys");
        var elsewhere = dir.resolve("others");
        var others = Files.createDirectories(elsewhere.resolve("keys"));
        try (var keys = Files.list(source.resolve("keys"))) {
            for (var key : keys.filter(Files::isRegularFile).toList()) {
                Files.write(others.resolve(key.getFileName()), new byte[32]);
            }
        }
        assertThatThrownBy(() -> new RestoreCommand(elsewhere, null, p -> {}).run(file))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("is not the key that this backup was made with");
    }

    /// What was put back is what was taken, byte for byte; but for the moment until which
    /// supervision has looked.
    private void sameRows(BackupManifest was, Path data) throws Exception {
        var again = new BackupCommand(data, true, p -> {}).run(dir.resolve("again.zip"));
        assertThat(digests(again.manifest())).isEqualTo(digests(was));
        assertThat(again.manifest().sequences()).isEqualTo(was.sequences());
    }

    private static Map<String, String> digests(BackupManifest manifest) {
        return manifest.tables().stream()
                .filter(t -> !t.name().equals("public.supervision_clock"))
                .collect(
                        Collectors.toMap(
                                BackupManifest.Table::name, t -> t.rows() + " " + t.sha256()));
    }

    /// With the register that outlived the loss.
    private void servesAndSignsNothing(Path data, Done done, String register) throws Exception {
        try (var server =
                Serving.on(data, dir.resolve("serve.log"), "--guiju.ledger.sm=true", register)) {
            server.awaitHealth();
            var there = new Api(server.port());
            done.before().forEach(no -> assertThat(there.read(no)).as(no).isEqualTo(api.read(no)));
            done.later()
                    .forEach(no ->
                            assertThat(there.get("yanzhengqing", "/api/v1/cases/" + no).status())
                                    .as(no)
                                    .isEqualTo(404));
            assertThat(there.received()).isNotBlank();
            var browser = new Browser(server.port());
            server.await(() -> browser.get("/").body().contains("数据库比已签署的日志旧"));
            var policy = Files.write(dir.resolve("policy"), browser.bytes("/log/policy").body());
            assertThat(
                            Guiju.commandLine()
                                    .execute(
                                            "verify",
                                            "--policy",
                                            policy.toString(),
                                            done.receipt().toString()))
                    .isZero();
        }
    }

    private record Ended(int status, String said) {}

    private Ended ended(String... words) throws Exception {
        var log = dir.resolve(words[0] + ".log");
        var builder =
                new ProcessBuilder(Programs.guiju(words))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        var process = builder.start();
        assertThat(process.waitFor(600, TimeUnit.SECONDS)).as("it ends").isTrue();
        return new Ended(process.exitValue(), Files.readString(log));
    }

    /// The server as a program of its own.
    private record Serving(Process process, Path log, int port) implements AutoCloseable {
        static Serving on(Path data, Path log, String... properties) throws IOException {
            int port;
            try (var free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            var words =
                    new ArrayList<>(
                            List.of(
                                    "serve",
                                    "--port",
                                    Integer.toString(port),
                                    "--data",
                                    data.toString()));
            words.addAll(List.of(properties));
            var process =
                    new ProcessBuilder(Programs.guiju(words.toArray(String[]::new)))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            return new Serving(process, log, port);
        }

        void awaitHealth() throws Exception {
            var browser = new Browser(port);
            await(() -> browser.get("/health").statusCode() == 200);
        }

        @FunctionalInterface
        interface Fact {
            boolean holds() throws Exception;
        }

        void await(Fact fact) throws Exception {
            while (true) {
                assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
                try {
                    if (fact.holds()) {
                        return;
                    }
                } catch (IOException _) {
                    // not listening yet
                }
                LockSupport.parkNanos(50_000_000);
            }
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().completeOnTimeout(process, 60, TimeUnit.SECONDS).join();
            process.destroyForcibly();
        }
    }
}
