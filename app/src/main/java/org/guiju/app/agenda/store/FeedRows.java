package org.guiju.app.agenda.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.guiju.kernel.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of subscribed calendars.
@Component
public class FeedRows {
    private final JdbcClient jdbc;

    FeedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One an officer: the one before opens nothing any more.
    public void make(PersonId person, byte[] digest, Instant at) {
        jdbc.sql(
                        """
                        insert into agenda_feed values (?, ?, ?)
                        on conflict (person) do update set digest = excluded.digest, made_at = excluded.made_at
                        """)
                .param(person.value())
                .param(digest)
                .param(Timestamp.from(at))
                .update();
    }

    public void revoke(PersonId person) {
        jdbc.sql("delete from agenda_feed where person = ?").param(person.value()).update();
    }

    public Optional<Instant> madeAt(PersonId person) {
        return jdbc.sql("select made_at from agenda_feed where person = ?")
                .param(person.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    public Optional<PersonId> whose(byte[] digest) {
        return jdbc.sql("select person from agenda_feed where digest = ?")
                .param(digest)
                .query(String.class)
                .optional()
                .map(PersonId::new);
    }
}
