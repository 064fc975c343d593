package org.guiju.app.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// 账号: the table of accounts. Making one is for the administrator's import, the demonstration and `/register`.
@Component
public class Accounts {

    /// Five wrong passwords in a row close an account for a quarter of an hour.
    static final int ATTEMPTS = 5;

    static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final OfficialClock clock;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, OfficialClock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// An account as the sign-in needs it.
    record Account(CurrentUser user, String hash, boolean disabled, boolean mustChange) {}

    /// 公职人员账号: for a person that the allocation of posts knows.
    ///
    /// @throws IllegalArgumentException when the username or password does not fit, with the key of the sentence
    /// @throws DuplicateKeyException when the username is taken
    public CurrentUser addOfficer(
            String username, String password, PersonId person, String displayName) {
        return add(username, password, person, AccountKind.OFFICER, displayName, null);
    }

    /// 公众账号: the person is new to us, so the id is made here; assurance level 1.
    ///
    /// @throws IllegalArgumentException when the username or password does not fit, with the key of the sentence
    /// @throws DuplicateKeyException when the username is taken
    public CurrentUser addCitizen(String username, String password, String name, String phone) {
        var person = new PersonId("c-" + UUID.randomUUID());
        return add(username, password, person, AccountKind.CITIZEN, name, phone);
    }

    public boolean isTaken(String username) {
        return find(AccountWords.username(username)).isPresent();
    }

    private CurrentUser add(
            String typed,
            String password,
            PersonId person,
            AccountKind kind,
            String name,
            @Nullable String phone) {
        var username = AccountWords.username(typed);
        AccountWords.faultOfUsername(username)
                .or(() -> AccountWords.faultOfPassword(password, username))
                .ifPresent(key -> {
                    throw new IllegalArgumentException(key);
                });
        var user = new CurrentUser(UUID.randomUUID(), person, kind, name.strip());
        jdbc.sql(
                        """
                        insert into account (id, username, password_hash, person_id, kind, display_name, phone, created_at)
                        values (:id, :username, :hash, :person, :kind, :name, :phone, :now)
                        """)
                .param("id", user.accountId())
                .param("username", username)
                .param("hash", passwords.encode(password))
                .param("person", person.value())
                .param("kind", kind.stored())
                .param("name", user.displayName())
                .param("phone", phone)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
        return user;
    }

    Optional<Account> find(String username) {
        return jdbc.sql(
                        """
                        select id, person_id, kind, display_name, password_hash, disabled, must_change
                        from account where username = :username
                        """)
                .param("username", username)
                .query((row, _) ->
                        new Account(
                                new CurrentUser(
                                        row.getObject("id", UUID.class),
                                        new PersonId(row.getString("person_id")),
                                        AccountKind.stored(row.getString("kind")),
                                        row.getString("display_name")),
                                row.getString("password_hash"),
                                row.getBoolean("disabled"),
                                row.getBoolean("must_change")))
                .optional();
    }

    /// Counts an attempt before its password is compared, in one statement: of a hundred guesses sent at once five are heard.
    ///
    /// @return whether this attempt may be heard; false while the account is locked
    boolean mayTry(UUID account) {
        return jdbc.sql(
                                """
                                update account set
                                    failed_attempts = case when locked_until is null then failed_attempts + 1 else 1 end,
                                    locked_until = case
                                        when locked_until is null and failed_attempts + 1 >= :attempts then :until::timestamptz end
                                where id = :id and (locked_until is null or locked_until <= :now::timestamptz)
                                """)
                        .param("attempts", ATTEMPTS)
                        .param("until", lockedUntil().atOffset(ZoneOffset.UTC))
                        .param("now", clock.now().atOffset(ZoneOffset.UTC))
                        .param("id", account)
                        .update()
                == 1;
    }

    /// The right password ends the counting.
    void signedIn(UUID account) {
        jdbc.sql("update account set failed_attempts = 0, locked_until = null where id = :id")
                .param("id", account)
                .update();
    }

