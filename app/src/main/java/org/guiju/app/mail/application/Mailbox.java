package org.guiju.app.mail.application;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseMoved;
import org.guiju.app.ledger.store.SubjectKeys;
import org.guiju.app.platform.time.OfficialClock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 邮箱: the address that an applicant left with a case, and what is to be sent to it.
@Component
public class Mailbox {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\\.)+[A-Za-z]{2,24}");
    private static final int LONGEST = 254;

    /// Events that the applicant is told of, and what the message is called.
    private static final Map<String, String> TOLD =
            Map.of(
                    "case.supplement-requested", "supplement",
                    "case.accepted", "accepted",
                    "case.acceptance-refused", "not-accepted",
                    "case.decided", "decided",
                    "case.ruled", "decided",
                    "case.settled", "decided");

    private final MailSettings settings;
    private final JdbcClient jdbc;
    private final SubjectKeys keys;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;

    Mailbox(
            MailSettings settings,
            JdbcClient jdbc,
            SubjectKeys keys,
            OfficialClock clock,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// 一封邮件 of a case.
    ///
    /// @param state `waiting`, `sent` or `given-up`
    public record Note(String kind, String state, Instant at) {}

    public boolean on() {
        return settings.on();
    }

    /// What was typed, if it is an address; one line, no display name.
    public static Optional<String> address(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return Optional.of(plain)
                .filter(a -> a.length() <= LONGEST && ADDRESS.matcher(a).matches());
    }

    /// Keeps the address under the applicant's key, and sends the receipt to it. The same address again sends nothing again.
    public void keep(CaseFile file, String address) {
        var opening = file.state().opening();
        var subject = opening.applicant().subject();
        transaction.executeWithoutResult(_ -> {
            int ordinal = read(file.id()).filter(address::equals).isPresent() ? 0 : next(file.id());
            jdbc.sql(
                            """
                            insert into mail_address (case_id, subject, sealed, updated_at) values (:case, :subject, :sealed, :now)
                            on conflict (case_id) do update set sealed = excluded.sealed, updated_at = excluded.updated_at
                            """)
                    .param("case", file.id())
                    .param("subject", subject)
                    .param(
                            "sealed",
                            keys.seal(
                                    subject,
                                    address.getBytes(StandardCharsets.UTF_8),
                                    "mail:" + file.id()))
                    .param("now", Timestamp.from(clock.now()))
                    .update();
            jdbc.sql(INSERT)
                    .param(UUID.randomUUID())
                    .param(opening.no())
                    .param("receipt")
                    .param(ordinal)
                    .param(Timestamp.from(clock.now()))
                    .param(Timestamp.from(clock.now()))
                    .param(file.id())
                    .update();
        });
    }

    /// Takes the address away; what waits is not sent any more.
    public void forget(UUID caseId) {
        jdbc.sql("delete from mail_address where case_id = :case").param("case", caseId).update();
    }

    /// s***@example.org, for pages; empty where none was left.
    public String masked(UUID caseId) {
        return read(caseId)
                .map(a -> a.charAt(0) + "***" + a.substring(a.lastIndexOf('@')))
                .orElse("");
    }

    public List<Note> notes(UUID caseId) {
        return jdbc.sql(
                        """
                        select kind, state, coalesce(sent_at, created_at) from mail_outbox where case_id = :case
                        order by created_at, kind
                        """)
                .param("case", caseId)
                .query((rs, _) ->
                        new Note(rs.getString(1), rs.getString(2), rs.getTimestamp(3).toInstant()))
                .list();
    }

    private static final String INSERT =
            """
            insert into mail_outbox (id, case_id, no, kind, ordinal, next_at, created_at)
            select ?, a.case_id, ?, ?, ?, ?, ? from mail_address a where a.case_id = ?
            on conflict (case_id, kind, ordinal) do nothing
            """;

    /// The message is written with the act that it tells of, or not at all.
    @EventListener
    void moved(CaseMoved event) {
        if (!settings.on()) {
            return;
        }
        for (var entry : event.entries()) {
            var kind = TOLD.get(entry.kind());
            if (kind == null || !entry.command().equals(event.entries().getLast().command())) {
                continue;
            }
            var now = Timestamp.from(clock.now());
            event.writes()
                    .add(
                            INSERT,
                            UUID.randomUUID(),
                            ((org.guiju.kernel.cases.CaseEvent.Begun) event.history().getFirst())
                                    .no(),
                            kind,
                            (int) entry.seq(),
                            now,
                            now,
                            UUID.fromString(entry.stream()));
        }
    }

    /// The address; empty when none was left or its owner's data were erased.
    Optional<String> read(UUID caseId) {
        return jdbc.sql("select subject, sealed from mail_address where case_id = :case")
                .param("case", caseId)
                .query((rs, _) -> keys.open(rs.getString(1), rs.getBytes(2), "mail:" + caseId))
                .optional()
                .flatMap(o -> o)
                .map(b -> new String(b, StandardCharsets.UTF_8));
    }

    private int next(UUID caseId) {
        return jdbc.sql(
                        "select count(*) from mail_outbox where case_id = :case and kind = 'receipt'")
                .param("case", caseId)
                .query(Integer.class)
                .single();
    }
}
