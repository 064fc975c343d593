package org.guiju.app.platform.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What tests look at pages with: keeps cookies, follows nothing by itself, and can speak bytes no client would send.
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    public Browser(int port) {
        this.port = port;
    }

    public HttpResponse<String> get(String address, String... headers)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(address)), headers);
    }

    /// Posts a form as it stands, without looking for a token.
    public HttpResponse<String> post(String address, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        var body =
                form.entrySet().stream()
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(at(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// What comes back, as bytes.
    public HttpResponse<byte[]> bytes(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(address)).build(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<byte[]> bytes(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    public URI at(String address) {
        return URI.create("http://localhost:" + port + address);
    }

    public static String token(HttpResponse<String> page) {
        var matcher = TOKEN.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("no CSRF token on " + page.uri());
        }
        return matcher.group(1);
    }

    /// Sends these bytes and reads whatever comes back until the server hangs up.
    public String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
