package org.guiju.app.testing;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.guiju.app.platform.web.Browser;

/// An officer of the demo county at his browser: signs in, looks at pages, sends forms back with their hidden fields.
public final class Clerk {
    private static final Pattern COMMAND = Pattern.compile("name=\"command\" value=\"([^\"]+)\"");
    private final Browser browser;

    private Clerk(Browser browser) {
        this.browser = browser;
    }

    public static Clerk signedIn(int port, String username)
            throws IOException, InterruptedException {
        var browser = new Browser(port);
        var token = Browser.token(browser.get("/login"));
        browser.post(
                "/login", Map.of("_csrf", token, "username", username, "password", "qinglan-2026"));
        return new Clerk(browser);
    }

    public HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return browser.get(address);
    }

    /// Posts with the token of the page that has the form.
    public HttpResponse<String> post(String form, String address, Map<String, String> fields)
            throws IOException, InterruptedException {
        var all = new HashMap<>(fields);
        all.put("_csrf", Browser.token(browser.get(form)));
        return browser.post(address, all);
    }

    /// What a form answers with, as bytes.
    public byte[] bytes(String form, String address) throws IOException, InterruptedException {
        return answered(browser, form, address).body();
    }

    /// Status and bytes.
    public record Answered(int status, byte[] body) {}

    /// Sends a form with its token alone, as whoever this browser is.
    public static Answered answered(Browser browser, String form, String address)
            throws IOException, InterruptedException {
        var token = URLEncoder.encode(Browser.token(browser.get(form)), StandardCharsets.UTF_8);
        var answer =
                browser.bytes(
                        HttpRequest.newBuilder(browser.at(address))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("_csrf=" + token)));
        return new Answered(answer.statusCode(), answer.body());
    }

    /// As a form with files is sent; none of the fields is a file unless its name begins with `f-`.
    public HttpResponse<String> multipart(String form, String address, Map<String, String> fields)
            throws IOException, InterruptedException {
        var body = new StringBuilder();
        var all = new HashMap<>(fields);
        all.put("_csrf", Browser.token(browser.get(form)));
        all.forEach((name, value) ->
                body.append("--guiju\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append(
                                name.startsWith("f-")
                                        ? "\"; filename=\"scan.pdf\"\r\n\r\n"
                                        : "\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        body.append("--guiju--\r\n");
        return browser.send(
                HttpRequest.newBuilder(browser.at(address))
                        .header("Content-Type", "multipart/form-data; boundary=guiju")
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    /// Sends one file with the token of the page that has the form.
    public HttpResponse<String> file(
            String form, String address, String field, String name, String content)
            throws IOException, InterruptedException {
        var head = "--guiju\r\nContent-Disposition: form-data; name=\"";
        var body =
                head
                        + "_csrf\"\r\n\r\n"
                        + Browser.token(browser.get(form))
                        + "\r\n"
                        + head
                        + field
                        + "\"; filename=\""
                        + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        + content
                        + "\r\n--guiju--\r\n";
        return browser.send(
                HttpRequest.newBuilder(browser.at(address))
                        .header("Content-Type", "multipart/form-data; boundary=guiju")
                        .POST(BodyPublishers.ofString(body)));
    }

    /// The hidden command id of a page's form.
    public static String command(HttpResponse<String> page) {
        var matcher = COMMAND.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("no command on " + page.uri());
        }
        return matcher.group(1);
    }

    /// Every page of a list, one behind the other.
    public String allPages(String path) throws IOException, InterruptedException {
        var all = new StringBuilder();
        int last = 1;
        for (int n = 1; n <= last; n++) {
            var body = get(path + (path.contains("?") ? "&" : "?") + "page=" + n).body();
            all.append(body);
            var pages = Pattern.compile("[?&;]page=([0-9]+)").matcher(body);
            while (pages.find()) {
                last = Math.max(last, Integer.parseInt(pages.group(1)));
            }
        }
        return all.toString();
    }
}
