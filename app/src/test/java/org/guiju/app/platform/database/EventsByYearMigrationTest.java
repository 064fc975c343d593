package org.guiju.app.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guiju.app.backup.store.Tables;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.shared.TimedId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// 按年分区: what lay in one table lies in the parts of its years afterwards, every row of it, and means what it meant.
@Timeout(300)
class EventsByYearMigrationTest {
    /// The last schema with one table for all events.
    private static final int EARLIER = 381;

    private static final int FIRST = 2026;
    private static final int BEHIND = 2046;
    private static final List<String> WHOLES = List.of("event", "disclosure");
    private static final List<String> EVERY_PRIVILEGE =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");

    @TempDir static Path dir;

    static OneServer server;
    static OneServer.Database database;
    static Map<String, String> before;
    static List<String> files;

    /// The first id of the year, as Java has it.
    private static UUID first(int year) {
        return TimedId.bound(LocalDate.of(year, 1, 1).atStartOfDay(OfficialClock.ZONE).toInstant());
    }

    /// The id just below: the last bit of the millisecond before and of all chance.
    private static UUID below(UUID id) {
        return new UUID(id.getMostSignificantBits() - 1, -1);
    }

    /// What there was: random ids everywhere, the rare ones that fall into a year, names taken from texts, both ends of each bound.
    private static Map<UUID, String> streams() {
        var all = new TreeMap<UUID, String>(java.util.Comparator.comparing(UUID::toString));
        all.put(new UUID(0, 0), "before");
        all.put(UUID.fromString("0100aaaa-0000-4000-8000-000000000001"), "before");
        all.put(below(first(FIRST)), "before");
        for (int year = FIRST; year < BEHIND; year++) {
            all.put(first(year), Integer.toString(year));
            all.put(below(first(year + 1)), Integer.toString(year));
        }
        all.put(UUID.fromString("01c40000-0000-4bcd-8000-000000000001"), "2030");
        all.put(first(BEHIND), "after");
        all.put(UUID.nameUUIDFromBytes(new byte[] {1}), "after");
        all.put(new UUID(-1, -1), "after");
        IntStream.range(0, 50)
                .forEach(i ->
                        all.put(
                                UUID.fromString(
                                        "%02x".formatted(i * 4 + 40)
                                                + UUID.randomUUID().toString().substring(2)),
                                "after"));
        return all;
    }

