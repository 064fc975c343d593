package org.guiju.app.ledger.store;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.guiju.kernel.ledger.EntryException;
import org.guiju.kernel.ledger.EntryReader;
import org.guiju.kernel.ledger.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads the books beside the entries. Each question is one statement, so that what is written meanwhile cannot make it contradict itself.
@Component
public class AuditBooks {
    private static final int FETCH = 500;
    private static final Set<String> ERASING = Set.of("personal.erased", "admin.factor-removed");
    private final JdbcTemplate jdbc;
    private final KeyRing ring;

    public AuditBooks(JdbcTemplate jdbc, KeyRing ring) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
        this.ring = ring;
    }

    /// @param next the counter, @param leaves how many places are taken, @param behindLast the place behind the last of them
    public record Counted(long next, long leaves, long behindLast) {}

    public Counted counted() {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "select coord.next, l.n, l.behind from coord,"
                                + " (select count(*) as n, coalesce(max(idx) + 1, 0) as behind from leaf) l",
                        (rs, _) -> new Counted(rs.getLong(1), rs.getLong(2), rs.getLong(3))));
    }

    /// Rows that wait for events that are not there, that have their place already, that another row waits for too, or before earlier ones of their stream.
    public void pendingWithoutEntry(Consumer<String> visitor) {
        jdbc.query(
                """
                select p.stream, p.seq from pending p
                where (select count(*) from event e where e.stream = p.stream and e.seq >= p.seq and e.seq < p.seq + p.n) <> p.n
                    or exists (select 1 from leaf l where l.stream = p.stream and l.seq >= p.seq and l.seq < p.seq + p.n)
                    or exists (select 1 from pending q where q.stream = p.stream and q.id <> p.id
                        and (q.seq < p.seq + p.n and p.seq < q.seq + q.n or q.seq < p.seq and q.id > p.id))
                """,
                rs -> {
                    visitor.accept(rs.getString(1) + "/" + rs.getInt(2));
                });
    }

    public void disclosuresWithoutEntry(Consumer<String> visitor) {
        jdbc.query(
                """
                select d.stream, d.seq from disclosure d left join event e using (stream, seq) where e.entry is null
                """,
                rs -> {
                    visitor.accept(rs.getString(1) + "/" + rs.getInt(2));
                });
    }

    /// Subjects of disclosures whose key neither stands nor was put away, and whom no act has erased.
    public void subjectsWithoutKey(Consumer<String> visitor) {
        var keyless = new LinkedHashSet<String>();
        jdbc.query(
                """
                select distinct subject from disclosure d
                where not exists (select 1 from subject_key k where k.subject = d.subject)
                    and not exists (select 1 from sealed_key k where k.subject = d.subject)
                """,
                rs -> {
                    keyless.add(rs.getString(1));
                });
        // Asked afterwards: who is erased meanwhile has his act by now.
        keyless.removeAll(erased());
        keyless.forEach(visitor);
    }

    /// Whom an act has erased. Read here and not by the database, which gives up at the first entry that was torn.
    private Set<String> erased() {
        var erased = new HashSet<String>();
        for (var kind : ERASING) {
            jdbc.query(
                    "select entry from event where position(convert_to(?, 'UTF8') in entry) > 0",
                    rs -> {
                        erasedBy(kind, rs.getBytes(1)).ifPresent(erased::add);
                    },
                    "\"" + kind + "\"");
        }
        return erased;
    }

    private static Optional<String> erasedBy(String kind, byte[] bytes) {
        try {
            var entry = EntryReader.read(bytes);
            return entry.find("k").filter(new Value.Str(kind)::equals).isPresent()
                            && entry.find("subject").orElse(null) instanceof Value.Str(var subject)
                    ? Optional.of(subject)
                    : Optional.empty();
        } catch (EntryException _) {
            // Torn: named where the entries are held against what was signed.
            return Optional.empty();
        }
    }

    public void keysThatDoNotOpen(Consumer<String> visitor) {
        jdbc.query(
                "select subject, wrapped from subject_key",
                rs -> {
                    var subject = rs.getString(1);
                    try {
                        ring.unwrap(rs.getBytes(2), subject);
                    } catch (IllegalStateException e) {
                        visitor.accept(subject);
                    }
                });
    }
}
