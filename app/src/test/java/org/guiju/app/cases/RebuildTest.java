package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// 重建 on a server that goes on working.
@RunningGuiju
class RebuildTest {
    @LocalServerPort int port;
    @Autowired Rebuild rebuild;

    @Test
    void actsThatComeInWhileEverythingIsReplayedAreToldOnce() {
        var api = new Api(port);
        var over = new AtomicBoolean();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var window =
                    CompletableFuture.supplyAsync(
                            () -> {
                                var received = new ArrayList<String>();
                                do {
                                    received.add(api.received());
                                } while (!over.get());
                                return List.copyOf(received);
                            },
                            pool);
            try {
                for (int i = 0; i < 3; i++) {
                    assertThat(rebuild.run())
                            .allSatisfy(t -> assertThat(t.same()).as(t.table()).isTrue());
                }
            } finally {
                over.set(true);
            }
            assertThat(window.join())
                    .isNotEmpty()
                    .allSatisfy(no -> assertThat(api.open(no)).containsExactly("accept"));
        }
    }
}
