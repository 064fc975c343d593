package org.guiju.app.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.guiju.app.ledger.application.Audit.Finding;
import org.guiju.app.ledger.application.Audit.What;
import org.guiju.app.ledger.store.AuditRows;
import org.guiju.app.ledger.store.FiledLog;
import org.guiju.kernel.ledger.LeafHash;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.Cosignature;
import org.guiju.kernel.ledger.note.NoteSignature;
import org.guiju.kernel.ledger.tree.TiledTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Value;

/// The lies that have names, each told to a real server's tables and files, each found where it stands.
class NamedLiesTest extends OnARealLog {
    private static final String ENTRY =
            "update event set entry = ? where stream = ?::uuid and seq = ?";
    private static final String HASH =
            "update leaf set hash = ? where stream = ?::uuid and seq = ?";

    @Value("${guiju.data}")
    Path data;

    /// Rows already lied about.
    private final Set<String> used = new HashSet<>();

    /// An entry of class P that no other lie speaks of, with something disclosed if that is asked for.
    private AuditRows.Row another(boolean disclosed) {
        var withDisclosure =
                new HashSet<>(
                        jdbc.sql(
                                        "select d.stream || '/' || d.seq from disclosure d join subject_key using (subject)")
                                .query(String.class)
                                .list());
        var row =
                new TreeMap<>(rows.entries(0, Math.min(2_000, logs.next())))
                        .values().stream()
                                .filter(r -> !used.contains(r.stream()))
                                .filter(r -> withDisclosure.contains(r.place()) == disclosed)
                                .filter(r ->
                                        new String(entry(r), StandardCharsets.UTF_8)
                                                .contains("\"stream\""))
                                .findFirst()
                                .orElseThrow();
        used.add(row.stream());
        return row;
    }

    private AuditRows.Row another() {
        return another(false);
    }

    /// The last digit of the year, so that the row still reads as an entry of its stream.
    private static byte[] anotherYear(AuditRows.Row row) {
        var bytes = entry(row).clone();
        bytes[new String(bytes, StandardCharsets.UTF_8).indexOf("\"at\":\"20") + 9] ^= 1;
        return bytes;
    }

    private static List<Finding> found(What what, AuditRows.Row... rows) {
        return Arrays.stream(rows).map(r -> new Finding(what, r.place())).toList();
    }

