package org.guiju.app.cases;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A clamd small enough for a test: speaks INSTREAM over a real socket and knows one virus, the EICAR test file. It can be stopped
/// and started again on its port.
final class SmallClamd implements AutoCloseable {
    /// The test file of the European institute for anti-virus research, in two halves so that no scanner takes this source for it.
    static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final int port;
    private final AtomicReference<Optional<ServerSocket>> server =
            new AtomicReference<>(Optional.empty());

    SmallClamd() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    void start() {
        try {
            var listening = new ServerSocket(port, 8, InetAddress.getLoopbackAddress());
            server.set(Optional.of(listening));
            Thread.startVirtualThread(() -> serve(listening));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(ServerSocket listening) {
        while (!listening.isClosed()) {
            try (Socket one = listening.accept()) {
                answer(one);
            } catch (IOException _) {
                // Stopped, or the other side went away.
            }
        }
    }

    private static void answer(Socket one) throws IOException {
        var in = new DataInputStream(one.getInputStream());
        var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
            one.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
            return;
        }
        var content = new StringBuilder();
        for (int n = in.readInt(); n > 0; n = in.readInt()) {
            content.append(new String(in.readNBytes(n), StandardCharsets.ISO_8859_1));
        }
        var said =
                content.indexOf(EICAR) >= 0
                        ? "stream: Eicar-Test-Signature FOUND\0"
                        : "stream: OK\0";
        one.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
    }

    void stop() {
        var listening = server.getAndSet(Optional.empty());
        if (listening.isPresent()) {
            try {
                listening.get().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}
