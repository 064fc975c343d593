package org.guiju.bench.machine;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// 访客: speaks HTTP to the server as a browser does, with a session where somebody has signed in.
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int MOVED = 302;
    private static final int BROKEN = 400;
    private final HttpClient client;
    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    private Visitor(HttpClient client, int port) {
        this.client = client;
        this.base = "http://localhost:" + port;
    }

    /// 答复.
    public record Answer(int status, String body) {}

    /// Somebody who has not said who he is.
    public static Visitor stranger(HttpClient client, int port) {
        return new Visitor(client, port);
    }

    /// Signed in by the form.
    public static Visitor signedIn(HttpClient client, int port, String user, String password)
            throws IOException, InterruptedException {
        var visitor = new Visitor(client, port);
        visitor.token = token(visitor.get("/login").body());
        var answer =
                visitor.send(
                        visitor.request("/login")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "username="
                                                        + user
                                                        + "&password="
                                                        + password
                                                        + "&_csrf="
                                                        + encoded(visitor.token))));
        if (answer.status() != MOVED) {
            throw new IllegalStateException(user + " could not sign in: " + answer.status());
        }
        visitor.token = token(visitor.get("/account/security").body());
        return visitor;
    }

    /// As it stands in a query.
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String token(String page) {
        var found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("a page without a token");
        }
        return found.group(1);
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /// Milliseconds until the whole page has come.
    ///
    /// @throws IllegalStateException where it is not a page
    public double timed(String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var answer = get(path);
        double took = (System.nanoTime() - start) / 1e6;
        if (answer.status() >= BROKEN) {
            throw new IllegalStateException(path + " answered " + answer.status());
        }
        return took;
    }

    /// A command of the API with a body in JSON.
    public Answer command(String path, String json) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("X-CSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = client.send(request.build(), BodyHandlers.ofString());
        for (var set : answer.headers().allValues("set-cookie")) {
            var pair = set.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return new Answer(answer.statusCode(), answer.body());
    }
}
