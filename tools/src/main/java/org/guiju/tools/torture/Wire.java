package org.guiju.tools.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// 接口: speaks to the server as an officer's program would, and asks again, under the same id, until it gets an answer.
final class Wire {
    private static final String PASSWORD = "qinglan-2026";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Pattern NO = Pattern.compile("\"no\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern EVENTS = Pattern.compile("\"events\"\\s*:\\s*\\[([^]]*)]");
    private static final Pattern COUNT = Pattern.compile("\"events\"\\s*:\\s*(\\d+)");
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([A-Z_]+)\"");
    private static final Pattern INSIDE =
            Pattern.compile("\\bat org\\.|Exception|PSQL|SQLSTATE|\\.java:");
    private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*(\\d+)");
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final String server;
    private final Duration patience;
    private final AtomicLong cut = new AtomicLong();
    private final Map<String, Long> troubles = new ConcurrentSkipListMap<>();
    private final Set<String> improper = ConcurrentHashMap.newKeySet();
    private volatile long lastDone = System.nanoTime();

    Wire(int port, Duration patience) {
        this.server = "http://localhost:" + port;
        this.patience = patience;
    }

    /// Requests so far that were cut off or answered with an error of the server.
    long cut() {
        return cut.get();
    }

    /// 拒答: what was answered instead, and how often: `503 DISK_FULL`, or `no answer`.
    Map<String, Long> troubles() {
        return Map.copyOf(troubles);
    }

    /// What no answer may be while the server is in trouble: an error that it does not know, or one that shows its inside.
    Set<String> improper() {
        return Set.copyOf(improper);
    }

    /// When an act was last confirmed.
    long lastDone() {
        return lastDone;
    }

    /// @throws Unanswered when no answer came within patience
    Act.Answer send(Act act) {
        var request =
                as(act.user(), act.path())
                        .header("Idempotency-Key", act.id().toString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(act.body()))
                        .build();
        var answer = insist(request);
        lastDone = System.nanoTime();
        var events = EVENTS.matcher(answer.body());
        return new Act.Answer(
                answer.statusCode(),
                found(NO, answer.body()),
                events.find() && !events.group(1).isBlank()
                        ? List.of(events.group(1).split("\\s*,\\s*"))
                        : List.of());
    }

    /// Events that the case has, by the server's own count.
    int events(String no) {
        var answer = insist(as("limin", "/api/v1/cases/" + no).GET().build());
        var count = found(COUNT, answer.body());
        return answer.statusCode() == 200 && !count.isEmpty() ? Integer.parseInt(count) : -1;
    }

    /// Cases that the list has.
    long cases() {
        var answer = insist(as("limin", "/api/v1/cases?size=1").GET().build());
        return Long.parseLong(found(TOTAL, answer.body()));
    }

    private static String found(Pattern pattern, String body) {
        var matcher = pattern.matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    /// Waits for `/health` to say 200.
    ///
    /// @return whether it did within patience
    boolean healthy() {
        return until(() -> status(HttpRequest.newBuilder(uri("/health")).GET().build()) == 200);
    }

    private boolean until(java.util.function.BooleanSupplier reached) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (reached.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return false;
    }

    private int status(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpResponse<String> insist(HttpRequest request) {
        long end = System.nanoTime() + patience.toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            try {
                var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                    return answer;
                }
                last = answer.statusCode() + " " + answer.body();
                trouble(answer.statusCode(), answer.body());
            } catch (IOException e) {
                last = e.toString();
                troubles.merge("no answer", 1L, Long::sum);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            cut.incrementAndGet();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new Unanswered(request.uri().getPath() + ": " + last);
    }

    private void trouble(int status, String body) {
        var code = found(CODE, body);
        troubles.merge(status + " " + code, 1L, Long::sum);
        if (status == 500 || code.isEmpty() || INSIDE.matcher(body).find()) {
            improper.add(status + " " + body);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }

    private HttpRequest.Builder as(String user, String path) {
        var basic =
                Base64.getEncoder()
                        .encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + basic)
                .header("Accept", "application/json");
    }

    private URI uri(String path) {
        return URI.create(server + path);
    }

    /// 无答复.
    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unanswered(String message) {
            super(message);
        }
    }
}
