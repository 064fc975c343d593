package org.guiju.app.ledger.application;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.StaleStream;
import org.guiju.app.ledger.Writes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 一次办理 in PostgreSQL: the answer is inserted in the act's own transaction, so that both are there or neither.
@Component
class JdbcCommandGate implements CommandGate {
    private static final int TRIES = 5;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final TransactionTemplate transaction;

    JdbcCommandGate(JdbcClient jdbc, JdbcTemplate batch, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.transaction = transaction;
    }

    private record Known(String actor, byte[] digest, String outcome) {}

    @Override
    public Answer once(UUID id, String actor, byte[] body, Supplier<String> work) {
        var digest = sha256(body);
        for (int attempt = 1; ; attempt++) {
            var known = find(id);
            if (known.isPresent()) {
                return again(id, known.get(), actor, digest);
            }
            try {
                var text =
                        transaction.execute(_ -> {
                            var answer = work.get();
                            jdbc.sql(
                                            """
                                            insert into command (id, actor, body_digest, outcome)
                                            values (:id, :actor, :digest, :outcome)
                                            """)
                                    .param("id", id)
                                    .param("actor", actor)
                                    .param("digest", digest)
                                    .param("outcome", answer)
                                    .update();
                            return answer;
                        });
                return new Answer(text == null ? "" : text, false);
            } catch (StaleStream | DuplicateKeyException e) {
                // Somebody was faster: on the stream (decide anew) or with the same id (give his
                // answer).
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    @Override
    public Answer once(UUID id, String actor, byte[] body, Function<Writes, String> work) {
        var digest = sha256(body);
        for (int attempt = 1; ; attempt++) {
            try {
                var text = transaction.execute(_ -> done(id, actor, digest, work));
                return new Answer(text == null ? "" : text, false);
            } catch (RuntimeException e) {
                var known = find(id);
                if (known.isPresent()) {
                    return again(id, known.get(), actor, digest);
                }
                boolean faster = e instanceof StaleStream || e instanceof DuplicateKeyException;
                if (!faster || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private String done(UUID id, String actor, byte[] digest, Function<Writes, String> work) {
        var writes = new Writes();
        var answer = work.apply(writes);
        send(writes, id, actor, digest, answer);
        return answer;
    }

    private void send(Writes writes, UUID id, String actor, byte[] digest, String answer) {
        writes.add(
                "insert into command (id, actor, body_digest, outcome) values (?, ?, ?, ?)",
                id,
                actor,
                digest,
                answer);
        writes.send(batch);
    }

    private Optional<Known> find(UUID id) {
        return jdbc.sql("select actor, body_digest, outcome from command where id = :id")
                .param("id", id)
                .query((rs, _) -> new Known(rs.getString(1), rs.getBytes(2), rs.getString(3)))
                .optional();
    }

    private static Answer again(UUID id, Known known, String actor, byte[] digest) {
        if (!known.actor().equals(actor) || !MessageDigest.isEqual(known.digest(), digest)) {
            throw new AnotherBody(id);
        }
        return new Answer(known.outcome(), true);
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