    /// What is done, and what must be found.
    private enum Lie {
        BIT_FLIPPED((test, owner) -> {
            var row = test.another();
            run(owner, ENTRY, anotherYear(row), row.stream(), row.seq());
            return found(What.ENTRY_ALTERED, row);
        }),
        ENTRY_AND_HASH_REWRITTEN((test, owner) -> {
            var row = test.another();
            run(owner, ENTRY, anotherYear(row), row.stream(), row.seq());
            run(owner, HASH, LeafHash.of(anotherYear(row)), row.stream(), row.seq());
            return found(What.ENTRY_ALTERED, row);
        }),
        ENTRY_CUT((test, owner) -> {
            var row = test.another();
            long place = test.place(row);
            delete(owner, "event", row);
            delete(owner, "leaf", row);
            return List.of(new Finding(What.ENTRY_MISSING, test.log.year() + " #" + place));
        }),
        EVENT_ROW_DELETED((test, owner) -> {
            var row = test.another();
            delete(owner, "event", row);
            return List.of(
                    new Finding(
                            What.ENTRY_MISSING,
                            test.log.year() + " #" + test.place(row) + ", " + row.place()));
        }),
        LEAF_ROW_DELETED((test, owner) -> {
            var row = test.another();
            delete(owner, "leaf", row);
            return found(What.SLIPPED_IN, row);
        }),
        ENTRIES_SWAPPED((test, owner) -> {
            var one = test.another();
            var other = test.another();
            long first = test.place(one);
            long second = test.place(other);
            run(owner, "update leaf set idx = -1 where idx = ?", first);
            run(owner, "update leaf set idx = ? where idx = ?", first, second);
            run(owner, "update leaf set idx = ? where idx = -1", second);
            return found(What.ENTRY_ALTERED, one, other);
        }),
        ENTRY_TOLD_TWICE((test, owner) -> {
            var row = test.another();
            run(
                    owner,
                    "insert into event (stream, seq, entry) values (?::uuid, 9999, ?)",
                    row.stream(),
                    entry(row));
            run(
                    owner,
                    "insert into leaf (idx, stream, seq, hash) select max(idx) + 1, ?::uuid, 9999, ? from leaf",
                    row.stream(),
                    row.leaf());
            run(owner, "update coord set next = (select max(idx) + 1 from leaf)");
            return List.of(new Finding(What.MISPLACED, row.stream() + "/9999"));
        }),
        ENTRY_SLIPPED_IN((test, owner) -> {
            var row = test.another();
            run(
                    owner,
                    "insert into event (stream, seq, entry) values (?::uuid, 9998, ?)",
                    row.stream(),
                    entry(row));
            return List.of(new Finding(What.SLIPPED_IN, row.stream() + "/9998"));
        }),
        ROW_MOVED_TO_ANOTHER_STREAM((test, owner) -> {
            var row = test.another();
            var elsewhere = UUID.randomUUID().toString();
            for (var table : List.of("event", "leaf")) {
                run(
                        owner,
                        "update "
                                + table
                                + " set stream = ?::uuid where stream = ?::uuid and seq = ?",
                        elsewhere,
                        row.stream(),
                        row.seq());
            }
            return List.of(new Finding(What.MISPLACED, elsewhere + "/" + row.seq()));
        }),
        ROW_WITH_ANOTHER_NUMBER((test, owner) -> {
            var row = test.another();
            for (var table : List.of("event", "leaf")) {
                run(
                        owner,
                        "update " + table + " set seq = 7777 where stream = ?::uuid and seq = ?",
                        row.stream(),
                        row.seq());
            }
            return List.of(new Finding(What.MISPLACED, row.stream() + "/7777"));
        }),
        DISCLOSURE_OF_ANOTHER_SUBJECT((test, owner) -> {
            var row = test.another(true);
            run(
                    owner,
                    "update disclosure d set subject = (select min(subject) from subject_key k where not exists"
                            + " (select 1 from disclosure o where o.stream = d.stream and o.seq = d.seq and o.subject = k.subject))"
                            + " where stream = ?::uuid and seq = ?",
                    row.stream(),
                    row.seq());
            return found(What.DISCLOSURE_ALTERED, row);
        }),
        DISCLOSURE_OF_NOBODY((test, owner) -> {
            var row = test.another(true);
            run(
                    owner,
                    "update disclosure set subject = 'nobody' where stream = ?::uuid and seq = ?",
                    row.stream(),
                    row.seq());
            return List.of(new Finding(What.KEY_MISSING, "nobody"));
        }),
        DISCLOSURE_OF_ANOTHER_ENTRY((test, owner) -> {
            var row = test.another(true);
            run(
                    owner,
                    "update disclosure set seq = 6666 where stream = ?::uuid and seq = ?",
                    row.stream(),
                    row.seq());
            return List.of(new Finding(What.DISCLOSURE_ALTERED, row.stream() + "/6666"));
        }),
        DISCLOSURE_TORN((test, owner) -> {
            var row = test.another(true);
            run(
                    owner,
                    "update disclosure set blob = substr(blob, 1, 5) where stream = ?::uuid and seq = ?",
                    row.stream(),
                    row.seq());
            return found(What.DISCLOSURE_ALTERED, row);
        }),
        DISCLOSURE_ROW_DELETED((test, owner) -> {
            var row = test.another(true);
            delete(owner, "disclosure", row);
            return List.of(new Finding(What.ROW_MISSING, "disclosure " + test.place(row)));
        }),
        KEY_STOLEN((test, owner) -> {
            var subject = test.subject(test.another(true));
            run(owner, "delete from subject_key where subject = ?", subject);
            return List.of(new Finding(What.KEY_MISSING, subject));
        }),
        KEY_ALTERED((test, owner) -> {
            var subject = test.subject(test.another(true));
            run(
                    owner,
                    "update subject_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 8) where subject = ?",
                    subject);
            return List.of(new Finding(What.KEY_ALTERED, subject));
        }),
        WAITING_AGAIN((test, owner) -> {
            var row = test.another();
            waiting(owner, row, row.seq());
            return found(What.PENDING_ALTERED, row);
        }),
        NOTHING_WAITING((test, owner) -> {
            var row = test.another();
            waiting(owner, row, 5555);
            return List.of(new Finding(What.PENDING_ALTERED, row.stream() + "/5555"));
        });

