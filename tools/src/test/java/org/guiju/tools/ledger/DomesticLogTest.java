package org.guiju.tools.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.guiju.formats.ledger.Sm2Signer;
import org.guiju.formats.ledger.Sm3Tree;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Source;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.TlogProof;
import org.guiju.kernel.ledger.tree.TileBatch;
import org.guiju.kernel.ledger.tree.TileSource;
import org.guiju.kernel.ledger.tree.TiledTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The second log, hashed with SM3 and signed with SM2, followed and verified with its own key.
class DomesticLogTest {
    private static final String ORIGIN = "ledger.example/330824/2026/sm3";
    private static final Sm3Tree SM3 = new Sm3Tree();
    private final Sm2Signer signer = signer();
    private final List<byte[]> entries = new ArrayList<>();

    @TempDir private Path folder;

    private static Sm2Signer signer() {
        var random = new SecureRandom();
        return Sm2Signer.read(Sm2Signer.create(ORIGIN, random), random);
    }

    @BeforeEach
    void threeHundredEntries() throws IOException {
        for (int n = 0; n < 300; n++) {
            byte[] id = new byte[16];
            id[0] = (byte) n;
            id[1] = (byte) (n >> 8);
            entries.add(
                    EventEntry.builder("note.written")
                            .at(Instant.parse("2026-03-02T01:00:00Z").plusSeconds(n))
                            .by("a:huSESca1ilCo")
                            .source(Source.OWN)
                            .command("c-" + n)
                            .begins(Base64.getUrlEncoder().withoutPadding().encodeToString(id))
                            .field("text", Value.of("第" + n + "条"))
                            .build()
                            .entry()
                            .bytes());
        }
        publish("log", entries);
    }

    private TileSource source(String name) {
        return tile -> {
            var file = folder.resolve(name).resolve(tile.path());
            try {
                return Files.exists(file)
                        ? Optional.of(Files.readAllBytes(file))
                        : Optional.empty();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
    }

    private void publish(String name, List<byte[]> all) throws IOException {
        var batch = TileBatch.of(SM3, _ -> Optional.empty(), 0, all);
        for (var file : batch.files().entrySet()) {
            var target = folder.resolve(name).resolve(file.getKey().path());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        var checkpoint = new Checkpoint(ORIGIN, all.size(), batch.root());
        Files.write(
                folder.resolve(name).resolve("checkpoint"),
                checkpoint.signed(List.of(signer.sign(checkpoint))).bytes());
    }

    private Ran monitor(String name, String key, String... more) {
        var arguments =
                new ArrayList<>(List.of("monitor", folder.resolve(name).toString(), "--key", key));
        arguments.addAll(List.of(more));
        return Ran.of(arguments.toArray(String[]::new));
    }

    @Test
    void itIsReadWholeAndHashedAgain() throws IOException {
        var key = signer.key().toString();
        var ran = monitor("log", key);
        assertThat(ran.out()).contains(ORIGIN + " 300: 300 条公开事件 events");
        assertThat(ran.status()).isZero();
        for (var path : List.of("tile/entries/000", "tile/0/001.p/44", "tile/1/000.p/1")) {
            var file = folder.resolve("log").resolve(path);
            byte[] good = Files.readAllBytes(file);
            byte[] bad = good.clone();
            bad[good.length / 2] ^= 1;
            Files.write(file, bad);
            var lied = monitor("log", key);
            assertThat(lied.status()).isEqualTo(1);
            assertThat(lied.out()).contains(path);
            Files.write(file, good);
        }
        assertThat(monitor("log", signer().key().toString()).out()).contains("[not-accepted]");
        // Hashed with SHA-256 under the same name it is not this log.
        assertThat(monitor("log", TestLog.LOG.key().toString()).status()).isEqualTo(1);
    }

    @Test
    void aForkSignedWithTheRealKeyIsHeldToWhatItToldBefore() throws IOException {
        var key = signer.key().toString();
        var memory = new String[] {"--state", folder.resolve("memory").toString()};
        publish("young", entries.subList(0, 150));
        assertThat(monitor("young", key, memory).status()).isZero();
        assertThat(monitor("log", key, memory).status()).isZero();
        assertThat(monitor("young", key, memory).out()).contains("[rolled-back]");
        var lies = new ArrayList<>(entries);
        java.util.Collections.swap(lies, 3, 4);
        publish("fork", lies);
        assertThat(monitor("fork", key, memory).out()).contains("[split] checkpoint");
    }

    @Test
    void aProofIsCheckedWithItsKeyAndNoOther() throws IOException {
        var checkpoint = new Checkpoint(ORIGIN, 300, TiledTree.of(source("log"), SM3, 300).root());
        var proof =
                new TlogProof(
                        Optional.of(Base64.getEncoder().encodeToString(entries.get(77))),
                        77,
                        TiledTree.of(source("log"), SM3, 300).inclusion(77, 300),
                        checkpoint.signed(List.of(signer.sign(checkpoint))));
        var file = Files.writeString(folder.resolve("p.tlog-proof"), proof.toString()).toString();
        var ran = Ran.of("verify", file, "--key", signer.key().toString());
        assertThat(ran.out()).contains("已证明", ORIGIN, "第 77 号", "gm-sm2-sm3/v1");
        assertThat(ran.status()).isZero();
        assertThat(Ran.of("verify", file, "--key", signer().key().toString()).out())
                .contains("[log-signature]");
        var entry = Files.write(folder.resolve("entry"), entries.get(78)).toString();
        assertThat(Ran.of("verify", file, "--key", signer.key().toString(), "--entry", entry).out())
                .contains("未获证明", "[inclusion]");
        var text = Files.readString(Path.of(file), StandardCharsets.UTF_8);
        var changed = text.replace("\n300\n", "\n299\n");
        Files.writeString(Path.of(file), changed);
        assertThat(Ran.of("verify", file, "--key", signer.key().toString()).status()).isEqualTo(1);
    }
}
