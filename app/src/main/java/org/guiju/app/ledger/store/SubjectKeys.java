package org.guiju.app.ledger.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// 主体密钥: one key for each subject. Destroying it is how a person is erased.
@Component
public class SubjectKeys {
    private static final int MOST_REMEMBERED = 20_000;
    private final JdbcClient jdbc;
    private final KeyRing ring;
    private final Map<String, byte[]> remembered = Recent.map(MOST_REMEMBERED);

    SubjectKeys(JdbcClient jdbc, KeyRing ring) {
        this.jdbc = jdbc;
        this.ring = ring;
    }

    /// The subject's key, made on first use.
    byte[] keyOf(String subject) {
        return java.util.Objects.requireNonNull(keysOf(List.of(subject)).get(subject));
    }

    /// The subjects' keys, made on first use, all in one trip. A key of this transaction's own making is remembered when the
    /// transaction is committed: one that is rolled back must seal nothing later.
    Map<String, byte[]> keysOf(Collection<String> subjects) {
        var keys = new HashMap<String, byte[]>();
        for (var subject : subjects) {
            var known = remembered.get(subject);
            if (known != null) {
                keys.put(subject, known);
            }
        }
        var unknown = subjects.stream().filter(s -> !keys.containsKey(s)).distinct().toList();
        if (!unknown.isEmpty()) {
            var found = ensured(unknown);
            keys.putAll(found);
            remember(found);
        }
        return keys;
    }

    /// Makes the keys that many acts are going to need, all in one trip.
    public void ready(Collection<String> subjects) {
        keysOf(subjects);
    }

    private Map<String, byte[]> ensured(List<String> subjects) {
        var wrapped =
                subjects.stream().map(s -> ring.wrap(ring.newKey(), s)).toArray(byte[][]::new);
        var names = subjects.toArray(String[]::new);
        var found =
                unwrapped(
                        jdbc.sql(
                                        """
                                        with made as (insert into subject_key (subject, wrapped)
                                            select * from unnest(?::text[], ?::bytea[]) on conflict do nothing
                                            returning subject, wrapped)
                                        select subject, wrapped from made
                                        union all select subject, wrapped from subject_key where subject = any (?::text[])
                                        """)
                                .param(names)
                                .param(wrapped)
                                .param(names));
        // Somebody else made one at this very moment: it is seen by the next statement.
        var missing = subjects.stream().filter(s -> !found.containsKey(s)).toArray(String[]::new);
        if (missing.length > 0) {
            found.putAll(
                    unwrapped(
                            jdbc.sql(
                                            "select subject, wrapped from subject_key where subject = any (?::text[])")
                                    .param(missing)));
        }
        return found;
    }

    private Map<String, byte[]> unwrapped(JdbcClient.StatementSpec statement) {
        var found = new LinkedHashMap<String, byte[]>();
        statement.query(rs -> {
            found.put(rs.getString(1), ring.unwrap(rs.getBytes(2), rs.getString(1)));
        });
        return found;
    }

    private void remember(Map<String, byte[]> keys) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            remembered.putAll(keys);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        remembered.putAll(keys);
                    }
                });
    }

    /// What is remembered of the subject is forgotten: its key may be gone.
    void forget(Collection<String> subjects) {
        subjects.forEach(remembered::remove);
    }

    /// The key, if it has not been destroyed.
    Optional<byte[]> find(String subject) {
        return jdbc.sql("select wrapped from subject_key where subject = :subject")
                .param("subject", subject)
                .query(byte[].class)
                .optional()
                .map(w -> ring.unwrap(w, subject));
    }

    /// 销毁: what was sealed under the key is noise from now on; also a key that was put away.
    public void destroy(String subject) {
        jdbc.sql("delete from subject_key where subject = :subject")
                .param("subject", subject)
                .update();
        jdbc.sql("delete from sealed_key where subject = :subject")
                .param("subject", subject)
                .update();
        forgetNowAndLater(subject);
    }

    /// 封存: the key goes where this application cannot read it.
    public void putAway(String subject) {
        jdbc.sql(
                        """
                        with gone as (delete from subject_key where subject = :subject returning subject, wrapped)
                        insert into sealed_key (subject, wrapped) select subject, wrapped from gone
                        """)
                .param("subject", subject)
                .update();
        forgetNowAndLater(subject);
    }

    /// Whoever asked between the deletion and its commit has remembered it again.
    private void forgetNowAndLater(String subject) {
        remembered.remove(subject);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            remembered.remove(subject);
                        }
                    });
        }
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

    /// A view that has asked for all these keys at once.
    Cached cached(Collection<String> subjects) {
        var cached = new Cached();
        subjects.forEach(s -> cached.keys.put(s, Optional.empty()));
        jdbc.sql("select subject, wrapped from subject_key where subject = any (?::text[])")
                .param(subjects.toArray(String[]::new))
                .query(rs -> {
                    var subject = rs.getString(1);
                    cached.keys.put(subject, Optional.of(ring.unwrap(rs.getBytes(2), subject)));
                });
        return cached;
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
