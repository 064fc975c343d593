package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guiju.app.cases.Endpoints.Endpoint;
import org.guiju.app.cases.Visitors.Visitor;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// 伪造请求: whatever changes something, wherever the server says it answers, is refused to a browser that another site sent.
@RunningGuiju
class ForgedRequestsTest {
    /// Computes from what is sent and changes nothing.
    private static final String COMPUTING = "/api/v1/public/draw";

    /// A program without a session may send an opinion; a page of another site may not.
    private static final String COMMENT = "/api/v1/public/decisions/{id}/comments";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @LocalServerPort int port;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void noAddressThatChangesSomethingTakesARequestWithoutItsToken() throws Exception {
        var visitors = new Visitors(port);
        var officer = visitors.signedIn("window", "shenruoxi", "");
        var another = visitors.signedIn("reviewer", "limin", "");
        var changing =
                Endpoints.of(mapping).stream().filter(e -> !e.method().equals("GET")).toList();
        assertThat(changing).hasSizeGreaterThan(150);
        var taken = new TreeSet<String>();
        for (var endpoint : changing) {
            if (endpoint.pattern().equals(COMPUTING)) {
                continue;
            }
            boolean comment = endpoint.pattern().equals(COMMENT);
            for (var forged : forged(officer, another).entrySet()) {
                if (comment && !forged.getKey().equals("a password from another site")) {
                    continue;
                }
                int status = send(endpoint, forged.getValue());
                if (status != 403) {
                    taken.add(endpoint + " with " + forged.getKey() + ": " + status);
                }
            }
        }
        assertThat(taken).isEmpty();
    }

    private static Map<String, List<String>> forged(Visitor officer, Visitor another) {
        var session =
                officer.cookies().entrySet().stream()
                        .map(c -> c.getKey() + "=" + c.getValue())
                        .collect(Collectors.joining("; "));
        var basic =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        "shenruoxi:qinglan-2026".getBytes(StandardCharsets.UTF_8));
        return Map.of(
                "no token",
                List.of("Cookie", session),
                "a token made up",
                List.of("Cookie", session, "X-CSRF-TOKEN", "made-up"),
                "the token of another session",
                List.of("Cookie", session, "X-CSRF-TOKEN", another.token()),
                "a password from another site",
                List.of("Authorization", basic, "Sec-Fetch-Site", "cross-site"));
    }

    private int send(Endpoint endpoint, List<String> headers) throws Exception {
        var address = endpoint.pattern().replaceAll("\\{[^}]+}", "x");
        boolean program = address.startsWith("/api/");
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                        .headers(headers.toArray(String[]::new))
                        .header(
                                "Content-Type",
                                program ? "application/json" : "application/x-www-form-urlencoded")
                        .method(endpoint.method(), BodyPublishers.ofString(program ? "{}" : "a=b"));
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
