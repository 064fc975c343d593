package org.guiju.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RunningGuiju
class EventStoreTest {
    @Autowired EventStore events;

    @Autowired CommandGate gate;

    @Autowired TransactionTemplate transaction;

    @Autowired JdbcClient jdbc;

    @Autowired Sequencer sequencer;

    @Autowired Rebuild rebuild;

    @Autowired JdbcTemplate batch;

    @org.springframework.beans.factory.annotation.Value("${guiju.data}")
    Path data;

    /// The owner of the tables, as who the application never comes.
    private java.sql.Connection migrator() throws Exception {
        var secrets = new java.util.Properties();
        try (var in = Files.newBufferedReader(data.resolve("postgres/secrets.properties"))) {
            secrets.load(in);
        }
        var port = Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/guiju",
                "guiju_migrator",
                secrets.getProperty("guiju_migrator"));
    }

    private static EventDraft draft(String text) {
        return new EventDraft(
                "test.happened",
                Map.of("open", new Value.Str(text)),
                List.of(
                        new EventDraft.Hidden(
                                "person:" + text, "secret", new Value.Str("机密" + text))),
                null,
                null,
                null);
    }

    private void append(UUID stream, long expected, String text) {
        transaction.executeWithoutResult(_ ->
                events.append(
                        stream,
                        expected,
                        List.of(draft(text)),
                        Stamp.own(Instant.now(), "tester", UUID.randomUUID())));
    }

    @Test
    void aStreamReadsBackWithItsDisclosuresAndItsChainHolds() {
        var stream = UUID.randomUUID();
        append(stream, 0, "one");
        append(stream, 1, "two");
        var read = events.read(stream);
        assertThat(read).hasSize(2);
        assertThat(read.get(1).fields()).containsEntry("secret", new Value.Str("机密two"));
        assertThat(EventEntry.chain(read)).isEmpty();
    }

    @Test
    void whatIsHiddenStandsInNoTableInClear() {
        var stream = UUID.randomUUID();
        append(stream, 0, "hidden-canary");
        var entry =
                jdbc.sql("select convert_from(entry, 'UTF8') from event where stream = :s")
                        .param("s", stream)
                        .query(String.class)
                        .single();
        assertThat(entry).contains("hidden-canary").doesNotContain("机密");
        var blob =
                jdbc.sql("select blob from disclosure where stream = :s")
                        .param("s", stream)
                        .query(byte[].class)
                        .single();
        assertThat(new String(blob, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("机密");
    }

    @Test
    void theFasterOfTwoAppendsWinsAndTheOtherIsToldSo() {
        var stream = UUID.randomUUID();
        append(stream, 0, "first");
        assertThatThrownBy(() -> append(stream, 0, "again")).isInstanceOf(StaleStream.class);
        assertThatThrownBy(() -> append(stream, 7, "ahead")).isInstanceOf(StaleStream.class);
    }

    @Test
    void inARaceOfSixteenOnOneStreamEveryNumberIsTakenOnce() {
        var stream = UUID.randomUUID();
        append(stream, 0, "start");
        var won = new AtomicInteger();
        together(
                16,
                i -> {
                    for (int n = 0; n < 20; n++) {
                        try {
                            append(stream, events.read(stream).size(), "racer" + i);
                            won.incrementAndGet();
                        } catch (StaleStream _) {
                            // the slower one: in the application it reads and decides anew
                        }
                    }
                });
        var read = events.read(stream);
        assertThat(read).hasSize(won.get() + 1);
        assertThat(EventEntry.chain(read)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set seq = seq",
                "delete from event",
                "truncate event cascade",
                "alter table event add column x int",
                "drop table event",
                "update disclosure set blob = blob",
                "delete from disclosure",
                "update leaf set idx = idx",
                "delete from command",
                "update command set outcome = ''",
                "alter table event disable trigger all",
                "set session_replication_role = replica",
                "create table public.mine (x int)"
            })
    void theApplicationsRoleCannotRewriteHistory(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .rootCause()
                .message()
                .matches("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void theColumnsSayWhatTheBytesSay() {
        var stream = UUID.randomUUID();
        append(stream, 0, "true");
        assertThatThrownBy(() ->
                        jdbc.sql(
                                        """
                                        insert into event (stream, seq, entry) select :other, 0, entry from event where stream = :s
                                        """)
                                .param("other", UUID.randomUUID())
                                .param("s", stream)
                                .update())
                .rootCause()
                .message()
                .contains("event_says_what_its_bytes_say");
    }

    @Test
    void everyEntryGetsItsPlaceInTheOrderOfItsStream() {
        var stream = UUID.randomUUID();
        IntStream.range(0, 5).forEach(i -> append(stream, i, "n" + i));
        while (sequencer.sequence() > 0) {
            // until nothing is pending
        }
        var order =
                jdbc.sql("select seq from leaf where stream = :s order by idx")
                        .param("s", stream)
                        .query(Integer.class)
                        .list();
        assertThat(order).isEqualTo(List.of(0, 1, 2, 3, 4));
        var gaps =
                jdbc.sql("select count(*) - (max(idx) + 1) from leaf").query(Long.class).single();
        assertThat(gaps).isZero();
    }

    @Test
    void everyPendingRowAndEveryLeafHasItsEvents() {
        var stream = UUID.randomUUID();
        transaction.executeWithoutResult(_ ->
                events.append(
                        stream,
                        0,
                        List.of(draft("a"), draft("b"), draft("c")),
                        Stamp.own(Instant.now(), "tester", UUID.randomUUID())));
        append(stream, 3, "d");
        var orphans =
                jdbc.sql(
                                """
                                select (select count(*) from pending p cross join lateral generate_series(p.seq, p.seq + p.n - 1) as s (seq)
                                            left join event e on e.stream = p.stream and e.seq = s.seq where e.seq is null)
                                     + (select count(*) from leaf l left join event e using (stream, seq) where e.seq is null)
                                """)
                        .query(Long.class)
                        .single();
        assertThat(orphans).isZero();
        while (sequencer.sequence() > 0) {
            // until nothing is pending
        }
        var places = "select count(*) from leaf where stream = :s";
        assertThat(jdbc.sql(places).param("s", stream).query(Long.class).single()).isEqualTo(4);
        var unplaced =
                "select count(*) from event e left join leaf l using (stream, seq) where l.idx is null";
        assertThat(jdbc.sql(unplaced).query(Long.class).single()).isZero();
    }

    @Test
    void whatGoesInOneTripIsKeptWholeOrNotAtAll() {
        var stream = UUID.randomUUID();
        var writes = new Writes();
        events.append(
                writes,
                stream,
                List.of(),
                List.of(draft("half")),
                Stamp.own(Instant.now(), "tester", UUID.randomUUID()));
        var kept = new AtomicInteger();
        writes.whenKept(kept::incrementAndGet);
        writes.add("insert into coord values (2, 0)");
        assertThatThrownBy(() -> writes.send(batch))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThat(kept).hasValue(0);
        assertThat(events.recent(stream)).isEmpty();
        assertThat(events.read(stream)).isEmpty();
    }

    @Test
    void whatThisServerSawLastOfAStreamIsWhatWasCommitted() {
        var stream = UUID.randomUUID();
        append(stream, 0, "one");
        var one = events.read(stream);
        assertThat(events.recent(stream)).isEqualTo(one).hasSize(1);
        transaction.executeWithoutResult(status -> {
            events.append(
                    stream,
                    1,
                    List.of(draft("taken back")),
                    Stamp.own(Instant.now(), "tester", UUID.randomUUID()));
            assertThat(events.read(stream)).hasSize(2);
            status.setRollbackOnly();
        });
        assertThat(events.recent(stream)).isEqualTo(one);
        assertThat(events.read(stream)).isEqualTo(one);
        append(stream, 1, "two");
        assertThat(events.recent(stream)).hasSize(1);
        assertThat(events.read(stream)).hasSize(2);
        assertThat(events.recent(stream)).hasSize(2);
    }

    @Test
    void aSubjectWhoseKeyIsGoneIsNoLongerReadFromMemoryEither() throws Exception {
        var stream = UUID.randomUUID();
        append(stream, 0, "erased-" + stream);
        assertThat(events.read(stream).getFirst().fields()).containsKey("secret");
        try (var migrator = migrator();
                var statement = migrator.createStatement()) {
            statement.execute(
                    "delete from subject_key where subject = 'person:erased-" + stream + "'");
        }
        assertThat(events.read(stream).getFirst().fields()).doesNotContainKey("secret");
    }

    @Test
    void theSameCommandIsAnsweredOnceAndAnotherBodyIsRefused() {
        var id = UUID.randomUUID();
        var runs = new AtomicInteger();
        var body = "body".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var first = gate.once(id, "me", body, () -> "answer " + runs.incrementAndGet());
        var again = gate.once(id, "me", body, () -> "answer " + runs.incrementAndGet());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.again()).isTrue();
        assertThat(runs).hasValue(1);
        assertThatThrownBy(() -> gate.once(id, "me", new byte[] {1}, () -> ""))
                .isInstanceOf(CommandGate.AnotherBody.class);
        assertThatThrownBy(() -> gate.once(id, "you", body, () -> ""))
                .isInstanceOf(CommandGate.AnotherBody.class);
    }

    @Test
    void fiftyCopiesOfOneCommandAtOnceAreOneAct() {
        var id = UUID.randomUUID();
        var stream = UUID.randomUUID();
        var body = "same".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        together(
                50,
                _ ->
                        gate.once(
                                id,
                                "me",
                                body,
                                () -> {
                                    events.append(
                                            stream,
                                            0,
                                            List.of(draft("once")),
                                            Stamp.own(Instant.now(), "me", id));
                                    return "done";
                                }));
        assertThat(events.read(stream)).hasSize(1);
    }

    @Test
    void aProjectionMadeAnewFromTheEventsIsTheSameToTheByte() {
        var compared = rebuild.run();
        assertThat(compared)
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.same()).as(c.table()).isTrue());
        assertThat(compared)
                .anySatisfy(c -> {
                    assertThat(c.table()).isEqualTo("case_row");
                    assertThat(c.rows()).isGreaterThanOrEqualTo(30);
                });
    }

    /// So many at once; what one of them throws is thrown here.
    private static void together(int n, IntConsumer work) {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, n)
                            .mapToObj(i -> CompletableFuture.runAsync(() -> work.accept(i), pool))
                            .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(all).join();
        }
    }
}
