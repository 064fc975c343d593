package org.guiju.app.cases;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/// A clamd small enough for a test: speaks INSTREAM over a real socket and knows one virus, the EICAR test file. It can be stopped
/// and started again on its port.
final class SmallClamd implements AutoCloseable {
    /// The test file of the European institute for anti-virus research, in two halves so that no scanner takes this source for it.
    static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocket listening;
    private final AtomicBoolean answers = new AtomicBoolean();

    /// Keeps its port from the first moment to the last: one that were given back could be another's when it is wanted again.
    SmallClamd() {
        try {
            listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::serve);
    }

    int port() {
        return listening.getLocalPort();
    }

    void start() {
        answers.set(true);
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket one = listening.accept()) {
                if (answers.get()) {
                    answer(one);
                }
            } catch (IOException _) {
                // The other side went away, or the test is over.
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

    /// Whoever calls is hung up on.
    void stop() {
        answers.set(false);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
