package org.guiju.app.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.guiju.app.ledger.application.Audit.Finding;
import org.guiju.app.ledger.application.Audit.What;
import org.guiju.app.ledger.store.AuditRows;
import org.guiju.app.ledger.store.FiledLog;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.NoteKey;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.Tile;
import org.guiju.kernel.ledger.tree.TileBatch;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every byte of every row and file of 300 entries, altered: found, and its place named. By default a sample of the bytes, drawn by a printed seed;
/// with `-Dguiju.lies=all` every one of them.
class CatalogueOfLiesTest extends OnARealLog {
    private static final boolean ALL = "all".equals(System.getProperty("guiju.lies"));
    private static final long SEED = Long.getLong("guiju.lies.seed", System.nanoTime());

    private final Random random = new Random(SEED);
    private long changed;

    @BeforeEach
    void seed() {
        System.out.println("lies: seed " + SEED + (ALL ? ", every byte" : ", a sample"));
    }

    /// Each place of the bytes, or about one in so many of them.
    private int[] places(int length, int oneIn) {
        return IntStream.range(0, length).filter(_ -> ALL || random.nextInt(oneIn) == 0).toArray();
    }

    private byte[] changed(byte[] bytes, int at) {
        changed++;
        var other = bytes.clone();
        other[at] ^= (byte) (1 + random.nextInt(255));
        return other;
    }

    @Test
    void everyByteOfAnEntryAndOfItsLeafCounts() {
        for (var row : stored) {
            var signed = Optional.of(TreeHash.SHA_256.leaf(entry(row)));
            assertThat(LogAudit.compared(row, entry(row), signed)).isEmpty();
            for (int at : places(entry(row).length, 4)) {
                assertThat(LogAudit.compared(row, changed(entry(row), at), signed))
                        .as("%s byte %d", row.place(), at)
                        .contains(new Finding(What.ENTRY_ALTERED, row.place()));
            }
            for (int at : places(row.leaf().length, 1)) {
                var other =
                        new AuditRows.Row(
                                row.stream(), row.seq(), row.entry(), changed(row.leaf(), at));
                assertThat(LogAudit.compared(other, entry(row), signed))
                        .as("%s byte %d of the leaf", row.place(), at)
                        .contains(new Finding(What.LEAF_ALTERED, row.place()));
            }
        }
        System.out.println("lies: " + changed + " bytes of entries and leaves");
    }

    private record Blob(String stream, int seq, String subject, byte[] bytes) {}

    private List<Blob> blobs() {
        return jdbc.sql(
                        """
                        select d.stream, d.seq, d.subject, d.blob from disclosure d join leaf l using (stream, seq)
                        join subject_key k using (subject) where l.idx < :size order by l.idx, d.subject
                        """)
                .param("size", SIZE)
                .query((rs, _) ->
                        new Blob(rs.getString(1), rs.getInt(2), rs.getString(3), rs.getBytes(4)))
                .list();
    }

