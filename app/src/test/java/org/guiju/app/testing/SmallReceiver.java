package org.guiju.app.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A little receiver of webhooks on this machine. What comes to a path is kept; what it answers there is said beforehand, one answer after the
/// other, and 204 when nothing is said.
public final class SmallReceiver implements AutoCloseable {
    /// The one that the shared server of the tests may tell.
    public static final SmallReceiver SHARED = new SmallReceiver(null);

    private final HttpServer server;
    private final Map<String, Queue<Got>> got = new ConcurrentHashMap<>();
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();

    /// What came, in its order.
    public record Got(String path, Map<String, String> headers, byte[] body) {
        /// A header, by its name in lower case; "" where there is none.
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /// @param until when to answer; null for at once
    public record Answer(
            int status, Map<String, String> headers, byte[] body, @Nullable CountDownLatch until) {
        public static Answer of(int status) {
            return new Answer(status, Map.of(), new byte[0], null);
        }

        public Answer header(String name, String value) {
            return new Answer(status, Map.of(name, value), body, until);
        }

        public Answer body(byte[] bytes) {
            return new Answer(status, headers, bytes, until);
        }

        public Answer when(CountDownLatch latch) {
            return new Answer(status, headers, body, latch);
        }
    }

    /// @param tls null for plain HTTP
    public SmallReceiver(@Nullable SSLContext tls) {
        try {
            var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            if (tls == null) {
                server = HttpServer.create(at, 0);
            } else {
                var https = HttpsServer.create(at, 0);
                https.setHttpsConfigurator(new HttpsConfigurator(tls));
                server = https;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void answers(String path, Answer... next) {
        answers.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    public List<Got> got(String path) {
        return List.copyOf(got.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString();
            var body = exchange.getRequestBody().readAllBytes();
            got.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>())
                    .add(new Got(path, plain(exchange.getRequestHeaders()), body));
            var said = answers.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).poll();
            var answer = said == null ? Answer.of(204) : said;
            if (answer.until() != null) {
                answer.until().await();
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
            if (length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> plain(Headers headers) {
        var plain = new TreeMap<String, String>();
        headers.forEach((name, values) ->
                plain.put(name.toLowerCase(java.util.Locale.ROOT), String.join(", ", values)));
        return plain;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
