package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.demo.DemoForms;
import org.guiju.app.ledger.application.Audit;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.platform.database.MigratorAccess;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A case lies with the cases of the year that stands in its number, and what somebody takes away of a year is missed.
@RunningGuiju
class EventsByYearTest extends OnTheApi {
    private static final Instant NEW_YEAR =
            LocalDate.of(2026, 1, 1).atStartOfDay(OfficialClock.ZONE).toInstant();

    @Autowired CaseDesk desk;

    @Autowired Catalogue catalogue;

    @Autowired JdbcClient jdbc;

    @Autowired TransactionTemplate transaction;

    @Autowired Sequencer sequencer;

    @Autowired Sealer sealer;

    @Autowired Audit audit;

    @Autowired ApplicationContext server;

    /// Number and part of a case that begins at this moment; nothing of it stays.
    private String opened(Instant at) {
        var found =
                transaction.execute(status -> {
                    status.setRollbackOnly();
                    var day = OfficialClock.dayOf(at);
                    var power = catalogue.inForce(api.power, day).orElseThrow();
                    var situation = power.situations().getFirst();
                    var applicant =
                            new Applicant(
                                    UUID.randomUUID().toString(),
                                    "",
                                    Applicant.Kind.ORGANISATION,
                                    "青岚跨年演出公司",
                                    "青岚跨年演出公司");
                    var answer =
                            desk.open(
                                    UUID.randomUUID(),
                                    new Actor.Citizen("new-year"),
                                    api.power,
                                    no ->
                                            new CaseCommand.SubmitApplication(
                                                    no,
                                                    api.power,
                                                    situation.id(),
                                                    situation.channels().getFirst(),
                                                    applicant,
                                                    DemoForms.fill(situation, "青岚跨年演出公司", "林跨年", 3),
                                                    List.of(),
                                                    day,
                                                    ""),
                                    null,
                                    at);
                    assertThat(answer).isInstanceOf(CaseAnswer.Done.class);
                    var done = (CaseAnswer.Done) answer;
                    assertThat(done.caseId().version()).isEqualTo(7);
                    var parts =
                            jdbc.sql(
                                            """
                                            select distinct tableoid::regclass::text from event where stream = :s
                                            union select distinct tableoid::regclass::text from disclosure where stream = :s order by 1 desc
                                            """)
                                    .param("s", done.caseId())
                                    .query(String.class)
                                    .list();
                    return done.no().substring(0, 5) + parts;
                });
        return String.valueOf(found);
    }

    @Test
    void aCaseLiesInThePartOfTheYearInWhichItBeganToTheLastMillisecondInBeijing() {
        assertThat(opened(NEW_YEAR.minusMillis(1)))
                .isEqualTo("2025-[event_before, disclosure_before]");
        assertThat(opened(NEW_YEAR.minusNanos(1)))
                .isEqualTo("2025-[event_before, disclosure_before]");
        assertThat(opened(NEW_YEAR)).isEqualTo("2026-[event_2026, disclosure_2026]");
        assertThat(opened(NEW_YEAR.plusMillis(1))).isEqualTo("2026-[event_2026, disclosure_2026]");
    }

    @Test
    void aYearThatWasTakenAwayIsNamedByTheAuditEntryByEntryAndPutBackIsWhole() throws Exception {
        var no = api.accepted();
        while (sequencer.sequence() > 0) {
            sealer.seal();
        }
        sealer.seal();
        var stream =
                jdbc.sql("select case_id from projection.case_row where no = :no")
                        .param("no", no)
                        .query(UUID.class)
                        .single();
        var part =
                jdbc.sql("select distinct tableoid::regclass::text from event where stream = :s")
                        .param("s", stream)
                        .query(String.class)
                        .single();
        int year = clock.today().getYear();
        assertThat(part).isEqualTo("event_" + year);
        assertThat(audit.run().findings()).isEmpty();
        try (var owner = MigratorAccess.open(server);
                var statement = owner.createStatement()) {
            statement.execute("alter table event detach partition " + part);
            try {
                assertThat(
                                audit.run().findings().stream()
                                        .filter(f -> f.what() == Audit.What.ENTRY_MISSING)
                                        .map(f -> f.place().replaceFirst(".*, ", "")))
                        .contains(stream + "/0", stream + "/1");
            } finally {
                statement.execute(
                        "alter table event attach partition %s for values from (first_stream_of(%d)) to (first_stream_of(%d))"
                                .formatted(part, year, year + 1));
            }
        }
        assertThat(audit.run().findings()).isEmpty();
    }
}
