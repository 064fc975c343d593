package org.guiju.app.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.guiju.app.cases.store.ReadingRows;
import org.guiju.app.ledger.application.Audit.Finding;
import org.guiju.app.ledger.application.Audit.What;
import org.guiju.app.platform.database.MigratorAccess;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who read what stands in a table beside the events; it is sealed in the log, and what is done to it afterwards is named row by row.
class RowSealsTest extends OnARealLog {
    @Autowired ReadingRows table;

    /// Of the readings alone: other rows may come while other work goes on.
    private int seal() {
        return new RowSeals(List.of(table), events, clock, transaction).seal();
    }

    private long read(String officer) {
        return jdbc.sql(
                        """
                        insert into reading (at, officer, organ, case_id, supervising)
                        values (now(), :officer, 'qinglan-culture', :id, false) returning id
                        """)
                .param("officer", officer)
                .param("id", UUID.randomUUID())
                .query(Long.class)
                .single();
    }

    /// Other tests do other things to the shared server.
    private static List<Finding> ofReadings(List<Finding> findings) {
        return findings.stream().filter(f -> f.place().startsWith("reading ")).toList();
    }

    private void sealedByTheLog() {
        while (sequencer.sequence() > 0) {
            sealer.seal();
        }
        sealer.seal();
    }

    @Test
    void everyReadingThatWasSealedIsMissedOrFoundAltered() throws Exception {
        var ids = List.of(read("p-canary-one"), read("p-canary-two"), read("p-canary-three"));
        assertThat(seal()).isGreaterThanOrEqualTo(3);
        sealedByTheLog();
        assertThat(seal()).as("what is sealed is not sealed again").isZero();
        long unsealed = read("p-canary-four");
        asOwner((owner, audit) -> {
            assertThat(ofReadings(audit.run().findings())).isEmpty();
            run(owner, "delete from reading where id = ?", ids.get(0));
            run(owner, "update reading set officer = 'p-other' where id = ?", ids.get(1));
            run(
                    owner,
                    "update reading set at = at + interval '1 microsecond' where id = ?",
                    ids.get(2));
            // What is not sealed yet is nobody's claim.
            run(owner, "delete from reading where id = ?", unsealed);
            assertThat(ofReadings(audit.run().findings()))
                    .containsExactlyInAnyOrder(
                            new Finding(What.ROW_MISSING, "reading " + ids.get(0)),
                            new Finding(What.ROW_ALTERED, "reading " + ids.get(1)),
                            new Finding(What.ROW_ALTERED, "reading " + ids.get(2)));
        });
    }

    @Test
    void everyColumnOfAReadingCounts() throws Exception {
        long id = read("p-canary-five");
        seal();
        asOwner((owner, audit) -> {
            for (var change :
                    List.of(
                            "at = at - interval '1 hour'",
                            "officer = officer || 'x'",
                            "organ = 'qinglan-cultur'",
                            "case_id = gen_random_uuid()",
                            "supervising = true")) {
                run(owner, "savepoint truth");
                run(owner, "update reading set " + change + " where id = ?", id);
                assertThat(ofReadings(audit.run().findings()))
                        .as(change)
                        .containsExactly(new Finding(What.ROW_ALTERED, "reading " + id));
                run(owner, "rollback to savepoint truth");
            }
        });
    }

    /// Its number was taken before another's, and it was committed after that one was sealed.
    @Test
    void aRowThatComesLateIsSealedLate() throws Exception {
        try (var owner = MigratorAccess.open(server)) {
            owner.setAutoCommit(false);
            run(
                    owner,
                    """
                    insert into reading (at, officer, organ, case_id, supervising)
                    values (now(), 'p-canary-late', 'qinglan-culture', gen_random_uuid(), false)
                    """);
            read("p-canary-six");
            assertThat(seal()).isPositive();
            owner.commit();
        }
        assertThat(seal()).isEqualTo(1);
        assertThat(seal()).isZero();
    }

    @Test
    void theLogShowsNeitherReaderNorCaseNorThatItIsAboutReadings() {
        read("p-canary-eight");
        seal();
        sealedByTheLog();
        var bytes =
                jdbc.sql("select entry from event where stream = :s order by seq desc limit 1")
                        .param("s", RowSeals.stream("reading"))
                        .query(byte[].class)
                        .single();
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .doesNotContain("canary", "reading", "rows", RowSeals.stream("reading").toString())
                .contains("_sd");
    }
}
