package org.guiju.tools.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.guiju.formats.ledger.WitnessBook;
import org.guiju.formats.ledger.WitnessServer;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.note.Split;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `guiju witness`: what it signs, what it refuses, and that it never forgets what it signed.
class WitnessCommandTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir private Path folder;
    private TestLog log = new TestLog(Path.of("unset"));

    @BeforeEach
    void aLogOfTwentyEntries() throws IOException {
        log = new TestLog(folder.resolve("log"));
        log.add(told(20, -1));
    }

    private static List<byte[]> told(int size, int other) {
        return IntStream.range(0, size)
                .mapToObj(i ->
                        ("{\"n\":" + (i == other ? 99 : i) + "}").getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private WitnessBook book() throws Exception {
        return WitnessBook.open(
                folder.resolve("state"), () -> List.of(TestLog.LOG.key()), TestLog.WITNESS, CLOCK);
    }

    private static byte[] bytes(Object text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void overHttpAGrowingLogIsSignedAndTheStateIsServed() throws Exception {
        try (var book = book();
                var server = WitnessServer.start(book, "127.0.0.1", 0);
                var client = HttpClient.newHttpClient()) {
            var base = "http://127.0.0.1:" + server.port();
            var first = post(client, base, log.request(0, 5).toString());
            assertThat(first.statusCode()).isEqualTo(200);
            var note = log.signed(5).with(SignedNote.lines(first.body()));
            assertThat(
                            note.check(List.of(TestLog.WITNESS.key()))
                                    .by(TestLog.WITNESS.key())
                                    .orElseThrow()
                                    .time())
                    .hasValue(NOON);
            assertThat(post(client, base, log.request(5, 12).toString()).statusCode())
                    .isEqualTo(200);
            var conflict = post(client, base, log.request(5, 20).toString());
            assertThat(conflict.statusCode()).isEqualTo(409);
            assertThat(conflict.body()).isEqualTo("12\n");
            assertThat(conflict.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
            assertThat(post(client, base, "nonsense").statusCode()).isEqualTo(400);
            assertThat(post(client, base, "x".repeat(1 << 20)).statusCode()).isIn(400, 413);
            var hash = HexFormat.of().formatHex(TreeHash.SHA_256.digest(bytes(TestLog.ORIGIN)));
            var served = get(client, base + "/" + hash + "/checkpoint");
            assertThat(
                            SignedNote.parse(served.body())
                                    .check(List.of(TestLog.LOG.key(), TestLog.WITNESS.key()))
                                    .good())
                    .hasSize(2);
            assertThat(get(client, base + "/" + "0".repeat(64) + "/checkpoint").statusCode())
                    .isEqualTo(404);
            assertThat(get(client, base + "/..%2flock/checkpoint").statusCode()).isEqualTo(404);
            assertThat(get(client, base + "/add-checkpoint").statusCode()).isEqualTo(405);
        }
    }

    private static HttpResponse<String> post(HttpClient client, String base, String body)
            throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + "/add-checkpoint"))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void rollbackReplayForkAndStrangersAreRefusedAndTheMemoryStays() throws Exception {
        var liar = new TestLog(folder.resolve("liar"));
        liar.add(told(20, 3));
        try (var book = book()) {
            assertThat(book.add(bytes(log.request(0, 12))).status()).isEqualTo(200);
            // rollback, replay of the first request, a fork of the same size, a fork that grows
            assertThat(book.add(bytes(log.request(0, 5))).status()).isEqualTo(409);
            assertThat(book.add(bytes(log.request(0, 12))).status()).isEqualTo(409);
            assertThat(book.add(bytes(liar.request(12, 12))).status()).isEqualTo(422);
            assertThat(book.add(bytes(liar.request(12, 20))).status()).isEqualTo(422);
            var stranger = TestLog.key(TestLog.ORIGIN, SignatureType.ED25519, 9);
            var forged =
                    log.checkpoint(20)
                            .signed(List.of(TestLog.line(log.checkpoint(20), stranger, NOON)));
            assertThat(book.add(bytes("old 12\n\n" + forged)).status()).isEqualTo(403);
            var elsewhere = new Checkpoint("other.example", 20, log.tree().root(20));
            var unknown = elsewhere.signed(List.of(TestLog.line(elsewhere, TestLog.LOG, NOON)));
            assertThat(book.add(bytes("old 0\n\n" + unknown)).status()).isEqualTo(404);
            assertThat(Checkpoint.of(book.stored(TestLog.ORIGIN).orElseThrow()).size())
                    .isEqualTo(12);
            assertThat(book.add(bytes(log.request(12, 20))).status()).isEqualTo(200);
        }
        try (var kept = Files.list(folder.resolve("state"))) {
            assertThat(kept.filter(f -> f.toString().endsWith(".tlog-split")))
                    .hasSize(2)
                    .anySatisfy(f ->
                            assertThat(
                                            Split.parse(Files.readAllBytes(f))
                                                    .convicts(List.of(TestLog.LOG.key())))
                                    .isTrue());
        }
    }

    /// The answer never arrived: written before the cut, it is remembered; the log asks with what it knows.
    @Test
    void killedBetweenWritingAndAnsweringItRemembersWhatItSigned() throws Exception {
        try (var book = book()) {
            assertThat(book.add(bytes(log.request(0, 5))).status()).isEqualTo(200);
            assertThat(book.add(bytes(log.request(5, 12))).status()).isEqualTo(200);
        }
        // Killed in the middle of the next writing: a draft lies there, the old state stands.
        var state = folder.resolve("state");
        try (var files = Files.list(state)) {
            var file =
                    files.filter(f -> f.toString().endsWith(".checkpoint"))
                            .findFirst()
                            .orElseThrow();
            Files.writeString(file.resolveSibling(file.getFileName() + ".new"), "half a note");
        }
        try (var book = book()) {
            var again = book.add(bytes(log.request(5, 12)));
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.body()).isEqualTo("12\n");
            assertThat(book.add(bytes(log.request(12, 12))).status()).isEqualTo(200);
            assertThat(book.add(bytes(log.request(12, 20))).status()).isEqualTo(200);
        }
    }

    @Test
    void aDamagedMemorySignsNothing() throws Exception {
        try (var book = book()) {
            assertThat(book.add(bytes(log.request(0, 12))).status()).isEqualTo(200);
        }
        try (var files = Files.list(folder.resolve("state"))) {
            var file =
                    files.filter(f -> f.toString().endsWith(".checkpoint"))
                            .findFirst()
                            .orElseThrow();
            Files.writeString(file, Files.readString(file).replace("\n12\n", "\n5\n"));
        }
        try (var book = book()) {
            assertThatThrownBy(() -> book.add(bytes(log.request(12, 20))))
                    .isInstanceOf(IOException.class);
            try (var server = WitnessServer.start(book, "127.0.0.1", 0);
                    var client = HttpClient.newHttpClient()) {
                assertThat(
                                post(
                                                client,
                                                "http://127.0.0.1:" + server.port(),
                                                log.request(5, 20).toString())
                                        .statusCode())
                        .isEqualTo(500);
            }
        }
    }

    /// The race the specification prints: two requests from one size, only one may win.
    @Test
    void ofManyRequestsAtOnceEachSizeIsSignedFromTheOneBefore() throws Exception {
        try (var book = book();
                var threads = Executors.newFixedThreadPool(8)) {
            assertThat(book.add(bytes(log.request(0, 5))).status()).isEqualTo(200);
            var requests = new ArrayList<byte[]>();
            for (int to = 6; to <= 20; to++) {
                requests.add(bytes(log.request(5, to)));
            }
            var answers = new ArrayList<Integer>();
            for (var future :
                    threads.invokeAll(
                            requests.stream()
                                    .map(r ->
                                            (java.util.concurrent.Callable<Integer>)
                                                    () -> book.add(r).status())
                                    .toList())) {
                answers.add(future.get());
            }
            assertThat(answers)
                    .containsOnlyOnce(200)
                    .allMatch(status -> status == 200 || status == 409);
        }
    }

    @Test
    void oneFolderHasOneWitness() throws Exception {
        try (var book = book()) {
            assertThat(book).isNotNull();
            assertThatThrownBy(this::book)
                    .isInstanceOf(WitnessBook.InUse.class)
                    .hasMessageContaining("another witness");
        }
        book().close();
    }

    @Test
    void offlineAFileOrACodeIsSignedAndARefusalSaysFromWhere() throws Exception {
        var key = folder.resolve("w.key").toString();
        var made = Ran.of("witness", "--new-key", "witness.example/usb", "--key-file", key);
        assertThat(made.status()).isZero();
        assertThat(Files.getPosixFilePermissions(Path.of(key))).hasSize(2);
        assertThat(Ran.of("witness", "--new-key", "x", "--key-file", key).status()).isEqualTo(2);
        var vkey = made.out().strip();
        var first = Files.write(folder.resolve("first"), log.signed(5).bytes()).toString();
        var ran = offline(key, first);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        var policy =
                Files.writeString(
                        folder.resolve("policy"),
                        "log " + TestLog.LOG.key() + "\nwitness usb " + vkey + "\nquorum usb\n");
        assertThat(
                        org.guiju.kernel.ledger.note.LogPolicy.parse(Files.readAllBytes(policy))
                                .judge(SignedNote.parse(ran.out()))
                                .accepted())
                .isTrue();
        assertThat(offline(key, first).status()).isZero();
        var bare = Files.write(folder.resolve("second"), log.signed(12).bytes()).toString();
        var refused = offline(key, bare);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("上次签署的规模是 5");
        var code =
                "https://ledger.example/w#"
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(bytes(log.request(5, 12)));
        assertThat(offline(key, code).status()).isZero();
        var request = Files.write(folder.resolve("third"), bytes(log.request(12, 20))).toString();
        assertThat(offline(key, request, "--out", folder.resolve("signed").toString()).status())
                .isZero();
        assertThat(SignedNote.parse(Files.readAllBytes(folder.resolve("signed"))).signatures())
                .hasSize(2);
        assertThat(offline(key, folder.resolve("absent").toString()).status()).isEqualTo(2);
    }

    private Ran offline(String key, String file, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "witness",
                                "--key-file",
                                key,
                                "--key",
                                TestLog.LOG.key().toString(),
                                "--state",
                                folder.resolve("usb").toString(),
                                "--offline",
                                file));
        arguments.addAll(List.of(more));
        return Ran.of(arguments.toArray(String[]::new));
    }

    @Test
    void withoutKeysOrFolderItSaysWhatIsMissing() throws Exception {
        var key = folder.resolve("w.key").toString();
        assertThat(Ran.of("witness", "--key-file", key, "--state", "x").status()).isEqualTo(2);
        Ran.of("witness", "--new-key", "w.example", "--key-file", key);
        var ran = Ran.of("witness", "--key-file", key);
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("--state");
        assertThat(Ran.of("witness", "--help").out()).contains("409", "0 signed");
    }
}