        private final BiFunction<NamedLiesTest, Connection, List<Finding>> told;

        Lie(BiFunction<NamedLiesTest, Connection, List<Finding>> told) {
            this.told = told;
        }
    }

    private static void delete(Connection owner, String table, AuditRows.Row row) {
        run(
                owner,
                "delete from " + table + " where stream = ?::uuid and seq = ?",
                row.stream(),
                row.seq());
    }

    private static void waiting(Connection owner, AuditRows.Row row, int seq) {
        run(
                owner,
                "insert into pending (stream, seq, n) values (?::uuid, ?, 1)",
                row.stream(),
                seq);
    }

    private long place(AuditRows.Row row) {
        return jdbc.sql("select idx from leaf where stream = ?::uuid and seq = ?")
                .param(row.stream())
                .param(row.seq())
                .query(Long.class)
                .single();
    }

    private String subject(AuditRows.Row row) {
        return jdbc.sql(
                        "select subject from disclosure where stream = ?::uuid and seq = ? order by subject limit 1")
                .param(row.stream())
                .param(row.seq())
                .query(String.class)
                .single();
    }

    /// All at once, each about rows of its own: nothing hides behind anything else.
    @Test
    void everyLieToldToTheTablesIsFoundInItsPlace() throws Exception {
        seals.seal();
        asOwner((owner, audit) -> {
            // Other tests of the shared server take keys away.
            var before = audit.run().findings();
            var expected = new ArrayList<Finding>();
            for (var lie : Lie.values()) {
                expected.addAll(lie.told.apply(this, owner));
            }
            assertThat(before).doesNotContainAnyElementsOf(expected);
            assertThat(audit.run().findings()).containsAll(expected);
            assertThat(expected).hasSize(Lie.values().length + 1);
        });
    }

    enum OfTheBooks {
        COUNTER("update coord set next = next - 1", What.COUNT_ALTERED, "coord"),
        LOG_OF_ANOTHER_NAME("update log set origin = origin || '0'", What.CHECKPOINT, "%s0"),
        LOG_OF_ANOTHER_YEAR("update log set year = year + 4000", What.COUNT_ALTERED, "log %d"),
        /// The last one alone: where a year had a single entry, two begin one behind the other.
        LOG_THAT_BEGINS_LATER(
                "update log set first = first + 1 where first = (select max(first) from log)",
                What.COUNT_ALTERED,
                "log"),
        LOG_NEVER_OPENED("delete from log", What.COUNT_ALTERED, "log %d");

        private final String sql;
        private final What what;
        private final String place;

