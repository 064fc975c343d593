package org.guiju.app.ledger.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.guiju.app.ledger.SealedRows;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// 披露项的行: an entry does not tell how many disclosures it has, for decoys hide it; so that one that has gone is missed, they are sealed by the place
/// of their entry. Those of the seals themselves are left out, or there would be no end.
@Component
public class DisclosureRows implements SealedRows {
    private final JdbcTemplate jdbc;

    public DisclosureRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String table() {
        return "disclosure";
    }

    @Override
    public long last() {
        var next = jdbc.queryForObject("select coalesce(max(idx), -1) from leaf", Long.class);
        return next == null ? -1 : next;
    }

    @Override
    public SortedMap<Long, byte[]> rows(long from, long to) {
        var parts = new TreeMap<Long, ByteArrayOutputStream>();
        jdbc.query(
                """
                select l.idx, d.subject, d.blob from leaf l join disclosure d using (stream, seq)
                where l.idx >= ? and l.idx < ? and d.subject not like 'rows:%' order by l.idx, d.subject collate "C"
                """,
                rs -> {
                    var row =
                            parts.computeIfAbsent(rs.getLong(1), _ -> new ByteArrayOutputStream());
                    row.writeBytes(
                            TreeHash.SHA_256.digest(
                                    rs.getString(2).getBytes(StandardCharsets.UTF_8)));
                    row.writeBytes(TreeHash.SHA_256.digest(rs.getBytes(3)));
                },
                from,
                to);
        var rows = new TreeMap<Long, byte[]>();
        parts.forEach((number, row) -> rows.put(number, row.toByteArray()));
        return rows;
    }
}
