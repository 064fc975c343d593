package org.guiju.app.ledger.store;

import java.util.List;
import java.util.Set;
import org.guiju.app.ledger.Sequence;
import org.guiju.kernel.ledger.EntryReader;
import org.guiju.kernel.ledger.EventEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the order of the log. What stands sealed has no kind in clear and is never among what is wanted.
@Component
class JdbcSequence implements Sequence {
    private final JdbcClient jdbc;

    JdbcSequence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long next() {
        return jdbc.sql("select next from coord").query(Long.class).single();
    }

    @Override
    public Stretch from(long first, int most, Set<String> kinds) {
        long next = Math.max(first, Math.min(first + most, next()));
        if (next == first || kinds.isEmpty()) {
            return new Stretch(next, List.of());
        }
        var entries =
                jdbc.sql(
                                """
                                select l.idx, e.entry from leaf l join event e using (stream, seq)
                                where l.idx >= ? and l.idx < ? and entry_json(e.entry) ->> 'k' = any (?::text[])
                                order by l.idx
                                """)
                        .param(first)
                        .param(next)
                        .param(kinds.toArray(String[]::new))
                        .query((rs, _) ->
                                new Placed(
                                        rs.getLong(1),
                                        EventEntry.of(EntryReader.read(rs.getBytes(2)))))
                        .list();
        return new Stretch(next, entries);
    }
}
