package org.guiju.app.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.guiju.app.ledger.Witness;
import org.guiju.app.ledger.store.FiledLog;
import org.guiju.app.ledger.store.FiledMarks;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.formats.ledger.NoteKeyFile;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.Cosignature;
import org.guiju.kernel.ledger.note.NoteSigner;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.note.SignedNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Witnesses that stay away for four hours are an alarm, and it ends by itself.
class WitnessWatchTest extends OnARealLog {
    private static final Instant MORNING = Instant.parse("2026-11-22T02:00:00Z");
    private static final Duration BOUND = Duration.ofHours(4);

    private static final NoteSigner MY_KEY = key("mine.example");

    /// Whose signature the test gives, and two whom nobody can reach.
    private static final Witness MINE = unreachable(MY_KEY);

    private static final Witness AWAY = unreachable(key("away.example"));
    private static final Witness AWAY_TOO = unreachable(key("away-too.example"));

    private static NoteSigner key(String name) {
        return NoteKeyFile.read(
                NoteKeyFile.create(name, SignatureType.ED25519_COSIGNATURE, new SecureRandom()));
    }

    private static Witness unreachable(NoteSigner signer) {
        return new Witness("http://127.0.0.1:9", signer.key().toString());
    }

    @LocalServerPort int port;

    @Autowired WitnessWatch ofTheServer;

    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);

    private WitnessWatch watch(Path folder, Witness second) {
        var settings =
                new LedgerSettings(
                        "guiju.invalid",
                        null,
                        BOUND,
                        List.of(AWAY, second),
                        BOUND,
                        false,
                        BOUND,
                        1,
                        BOUND);
        return new WitnessWatch(
                logs,
                sealer,
                new SettledWitnesses(settings),
                settings,
                now::get,
                events,
                transaction,
                new FiledMarks(folder));
    }

    private long recorded() {
        return events.length(WitnessWatch.STREAM);
    }

    @Test
    void fourHoursWithoutEnoughWitnessesAreAnAlarmThatEndsByItself(@TempDir Path folder)
            throws Exception {
        long before = recorded();
        watch(folder, AWAY_TOO).look();
        now.set(MORNING.plus(BOUND).minusMillis(1));
        // Another start of the server: what was remembered counts.
        var watch = watch(folder, AWAY_TOO);
        watch.look();
        assertThat(recorded()).isEqualTo(before);
        assertThat(watch.standing()).isEmpty();
        now.set(MORNING.plus(BOUND));
        watch.look();
        watch.look();
        assertThat(recorded()).isEqualTo(before + 1);
        assertThat(watch.standing().orElseThrow().since()).isEqualTo(MORNING);
        shownToEverybody();
        now.set(MORNING.plus(BOUND).plusSeconds(60));
        var again = watch(folder, MINE);
        sealer.still(() -> {
            var newest = logs.all().getLast();
            var files = new FiledLog(sealer.directory(newest.year()));
            var note = files.published().orElseThrow();
            files.publish(
                    note.with(List.of(Cosignature.of(Checkpoint.of(note), MY_KEY, now.get()))));
            again.look();
            again.look();
            files.publish(note);
            return true;
        });
        assertThat(recorded()).isEqualTo(before + 2);
        assertThat(again.standing()).isEmpty();
        assertThat(again.alarms().getFirst().ended()).contains(now.get());
        ofTheServer.look();
        assertThat(recorded()).isEqualTo(before + 2);
        assertThat(Clerk.signedIn(port, "yanzhengqing").get("/supervision/ledger").body())
                .contains("待见证告警", "2026-11-22 14:00", "2026-11-22 14:01")
                .doesNotContain("未解除");
    }

    /// On every page, on the boards of those who supervise; and papers go out.
    private void shownToEverybody() throws Exception {
        ofTheServer.showOnly();
        var clerk = Clerk.signedIn(port, "yanzhengqing");
        assertThat(clerk.get("/supervision").body())
                .contains("监察发现：公开日志待见证", "2026-11-22 10:00", "2026-11-22 14:00");
        assertThat(clerk.get("/supervision/ledger").body()).contains("未解除");
        assertThat(new Browser(port).get("/").body())
                .contains("自 2026-11-22 10:00 起，没有足够的见证方签署公开日志");
        assertThat(sealer.mayIssue()).isTrue();
        assertThat(new Browser(port).get("/health").body())
                .isEqualTo("{\"status\":\"up\",\"notices\":[\"ledger.unwitnessed\"]}");
    }

    /// Away when it was signed, back before anything new was written: the same checkpoint is shown to them again.
    @Test
    void whoComesBackSignsWhatStandsThere() {
        var newest = logs.all().getLast();
        var files = new FiledLog(sealer.directory(newest.year()));
        // Under load a witness may miss its moment; it is asked again, as the minute would.
        int missing = 2;
        for (int attempt = 0; attempt < 5 && missing > 0; attempt++) {
            missing =
                    sealer.still(() -> {
                        var note = files.published().orElseThrow();
                        var own = sealer.signers(newest).stream().map(s -> s.key().name()).toList();
                        var lines =
                                note.signatures().stream()
                                        .filter(line -> own.contains(line.name()))
                                        .toList();
                        files.publish(new SignedNote(note.text(), lines));
                        sealer.askAgain(newest);
                        int there = files.published().orElseThrow().signatures().size();
                        return lines.size() + 2 - there;
                    });
        }
        assertThat(missing).isZero();
    }
}
