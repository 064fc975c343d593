package org.guiju.app.platform.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// 健康检查: for whoever watches the service: 200 once the start is over and while the database answers, otherwise 503. What
/// every page says at its top about the server as a whole is named by its key (`ledger.halted.clock_differs`); nothing else is said.
@RestController
class HealthPage {

    private static final int PATIENCE_SECONDS = 3;

    private final ObjectProvider<DataSource> database;
    private final ApplicationAvailability availability;
    private final ObjectProvider<StandingNotice> notices;

    HealthPage(
            ObjectProvider<DataSource> database,
            ApplicationAvailability availability,
            ObjectProvider<StandingNotice> notices) {
        this.notices = notices;
        this.database = database;
        this.availability = availability;
    }

    @GetMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> health() {
        var status = !answersInTime() ? "down" : ready() ? "up" : "starting";
        return ResponseEntity.status(
                        status.equals("up") ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(body(status));
    }

    private Map<String, Object> body(String status) {
        var standing =
                notices.stream()
                        .filter(StandingNotice::ofTheServer)
                        .flatMap(n -> n.now().stream())
                        .map(Notice::key)
                        .sorted()
                        .toList();
        var body = new LinkedHashMap<String, Object>(Map.of("status", status));
        if (!standing.isEmpty()) {
            body.put("notices", standing);
        }
        return body;
    }

    /// Pages answer before everything of the first start is there: calendars, institutions, the demo's cases.
    private boolean ready() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    /// In a thread of its own: a pool that waits for a connection waits longer than a watcher does.
    private boolean answersInTime() {
        var question = new FutureTask<>(this::answers);
        Thread.ofVirtual().name("health").start(question);
        try {
            return question.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException _) {
            question.cancel(true);
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean answers() throws SQLException {
        try (Connection connection = database.getObject().getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        }
    }
}
