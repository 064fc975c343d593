package org.guiju.tools.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.guiju.kernel.ledger.tree.Tile;
import org.guiju.kernel.ledger.tree.TileSource;

/// 日志所在: the published files, under an address or in a folder.
public interface LogSite extends TileSource {
    /// A full bundle of the longest entries, and a little.
    int MAX_BYTES = (0xFFFF + 2) * Tile.FULL + 1;

    /// @param path below the log's prefix
    /// @throws SiteUnreachable if it cannot be told whether the file is there
    Optional<byte[]> file(String path);

    @Override
    default Optional<byte[]> read(Tile tile) {
        return file(tile.path());
    }

    /// 无法读取: nothing can be said about the log.
    final class SiteUnreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SiteUnreachable(String what, Throwable cause) {
            super(
                    "无法读取日志 "
                            + what
                            + "，请检查地址或网络。 Cannot read the log "
                            + what
                            + ": check address or network.",
                    cause);
        }
    }

    static LogSite of(String address) {
        return address.startsWith("http://") || address.startsWith("https://")
                ? web(address.endsWith("/") ? address : address + "/")
                : folder(Path.of(address));
    }

    private static LogSite folder(Path folder) {
        return path -> {
            var file = folder.resolve(path);
            try (var in = Files.newInputStream(file)) {
                return Optional.of(in.readNBytes(MAX_BYTES));
            } catch (java.nio.file.NoSuchFileException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new SiteUnreachable(file.toString(), e);
            }
        };
    }

    private static LogSite web(String prefix) {
        var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
        return path -> {
            var request =
                    HttpRequest.newBuilder(URI.create(prefix + path))
                            .timeout(Duration.ofSeconds(60))
                            .build();
            try {
                var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream body = answer.body()) {
                    return switch (answer.statusCode()) {
                        case 200 -> Optional.of(body.readNBytes(MAX_BYTES));
                        case 404, 410 -> Optional.<byte[]>empty();
                        default ->
                                throw new SiteUnreachable(
                                        prefix + path + " (" + answer.statusCode() + ")",
                                        new IOException());
                    };
                }
            } catch (IOException e) {
                throw new SiteUnreachable(prefix + path, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SiteUnreachable(prefix + path, e);
            }
        };
    }
}
