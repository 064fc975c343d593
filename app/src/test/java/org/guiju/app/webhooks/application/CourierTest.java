package org.guiju.app.webhooks.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.guiju.app.testing.SmallReceiver;
import org.guiju.app.testing.SmallReceiver.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A message goes to the one address that was checked, over real sockets, and nowhere else.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CourierTest {
    private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.US_ASCII);

    private static WebhookSettings settings(String host, boolean plain, @Nullable Path trust) {
        var name = host.replaceFirst(":[0-9]+$", "");
        return new WebhookSettings(
                List.of(host),
                List.of(name),
                plain ? List.of(name) : List.of(),
                trust,
                Duration.ofMillis(500),
                Duration.ofSeconds(1));
    }

    private static Courier.Answer take(Courier courier, String address) throws Exception {
        return courier.take(ReceiverAddress.read(address), Map.of("webhook-id", "1"), BODY, AT);
    }

    /// Every name is this machine.
    private static InetAddress[] here(String host) {
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    @Test
    void whatAReceiverAnswersIsTakenForWhatItMeans() throws Exception {
        try (var receiver = new SmallReceiver(null);
                var courier =
                        new Courier(
                                settings("a.example:" + receiver.port(), true, null),
                                CourierTest::here)) {
            var base = "http://a.example:" + receiver.port();
            assertThat(take(courier, base + "/ok").taken()).isTrue();
            var got = receiver.got("/ok").getFirst();
            assertThat(got.header("host")).isEqualTo("a.example:" + receiver.port());
            assertThat(got.header("content-type"))
                    .isEqualTo("application/cloudevents+json; charset=utf-8");
            assertThat(got.header("webhook-id")).isEqualTo("1");
            assertThat(got.body()).isEqualTo(BODY);
            receiver.answers("/gone", Answer.of(410));
            assertThat(take(courier, base + "/gone").gone()).isTrue();
            receiver.answers("/moved", Answer.of(302).header("Location", base + "/elsewhere"));
            assertThat(take(courier, base + "/moved").problem()).isEqualTo("redirect");
            assertThat(receiver.got("/elsewhere")).as("nobody is followed").isEmpty();
            receiver.answers("/busy", Answer.of(503).header("Retry-After", "120"));
            var busy = take(courier, base + "/busy");
            assertThat(busy.problem()).isEqualTo("status");
            assertThat(busy.retryAfter()).isEqualTo(Duration.ofMinutes(2));
            receiver.answers("/login", Answer.of(401).header("WWW-Authenticate", "Basic realm=x"));
            assertThat(take(courier, base + "/login").status()).isEqualTo(401);
            assertThat(receiver.got("/login")).as("no second try with a name").hasSize(1);
            receiver.answers("/cookie", Answer.of(200).header("Set-Cookie", "a=b"));
            take(courier, base + "/cookie");
            take(courier, base + "/cookie");
            assertThat(receiver.got("/cookie")).allMatch(g -> g.header("cookie").isEmpty());
        }
    }

    @Test
    void aSlowOneIsWaitedForThisLongAndALongAnswerIsNotReadToItsEnd() throws Exception {
        var never = new CountDownLatch(1);
        try (var receiver = new SmallReceiver(null);
                var courier =
                        new Courier(
                                settings("a.example:" + receiver.port(), true, null),
                                CourierTest::here)) {
            var base = "http://a.example:" + receiver.port();
            receiver.answers("/slow", Answer.of(200).when(never));
            assertThat(take(courier, base + "/slow").problem()).isEqualTo("timeout");
            receiver.answers("/long", Answer.of(200).body(new byte[50_000_000]));
            assertThat(take(courier, base + "/long").taken()).isTrue();
        } finally {
            never.countDown();
        }
    }

    /// One octet now and then keeps a connection alive for ever; a message ends all the same.
    @Test
    void whoDripsIsCutOff() throws Exception {
        var stop = new CountDownLatch(1);
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var courier =
                        new Courier(
                                settings("a.example:" + socket.getLocalPort(), true, null),
                                CourierTest::here)) {
            var drip =
                    Thread.ofVirtual()
                            .start(() -> {
                                try (var peer = socket.accept()) {
                                    var out = peer.getOutputStream();
                                    out.write(
                                            "HTTP/1.1 200 OK\r\nX-A: "
                                                    .getBytes(StandardCharsets.US_ASCII));
                                    while (!stop.await(
                                            100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                                        out.write('a');
                                        out.flush();
                                    }
                                } catch (IOException | InterruptedException _) {
                                    // Cut off.
                                }
                            });
            assertThat(take(courier, "http://a.example:" + socket.getLocalPort() + "/").problem())
                    .isEqualTo("timeout");
            stop.countDown();
            drip.join();
        }
    }

    @Test
    void theNameIsLookedUpOnceAMessageAndWhatChangesBetweenIsLookedAtAgain() throws Exception {
        try (var receiver = new SmallReceiver(null)) {
            var asked = new AtomicInteger();
            Names rebound =
                    _ ->
                            asked.getAndIncrement() == 0
                                    ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                                    : new InetAddress[] {InetAddress.ofLiteral("169.254.169.254")};
            try (var courier =
                    new Courier(settings("a.example:" + receiver.port(), true, null), rebound)) {
                var address = "http://a.example:" + receiver.port() + "/in";
                assertThat(take(courier, address).taken()).isTrue();
                assertThat(asked).as("what was checked is what was connected to").hasValue(1);
                assertThat(take(courier, address).problem()).isEqualTo("forbidden");
                assertThat(asked).as("no connection is kept for the next message").hasValue(2);
                assertThat(receiver.got("/in")).hasSize(1);
            }
        }
    }

    @Test
    void aLiteralIsLookedAtLikeAName() throws Exception {
        try (var receiver = new SmallReceiver(null)) {
            var port = receiver.port();
            var outside =
                    new WebhookSettings(
                            List.of("127.0.0.1:" + port, "[::1]:" + port, "1.2.3.4:" + port),
                            List.of(),
                            List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "1.2.3.4"),
                            null,
                            Duration.ofMillis(300),
                            Duration.ofMillis(300));
            try (var courier = Courier.of(outside)) {
                assertThat(take(courier, "http://127.0.0.1:" + port + "/in").problem())
                        .isEqualTo("forbidden");
                assertThat(take(courier, "http://[::1]:" + port + "/in").problem())
                        .isEqualTo("forbidden");
            }
            try (var courier = Courier.of(settings("127.0.0.1:" + port, true, null))) {
                assertThat(take(courier, "http://127.0.0.1:" + port + "/in").taken()).isTrue();
            }
            assertThat(receiver.got("/in")).hasSize(1);
        }
    }

    @Test
    void nobodyThereIsSaidAsSuch() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (var courier =
                new Courier(settings("a.example:" + free, true, null), CourierTest::here)) {
            var answer = take(courier, "http://a.example:" + free + "/");
            assertThat(answer.problem()).isEqualTo("connect");
            assertThat(answer.silent()).isTrue();
        }
        try (var courier =
                new Courier(
                        settings("a.example:" + free, true, null),
                        host -> {
                            throw new java.net.UnknownHostException(host);
                        })) {
            assertThat(take(courier, "http://a.example:" + free + "/").problem())
                    .isEqualTo("unknown-host");
        }
    }

    @Test
    void aCertificateMustBeOfTheNameAndOfAnAuthorityThatIsTrusted(@TempDir Path dir)
            throws Exception {
        var store = dir.resolve("receiver.p12");
        var trust = dir.resolve("trust.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "r",
                "-keyalg",
                "EC",
                "-dname",
                "CN=a.example",
                "-ext",
                "san=dns:a.example",
                "-validity",
                "30",
                "-keystore",
                store.toString(),
                "-storepass",
                "secret",
                "-storetype",
                "PKCS12");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "r",
                "-file",
                trust.toString(),
                "-keystore",
                store.toString(),
                "-storepass",
                "secret");
        try (var receiver = new SmallReceiver(tls(store))) {
            var at = ":" + receiver.port();
            try (var courier =
                    new Courier(settings("a.example" + at, false, trust), CourierTest::here)) {
                assertThat(take(courier, "https://a.example" + at + "/in").taken()).isTrue();
            }
            try (var courier =
                    new Courier(settings("b.example" + at, false, trust), CourierTest::here)) {
                assertThat(take(courier, "https://b.example" + at + "/in").problem())
                        .isEqualTo("tls");
            }
            try (var courier =
                    new Courier(settings("a.example" + at, false, null), CourierTest::here)) {
                assertThat(take(courier, "https://a.example" + at + "/in").problem())
                        .isEqualTo("tls");
            }
            assertThat(receiver.got("/in")).hasSize(1);
        }
    }

    private static void keytool(String... arguments) throws Exception {
        var command =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static SSLContext tls(Path store) throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "secret".toCharArray());
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "secret".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void howLongAReceiverAsksToBeLeftAloneIsReadInBothForms() {
        assertThat(Courier.wait("0", AT)).isEqualTo(Duration.ZERO);
        assertThat(Courier.wait(" 17 ", AT)).isEqualTo(Duration.ofSeconds(17));
        assertThat(Courier.wait("Mon, 23 Nov 2026 02:01:00 GMT", AT))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(Courier.wait("Mon, 23 Nov 2026 01:00:00 GMT", AT)).isEqualTo(Duration.ZERO);
        for (var bad : List.of("", "-1", "soon", "1.5", "99999999999")) {
            assertThat(Courier.wait(bad, AT)).as(bad).isNull();
        }
    }
}
