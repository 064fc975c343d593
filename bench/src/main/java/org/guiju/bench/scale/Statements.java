package org.guiju.bench.scale;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.guiju.bench.machine.Store;
import org.guiju.bench.machine.Visitor;

/// 语句数: how many statements one page sends to the database, read off the database's own log. Of a few repetitions the least counts,
/// for what runs in the background is logged as well.
final class Statements {
    private static final int REPEATED = 7;
    private static final int LOGGED_AFTER_MILLIS = 60;
    private static final Pattern STATEMENT =
            Pattern.compile(
                    "(?m)LOG:  (?:execute [^:]*|statement): (?!BEGIN|COMMIT|ROLLBACK|SET |SHOW )(.{0,90})");
    private final Store store;

    Statements(Store store) {
        this.store = store;
    }

    /// Turns the logging of statements on or off.
    void log(boolean on) throws SQLException, IOException {
        store.run(
                on ? "alter system set log_statement = 'all'" : "alter system reset log_statement",
                "select pg_reload_conf()");
    }

    /// How often each statement was sent, at the repetition with the fewest.
    Map<String, Integer> of(Visitor visitor, String path)
            throws SQLException, IOException, InterruptedException {
        visitor.timed(path);
        Map<String, Integer> least = Map.of();
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < REPEATED; i++) {
            var log = store.log();
            long from = log.toFile().length();
            visitor.timed(path);
            TimeUnit.MILLISECONDS.sleep(LOGGED_AFTER_MILLIS);
            var sent = read(log, from);
            int all = sum(sent);
            if (all < fewest) {
                fewest = all;
                least = sent;
            }
        }
        return least;
    }

    static int sum(Map<String, Integer> sent) {
        return sent.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> read(java.nio.file.Path log, long from) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[(int) Math.max(0, file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            var found = new LinkedHashMap<String, Integer>();
            var all = STATEMENT.matcher(new String(bytes, StandardCharsets.UTF_8));
            while (all.find()) {
                found.merge(all.group(1).strip(), 1, Integer::sum);
            }
            return found;
        }
    }
}
