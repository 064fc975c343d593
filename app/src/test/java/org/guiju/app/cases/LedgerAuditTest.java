package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guiju.app.ledger.application.Audit;
import org.guiju.app.ledger.application.Audit.What;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.platform.database.MigratorAccess;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The administrator of the database rewrites rows, as the owner of the tables can; the audit names each.
@RunningGuiju
class LedgerAuditTest extends OnTheApi {
    @Autowired Sequencer sequencer;

    @Autowired Sealer sealer;

    @Autowired Audit audit;

    @Autowired JdbcClient jdbc;

    @Autowired ApplicationContext server;

    private UUID sealedCase() {
        var no = api.accepted();
        while (sequencer.sequence() > 0) {
            sealer.seal();
        }
        sealer.seal();
        return jdbc.sql("select case_id from projection.case_row where no = :no")
                .param("no", no)
                .query(UUID.class)
                .single();
    }

    private interface Tampering {
        void with(Connection owner) throws Exception;
    }

    /// Does it as the owner, looks, and takes it back.
    private List<Audit.Finding> after(Tampering change, Tampering undo) throws Exception {
        try (var owner = MigratorAccess.open(server)) {
            try {
                change.with(owner);
                return audit.run().findings();
            } finally {
                undo.with(owner);
            }
        }
    }

    private static void run(Connection owner, String sql, Object... values) throws Exception {
        try (var statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private byte[] bytes(String column, String table, UUID stream, int seq) {
        return jdbc.sql(
                        "select "
                                + column
                                + " from "
                                + table
                                + " where stream = :s and seq = :n limit 1")
                .param("s", stream)
                .param("n", seq)
                .query(byte[].class)
                .single();
    }

    private static byte[] flipped(byte[] bytes, int at) {
        var other = bytes.clone();
        other[at] ^= 1;
        return other;
    }

    @Test
    @Requirement(
            value = "J5",
            level = Level.PAGE,
            fault = "the entry no longer compared with the hash that was signed")
    void whoeverAltersARowIsFoundAndTheRowNamed() throws Exception {
        var stream = sealedCase();
        var entry = bytes("entry", "event", stream, 2);
        // A digit of the day, so that the row still reads as an entry of its stream.
        var text = new String(entry, java.nio.charset.StandardCharsets.UTF_8);
        int at = text.indexOf("\"at\":\"20") + 8;
        var findings =
                after(
                        o -> {
                            run(
                                    o,
                                    "update event set entry = ? where stream = ? and seq = 2",
                                    flipped(entry, at),
                                    stream);
                            var page =
                                    Clerk.signedIn(port, "yanzhengqing")
                                            .post(
                                                    "/supervision/ledger",
                                                    "/supervision/ledger",
                                                    java.util.Map.of());
                            assertThat(page.body()).contains("数据库里的条目被改").contains(stream + "/2");
                        },
                        o ->
                                run(
                                        o,
                                        "update event set entry = ? where stream = ? and seq = 2",
                                        entry,
                                        stream));
        assertThat(findings).contains(new Audit.Finding(What.ENTRY_ALTERED, stream + "/2"));
    }

    /// With the hash made to fit: the row agrees with itself and not with what was signed.
    @Test
    void aRowAlteredTogetherWithItsHashIsFoundToo() throws Exception {
        var stream = sealedCase();
        var entry = bytes("entry", "event", stream, 1);
        var hash = bytes("hash", "leaf", stream, 1);
        var text = new String(entry, java.nio.charset.StandardCharsets.UTF_8);
        var changed = flipped(entry, text.indexOf("\"at\":\"20") + 8);
        var findings =
                after(
                        o -> {
                            run(
                                    o,
                                    "update event set entry = ? where stream = ? and seq = 1",
                                    changed,
                                    stream);
                            run(
                                    o,
                                    "update leaf set hash = ? where stream = ? and seq = 1",
                                    org.guiju.kernel.ledger.LeafHash.of(changed),
                                    stream);
                        },
                        o -> {
                            run(
                                    o,
                                    "update event set entry = ? where stream = ? and seq = 1",
                                    entry,
                                    stream);
                            run(
                                    o,
                                    "update leaf set hash = ? where stream = ? and seq = 1",
                                    hash,
                                    stream);
                        });
        assertThat(findings).contains(new Audit.Finding(What.ENTRY_ALTERED, stream + "/1"));
    }

    @Test
    void everyByteOfALeafAndOfADisclosureCounts() throws Exception {
        var stream = sealedCase();
        var hash = bytes("hash", "leaf", stream, 0);
        var found = new ArrayList<Integer>();
        for (int i = 0; i < hash.length; i += 7) {
            int at = i;
            var findings =
                    after(
                            o ->
                                    run(
                                            o,
                                            "update leaf set hash = ? where stream = ? and seq = 0",
                                            flipped(hash, at),
                                            stream),
                            o ->
                                    run(
                                            o,
                                            "update leaf set hash = ? where stream = ? and seq = 0",
                                            hash,
                                            stream));
            assertThat(findings).contains(new Audit.Finding(What.LEAF_ALTERED, stream + "/0"));
            found.add(at);
        }
        assertThat(found).hasSize(5);
        var subject =
                jdbc.sql("select subject from disclosure where stream = :s and seq = 0 limit 1")
                        .param("s", stream)
                        .query(String.class)
                        .single();
        var blob =
                jdbc.sql(
                                "select blob from disclosure where stream = :s and seq = 0 and subject = :subject")
                        .param("s", stream)
                        .param("subject", subject)
                        .query(byte[].class)
                        .single();
        for (int at : new int[] {0, 11, 12, blob.length / 2, blob.length - 1}) {
            var update =
                    "update disclosure set blob = ? where stream = ? and seq = 0 and subject = ?";
            assertThat(
                            after(
                                    o -> run(o, update, flipped(blob, at), stream, subject),
                                    o -> run(o, update, blob, stream, subject)))
                    .contains(new Audit.Finding(What.DISCLOSURE_ALTERED, stream + "/0"));
        }
    }

    @Test
    void whatIsDeletedIsMissedAndWhatIsSlippedInIsSeen() throws Exception {
        var stream = sealedCase();
        int last =
                jdbc.sql("select max(seq) from event where stream = :s")
                        .param("s", stream)
                        .query(Integer.class)
                        .single();
        var place =
                jdbc.sql("select idx from leaf where stream = :s and seq = :n")
                        .param("s", stream)
                        .param("n", last)
                        .query(Long.class)
                        .single();
        var hash = bytes("hash", "leaf", stream, last);
        var findings =
                after(
                        o -> run(o, "delete from leaf where stream = ? and seq = ?", stream, last),
                        o ->
                                run(
                                        o,
                                        "insert into leaf (idx, stream, seq, hash) values (?, ?, ?, ?)",
                                        place,
                                        stream,
                                        last,
                                        hash));
        assertThat(findings.stream().map(Audit.Finding::what))
                .contains(What.ENTRY_MISSING, What.SLIPPED_IN);
        assertThat(findings).contains(new Audit.Finding(What.SLIPPED_IN, stream + "/" + last));
    }

    @Test
    void onlyWhoSupervisesEveryOrganLooks() throws Exception {
        assertThat(Clerk.signedIn(port, "yanzhengqing").get("/supervision/ledger").statusCode())
                .isEqualTo(200);
        for (var other : List.of("limin", "chenyuanshan", "niezhiyuan")) {
            assertThat(Clerk.signedIn(port, other).get("/supervision/ledger").statusCode())
                    .isEqualTo(403);
        }
    }
}
