package org.guiju.app.ledger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.ledger.application.LogEntries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads which logs there are and what stands in them.
@Component
public class JdbcLogs {
    private final JdbcClient jdbc;

    public JdbcLogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// 日志.
    ///
    /// @param first place of its first entry in the whole sequence
    public record Log(int year, String origin, long first) {}

    /// 位置: where an entry stands in the whole sequence.
    public record Place(long index, byte[] entry) {}

    /// The oldest first.
    public List<Log> all() {
        return jdbc.sql("select year, origin, first from log order by first")
                .query((rs, _) -> new Log(rs.getInt(1), rs.getString(2), rs.getLong(3)))
                .list();
    }

    /// The place behind the last sequenced entry.
    public long next() {
        return jdbc.sql("select next from coord").query(Long.class).single();
    }

    public boolean pending() {
        return jdbc.sql("select exists (select 1 from pending)").query(Boolean.class).single();
    }

    public Optional<Place> place(UUID stream, long seq) {
        return jdbc.sql(
                        """
                        select l.idx, e.entry from leaf l join event e using (stream, seq)
                        where l.stream = :stream and l.seq = :seq
                        """)
                .param("stream", stream)
                .param("seq", (int) seq)
                .query((rs, _) -> new Place(rs.getLong(1), rs.getBytes(2)))
                .optional();
    }

    /// The entries of a log.
    ///
    /// @param end place behind its last entry
    public LogEntries entries(Log log, long end) {
        return new LogEntries() {
            @Override
            public long size() {
                return end - log.first();
            }

            @Override
            public List<byte[]> range(long from, long to) {
                var found = new ArrayList<byte[]>();
                jdbc.sql(
                                """
                                select e.entry from leaf l join event e using (stream, seq)
                                where l.idx >= :from and l.idx < :to order by l.idx
                                """)
                        .param("from", log.first() + from)
                        .param("to", log.first() + to)
                        .query(rs -> {
                            found.add(rs.getBytes(1));
                        });
                if (found.size() != to - from) {
                    throw new IllegalStateException(
                            "the log %s has %d entries of %d from %d on"
                                    .formatted(log.origin(), found.size(), to - from, from));
                }
                return found;
            }
        };
    }

    /// Opens the log of a year behind everything sequenced so far; the caller holds the sequencer's row.
    public void open(int year, String origin, long first) {
        jdbc.sql("insert into log (year, origin, first) values (:year, :origin, :first)")
                .param("year", year)
                .param("origin", origin)
                .param("first", first)
                .update();
    }
}
