package org.guiju.app.ledger.application;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.guiju.app.ledger.Witness;
import org.guiju.formats.ledger.NoteKeyFile;
import org.guiju.formats.ledger.WitnessBook;
import org.guiju.kernel.ledger.note.NoteSigner;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.note.VerifierKey;

/// 远方见证方: a witness elsewhere, with a key, a memory and a clock of its own, at the end of a line that can be slow or cut. It signs at once; late is
/// what comes back to us.
final class FarWitness implements AutoCloseable {
    private static final String NAME = "far.example";
    private final NoteSigner key =
            NoteKeyFile.read(
                    NoteKeyFile.create(
                            NAME, SignatureType.ED25519_COSIGNATURE, new SecureRandom()));
    private final WitnessBook book;
    private final int port;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile CountDownLatch line = new CountDownLatch(0);
    private HttpServer server;

    FarWitness(Path folder, Supplier<List<VerifierKey>> logs, Supplier<Instant> time)
            throws IOException {
        InstantSource source = time::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        this.book = WitnessBook.open(folder, logs, key, clock);
        this.server = serving(0);
        this.port = server.getAddress().getPort();
    }

    Witness address() {
        return new Witness("http://127.0.0.1:" + port, key.key().toString());
    }

    String name() {
        return NAME;
    }

    private HttpServer serving(int at) throws IOException {
        var http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 8);
        http.createContext("/add-checkpoint", this::handle);
        http.setExecutor(threads);
        http.start();
        return http;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = book.add(exchange.getRequestBody().readAllBytes());
            if (!line.await(1, TimeUnit.MINUTES)) {
                return;
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What it says does not arrive before somebody has given up waiting for it.
    void late() {
        line = new CountDownLatch(1);
    }

    void punctual() {
        line.countDown();
    }

    void gone() {
        punctual();
        server.stop(0);
    }

    /// At its old address, with what it remembers.
    void back() throws IOException {
        server = serving(port);
    }

    @Override
    public void close() throws IOException {
        gone();
        threads.close();
        book.close();
    }
}
