package org.guiju.app.agenda.application;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.guiju.app.agenda.AgendaEntry;
import org.guiju.app.agenda.Clashes;
import org.guiju.app.agenda.application.Agenda.Scope;
import org.guiju.app.agenda.store.FeedRows;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.agenda.ICalendar;
import org.guiju.kernel.shared.PersonId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/// 日程订阅: an officer's own calendar in the program that he uses. It says the kind of thing, its number and when; the place of meetings alone, for
/// that of a visit is somebody's address. No party, no name of a matter, and nothing of a visit that is not announced. Whoever has the address can
/// open it, so that it can be taken back at any time.
@Service
public class AgendaFeed {
    private static final int TOKEN_BYTES = 32;
    private static final int BACK_DAYS = 31;
    private static final int AHEAD_DAYS = 366;
    private final Agenda agenda;
    private final FeedRows rows;
    private final Accounts accounts;
    private final OfficialClock clock;
    private final MessageSource messages;
    private final String address;
    private final SecureRandom random = new SecureRandom();

    AgendaFeed(
            Agenda agenda,
            FeedRows rows,
            Accounts accounts,
            OfficialClock clock,
            MessageSource messages,
            @Value("${guiju.documents.address:http://localhost:8080}") String address) {
        this.agenda = agenda;
        this.rows = rows;
        this.accounts = accounts;
        this.clock = clock;
        this.messages = messages;
        this.address = address;
    }

    /// 日历文件.
    ///
    /// @param tag the same for the same bytes
    public record File(String text, String tag) {}

    /// A new address; the one before opens nothing any more.
    ///
    /// @return shown once, kept as a digest only
    public String make(PersonId person) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        rows.make(person, digest("agenda:" + token), clock.now());
        return address + "/calendar/" + token + ".ics";
    }

    public void revoke(PersonId person) {
        rows.revoke(person);
    }

    public Optional<Instant> madeAt(PersonId person) {
        return rows.madeAt(person);
    }

    /// What the address shows; empty for one that was taken back, and for an officer who cannot sign in any more.
    public Optional<File> read(String token) {
        return rows.whose(digest("agenda:" + token))
                .filter(p ->
                        accounts.officers().stream()
                                .anyMatch(a -> a.person().equals(p) && !a.disabled()))
                .map(this::file);
    }

    /// As of the beginning of today, so that what has not changed is the same file all day long.
    private File file(PersonId person) {
        var today = clock.today();
        var entries =
                agenda
                        .of(
                                person,
                                Scope.OWN,
                                today.minusDays(BACK_DAYS),
                                today.plusDays(AHEAD_DAYS))
                        .stream()
                        .filter(e -> !e.secret())
                        .map(this::entry)
                        .distinct()
                        .toList();
        var text =
                ICalendar.write(
                        say("agenda.title"),
                        today.atStartOfDay(OfficialClock.ZONE).toInstant(),
                        entries);
        return new File(text, Base64.getUrlEncoder().withoutPadding().encodeToString(digest(text)));
    }

    private ICalendar.Entry entry(AgendaEntry e) {
        var kind = say("agenda.kind." + e.kind());
        return new ICalendar.Entry(
                e.id() + "@guiju",
                e.day(),
                e.hour(),
                Clashes.LASTS,
                kind + " " + e.no(),
                e.kind().equals("meeting") ? e.place() : "",
                URI.create(address + e.href()),
                kind);
    }

    private String say(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
