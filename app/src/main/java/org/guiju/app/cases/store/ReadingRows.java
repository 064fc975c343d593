package org.guiju.app.cases.store;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.guiju.app.ledger.SealedRows;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// 查阅痕迹的行, as they are sealed: who looked up whom can be added to, and not taken back unseen.
@Component
public class ReadingRows implements SealedRows {
    private final JdbcTemplate jdbc;

    public ReadingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String table() {
        return "reading";
    }

    @Override
    public long last() {
        var last = jdbc.queryForObject("select coalesce(max(id), -1) from reading", Long.class);
        return last == null ? -1 : last;
    }

    /// A moment as microseconds, so that no setting of the session is in it; each text with its length before it.
    @Override
    public SortedMap<Long, byte[]> rows(long from, long to) {
        var rows = new TreeMap<Long, byte[]>();
        jdbc.query(
                """
                select id, (extract(epoch from at) * 1000000)::bigint, officer, organ, case_id, supervising
                from reading where id >= ? and id < ?
                """,
                rs -> {
                    var text =
                            "%d %d:%s %d:%s %s %s"
                                    .formatted(
                                            rs.getLong(2),
                                            rs.getString(3).length(),
                                            rs.getString(3),
                                            rs.getString(4).length(),
                                            rs.getString(4),
                                            rs.getString(5),
                                            rs.getBoolean(6));
                    rows.put(rs.getLong(1), text.getBytes(StandardCharsets.UTF_8));
                },
                from,
                to);
        return rows;
    }
}
