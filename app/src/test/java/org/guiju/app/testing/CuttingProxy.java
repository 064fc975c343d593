package org.guiju.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A line to the database that breaks, hard, after a number of bytes that chance draws for each connection, whichever way they go.
public final class CuttingProxy implements AutoCloseable {
    /// Signing in takes some 900 bytes; an act of three rows some 800 more.
    private static final int LONGEST = 12_000;

    private final ServerSocket door;
    private final InetSocketAddress database;
    private final String url;
    private final Random chance;
    private final AtomicInteger cuts = new AtomicInteger();

    /// @param jdbcUrl of the database
    public CuttingProxy(String jdbcUrl, long seed) throws IOException {
        var uri = URI.create(jdbcUrl.substring("jdbc:".length()));
        database = new InetSocketAddress(uri.getHost(), uri.getPort());
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        url = jdbcUrl.replace(":" + uri.getPort() + "/", ":" + door.getLocalPort() + "/");
        chance = new Random(seed);
        Thread.ofVirtual().start(this::welcome);
    }

    public String url() {
        return url;
    }

    public int cuts() {
        return cuts.get();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var server = new Socket();
                server.connect(database);
                var left = new AtomicLong(1 + chance.nextInt(LONGEST));
                Thread.ofVirtual().start(() -> carry(client, server, left));
                Thread.ofVirtual().start(() -> carry(server, client, left));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void carry(Socket from, Socket to, AtomicLong left) {
        var buffer = new byte[8192];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                long before = left.getAndAdd(-n);
                if (before > 0) {
                    out.write(buffer, 0, (int) Math.min(n, before));
                }
                if (before > 0 && before <= n) {
                    cuts.incrementAndGet();
                    cut(from);
                    cut(to);
                }
            }
        } catch (IOException _) {
            // the other direction has cut it
        } finally {
            cut(from);
            cut(to);
        }
    }

    /// With a reset and no farewell.
    private static void cut(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // it is closed already
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
