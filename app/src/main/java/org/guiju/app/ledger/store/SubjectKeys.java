package org.guiju.app.ledger.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 主体密钥: one key for each subject. Destroying it is how a person is erased.
@Component
public class SubjectKeys {
    private final JdbcClient jdbc;
    private final KeyRing ring;

    SubjectKeys(JdbcClient jdbc, KeyRing ring) {
        this.jdbc = jdbc;
        this.ring = ring;
    }

    /// The subject's key, made on first use.
    byte[] keyOf(String subject) {
        return find(subject)
                .orElseGet(() -> {
                    jdbc.sql(
                                    "insert into subject_key (subject, wrapped) values (:subject, :wrapped) on conflict do nothing")
                            .param("subject", subject)
                            .param("wrapped", ring.wrap(ring.newKey(), subject))
                            .update();
                    return find(subject).orElseThrow();
                });
    }

    /// The key, if it has not been destroyed.
    Optional<byte[]> find(String subject) {
        return jdbc.sql("select wrapped from subject_key where subject = :subject")
                .param("subject", subject)
                .query(byte[].class)
                .optional()
                .map(w -> ring.unwrap(w, subject));
    }

    /// Seals bytes under the subject's key.
    public byte[] seal(String subject, byte[] plain, String context) {
        return ring.seal(keyOf(subject), plain, context);
    }

    /// Opens bytes sealed under the subject's key; empty once the key is destroyed.
    public Optional<byte[]> open(String subject, byte[] sealed, String context) {
        return find(subject).map(key -> ring.open(key, sealed, context));
    }

    /// A view that asks for each key once.
    Cached cached() {
        return new Cached();
    }

    /// Keys remembered for the length of one read.
    final class Cached {
        private final Map<String, Optional<byte[]>> keys = new HashMap<>();

        Optional<byte[]> open(String subject, byte[] sealed, String context) {
            return keys.computeIfAbsent(subject, SubjectKeys.this::find)
                    .map(key -> ring.open(key, sealed, context));
        }
    }
}
