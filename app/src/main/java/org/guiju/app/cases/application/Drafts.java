package org.guiju.app.cases.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.guiju.app.ledger.store.SubjectKeys;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.cases.Filing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// 申请草稿: what an applicant has filled in so far, under the key that the case will use. No record of any act: it may be
/// changed and is swept away when it expires.
@Component
public class Drafts {
    /// Days that a draft is kept.
    public static final int DAYS = 30;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient jdbc;
    private final SubjectKeys keys;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;

    Drafts(
            JdbcClient jdbc,
            SubjectKeys keys,
            OfficialClock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// 草稿内容, sealed as a whole.
    ///
    /// @param seen sections that were saved at least once
    /// @param attempt how often sending it was refused; each attempt is a command of its own
    public record Content(
            Map<String, String> answers, List<Filing> filings, Set<String> seen, int attempt) {
        public static final Content EMPTY = new Content(Map.of(), List.of(), Set.of(), 0);

        public Content {
            answers = new LinkedHashMap<>(answers);
            filings = List.copyOf(filings);
            seen = new LinkedHashSet<>(seen);
        }

        /// @param section saved now
        public Content with(Map<String, String> more, Set<String> without, String section) {
            var all = new LinkedHashMap<>(answers);
            all.keySet().removeAll(without);
            all.putAll(more);
            var sections = new LinkedHashSet<>(seen);
            sections.add(section);
            return new Content(all, filings, sections, attempt);
        }

        /// What was told before, filled in for the applicant to look at: no section counts as saved for it.
        public Content with(Map<String, String> more) {
            var all = new LinkedHashMap<>(answers);
            all.putAll(more);
            return new Content(all, filings, seen, attempt);
        }

        public Content with(List<Filing> all) {
            var sections = new LinkedHashSet<>(seen);
            sections.add("materials");
            return new Content(answers, all, sections, attempt);
        }

        public Content refused() {
            return new Content(answers, filings, seen, attempt + 1);
        }
    }

    /// 草稿.
    ///
    /// @param ref unguessable: whoever knows it may read and go on with the draft
    /// @param account of the citizen who was signed in; else empty
    /// @param caseId the case it became; then nothing in it changes any more
    public record Draft(
            UUID ref,
            String subject,
            String account,
            String power,
            int version,
            String situation,
            Content content,
            @Nullable UUID caseId,
            LocalDate expiresOn) {

        /// The account under which the case can be followed: the citizen's, or one that only this draft leads to. The
        /// ref itself stays out of the case, where officers would see it.
        public String follower() {
            return account.isEmpty() ? "draft:" + digest(ref.toString()).substring(0, 32) : account;
        }

        /// The same for the same attempt, so that sending twice is answered once.
        public UUID command() {
            return UUID.nameUUIDFromBytes(
                    ("draft:" + ref + ":" + content.attempt()).getBytes(StandardCharsets.UTF_8));
        }
    }

    public Draft begin(String power, int version, String situation, String account) {
        var draft =
                new Draft(
                        UUID.randomUUID(),
                        UUID.randomUUID().toString(),
                        account,
                        power,
                        version,
                        situation,
                        Content.EMPTY,
                        null,
                        clock.today().plusDays(DAYS));
        transaction.executeWithoutResult(_ ->
                jdbc.sql(
                                """
                                insert into application_draft
                                    (ref, subject, account, power, version, situation, sealed, expires_on, updated_at)
                                values (:ref, :subject, :account, :power, :version, :situation, :sealed, :expires, :now)
                                """)
                        .param("ref", draft.ref())
                        .param("subject", draft.subject())
                        .param("account", account)
                        .param("power", power)
                        .param("version", version)
                        .param("situation", situation)
                        .param("sealed", seal(draft.ref(), draft.subject(), draft.content()))
                        .param("expires", draft.expiresOn())
                        .param("now", Timestamp.from(clock.now()))
                        .update());
        return draft;
    }

    /// Empty when unknown, expired, or erased.
    public Optional<Draft> find(UUID ref) {
        return read(ref, "");
    }

    /// Changes what is in it; a draft that was sent stays as it is.
    public void change(UUID ref, UnaryOperator<Content> change) {
        transaction.executeWithoutResult(_ ->
                read(ref, " for update")
                        .filter(d -> d.caseId() == null)
                        .ifPresent(d ->
                                jdbc.sql(
                                                """
                                                update application_draft set sealed = :sealed, updated_at = :now where ref = :ref
                                                """)
                                        .param(
                                                "sealed",
                                                seal(ref, d.subject(), change.apply(d.content())))
                                        .param("now", Timestamp.from(clock.now()))
                                        .param("ref", ref)
                                        .update()));
    }

    /// The draft has become a case.
    public void sent(UUID ref, UUID caseId) {
        jdbc.sql(
                        "update application_draft set case_id = :case where ref = :ref and case_id is null")
                .param("case", caseId)
                .param("ref", ref)
                .update();
    }

    /// Drafts of a citizen that are not sent yet.
    public List<Draft> ofAccount(String account) {
        return jdbc
                .sql(
                        """
                        select ref from application_draft
                        where account = :account and account <> '' and case_id is null and expires_on >= :today
                        order by updated_at desc
                        """)
                .param("account", account)
                .param("today", clock.today())
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list()
                .stream()
                .flatMap(ref -> find(ref).stream())
                .toList();
    }

    @Scheduled(
            fixedDelayString = "${guiju.drafts.every:6h}",
            initialDelayString = "${guiju.drafts.first:10m}")
    void sweep() {
        jdbc.sql("delete from application_draft where expires_on < :today")
                .param("today", clock.today())
                .update();
    }

    private Optional<Draft> read(UUID ref, String lock) {
        return jdbc.sql(
                        "select * from application_draft where ref = :ref and expires_on >= :today"
                                + lock)
                .param("ref", ref)
                .param("today", clock.today())
                .query((rs, _) ->
                        new Kept(
                                rs.getString("subject"),
                                rs.getString("account"),
                                rs.getString("power"),
                                rs.getInt("version"),
                                rs.getString("situation"),
                                rs.getBytes("sealed"),
                                rs.getObject("case_id", UUID.class),
                                rs.getObject("expires_on", LocalDate.class)))
                .optional()
                .flatMap(k ->
                        keys.open(k.subject(), k.sealed(), "draft:" + ref)
                                .map(plain ->
                                        new Draft(
                                                ref,
                                                k.subject(),
                                                k.account(),
                                                k.power(),
                                                k.version(),
                                                k.situation(),
                                                JSON.readValue(plain, Content.class),
                                                k.caseId(),
                                                k.expiresOn())));
    }

    /// The row as it lies in the table.
    private record Kept(
            String subject,
            String account,
            String power,
            int version,
            String situation,
            byte[] sealed,
            @Nullable UUID caseId,
            LocalDate expiresOn) {}

    private byte[] seal(UUID ref, String subject, Content content) {
        return keys.seal(subject, JSON.writeValueAsBytes(content), "draft:" + ref);
    }

    private static String digest(String text) {
        try {
            var bytes =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
