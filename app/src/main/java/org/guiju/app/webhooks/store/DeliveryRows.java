package org.guiju.app.webhooks.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.webhooks.Attempt;
import org.guiju.app.webhooks.DeliveryRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of deliveries and their attempts.
@Component
public class DeliveryRows {
    private static final String SELECT =
            """
            select d.*, a.status, coalesce(a.problem, '') as problem from webhook_delivery d
            left join webhook_attempt a on a.delivery = d.id and a.n =
                (select max(n) from webhook_attempt where delivery = d.id)
            """;
    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Nothing where the receiver has the event already.
    ///
    /// @return whether it is new
    public boolean add(
            UUID id,
            UUID webhook,
            String event,
            String kind,
            String caseNo,
            byte[] body,
            Instant at) {
        return jdbc.sql(
                                """
                                insert into webhook_delivery (id, webhook, event, kind, case_no, body, next_at, created_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (webhook, event) do nothing
                                """)
                        .param(id)
                        .param(webhook)
                        .param(event)
                        .param(kind)
                        .param(caseNo)
                        .param(body)
                        .param(Timestamp.from(at))
                        .param(Timestamp.from(at))
                        .update()
                == 1;
    }

    /// 认领: the next that is due is this server's until the claim ends. Of one case the first goes before the second: what is behind one that waits
    /// waits as well.
    ///
    /// @param only that one and no other; null for whichever is next
    public Optional<DeliveryRow> claim(
            UUID webhook, @Nullable UUID only, UUID claim, Instant at, Duration lasts) {
        return jdbc.sql(
                        """
                        update webhook_delivery set claim = :claim, claimed_until = :until where id = (
                            select d.id from webhook_delivery d
                            where d.webhook = :webhook and d.state = 'waiting' and d.next_at <= :now
                                and (cast(:only as uuid) is null or d.id = cast(:only as uuid))
                                and (d.claimed_until is null or d.claimed_until <= :now)
                                and not exists (
                                    select 1 from webhook_delivery e
                                    where e.webhook = d.webhook and e.case_no = d.case_no and d.case_no <> ''
                                        and e.state = 'waiting' and e.ordinal < d.ordinal)
                            order by d.ordinal limit 1 for update skip locked)
                        returning *, null::integer as status, '' as problem
                        """)
                .param("claim", claim)
                .param("until", Timestamp.from(at.plus(lasts)))
                .param("webhook", webhook)
                .param("only", only)
                .param("now", Timestamp.from(at))
                .query((rs, _) -> row(rs))
                .optional();
    }

    /// What came of an attempt. Nothing where the claim ended and another server has it.
    ///
    /// @param next when to try again; null where this was the last
    /// @return whether the claim still held
    public boolean attempted(
            DeliveryRow row, UUID claim, Attempt attempt, String state, @Nullable Instant next) {
        int held =
                jdbc.sql(
                                """
                                update webhook_delivery
                                set state = :state, tries = :n, next_at = coalesce(cast(:next as timestamptz), next_at),
                                    ended_at = case when :state = 'waiting' then null else cast(:at as timestamptz) end,
                                    claim = null, claimed_until = null
                                where id = :id and claim = :claim
                                """)
                        .param("state", state)
                        .param("n", attempt.n())
                        .param("next", next == null ? null : Timestamp.from(next))
                        .param("at", Timestamp.from(attempt.at()))
                        .param("id", row.id())
                        .param("claim", claim)
                        .update();
        if (held == 0) {
            return false;
        }
        jdbc.sql(
                        """
                        insert into webhook_attempt
                        select ?, coalesce(max(n), 0) + 1, ?, ?, ?, ? from webhook_attempt where delivery = ?
                        """)
                .param(row.id())
                .param(Timestamp.from(attempt.at()))
                .param(attempt.millis())
                .param(attempt.status())
                .param(attempt.problem())
                .param(row.id())
                .update();
        return true;
    }

    /// Sends it from the beginning of its schedule, if it was given up.
    public boolean again(UUID webhook, String event, Instant at) {
        return jdbc.sql(
                                """
                                update webhook_delivery set state = 'waiting', tries = 0, next_at = ?, ended_at = null
                                where webhook = ? and event = ? and state = 'given-up'
                                """)
                        .param(Timestamp.from(at))
                        .param(webhook)
                        .param(event)
                        .update()
                == 1;
    }

    /// What waits for a receiver that was removed is sent no more.
    public void drop(UUID webhook, Instant at) {
        jdbc.sql(
                        """
                        update webhook_delivery set state = 'dropped', ended_at = ?
                        where webhook = ? and state in ('waiting', 'given-up')
                        """)
                .param(Timestamp.from(at))
                .param(webhook)
                .update();
    }

    /// What was taken long ago is forgotten.
    public void tidy(Instant before) {
        jdbc.sql(
                        "delete from webhook_delivery where state in ('delivered', 'dropped') and ended_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    public long count(UUID webhook, String state) {
        return jdbc.sql(
                        "select count(*) from webhook_delivery where webhook = ? and (? = '' or state = ?)")
                .param(webhook)
                .param(state)
                .param(state)
                .query(Long.class)
                .single();
    }

    /// @param state empty for all; the newest first
    public List<DeliveryRow> of(UUID webhook, String state, long offset, int size) {
        return jdbc.sql(
                        SELECT
                                + " where d.webhook = ? and (? = '' or d.state = ?) order by d.ordinal desc limit ? offset ?")
                .param(webhook)
                .param(state)
                .param(state)
                .param(size)
                .param(offset)
                .query((rs, _) -> row(rs))
                .list();
    }

    public Optional<DeliveryRow> byId(UUID webhook, UUID id) {
        return jdbc.sql(SELECT + " where d.webhook = ? and d.id = ?")
                .param(webhook)
                .param(id)
                .query((rs, _) -> row(rs))
                .optional();
    }

    public List<Attempt> attempts(UUID delivery) {
        return jdbc.sql(
                        "select n, at, millis, status, problem from webhook_attempt where delivery = ? order by n")
                .param(delivery)
                .query((rs, _) ->
                        new Attempt(
                                rs.getInt(1),
                                rs.getTimestamp(2).toInstant(),
                                rs.getInt(3),
                                rs.getObject(4, Integer.class),
                                rs.getString(5)))
                .list();
    }

    private static DeliveryRow row(ResultSet rs) throws SQLException {
        var ended = rs.getTimestamp("ended_at");
        return new DeliveryRow(
                rs.getObject("id", UUID.class),
                rs.getObject("webhook", UUID.class),
                rs.getString("event"),
                rs.getString("kind"),
                rs.getString("case_no"),
                rs.getBytes("body"),
                rs.getString("state"),
                rs.getInt("tries"),
                rs.getTimestamp("next_at").toInstant(),
                rs.getTimestamp("created_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                rs.getObject("status", Integer.class),
                rs.getString("problem"));
    }
}