        OfTheBooks(String sql, What what, String place) {
            this.sql = sql;
            this.what = what;
            this.place = place;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLieInTheBooksIsFound(OfTheBooks lie) throws Exception {
        var place =
                lie.place.contains("%d")
                        ? lie.place.formatted(log.year())
                        : lie.place.formatted(log.origin());
        asOwner((owner, audit) -> {
            run(owner, lie.sql);
            // Which year's log it is depends on how far other tests went ahead.
            assertThat(audit.run().findings())
                    .anyMatch(f ->
                            f.equals(new Finding(lie.what, place))
                                    || (lie == OfTheBooks.LOG_THAT_BEGINS_LATER
                                            && f.what() == lie.what
                                            && f.place().startsWith("log ")));
        });
    }

    /// The last hundred entries never were: as an old backup has it, in agreement with itself.
    @Test
    void anOldBackupIsNotWhatWasSigned() throws Exception {
        asOwner((owner, audit) -> {
            long next = logs.next();
            done(
                    owner,
                    "delete from disclosure d using leaf l where l.stream = d.stream and l.seq = d.seq and l.idx >= ?",
                    next - 100);
            run(
                    owner,
                    "delete from event e using leaf l where l.stream = e.stream and l.seq = e.seq and l.idx >= ?",
                    next - 100);
            run(owner, "delete from leaf where idx >= ?", next - 100);
            run(owner, "update coord set next = next - 100");
            var year = logs.all().getLast().year();
            var findings = audit.run().findings();
            assertThat(findings).contains(new Finding(What.COUNT_ALTERED, "log " + year));
            assertThat(findings.stream().filter(f -> f.what() == What.ENTRY_MISSING)).hasSize(100);
        });
    }

    enum InAFile {
        TILE_TORN("tile/0/000", bytes -> Arrays.copyOf(bytes, 77), What.FILES),
        BUNDLE_ALTERED("tile/entries/000", InAFile::flipped, What.FILES),
        CHECKPOINT_ALTERED("checkpoint", InAFile::flipped, What.CHECKPOINT),
        CHECKPOINT_TORN("checkpoint", bytes -> Arrays.copyOf(bytes, 77), What.CHECKPOINT);

        private final String path;
        private final java.util.function.UnaryOperator<byte[]> told;
        private final What what;

        InAFile(String path, java.util.function.UnaryOperator<byte[]> told, What what) {
            this.path = path;
            this.told = told;
            this.what = what;
        }

        static byte[] flipped(byte[] bytes) {
            bytes[bytes.length / 2] ^= 1;
            return bytes;
        }
    }

    /// While nothing is published, so that the server does not mend what it reads.
    private List<Finding> withFile(Path file, byte[] bytes) {
        return sealer.still(() -> {
            try {
                byte[] good = Files.readAllBytes(file);
                try {
                    Files.write(file, bytes);
                    return audit.run().findings();
                } finally {
                    Files.write(file, good);
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aLieInAFileIsFound(InAFile lie) throws Exception {
        // What the newest log has may be a handful of entries; the oldest one has full tiles.
        var file = sealer.directory(log.year()).resolve(lie.path);
        var name = sealer.directory(log.year()).relativize(file).toString();
        assertThat(withFile(file, lie.told.apply(Files.readAllBytes(file))))
                .anyMatch(f ->
                        f.what() == lie.what
                                && (lie.what == What.CHECKPOINT || f.place().contains(name)));
    }

    /// The last one of a level, and those it has replaced, which are served still to whoever has an old checkpoint.
    @Test
    void aLieInAPartialTileIsFound() throws Exception {
        var some =
                new FiledLog(sealer.directory(log.year()))
                        .partials().stream().filter(t -> t.level() > 0).limit(3).toList();
        assertThat(some).isNotEmpty();
        for (var tile : some) {
            var file = sealer.directory(log.year()).resolve(tile.path());
            assertThat(withFile(file, InAFile.flipped(Files.readAllBytes(file))))
                    .anyMatch(f -> f.what() == What.FILES && f.place().contains(tile.path()));
        }
    }

    /// A checkpoint that the log itself once signed, put back.
    @Test
    void aCheckpointRolledBackIsFound() throws Exception {
        var files = new FiledLog(sealer.directory(log.year()));
        long size = Checkpoint.of(files.published().orElseThrow()).size();
        var older = new Checkpoint(log.origin(), 200, TiledTree.of(files, size).root(200));
        var note =
                older.signed(
                        sealer.signers(log).stream()
                                .map(s ->
                                        Cosignature.of(
                                                older, s, java.time.Instant.EPOCH.plusSeconds(9)))
                                .toList());
        var file = sealer.directory(log.year()).resolve("checkpoint");
        assertThat(withFile(file, note.bytes()))
                .contains(new Finding(What.ROLLED_BACK, log.origin()));
    }

    @Test
    void aLineOfNobodyUnderACheckpointIsFound() throws Exception {
        var note = new FiledLog(sealer.directory(log.year())).published().orElseThrow();
        var strangers = new NoteSignature("count.qinglan.example", 7, new byte[72]);
        var file = sealer.directory(log.year()).resolve("checkpoint");
        assertThat(withFile(file, note.with(List.of(strangers)).bytes()))
                .contains(new Finding(What.CHECKPOINT, log.origin()));
    }

    @Test
    void aRegisterThatIsGoneOrAlteredIsFound() throws Exception {
        try (var registers = Files.list(data.resolve("register"))) {
            for (var file : registers.filter(f -> !f.endsWith("lock")).toList()) {
                if (!Files.readString(file).startsWith(log.origin() + "\n")) {
                    continue;
                }
                var expected = new Finding(What.REGISTER, log.origin());
                var bytes = Files.readAllBytes(file);
                bytes[bytes.length - 10] ^= 1;
                assertThat(withFile(file, bytes)).contains(expected);
                assertThat(withFile(file, new byte[0])).contains(expected);
            }
        }
    }
}