    private Optional<String> opened(Blob blob, byte[] bytes) {
        try {
            return keys.open(
                            blob.subject(),
                            bytes,
                            blob.stream() + "/" + blob.seq() + "/" + blob.subject())
                    .map(plain -> new String(plain, StandardCharsets.US_ASCII));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /// Of the cipher as it is stored; and of salt, name and value, where somebody holds the keys and enciphers anew.
    @Test
    void everyByteOfADisclosureCounts() {
        var places = new HashMap<String, byte[]>();
        stored.forEach(row -> places.put(row.place(), entry(row)));
        var blobs = blobs();
        assertThat(blobs).hasSizeGreaterThan(30);
        for (var blob : blobs) {
            var place = blob.stream() + "/" + blob.seq();
            var entry = Optional.ofNullable(places.get(place));
            var plain = opened(blob, blob.bytes());
            assertThat(LogAudit.disclosure(new AuditRows.Sealed(place, entry, plain))).isEmpty();
            var altered = new Finding(What.DISCLOSURE_ALTERED, place);
            for (int at : places(blob.bytes().length, 200)) {
                var other = opened(blob, changed(blob.bytes(), at));
                assertThat(LogAudit.disclosure(new AuditRows.Sealed(place, entry, other)))
                        .as("%s byte %d", place, at)
                        .contains(altered);
            }
            byte[] text = plain.orElseThrow().getBytes(StandardCharsets.ISO_8859_1);
            for (int at : places(text.length, 60)) {
                var other = new String(changed(text, at), StandardCharsets.ISO_8859_1);
                assertThat(
                                LogAudit.disclosure(
                                        new AuditRows.Sealed(place, entry, Optional.of(other))))
                        .as("%s character %d", place, at)
                        .contains(altered);
            }
        }
        System.out.println("lies: " + changed + " bytes of " + blobs.size() + " disclosures");
    }

    /// The real entries, tiled as they were when the log had 300 of them.
    @Test
    void everyByteOfEveryTileAndBundleCounts() {
        var batch =
                TileBatch.of(
                        _ -> Optional.empty(),
                        0,
                        stored.stream().map(CatalogueOfLiesTest::entry).toList());
        var files = new HashMap<>(batch.files());
        var checkpoint = new Checkpoint(log.origin(), SIZE, batch.root());
        for (Map.Entry<Tile, byte[]> file : batch.files().entrySet()) {
            byte[] good = file.getValue();
            var path = file.getKey().path();
            for (int at : places(good.length, 150)) {
                files.put(file.getKey(), changed(good, at));
                var findings = new ArrayList<Finding>();
                new LogAudit(log, SIZE, LogAudit.Signed.of(checkpoint.signed(List.of())), findings)
                        .files(tile -> Optional.ofNullable(files.get(tile)));
                assertThat(findings)
                        .as("%s byte %d", path, at)
                        .anyMatch(f -> f.what() == What.FILES && f.place().contains(path));
            }
            files.put(file.getKey(), good);
        }
        System.out.println(
                "lies: " + changed + " bytes of " + batch.files().size() + " tiles and bundles");
    }

    /// Text, names, key numbers, signatures of the log and of its witnesses; and the register beside it.
    @Test
    void everyByteOfTheCheckpointItsSignaturesAndTheRegisterCounts() {
        var directory = new FiledLog(sealer.directory(log.year()));
        byte[] note = directory.published().orElseThrow().bytes();
        var own = sealer.signers(log).stream().map(s -> s.key()).toList();
        var known = new ArrayList<NoteKey>(own);
        sealer.witnessKeys().all().forEach(k -> known.add(VerifierKey.parse(k)));
        assertThat(known).hasSize(4);
        assertThat(judged(note, own, known)).isEmpty();
        for (int at : places(note.length, 8)) {
            assertThat(judged(changed(note, at), own, known))
                    .as("checkpoint, byte %d", at)
                    .contains(new Finding(What.CHECKPOINT, log.origin()));
        }
        var published = LogAudit.Signed.of(SignedNote.parse(note));
        byte[] registered =
                sealer.registered(log).orElseThrow().text().getBytes(StandardCharsets.UTF_8);
        assertThat(LogAudit.against(published, sealer.registered(log))).isEmpty();
        for (int at : places(registered.length, 1)) {
            Optional<Checkpoint> read;
            try {
                var text = new String(changed(registered, at), StandardCharsets.UTF_8);
                read = Optional.of(Checkpoint.parse(text));
            } catch (LogException e) {
                continue;
            }
            assertThat(LogAudit.against(published, read)).as("register, byte %d", at).isPresent();
        }
        System.out.println("lies: " + changed + " bytes of checkpoint and register");
    }

    private List<Finding> judged(byte[] bytes, List<VerifierKey> own, List<NoteKey> known) {
        var findings = new ArrayList<Finding>();
        try {
            var signed = LogAudit.Signed.of(SignedNote.parse(bytes));
            new LogAudit(log, 0, signed, findings).signatures(own, known);
        } catch (LogException e) {
            // As the audit does with a checkpoint that cannot be read.
            findings.add(new Finding(What.CHECKPOINT, log.origin()));
        }
        return findings;
    }

    /// One byte of each of the 300 rows at a time, in the database itself: what is swept above in memory is what the audit finds there.
    @Test
    void whatIsChangedInEveryRowAtOnceIsNamedRowByRow() throws Exception {
        asOwner((owner, lied) -> {
            int longest = stored.stream().mapToInt(r -> entry(r).length).max().orElseThrow();
            int rounds = ALL ? longest : 2;
            for (int round = 0; round < rounds; round++) {
                int at = ALL ? round : random.nextInt(longest);
                run(owner, "savepoint truth");
                changed +=
                        run(
                                owner,
                                """
                                update event e set entry = set_byte(entry, ? % length(entry), get_byte(entry, ? % length(entry)) # ?)
                                from leaf l where l.stream = e.stream and l.seq = e.seq and l.idx < ?
                                """,
                                at,
                                at,
                                1 + random.nextInt(255),
                                SIZE);
                assertThat(lied.run().findings())
                        .as("byte %d", at)
                        .containsAll(
                                stored.stream()
                                        .map(r -> new Finding(What.ENTRY_ALTERED, r.place()))
                                        .toList());
                run(owner, "rollback to savepoint truth");
            }
        });
        System.out.println("lies: " + changed + " bytes of rows in the database");
    }
}
