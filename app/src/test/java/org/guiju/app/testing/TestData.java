package org.guiju.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// A data directory of the test run's own, removed at its end, and the one receiver that this server may tell.
class TestData implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var directory = Files.createTempDirectory("guiju-test");
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                try (var files = Files.walk(directory)) {
                                    files.sorted(Comparator.reverseOrder())
                                            .forEach(f -> f.toFile().delete());
                                } catch (IOException | UncheckedIOException _) {
                                    // The server may still be removing its own files: what is left
                                    // lies in the temporary directory.
                                }
                            }));
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "test-data",
                                    java.util.Map.of(
                                            "guiju.data",
                                            directory.toString(),
                                            "guiju.webhooks.hosts",
                                            "localhost:" + SmallReceiver.SHARED.port(),
                                            "guiju.webhooks.internal",
                                            "localhost",
                                            "guiju.webhooks.plain",
                                            "localhost")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
