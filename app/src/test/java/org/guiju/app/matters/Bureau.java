package org.guiju.app.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The demonstration's culture bureau over the API: its section, its chief, its deputies, and a meeting of the three leaders.
final class Bureau {
    static final String SECTION = "zhengwenbo";
    static final String CHIEF = "chenyuanshan";
    static final List<String> LEADERS = List.of("gaojianye", "linshufen", CHIEF);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    Bureau(int port) {
        this.port = port;
    }

    /// Status and body.
    record Answer(int status, JsonNode body) {
        String code() {
            return body.path("code").asString("");
        }
    }

    Answer get(String user, String path) {
        return send(user, "GET", path, Map.of());
    }

    Answer post(String user, String path, Map<String, ?> body) {
        return send(user, "POST", path, body);
    }

    private Answer send(String user, String method, String path, Map<String, ?> body) {
        var basic = (user + ":qinglan-2026").getBytes(StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Accept-Language", "zh-CN")
                        .method(
                                method,
                                HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!user.isEmpty()) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic));
        }
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body().isBlank()
                            ? JSON.createObjectNode()
                            : JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static JsonNode done(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
        return answer.body();
    }

    static void refused(Answer answer, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("remedy").asString("")).isNotBlank();
        assertThat(answer.body().path("title").asString("")).doesNotContain("{");
    }

    Answer file(String user, Map<String, ?> in) {
        return post(user, "/api/v1/matters", in);
    }

    /// A payment, or income.
    Answer money(String user, String yuan) {
        return file(user, Map.of("item", "payment", "title", "支出", "text", "说明", "amount", yuan));
    }

    String filed(String user, Map<String, ?> in) {
        return done(file(user, in)).path("id").asString();
    }

    Answer act(String user, String matter, String name, Map<String, ?> body) {
        return post(user, "/api/v1/matters/" + matter + "/commands/" + name, body);
    }

    /// With what every act is content with.
    Answer act(String user, String matter, String name) {
        return act(user, matter, name, Map.of("approved", "yes", "opinion", "同意", "text", "已办理"));
    }

    JsonNode acted(String user, String matter, String name) {
        return done(act(user, matter, name));
    }

    Answer book(String user, String act, Map<String, ?> body) {
        return post(user, "/api/v1/matters/book/" + act, body);
    }

    /// The leaders meet on the day, discuss the matter, the chief last, and sign; their vote is as said.
    void resolved(String kind, String sort, String matter, String yuan, String vote, String day) {
        var people = LEADERS.stream().map(u -> "p-" + u).toList();
        var id =
                done(post(
                                SECTION,
                                "/api/v1/meetings",
                                Map.of(
                                        "kind",
                                        kind,
                                        "day",
                                        day,
                                        "time",
                                        "9:00",
                                        "place",
                                        "会议室",
                                        "chair",
                                        "p-" + CHIEF,
                                        "members",
                                        people)))
                        .path("id")
                        .asString();
        met(
                SECTION,
                id,
                "place",
                Map.of(
                        "sort",
                        sort,
                        "matter",
                        matter,
                        "title",
                        "议题",
                        "proposal",
                        "同意",
                        "amount",
                        yuan));
        met(SECTION, id, "open", Map.of("present", people));
        for (var user : LEADERS) {
            met(user, id, "speak", Map.of("no", 1, "text", "意见"));
        }
        for (var user : LEADERS) {
            met(user, id, "vote", Map.of("no", 1, "vote", vote, "dissent", "理由"));
        }
        for (var question : List.of("preparation", "legality", "separation")) {
            if (!(kind.equals("personnel") && question.equals("legality"))) {
                met(CHIEF, id, "check", Map.of("no", 1, "question", question, "answer", "yes"));
            }
        }
        met(CHIEF, id, "close-item", Map.of("no", 1));
        var digest = met(CHIEF, id, "close", Map.of()).path("digest").asString();
        for (var user : LEADERS) {
            met(user, id, "sign", Map.of("digest", digest));
        }
    }

    private JsonNode met(String user, String meeting, String act, Map<String, ?> body) {
        return done(post(user, "/api/v1/meetings/" + meeting + "/commands/" + act, body));
    }
}