    /// Whether an account that signed in earlier may still act.
    boolean isUsable(UUID account) {
        return jdbc.sql("select not disabled from account where id = :id")
                .param("id", account)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private Instant lockedUntil() {
        return clock.now().plus(LOCKED_FOR);
    }

    /// 已有账号: what the administration shows of one.
    ///
    /// @param lockedUntil null unless wrong passwords have closed it for now
    /// @param lastSignIn null for an account that nobody has used
    public record Known(
            UUID id,
            String username,
            PersonId person,
            String name,
            boolean disabled,
            @Nullable Instant lockedUntil,
            @Nullable Instant lastSignIn) {}

    /// 公职人员账号, by user name.
    public List<Known> officers() {
        return jdbc.sql(
                        """
                        select id, username, person_id, display_name, disabled, locked_until, last_sign_in_at
                        from account where kind = 'officer' order by username
                        """)
                .query((row, _) ->
                        new Known(
                                row.getObject("id", UUID.class),
                                row.getString("username"),
                                new PersonId(row.getString("person_id")),
                                row.getString("display_name"),
                                row.getBoolean("disabled"),
                                instant(row.getObject("locked_until", OffsetDateTime.class)),
                                instant(row.getObject("last_sign_in_at", OffsetDateTime.class))))
                .list();
    }

    /// Who signs in with it.
    public static CurrentUser user(Known account) {
        return new CurrentUser(account.id(), account.person(), AccountKind.OFFICER, account.name());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /// Switches an account off or on again.
    public void disable(UUID account, boolean disabled) {
        jdbc.sql("update account set disabled = :disabled where id = :id")
                .param("disabled", disabled)
                .param("id", account)
                .update();
    }

    /// Ends the wait after wrong passwords.
    public void unlock(UUID account) {
        signedIn(account);
    }

    /// The password that was handed over holds for one sign-in.
    public void mustChange(UUID account) {
        jdbc.sql("update account set must_change = true where id = :id")
                .param("id", account)
                .update();
    }

    /// @return the key of the sentence that says what is wrong with it; nothing when it holds from now on
    Optional<String> replacePassword(UUID account, String password) {
        var row =
                jdbc.sql("select username, password_hash from account where id = :id")
                        .param("id", account)
                        .query((r, _) -> List.of(r.getString(1), r.getString(2)))
                        .single();
        var fault = AccountWords.faultOfPassword(password, row.getFirst());
        if (fault.isEmpty() && passwords.matches(password, row.getLast())) {
            fault = Optional.of("login.password.same");
        }
        if (fault.isEmpty()) {
            jdbc.sql(
                            """
                            update account set password_hash = :hash, must_change = false where id = :id
                            """)
                    .param("hash", passwords.encode(password))
                    .param("id", account)
                    .update();
        }
        return fault;
    }

    /// Whether the name may be that of an account.
    public static boolean fits(String username) {
        return AccountWords.username(username).equals(username)
                && AccountWords.faultOfUsername(username).isEmpty();
    }

    /// Changes it, if the one before is right.
    ///
    /// @return the key of the sentence that says what is wrong; nothing when it holds from now on
    public Optional<String> changePassword(UUID account, String before, String password) {
        var hash =
                jdbc.sql("select password_hash from account where id = :id")
                        .param("id", account)
                        .query(String.class)
                        .single();
        return before.length() <= AccountWords.LONGEST_PASSWORD_BYTES
                        && passwords.matches(before, hash)
                ? replacePassword(account, password)
                : Optional.of("account.password.wrong");
    }

    /// Remembers this sign-in and answers with the one before it.
    Optional<LastSignIn> enter(UUID account, String from) {
        var before = lastSignIn(account);
        jdbc.sql(
                        "update account set last_sign_in_at = :now, last_sign_in_from = :from where id = :id")
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("from", from)
                .param("id", account)
                .update();
        return before;
    }

    /// The sign-in that the account remembers.
    Optional<LastSignIn> lastSignIn(UUID account) {
        return jdbc.sql(
                        """
                        select last_sign_in_at, last_sign_in_from from account
                        where id = :id and last_sign_in_at is not null
                        """)
                .param("id", account)
                .query((r, _) ->
                        new LastSignIn(
                                r.getObject(1, OffsetDateTime.class).toInstant(), r.getString(2)))
                .optional();
    }
}
