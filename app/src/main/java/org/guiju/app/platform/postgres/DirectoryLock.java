package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// 独占: one data directory, one Guiju process. The system gives the lock back when the process dies, however it dies.
final class DirectoryLock implements AutoCloseable {

    /// Closing any channel on the file would give back this process's lock on it, so a second attempt inside the same
    /// process must be refused before it opens the file.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DirectoryLock take(Path directory) throws EmbeddedPostgresException, IOException {
        var file = directory.resolve("lock");
        if (!HELD.add(file)) {
            throw taken(directory, Long.toString(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw taken(directory, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(
                    StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())),
                    0);
            return new DirectoryLock(file, channel);
        } catch (IOException | EmbeddedPostgresException e) {
            HELD.remove(file);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static EmbeddedPostgresException taken(Path directory, String pid) {
        return new EmbeddedPostgresException(
                "数据目录 %s 正由另一个规矩进程(进程号 %s)使用。请先停止该进程,或换一个数据目录。".formatted(directory, pid),
                "The data directory %s is in use by another Guiju process (pid %s). Stop it, or choose another directory."
                        .formatted(directory, pid));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // the end of the process gives the lock back at the latest
        } finally {
            HELD.remove(file);
        }
    }
}
