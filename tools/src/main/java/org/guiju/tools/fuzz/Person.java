package org.guiju.tools.fuzz;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guiju.kernel.administration.Totp;

/// 使用者: one who asks, with the session that his browser would hold. The stranger has a session too, and no name.
final class Person {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*?value=\"([^\"]+)\"");
    static final String STRANGER = "stranger";
    private final FuzzPlan plan;
    private final Line line;
    private final String name;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    Person(FuzzPlan plan, Line line, String name) {
        this.plan = plan;
        this.line = line;
        this.name = name;
    }

    String name() {
        return name;
    }

    boolean stranger() {
        return name.equals(STRANGER);
    }

    synchronized String token() {
        return token;
    }

    synchronized String cookie() {
        return cookies.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
    }

    /// @throws IOException when the server does not let him in
    synchronized void enter() throws IOException {
        cookies.clear();
        var page = open("/login");
        token = tokenOf(page);
        if (stranger()) {
            return;
        }
        var in = form("/login", "username=" + name + "&password=" + encoded(plan.password()));
        if (in.status() != 302) {
            throw new IOException(name + " is not let in: " + in.status() + " " + in.fault());
        }
        if (in.header("location").contains("/login/factor")) {
            token = tokenOf(open("/login/factor"));
            in = form("/login/factor", "code=" + code());
            if (in.status() != 302) {
                throw new IOException(name + " is not let in with his code: " + in.status());
            }
        }
        token = tokenOf(open("/account/security"));
    }

    /// Whether his session still stands.
    boolean inside() {
        return stranger() || open("/account/security").status() == 200;
    }

    private String code() {
        return Totp.code(
                Totp.bytes(plan.factor()), Totp.step(Instant.now()), "HmacSHA1", Totp.DIGITS);
    }

    /// A page, as his browser asks for it.
    Answer open(String address) {
        return line.send(
                (head("GET", address) + "Accept: text/html, */*;q=0.5\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    private Answer form(String address, String fields) {
        var body = fields + "&_csrf=" + encoded(token);
        var answer =
                line.send(
                        (head("POST", address)
                                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                        + body.length()
                                        + "\r\n\r\n"
                                        + body)
                                .getBytes(StandardCharsets.ISO_8859_1));
        keep(answer);
        return answer;
    }

    private String tokenOf(Answer page) {
        keep(page);
        var found = TOKEN.matcher(page.text());
        return found.find() ? found.group(1) : token;
    }

    private void keep(Answer answer) {
        for (var set : answer.all("set-cookie")) {
            var pair = set.split(";", 2)[0].split("=", 2);
            if (pair.length == 2) {
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    private String head(String method, String address) {
        return method
                + " "
                + address
                + " HTTP/1.1\r\nHost: "
                + line.host()
                + "\r\nConnection: close\r\n"
                + (cookies.isEmpty() ? "" : "Cookie: " + cookie() + "\r\n");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
