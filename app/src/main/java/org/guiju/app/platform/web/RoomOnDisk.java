package org.guiju.app.platform.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// 磁盘余量: whether what failed just now failed for want of room. A database that cannot write its log falls and says no more than that it is
/// gone; then the disk itself is asked.
@Component
class RoomOnDisk {
    /// PostgreSQL takes its log in pieces of 16 MB and falls when it gets none.
    private static final long PIECE = 16L << 20;

    /// `disk_full` in PostgreSQL's table of error codes.
    private static final String DISK_FULL = "53100";

    private final Path data;

    RoomOnDisk(@Value("${guiju.data:data}") Path data) {
        this.data = data;
    }

    /// Less is left on the volume of the data than the database needs to go on.
    boolean over() {
        try {
            return Files.getFileStore(data).getUsableSpace() < PIECE;
        } catch (IOException e) {
            return false;
        }
    }

    /// The database said so, or the system did when a file was written.
    static boolean saidBy(Throwable cause) {
        return cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())
                || cause instanceof IOException file
                        && String.valueOf(file.getMessage()).contains("No space left on device");
    }
}
