package org.guiju.formats.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// 见证服务: C2SP tlog-witness over the JDK's own HTTP server. Put TLS and limits of rate in front of it.
public final class WitnessServer implements AutoCloseable {
    private static final int MAX_BODY = 1 << 19;
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final WitnessBook book;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private WitnessServer(WitnessBook book, HttpServer server) {
        this.book = book;
        this.server = server;
    }

    /// @param port 0 for any that is free
    public static WitnessServer start(WitnessBook book, String host, int port) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(host, port), 64);
        var witness = new WitnessServer(book, http);
        http.createContext("/", witness::handle);
        http.setExecutor(witness.threads);
        http.start();
        return witness;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            WitnessBook.Answer answer;
            try {
                answer = answer(exchange);
            } catch (IOException e) {
                // The state could not be read or written: nothing was promised, the log asks again.
                answer = new WitnessBook.Answer(500, PLAIN, "the witness cannot keep its state\n");
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private WitnessBook.Answer answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        if (path.equals("/add-checkpoint")) {
            if (!method.equals("POST")) {
                return new WitnessBook.Answer(405, PLAIN, "POST\n");
            }
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
            return body.length > MAX_BODY
                    ? new WitnessBook.Answer(413, PLAIN, "too large\n")
                    : book.add(body);
        }
        if (method.equals("GET") && path.endsWith("/checkpoint") && path.length() == 76) {
            return book.checkpoint(path.substring(1, 65))
                    .map(bytes ->
                            new WitnessBook.Answer(
                                    200, PLAIN, new String(bytes, StandardCharsets.UTF_8)))
                    .orElseGet(() -> new WitnessBook.Answer(404, PLAIN, "never signed\n"));
        }
        return new WitnessBook.Answer(404, PLAIN, "POST /add-checkpoint\n");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
