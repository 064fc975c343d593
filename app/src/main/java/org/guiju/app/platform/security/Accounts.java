package org.guiju.app.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
    record Account(CurrentUser user, String hash, boolean disabled) {}

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
                        select id, person_id, kind, display_name, password_hash, disabled
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
                                row.getBoolean("disabled")))
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
}