    @BeforeAll
    static void migrated() throws Exception {
        server = new OneServer(dir);
        database = server.database("old");
        database.migrations()
                .only(
                        database.migrations().known().stream()
                                .filter(m -> Integer.parseInt(m.version()) <= EARLIER)
                                .map(Migrations.Known::script)
                                .toList());
        try (var owner = database.owner()) {
            int place = 0;
            for (var stream : streams().keySet()) {
                for (int seq = 0; seq < 3; seq++) {
                    insert(owner, stream, seq);
                    run(
                            owner,
                            "insert into disclosure values (?, ?, 'a', '\\x01'), (?, ?, 'b', '\\x02')",
                            stream,
                            seq,
                            stream,
                            seq);
                    if (seq < 2) {
                        run(
                                owner,
                                "insert into leaf values (?, ?, ?, sha256('x'))",
                                place++,
                                stream,
                                seq);
                    }
                }
                run(owner, "insert into pending (stream, seq) values (?, 2)", stream);
            }
            before = rows(owner);
            files =
                    WHOLES.stream()
                            .map(t ->
                                    ask(owner, "select pg_relation_filenode('%s')".formatted(t))
                                            .getFirst())
                            .toList();
        }
        database.migrations().run();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void insert(Connection as, UUID stream, int seq) throws SQLException {
        insert(as, "event", stream, seq);
    }

    private static void insert(Connection as, String table, UUID stream, int seq)
            throws SQLException {
        var entry = "{\"k\":\"test.happened\",\"seq\":%d,\"stream\":\"%s\"}".formatted(seq, stream);
        run(
                as,
                "insert into " + table + " values (?, ?, ?)",
                stream,
                seq,
                entry.getBytes(StandardCharsets.UTF_8));
    }

    private static void run(Connection as, String sql, Object... values) throws SQLException {
        try (var statement = as.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static List<String> ask(Connection as, String sql) {
        try (var statement = as.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// As a backup has them.
    private static Map<String, String> rows(Connection owner) throws Exception {
        owner.setAutoCommit(false);
        var tables = new Tables(owner);
        var found = new TreeMap<String, String>();
        for (var table : tables.inOrder().entrySet()) {
            if (List.of("public.event", "public.disclosure", "public.leaf", "public.pending")
                    .contains(table.getKey())) {
                var bytes = new ByteArrayOutputStream();
                tables.out(table.getKey(), table.getValue(), bytes);
                found.put(table.getKey(), bytes.toString(StandardCharsets.UTF_8));
            }
        }
        owner.commit();
        owner.setAutoCommit(true);
        return found;
    }

    @Test
    void everyRowIsThereAndInThePartOfItsIdAndWhatStayedWasNotWrittenAgain() throws Exception {
        try (var owner = database.owner()) {
            assertThat(rows(owner)).hasSize(4).isEqualTo(before);
            for (var stream : streams().entrySet()) {
                for (var whole : WHOLES) {
                    if (stream.getKey().version() != 4) {
                        assertThat(
                                        ask(
                                                owner,
                                                "select distinct tableoid::regclass from %s where stream = '%s'"
                                                        .formatted(whole, stream.getKey())))
                                .as("%s", stream.getKey())
                                .containsExactly(whole + "_" + stream.getValue());
                    }
                }
            }
            assertThat(
                            WHOLES.stream()
                                    .map(t ->
                                            ask(
                                                            owner,
                                                            "select pg_relation_filenode('%s_after')"
                                                                    .formatted(t))
                                                    .getFirst())
                                    .toList())
                    .isEqualTo(files);
        }
    }

    @Test
    void theBoundsOfTheYearsAreThoseThatJavaReckons() throws Exception {
        try (var owner = database.owner()) {
            for (int year = FIRST; year <= BEHIND; year++) {
                assertThat(ask(owner, "select first_stream_of(%d)".formatted(year)))
                        .containsExactly(first(year).toString());
            }
            for (var whole : WHOLES) {
                var bounds = new ArrayList<String>();
                bounds.add(bound(whole, "before", "MINVALUE", "'" + first(FIRST) + "'"));
                for (int year = FIRST; year < BEHIND; year++) {
                    bounds.add(
                            bound(
                                    whole,
                                    Integer.toString(year),
                                    "'" + first(year) + "'",
                                    "'" + first(year + 1) + "'"));
                }
                bounds.add(bound(whole, "after", "'" + first(BEHIND) + "'", "MAXVALUE"));
                assertThat(
                                ask(
                                        owner,
                                        "select relid::regclass || ' ' || pg_get_expr(relpartbound, relid) from pg_partition_tree('%s') p join pg_class c on c.oid = p.relid where level = 1"
                                                .formatted(whole)))
                        .containsExactlyInAnyOrderElementsOf(bounds);
            }
        }
    }

    private static String bound(String whole, String part, String from, String to) {
        return "%s_%s FOR VALUES FROM (%s) TO (%s)".formatted(whole, part, from, to);
    }

    @Test
    void oneNumberOfAStreamIsTakenOnceWhicheverPartItLiesIn() throws Exception {
        try (var owner = database.owner();
                var application = application()) {
            for (var stream :
                    List.of(below(first(2027)), first(2027), new UUID(-1, -1), new UUID(0, 0))) {
                assertThatThrownBy(() -> insert(application, stream, 2))
                        .hasMessageContaining("_pkey");
                insert(application, stream, 3);
                assertThatThrownBy(() -> insert(application, stream, 3))
                        .hasMessageContaining("_pkey");
            }
            // So that the order of the tests does not matter.
            run(owner, "delete from event where seq = 3");
            // Nor does it go into another part, whoever puts it there.
            assertThatThrownBy(() -> insert(owner, "event_2026", first(2027), 9))
                    .hasMessageContaining("violates partition constraint");
            assertThatThrownBy(() -> insert(owner, "event_after", first(2027), 9))
                    .hasMessageContaining("violates partition constraint");
        }
    }

    private static Connection application() throws SQLException {
        return java.sql.DriverManager.getConnection(
                "jdbc:" + database.url(), OneServer.APPLICATION, "x");
    }

    @Test
    void theApplicationMayInsertAndSelectTheWholeAndNothingInAnyPart() throws Exception {
        try (var owner = database.owner()) {
            for (var whole : WHOLES) {
                var held =
                        "select string_agg(relid::regclass || ' ' || p, ',' order by p) from pg_partition_tree('%s'), unnest(array['%s']) as p where has_table_privilege('guiju_app', relid, p)"
                                .formatted(whole, String.join("','", EVERY_PRIVILEGE));
                assertThat(ask(owner, held))
                        .containsExactly(whole + " INSERT," + whole + " SELECT");
            }
        }
    }

    @Test
    void aPartThatTheApplicationCouldChangeRefusesTheStart() throws Exception {
        var source =
                new DriverManagerDataSource("jdbc:" + database.url(), OneServer.APPLICATION, "x");
        EventPrivileges.check(source);
        for (var table : List.of("event_2031", "disclosure_after", "event")) {
            for (var privilege : List.of("UPDATE", "DELETE", "TRUNCATE", "TRIGGER")) {
                try (var owner = database.owner()) {
                    run(owner, "grant %s on %s to guiju_app".formatted(privilege, table));
                    assertThatThrownBy(() -> EventPrivileges.check(source))
                            .hasMessageContaining(
                                    "revoke %s on %s from guiju_app".formatted(privilege, table));
                    run(owner, "revoke %s on %s from guiju_app".formatted(privilege, table));
                }
            }
        }
        EventPrivileges.check(source);
    }
}
