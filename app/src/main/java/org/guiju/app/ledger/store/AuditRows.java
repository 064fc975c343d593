package org.guiju.app.ledger.store;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads the rows that are held against what was signed. Asks the tables themselves, nothing that is remembered.
@Component
public class AuditRows {
    private static final int FETCH = 500;
    private final JdbcTemplate jdbc;
    private final SubjectKeys keys;

    public AuditRows(JdbcTemplate jdbc, SubjectKeys keys) {
        this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
        this.keys = keys;
    }

    /// A leaf with its entry.
    ///
    /// @param entry empty if the event is not there
    public record Row(String stream, int seq, Optional<byte[]> entry, byte[] leaf) {
        public String place() {
            return stream + "/" + seq;
        }
    }

    /// A disclosure with the entry that it belongs to.
    ///
    /// @param entry empty if the event is not there
    /// @param plain empty if the blob no longer opens under the subject's key
    public record Sealed(String place, Optional<byte[]> entry, Optional<String> plain) {}

    /// Those of the sequence from `from` up to but not including `to`, by their place.
    public Map<Long, Row> entries(long from, long to) {
        var found = new HashMap<Long, Row>();
        jdbc.query(
                """
                select l.idx, l.stream, l.seq, e.entry, l.hash
                from leaf l left join event e using (stream, seq) where l.idx >= ? and l.idx < ?
                """,
                rs -> {
                    found.put(
                            rs.getLong(1),
                            new Row(
                                    rs.getString(2),
                                    rs.getInt(3),
                                    Optional.ofNullable(rs.getBytes(4)),
                                    rs.getBytes(5)));
                },
                from,
                to);
        return found;
    }

    /// Events that neither have a place in the log nor wait for one.
    public void slippedIn(Consumer<String> visitor) {
        jdbc.query(
                """
                select e.stream, e.seq from event e left join leaf l using (stream, seq)
                where l.idx is null and not exists (
                    select 1 from pending p where p.stream = e.stream and e.seq >= p.seq and e.seq < p.seq + p.n)
                """,
                rs -> {
                    visitor.accept(rs.getString(1) + "/" + rs.getInt(2));
                });
    }

    /// Every disclosure whose subject still has a key.
    public void disclosures(Consumer<Sealed> visitor) {
        jdbc.query(
                """
                select d.stream, d.seq, d.subject, d.blob, e.entry
                from disclosure d join event e using (stream, seq) join subject_key k using (subject)
                """,
                rs -> {
                    var stream = rs.getObject(1, UUID.class);
                    int seq = rs.getInt(2);
                    var subject = rs.getString(3);
                    visitor.accept(
                            new Sealed(
                                    stream + "/" + seq,
                                    Optional.of(rs.getBytes(5)),
                                    plain(
                                            subject,
                                            rs.getBytes(4),
                                            JdbcEventStore.context(stream, seq, subject))));
                });
    }

    private Optional<String> plain(String subject, byte[] blob, String context) {
        try {
            return keys.open(subject, blob, context)
                    .map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }
}
