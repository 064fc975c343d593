package org.guiju.app.mail.application;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.app.platform.time.OfficialClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// 投递: sends what waits, one message a transaction; the row stays locked until the mail server has answered, so that no other
/// process sends it too. What could not be sent is tried again, ever more seldom.
@Component
public class Postman {
    private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(Postman.class);
    private static final int AT_ONCE = 50;
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private final MailSettings settings;
    private final Mailbox mailbox;
    private final JavaMailSender sender;
    private final JdbcClient jdbc;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;
    private final MessageSource messages;
    private final String address;

    Postman(
            MailSettings settings,
            Mailbox mailbox,
            JavaMailSender sender,
            JdbcClient jdbc,
            OfficialClock clock,
            TransactionTemplate transaction,
            MessageSource messages,
            @Value("${guiju.documents.address:http://localhost:8080}") String address) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.sender = sender;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
        this.messages = messages;
        this.address = address;
    }

    private record Waiting(
            UUID id, UUID caseId, String no, String kind, int tries, Instant created) {}

    @Scheduled(
            fixedDelayString = "${guiju.mail.every:30s}",
            initialDelayString = "${guiju.mail.first:20s}")
    void tick() {
        if (settings.on()) {
            try {
                pass();
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("mail waits for the database: {}", e.getMessage());
            }
        }
    }

    /// Sends what is due.
    ///
    /// @return how many the mail server has taken
    public int pass() {
        int sent = 0;
        for (int i = 0; i < AT_ONCE; i++) {
            var one = transaction.execute(_ -> next().map(this::send));
            if (one == null || one.isEmpty()) {
                return sent;
            }
            sent += one.get() ? 1 : 0;
        }
        return sent;
    }

    private Optional<Waiting> next() {
        return jdbc.sql(
                        """
                        select id, case_id, no, kind, tries, created_at from mail_outbox
                        where state = 'waiting' and next_at <= :now order by next_at limit 1 for update skip locked
                        """)
                .param("now", Timestamp.from(clock.now()))
                .query((rs, _) ->
                        new Waiting(
                                rs.getObject(1, UUID.class),
                                rs.getObject(2, UUID.class),
                                rs.getString(3),
                                rs.getString(4),
                                rs.getInt(5),
                                rs.getTimestamp(6).toInstant()))
                .optional();
    }

    private boolean send(Waiting w) {
        var to = mailbox.read(w.caseId());
        if (to.isEmpty()) {
            return ended(w, "given-up", "no address");
        }
        try {
            sender.send(message(w, to.get()));
            return ended(w, "sent", "");
        } catch (MailException | MessagingException e) {
            var refused = refused(e);
            if (refused || w.created().plus(settings.giveUp()).isBefore(clock.now())) {
                return ended(w, "given-up", problem(e));
            }
            return later(w, problem(e));
        }
    }

    private MimeMessage message(Waiting w, String to) throws MessagingException {
        // Sent twice, it has one id, and whoever receives it shows it once.
        var message = new Numbered(sender.createMimeMessage(), w.id() + "@guiju");
        var helper = new MimeMessageHelper(message, false, "UTF-8");
        helper.setFrom(settings.from());
        helper.setTo(to);
        helper.setSubject(say(Locale.SIMPLIFIED_CHINESE, "mail.subject." + w.kind(), w.no()));
        helper.setText(body(w));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /// A message whose id is its row's.
    private static final class Numbered extends MimeMessage {
        private final String id;

        Numbered(MimeMessage source, String id) {
            super(source.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }

    private String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /// In both languages: nobody knows which one the applicant reads.
    private String body(Waiting w) {
        var page = address + "/track?no=" + w.no();
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .map(l ->
                        say(l, "mail.body", w.no(), say(l, "mail.said." + w.kind()), address, page))
                .collect(Collectors.joining("\n\n"));
    }

    /// The mail server does not know the address: trying again changes nothing.
    private static boolean refused(Exception e) {
        return e instanceof MailSendException m
                && m.getFailedMessages().values().stream()
                        .anyMatch(f ->
                                f instanceof SendFailedException s
                                        && s.getInvalidAddresses() != null
                                        && s.getInvalidAddresses().length > 0);
    }

    /// What went wrong, without the address that the mail server repeats.
    private static String problem(Exception e) {
        var said = e.getMessage() == null ? e.toString() : e.getMessage();
        var plain = said.replaceAll("[^\\s<>]+@[^\\s<>]+", "…").replaceAll("\\s+", " ");
        return plain.substring(0, Math.min(300, plain.length()));
    }

    private boolean ended(Waiting w, String state, String problem) {
        jdbc.sql(
                        """
                        update mail_outbox set state = :state, problem = :problem, tries = tries + 1, sent_at = :now
                        where id = :id
                        """)
                .param("state", state)
                .param("problem", problem)
                .param("now", Timestamp.from(clock.now()))
                .param("id", w.id())
                .update();
        return state.equals("sent");
    }

    private boolean later(Waiting w, String problem) {
        var wait = Duration.ofMinutes(1L << Math.min(w.tries(), 9));
        var next = clock.now().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        jdbc.sql(
                        "update mail_outbox set tries = tries + 1, problem = :problem, next_at = :next where id = :id")
                .param("problem", problem)
                .param("next", Timestamp.from(next))
                .param("id", w.id())
                .update();
        LOG.warn("mail {} waits: {}", w.id(), problem);
        return false;
    }
}
