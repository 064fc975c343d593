package org.guiju.app.cases;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Administrator;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everybody who may stand before a door, each with a session of his own over one client.
final class Visitors {
    private static final Pattern COLUMN = Pattern.compile("(?:^|,)(\"[^\"]*\"|[^,]*)");
    private static final List<String> THREE =
            List.of(Administrator.SYSTEM, Administrator.SECURITY, Administrator.AUDIT);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Visitors(int port) {
        this.port = port;
    }

    /// @param name as the table calls him; an officer's is his organ and his first role
    /// @param cookies what his browser holds
    record Visitor(
            String name, String username, String roles, Map<String, String> cookies, String token) {
        boolean officer() {
            return name.contains(":");
        }
    }

    /// The demo's officers with a password: each who brings a role that none before him has, first of the organ whose case it is; the
    /// clerk, the head and the window of an organ that has nothing to do with it; and one without any role.
    static Map<String, String[]> officers() throws IOException {
        var had = new HashSet<String>();
        var names = new LinkedHashMap<String, String[]>();
        try (var in = Visitors.class.getResourceAsStream("/demo/officers.csv")) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1);
            for (var line : lines.toList()) {
                var columns = new ArrayList<String>();
                COLUMN.matcher(line).results().forEach(m -> columns.add(m.group(1)));
                var organ = columns.get(2).replace("qinglan-", "");
                var roles = columns.get(6).isEmpty() ? "none" : columns.get(6);
                if (!columns.getLast().equals("yes") || THREE.contains(columns.getFirst())) {
                    continue;
                }
                boolean foreign = organ.equals("keji");
                boolean brings = false;
                for (var role : roles.split(" ")) {
                    brings |= had.add((foreign ? organ : "") + role);
                }
                if (brings) {
                    var label = organ + ":" + roles.split(" ")[0];
                    var name = label;
                    for (int i = 2; names.containsKey(name); i++) {
                        name = label + i;
                    }
                    names.put(name, new String[] {columns.getFirst(), roles});
                }
            }
        }
        return names;
    }

    Visitor stranger() throws Exception {
        return met("stranger", "", "", new HashMap<>());
    }

    Visitor signedIn(String name, String username, String roles) throws Exception {
        var cookies = new HashMap<String, String>();
        enter(cookies, username);
        return met(name, username, roles, cookies);
    }

    Visitor administrator(String name, String username, JdbcClient jdbc, Instant at)
            throws Exception {
        jdbc.sql(
                        """
                        update second_factor set last_step = -1
                        where account = (select id from account where username = :username)
                        """)
                .param("username", username)
                .update();
        var cookies = new HashMap<String, String>();
        enter(cookies, username);
        form(cookies, "/login/factor", "code=" + Administrator.code(Administrator.SECRET, at));
        return met(name, username, "", cookies);
    }

    private void enter(Map<String, String> cookies, String username) throws Exception {
        form(cookies, "/login", "username=" + username + "&password=qinglan-2026");
    }

    private void form(Map<String, String> cookies, String page, String fields) throws Exception {
        var token = Browser.token(send(cookies, request(page).GET()));
        var answer =
                send(
                        cookies,
                        request(page)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(fields + "&_csrf=" + token)));
        if (answer.statusCode() != 302) {
            throw new AssertionError(page + ": " + answer.statusCode() + " " + fields);
        }
    }

    private Visitor met(String name, String username, String roles, Map<String, String> cookies)
            throws Exception {
        var page = username.isEmpty() ? "/login" : "/account/security";
        var token = Browser.token(send(cookies, request(page).GET()));
        return new Visitor(name, username, roles, Map.copyOf(cookies), token);
    }

    /// The status with which the address answers him.
    int status(Visitor who, String method, String address) throws Exception {
        var request = request(address);
        if (method.equals("GET")) {
            return send(new HashMap<>(who.cookies()), request.GET()).statusCode();
        }
        boolean program = address.startsWith("/api/");
        request.header("X-CSRF-TOKEN", who.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "Content-Type",
                        program ? "application/json" : "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(program ? "{}" : "_csrf=" + who.token()));
        return send(new HashMap<>(who.cookies()), request).statusCode();
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
    }

    private HttpResponse<String> send(Map<String, String> cookies, HttpRequest.Builder request)
            throws Exception {
        if (!cookies.isEmpty()) {
            var all = new ArrayList<String>();
            cookies.forEach((k, v) -> all.add(k + "=" + v));
            request.header("Cookie", String.join("; ", all));
        }
        var answer = client.send(request.build(), BodyHandlers.ofString());
        for (var set : answer.headers().allValues("set-cookie")) {
            var pair = set.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }
}
