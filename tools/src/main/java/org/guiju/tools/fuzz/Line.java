package org.guiju.tools.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/// 线路: sends bytes as they are and reads what comes back. A well-behaved client refuses to send most of what is sent here.
final class Line {
    private static final int PIECE = 16 * 1024;

    /// How much longer than patience is waited, so that a slow answer can be told from none.
    private static final int FACTOR = 4;

    private final URI server;
    private final Duration patience;

    Line(URI server, Duration patience) {
        this.server = server;
        this.patience = patience;
    }

    String host() {
        return server.getAuthority();
    }

    /// Never throws for what the server does.
    Answer send(byte[] request) {
        long begun = System.nanoTime();
        var read = new ByteArrayOutputStream();
        String fault = "";
        try (var socket = open()) {
            fault = exchange(socket, request, read, begun);
        } catch (IOException e) {
            fault = read.size() > 0 ? "" : "no connection: " + e.getMessage();
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return parse(read.toByteArray(), took, fault);
    }

    private Socket open() throws IOException {
        boolean tls = "https".equals(server.getScheme());
        int port = server.getPort() > 0 ? server.getPort() : tls ? 443 : 80;
        var socket = tls ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        socket.connect(new InetSocketAddress(server.getHost(), port), (int) patience.toMillis());
        socket.setSoTimeout((int) patience.toMillis());
        return socket;
    }

    private String exchange(Socket socket, byte[] request, ByteArrayOutputStream read, long begun)
            throws IOException {
        boolean whole = true;
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException _) {
            whole = false; // an early answer may stand there nevertheless
        }
        var piece = new byte[PIECE];
        while (true) {
            try {
                int n = socket.getInputStream().read(piece);
                if (n < 0) {
                    return read.size() > 0 || !whole ? "" : "closed without an answer";
                }
                read.write(piece, 0, n);
            } catch (SocketTimeoutException _) {
                if (System.nanoTime() - begun > FACTOR * patience.toNanos()) {
                    return "no end of the answer";
                }
            } catch (IOException e) {
                return read.size() > 0 || !whole ? "" : "cut off: " + e.getMessage();
            }
        }
    }

    private static Answer parse(byte[] bytes, Duration took, String fault) {
        int end = indexOf(bytes, "\r\n\r\n", 0);
        if (end < 0) {
            return new Answer(0, Map.of(), bytes, took, fault);
        }
        var lines = new String(bytes, 0, end, StandardCharsets.UTF_8).split("\r\n");
        var headers = new LinkedHashMap<String, List<String>>();
        for (var line : Arrays.asList(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(
                                line.substring(0, colon).toLowerCase(Locale.ROOT),
                                _ -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        var words = lines[0].split(" ");
        int status =
                words.length > 1 && words[1].matches("\\d{3}") ? Integer.parseInt(words[1]) : 0;
        var body = Arrays.copyOfRange(bytes, end + 4, bytes.length);
        boolean chunked = headers.getOrDefault("transfer-encoding", List.of()).contains("chunked");
        return new Answer(status, headers, chunked ? joined(body) : body, took, fault);
    }

    private static byte[] joined(byte[] chunked) {
        var out = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunked.length) {
            int end = indexOf(chunked, "\r\n", at);
            if (end < 0) {
                break;
            }
            var size = new String(chunked, at, end - at, StandardCharsets.US_ASCII).strip();
            if (!size.matches("[0-9a-fA-F]{1,7}") || size.matches("0+")) {
                break;
            }
            int length = Math.min(Integer.parseInt(size, 16), chunked.length - end - 2);
            out.write(chunked, end + 2, length);
            at = end + 2 + length + 2;
        }
        return out.toByteArray();
    }

    private static int indexOf(byte[] bytes, String what, int from) {
        var sought = what.getBytes(StandardCharsets.US_ASCII);
        for (int i = from; i + sought.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        return -1;
    }
}
