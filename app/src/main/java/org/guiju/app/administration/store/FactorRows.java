package org.guiju.app.administration.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// 第二因素的行: which enrolment is an account's, the last step accepted, the digests of its recovery codes.
@Repository
public class FactorRows {
    private static final long LOCK = 0x6775696a75L;
    private final JdbcClient jdbc;

    FactorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One act of the administration after another, until the transaction ends.
    public void inTurn() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(_ -> {});
    }

    /// The stream that holds the account's secret.
    public Optional<UUID> enrolment(UUID account) {
        return jdbc.sql("select enrolment from second_factor where account = :account")
                .param("account", account)
                .query(UUID.class)
                .optional();
    }

    public void enrol(UUID account, UUID enrolment, long step, Instant at, List<String> codes) {
        jdbc.sql("insert into second_factor values (:account, :enrolment, :step, :at)")
                .param("account", account)
                .param("enrolment", enrolment)
                .param("step", step)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        for (var hash : codes) {
            jdbc.sql("insert into recovery_code (account, hash) values (:account, :hash)")
                    .param("account", account)
                    .param("hash", hash)
                    .update();
        }
    }

    /// Takes the step, if none at or behind it was taken before.
    ///
    /// @return false for a code that was accepted already, also a moment ago in another request
    public boolean take(UUID account, long step) {
        return jdbc.sql(
                                """
                                update second_factor set last_step = :step
                                where account = :account and last_step < :step
                                """)
                        .param("account", account)
                        .param("step", step)
                        .update()
                == 1;
    }

    /// Uses a recovery code up.
    public boolean recover(UUID account, String hash, Instant at) {
        return jdbc.sql(
                                """
                                update recovery_code set used_at = :at
                                where account = :account and hash = :hash and used_at is null
                                """)
                        .param("account", account)
                        .param("hash", hash)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// How many recovery codes are left.
    public int left(UUID account) {
        return jdbc.sql(
                        "select count(*) from recovery_code where account = :account and used_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    public void remove(UUID account) {
        jdbc.sql("delete from recovery_code where account = :account")
                .param("account", account)
                .update();
        jdbc.sql("delete from second_factor where account = :account")
                .param("account", account)
                .update();
    }
}
