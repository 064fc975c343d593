package org.guiju.app.ledger.application;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.guiju.app.ledger.Scanner;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// clamd over INSTREAM, by TCP (`host:port`) or by a socket of this machine (`unix:/path`). Without the setting `guiju.clamd` there
/// is no scanner; with it, what it does not answer for is held.
@Component
public class ClamdScanner implements Scanner {
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_ANSWER = 4096;
    private final String address;
    private final Duration patience;

    ClamdScanner(
            @Value("${guiju.clamd:}") String address,
            @Value("${guiju.clamd-patience:20s}") Duration patience) {
        this.address = address.strip();
        this.patience = patience;
    }

    @Override
    public boolean configured() {
        return !address.isEmpty();
    }

    @Override
    public Verdict scan(byte[] content) {
        if (!configured()) {
            return new Verdict.Clean();
        }
        // The connection is closed before the thread that waits on it is waited for.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var channel = open()) {
            var answer = CompletableFuture.supplyAsync(() -> ask(channel, content), threads);
            return read(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (IOException
                | CompletionException
                | IllegalArgumentException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            return new Verdict.Unavailable(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Verdict.Unavailable("interrupted");
        }
    }

    private SocketChannel open() throws IOException {
        SocketAddress to;
        if (address.startsWith("unix:")) {
            to = UnixDomainSocketAddress.of(address.substring("unix:".length()));
        } else {
            int colon = address.lastIndexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("guiju.clamd is host:port or unix:/path");
            }
            to =
                    new InetSocketAddress(
                            address.substring(0, colon),
                            Integer.parseInt(address.substring(colon + 1)));
        }
        if (to instanceof InetSocketAddress inet && inet.isUnresolved()) {
            throw new IOException("unknown host " + inet.getHostString());
        }
        return SocketChannel.open(to);
    }

    private static String ask(SocketChannel channel, byte[] content) {
        try {
            write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
            for (int at = 0; at < content.length; at += CHUNK) {
                int n = Math.min(CHUNK, content.length - at);
                var chunk = ByteBuffer.allocate(Integer.BYTES + n);
                write(channel, chunk.putInt(n).put(content, at, n).flip());
            }
            write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(0).flip());
            var answer = ByteBuffer.allocate(LONGEST_ANSWER);
            while (answer.hasRemaining() && channel.read(answer) >= 0) {
                if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                    break;
                }
            }
            return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// `stream: OK`, `stream: NAME FOUND`; anything else says nothing of the file.
    private static Verdict read(String answer) {
        var said = answer.replace("\0", "").strip();
        if (said.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        if (said.startsWith("stream: ") && said.endsWith(" FOUND")) {
            return new Verdict.Found(
                    said.substring("stream: ".length(), said.length() - " FOUND".length()));
        }
        return new Verdict.Unavailable(said.isEmpty() ? "no answer" : said);
    }
}
