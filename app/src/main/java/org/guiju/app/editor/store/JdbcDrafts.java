package org.guiju.app.editor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guiju.app.editor.Drafts;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// States of drafts in one table that only grows.
@Component
public class JdbcDrafts implements Drafts {
    private static final String HEAD = "code, n, kind, organ, section, changed_by, changed_at, ";
    private final JdbcClient jdbc;

    JdbcDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds a state behind the newest that the caller knows.
    ///
    /// @return false where somebody was faster
    public boolean add(State s) {
        try {
            jdbc.sql("insert into draft_state values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            s.code(),
                            s.n(),
                            s.kind().name().toLowerCase(Locale.ROOT),
                            s.organ().value(),
                            s.section(),
                            s.by().value(),
                            Timestamp.from(s.at()),
                            s.text())
                    .update();
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    /// The number of the newest state of any draft of the power; 0 where there was none.
    public int newest(String code) {
        return jdbc.sql("select coalesce(max(n), 0) from draft_state where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<State> open(String code) {
        return state(code, newest(code)).filter(s -> s.kind() != Kind.CLOSED);
    }

    @Override
    public List<State> open() {
        return jdbc.sql(
                        "select "
                                + HEAD
                                + "text from draft_state d where n = (select max(n) from draft_state e where e.code = d.code)"
                                + " and kind <> 'closed' order by code")
                .query((rs, _) -> row(rs))
                .list();
    }

    @Override
    public Optional<State> state(String code, int n) {
        return jdbc.sql("select " + HEAD + "text from draft_state where code = ? and n = ?")
                .params(code, n)
                .query((rs, _) -> row(rs))
                .optional();
    }

    @Override
    public List<State> history(String code) {
        return jdbc.sql(
                        "select "
                                + HEAD
                                + "'' as text from draft_state where code = :code and n >= (select max(n) from draft_state"
                                + " where code = :code and kind = 'opened') order by n desc")
                .param("code", code)
                .query((rs, _) -> row(rs))
                .list();
    }

    private static State row(ResultSet rs) throws SQLException {
        return new State(
                rs.getString(1),
                rs.getInt(2),
                Kind.valueOf(rs.getString(3).toUpperCase(Locale.ROOT)),
                new OrganId(rs.getString(4)),
                rs.getString(5),
                new PersonId(rs.getString(6)),
                rs.getTimestamp(7).toInstant(),
                rs.getString(8));
    }
}
