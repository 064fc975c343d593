package org.guiju.app.ledger.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.ledger.Attachments;
import org.guiju.app.ledger.Scanner;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.ledger.FileCommitment;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 附件库 under the data directory: encrypted, written aside, synced, renamed, the directory synced; only then the row.
@Component
class FileAttachments implements Attachments {
    private static final int SALT_BYTES = 16;
    private final Path root;
    private final JdbcClient jdbc;
    private final SubjectKeys keys;
    private final KeyRing ring;
    private final Scanner scanner;
    private final OfficialClock clock;

    FileAttachments(
            @Value("${guiju.data:data}") Path data,
            JdbcClient jdbc,
            SubjectKeys keys,
            KeyRing ring,
            Scanner scanner,
            OfficialClock clock) {
        this.root = data.resolve("attachments");
        this.jdbc = jdbc;
        this.keys = keys;
        this.ring = ring;
        this.scanner = scanner;
        this.clock = clock;
    }

    private record Row(
            String subject, String commitment, byte[] salt, String mediaType, long size) {}

    @Override
    public Stored store(String subject, String mediaType, InputStream content) {
        return store(UUID.randomUUID(), subject, mediaType, content);
    }

    @Override
    public Stored store(UUID id, String subject, String mediaType, InputStream content) {
        oneAtATime(id);
        var there = find(id);
        if (there.isPresent()) {
            return there.get();
        }
        try {
            var bytes = content.readAllBytes();
            // As good as random to whoever does not hold the installation's key, and the same for
            // the same id.
            var salt = java.util.Arrays.copyOf(ring.mac("attachment-salt:" + id), SALT_BYTES);
            var commitment = FileCommitment.of(salt, sha256(bytes));
            write(id, keys.seal(subject, bytes, "attachment:" + id));
            jdbc.sql(
                            """
                            insert into attachment (id, subject, commitment, salt, media_type, size)
                            values (:id, :subject, :commitment, :salt, :type, :size) on conflict do nothing
                            """)
                    .param("id", id)
                    .param("subject", subject)
                    .param("commitment", commitment)
                    .param("salt", salt)
                    .param("type", mediaType)
                    .param("size", (long) bytes.length)
                    .update();
            return new Stored(id, commitment, mediaType, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// To the end of the transaction: two drawings of one paper differ in the moment of their seal, and the second must find the first
    /// instead of writing over it what the first one's row does not say.
    private void oneAtATime(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))")
                .param("id", "attachment:" + id)
                .query((_, _) -> true)
                .single();
    }

    @Override
    public Stored receive(String subject, String mediaType, InputStream content) {
        return receive(UUID.randomUUID(), subject, mediaType, content);
    }

    @Override
    public Stored receive(UUID id, String subject, String mediaType, InputStream content) {
        if (!scanner.configured()) {
            return store(id, subject, mediaType, content);
        }
        try {
            var there = find(id);
            if (there.isPresent()) {
                return there.get();
            }
            var bytes = content.readAllBytes();
            var verdict = scanner.scan(bytes);
            var stored = store(id, subject, mediaType, new java.io.ByteArrayInputStream(bytes));
            scanned(id, verdict);
            return stored;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Held> held(UUID id) {
        return jdbc.sql(
                        "select state, finding from attachment_scan where id = :id and state <> 'clean'")
                .param("id", id)
                .query((rs, _) -> new Held("found".equals(rs.getString(1)), rs.getString(2)))
                .optional();
    }

    @Override
    public void scanned(UUID id, Scanner.Verdict verdict) {
        var state =
                switch (verdict) {
                    case Scanner.Verdict.Clean _ -> "clean";
                    case Scanner.Verdict.Found _ -> "found";
                    case Scanner.Verdict.Unavailable _ -> "waiting";
                };
        var finding = verdict instanceof Scanner.Verdict.Found(var what) ? what : "";
        jdbc.sql(
                        """
                        insert into attachment_scan (id, state, finding, tried_at) values (:id, :state, :finding, :now)
                        on conflict (id) do update set state = excluded.state, finding = excluded.finding,
                            tries = attachment_scan.tries + 1, tried_at = excluded.tried_at
                        where attachment_scan.state = 'waiting'
                        """)
                .param("id", id)
                .param("state", state)
                .param("finding", finding)
                .param("now", java.sql.Timestamp.from(clock.now()))
                .update();
    }

    @Override
    public Optional<byte[]> read(UUID id) {
        return row(id).flatMap(row -> {
            try {
                var file = path(id);
                if (!Files.exists(file)) {
                    return Optional.empty();
                }
                var plain = keys.open(row.subject(), Files.readAllBytes(file), "attachment:" + id);
                plain.ifPresent(bytes -> {
                    if (!FileCommitment.of(row.salt(), sha256(bytes)).equals(row.commitment())) {
                        throw new IllegalStateException(
                                "attachment " + id + " is not what was handed in");
                    }
                });
                return plain;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public Optional<Stored> find(UUID id) {
        return row(id).map(r -> new Stored(id, r.commitment(), r.mediaType(), r.size()));
    }

    @Override
    public Optional<byte[]> salt(UUID id) {
        return row(id).map(Row::salt);
    }

    @Override
    public void purge(String subject) {
        var ids =
                jdbc.sql("select id from attachment where subject = :subject")
                        .param("subject", subject)
                        .query((rs, _) -> rs.getObject(1, UUID.class))
                        .list();
        for (var id : ids) {
            try {
                Files.deleteIfExists(path(id));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Optional<Row> row(UUID id) {
        return jdbc.sql(
                        "select subject, commitment, salt, media_type, size from attachment where id = :id")
                .param("id", id)
                .query((rs, _) ->
                        new Row(
                                rs.getString(1),
                                rs.getString(2),
                                rs.getBytes(3),
                                rs.getString(4),
                                rs.getLong(5)))
                .optional();
    }

    private Path path(UUID id) {
        return root.resolve(id.toString().substring(0, 2)).resolve(id.toString());
    }

    private void write(UUID id, byte[] sealed) throws IOException {
        var file = path(id);
        var directory = java.util.Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(directory);
        var temporary = Files.createTempFile(directory, "up", ".part");
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(sealed);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        sync(directory);
        sync(root.toAbsolutePath());
    }

    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
