package org.guiju.app.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.app.ledger.application.Audit.Finding;
import org.guiju.app.ledger.application.Audit.What;
import org.guiju.app.ledger.store.FiledLog;
import org.guiju.app.ledger.store.FiledRegister;
import org.guiju.app.platform.web.Browser;
import org.guiju.formats.ledger.Sm2Key;
import org.guiju.formats.ledger.Sm3Tree;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.tree.LogCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The second log of the running server, which its tests have switched on.
class DomesticLogTest extends OnARealLog {
    @LocalServerPort int port;

    private byte[] fetch(String path) throws Exception {
        var answer = new Browser(port).bytes("/log/" + log.year() + "/sm3/" + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void whatIsServedLeadsToARootThatItsOwnKeySigned() throws Exception {
        var note = SignedNote.parse(fetch("checkpoint"));
        var checkpoint = Checkpoint.of(note);
        assertThat(checkpoint.origin()).isEqualTo(log.origin() + "/sm3");
        var page = new Browser(port).get("/log").body();
        var key = Sm2Key.parse(sealer.domestic().key(log).toString());
        assertThat(page).contains(log.origin() + "/sm3", "gm-sm2-sm3/v1");
        assertThat(note.check(List.of(key)).by(key)).isPresent();
        var result =
                LogCheck.whole(
                        new Sm3Tree(),
                        tile -> {
                            try {
                                return Optional.of(fetch(tile.path()));
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        checkpoint.size(),
                        checkpoint.root());
        assertThat(result.findings()).isEmpty();
        assertThat(fetch("tile/entries/000"))
                .isEqualTo(
                        new Browser(port).bytes("/log/" + log.year() + "/tile/entries/000").body());
        assertThat(new Browser(port).get("/log/1999/sm3/checkpoint").statusCode()).isEqualTo(404);
    }

    /// Written elsewhere from the same database, as the server writes it, and then lied about.
    @Test
    void whatIsAlteredInItIsNamed(@TempDir Path folder) throws Exception {
        var register = new FiledRegister(folder.resolve("register"));
        var second =
                new DomesticLogs(logs, register, folder.resolve("log"), folder.resolve("keys"));
        second.publish(List.of(log), log.first() + SIZE);
        assertThat(second.size(log.year())).isEqualTo(SIZE);
        var first = new FiledLog(sealer.directory(log.year()));
        assertThat(findings(second, first)).isEmpty();
        var files = folder.resolve("log").resolve(log.year() + "-sm3");
        var origin = log.origin() + "/sm3";
        for (var path : List.of("tile/entries/001.p/44", "tile/0/000", "tile/1/000.p/1")) {
            assertThat(with(files.resolve(path), second, first))
                    .as(path)
                    .anyMatch(f -> f.what() == What.FILES && f.place().contains(path));
        }
        assertThat(with(files.resolve("checkpoint"), second, first))
                .contains(new Finding(What.CHECKPOINT, origin));
        // Both of its entries and its leaves rewritten, and signed with its own key: it is not the
        // first log's any more.
        var other =
                new DomesticLogs(
                        logs,
                        new FiledRegister(folder.resolve("r2")),
                        folder.resolve("l2"),
                        folder.resolve("k2"));
        other.publish(
                List.of(new org.guiju.app.ledger.store.JdbcLogs.Log(log.year(), log.origin(), 1)),
                1 + SIZE);
        assertThat(findings(other, first))
                .anyMatch(f -> f.place().contains("LEAF_DIFFERS tile/entries/000"));
        // The key that is used again is the one that was made.
        var again = new DomesticLogs(logs, register, folder.resolve("log"), folder.resolve("keys"));
        assertThat(again.key(log)).hasToString(second.key(log).toString());
        again.publish(List.of(log), log.first() + SIZE + 1);
        assertThat(again.size(log.year())).isEqualTo(SIZE + 1);
        assertThat(findings(again, first)).isEmpty();
    }

    private List<Finding> findings(DomesticLogs second, FiledLog first) {
        var findings = new ArrayList<Finding>();
        second.audit(log, first, findings);
        return findings;
    }

    private List<Finding> with(Path file, DomesticLogs second, FiledLog first) throws Exception {
        byte[] good = Files.readAllBytes(file);
        byte[] bad = good.clone();
        bad[good.length / 2] ^= 1;
        Files.write(file, bad);
        try {
            return findings(second, first);
        } finally {
            Files.write(file, good);
        }
    }

    @Test
    void itsKeyIsReadableByItsOwnerAlone() throws Exception {
        var key =
                sealer.directory(log.year())
                        .resolveSibling("../keys/log-" + log.year() + ".sm2.key");
        assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
        assertThat(Files.readString(key, StandardCharsets.US_ASCII))
                .startsWith("SM2+" + log.origin());
    }
}
