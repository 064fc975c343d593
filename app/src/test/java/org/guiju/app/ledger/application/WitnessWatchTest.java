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

    /// One whom nobody can reach.
    private static final Witness AWAY =
            new Witness(
                    "http://127.0.0.1:9",
                    NoteKeyFile.read(
                                    NoteKeyFile.create(
                                            "away.example",
                                            SignatureType.ED25519_COSIGNATURE,
                                            new SecureRandom()))
                            .key()
                            .toString());

    @LocalServerPort int port;

    @Autowired WitnessWatch ofTheServer;

    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);

    private WitnessWatch watch(Path folder, Witness second) {
        var settings =
                new LedgerSettings(
                        "guiju.invalid",
                        null,
                        BOUND,
                        List.of(witnesses.all().getFirst(), second),
                        BOUND,
                        false,
                        BOUND,
                        2);
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
        watch(folder, AWAY).look();
        now.set(MORNING.plus(BOUND).minusMillis(1));
        // Another start of the server: what was remembered counts.
        var watch = watch(folder, AWAY);
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
        var again = watch(folder, witnesses.all().getLast());
        again.look();
        again.look();
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
    }

    /// Away when it was signed, back before anything new was written: the same checkpoint is shown to them again.
    @Test
    void whoComesBackSignsWhatStandsThere() {
        var newest = logs.all().getLast();
        var files = new FiledLog(sealer.directory(newest.year()));
        int lines =
                sealer.still(() -> {
                    var note = files.published().orElseThrow();
                    var own = sealer.signers(newest).stream().map(s -> s.key().name()).toList();
                    files.publish(
                            new SignedNote(
                                    note.text(),
                                    note.signatures().stream()
                                            .filter(line -> own.contains(line.name()))
                                            .toList()));
                    sealer.askAgain(newest);
                    return files.published().orElseThrow().signatures().size()
                            - note.signatures().size();
                });
        assertThat(lines).isZero();
    }
}
