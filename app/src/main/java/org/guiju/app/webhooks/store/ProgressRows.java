package org.guiju.app.webhooks.store;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.ledger.store.SubjectKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far each receiver has been told, and by which secrets.
@Component
public class ProgressRows {
    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    ProgressRows(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /// 进度.
    ///
    /// @param next place in the ledger to go on from
    /// @param since when the receiver was registered
    /// @param cardsFrom until when supervision had looked when its cards were last gone through
    public record Progress(long next, Instant since, Instant cardsFrom) {}

    public void begin(UUID webhook, long next, Instant at) {
        jdbc.sql("insert into webhook_progress values (?, ?, ?, ?)")
                .param(webhook)
                .param(next)
                .param(Timestamp.from(at))
                .param(Timestamp.from(at))
                .update();
    }

    /// Held until the transaction ends; empty where another server has it.
    public Optional<Progress> take(UUID webhook) {
        return jdbc.sql(
                        """
                        select next, since, cards_from from webhook_progress where webhook = ? for update skip locked
                        """)
                .param(webhook)
                .query((rs, _) ->
                        new Progress(
                                rs.getLong(1),
                                rs.getTimestamp(2).toInstant(),
                                rs.getTimestamp(3).toInstant()))
                .optional();
    }

    public void advance(UUID webhook, long next, Instant cardsFrom) {
        jdbc.sql("update webhook_progress set next = ?, cards_from = ? where webhook = ?")
                .param(next)
                .param(Timestamp.from(cardsFrom))
                .param(webhook)
                .update();
    }

    public void end(UUID webhook) {
        jdbc.sql("delete from webhook_progress where webhook = ?").param(webhook).update();
        jdbc.sql("delete from webhook_secret where webhook = ?").param(webhook).update();
    }

    /// Another secret; those before it sign until the moment, or no more.
    ///
    /// @param until null for none but the new one
    public void secret(UUID webhook, String secret, @Nullable Instant until) {
        if (until == null) {
            jdbc.sql("delete from webhook_secret where webhook = ?").param(webhook).update();
        } else {
            jdbc.sql(
                            "update webhook_secret set until = least(coalesce(until, ?), ?) where webhook = ?")
                    .param(Timestamp.from(until))
                    .param(Timestamp.from(until))
                    .param(webhook)
                    .update();
        }
        int ordinal =
                jdbc.sql(
                                "select coalesce(max(ordinal) + 1, 1) from webhook_secret where webhook = ?")
                        .param(webhook)
                        .query(Integer.class)
                        .single();
        jdbc.sql("insert into webhook_secret (webhook, ordinal, sealed) values (?, ?, ?)")
                .param(webhook)
                .param(ordinal)
                .param(
                        keys.seal(
                                WebhookForms.subject(webhook),
                                secret.getBytes(StandardCharsets.US_ASCII),
                                context(webhook, ordinal)))
                .update();
    }

    /// Those that sign now, the newest first.
    public List<String> secrets(UUID webhook, Instant at) {
        return jdbc
                .sql(
                        """
                        select ordinal, sealed from webhook_secret
                        where webhook = ? and (until is null or until > ?) order by ordinal desc
                        """)
                .param(webhook)
                .param(Timestamp.from(at))
                .query((rs, _) ->
                        keys.open(
                                WebhookForms.subject(webhook),
                                rs.getBytes(2),
                                context(webhook, rs.getInt(1))))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .map(s -> new String(s, StandardCharsets.US_ASCII))
                .toList();
    }

    /// Until when an old secret still signs beside the new one.
    public Optional<Instant> overlap(UUID webhook, Instant at) {
        return jdbc.sql("select max(until) from webhook_secret where webhook = ? and until > ?")
                .param(webhook)
                .param(Timestamp.from(at))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /// Secrets that sign no more are gone.
    public void tidy(Instant at) {
        jdbc.sql("delete from webhook_secret where until <= ?").param(Timestamp.from(at)).update();
    }

    private static String context(UUID webhook, int ordinal) {
        return WebhookForms.PREFIX + webhook + "/" + ordinal;
    }
}
