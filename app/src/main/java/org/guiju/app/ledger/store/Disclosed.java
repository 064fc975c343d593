package org.guiju.app.ledger.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.guiju.kernel.ledger.Disclosure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 披露项 of one event for one subject.
@Component
public class Disclosed {
    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    Disclosed(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /// Every stream that holds something of the subject's.
    public List<UUID> streams(String subject) {
        return jdbc.sql(
                        "select distinct stream from disclosure where subject = :subject order by stream")
                .param("subject", subject)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
    }

    /// Empty where there is nothing, or no key any more.
    public List<Disclosure> to(UUID stream, long seq, String subject) {
        return jdbc.sql(
                        "select blob from disclosure where stream = :stream and seq = :seq and subject = :subject")
                .param("stream", stream)
                .param("seq", (int) seq)
                .param("subject", subject)
                .query(byte[].class)
                .optional()
                .flatMap(blob ->
                        keys.open(subject, blob, JdbcEventStore.context(stream, seq, subject)))
                .map(plain ->
                        new String(plain, StandardCharsets.US_ASCII)
                                .lines()
                                .map(Disclosure::parse)
                                .toList())
                .orElse(List.of());
    }
}
