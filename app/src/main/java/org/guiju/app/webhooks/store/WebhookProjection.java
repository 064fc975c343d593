package org.guiju.app.webhooks.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiju.app.ledger.Projection;
import org.guiju.app.webhooks.WebhookRow;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.webhooks.Subscription;
import org.guiju.kernel.webhooks.Subscription.Standing;
import org.guiju.kernel.webhooks.WebhookKind;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of receivers.
@Component
@Order(95)
public class WebhookProjection implements Projection {
    private static final String SELECT =
            """
            select w.*,
                (select count(*) from webhook_delivery d where d.webhook = w.webhook and d.state = 'waiting') as waiting,
                (select count(*) from webhook_delivery d where d.webhook = w.webhook and d.state = 'given-up') as given_up
            from projection.webhook w
            """;
    private final JdbcClient jdbc;

    WebhookProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("webhook");
    }

    @Override
    public String reads() {
        return WebhookForms.PREFIX;
    }

    @Override
    public void project(List<EventEntry> stream) {
        var id = UUID.fromString(stream.getFirst().stream());
        var now = Objects.requireNonNull(WebhookForms.state(stream));
        jdbc.sql("delete from projection.webhook where webhook = ?").param(id).update();
        jdbc.sql("insert into projection.webhook values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(now.name())
                .param(now.address())
                .param(now.kinds().stream().map(WebhookKind::code).sorted().toArray(String[]::new))
                .param(now.organs().toArray(String[]::new))
                .param(now.powers().toArray(String[]::new))
                .param(now.standing().code())
                .param(Timestamp.from(stream.getFirst().at()))
                .param(stream.getFirst().by())
                .param(Timestamp.from(stream.getLast().at()))
                .update();
    }

    /// Those that have not been removed, the newest first.
    public List<WebhookRow> all() {
        return jdbc.sql(
                        SELECT
                                + " where w.standing <> 'removed' order by w.registered_at desc, w.webhook")
                .query((rs, _) -> row(rs))
                .list();
    }

    /// Every one there ever was.
    public List<UUID> ids() {
        return jdbc.sql("select webhook from projection.webhook order by registered_at, webhook")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
    }

    public Optional<WebhookRow> byId(UUID id) {
        return jdbc.sql(SELECT + " where w.webhook = ?")
                .param(id)
                .query((rs, _) -> row(rs))
                .optional();
    }

    private static WebhookRow row(ResultSet rs) throws SQLException {
        var standing = rs.getString("standing");
        return new WebhookRow(
                rs.getObject("webhook", UUID.class),
                new Subscription(
                        rs.getString("name"),
                        rs.getString("address"),
                        texts(rs, "kinds").stream()
                                .flatMap(k -> WebhookKind.ofCode(k).stream())
                                .collect(Collectors.toSet()),
                        texts(rs, "organs"),
                        texts(rs, "powers"),
                        Arrays.stream(Standing.values())
                                .filter(s -> s.code().equals(standing))
                                .findFirst()
                                .orElseThrow()),
                rs.getTimestamp("registered_at").toInstant(),
                rs.getString("registered_by"),
                rs.getLong("waiting"),
                rs.getLong("given_up"));
    }

    private static Set<String> texts(ResultSet rs, String column) throws SQLException {
        return Set.of((String[]) rs.getArray(column).getArray());
    }
}
