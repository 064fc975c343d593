package org.guiju.app.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/// 件数台账: counts of rows that the database keeps as the rows change (`V384`). Every change adds a row that says by how much; here they are
/// added up, so that what is read stays short. The sum is the same before, meanwhile and afterwards.
public final class Tally {
    /// Fewer are not worth the writing.
    private static final long MANY = 200;

    private final JdbcClient jdbc;
    private final String table;
    private final String keys;

    /// @param table with its schema
    /// @param keys columns by which is counted, with commas
    public Tally(JdbcClient jdbc, String table, String keys) {
        this.jdbc = jdbc;
        this.table = table;
        this.keys = keys;
    }

    /// Adds up if enough has come since; who counts meanwhile sees either the changes or their sum.
    ///
    /// @return whether it was worth it
    public boolean addUp() {
        var waiting =
                jdbc.sql("select count(*) from " + table + " where not added_up")
                        .query(Long.class)
                        .single();
        if (waiting < MANY) {
            return false;
        }
        jdbc.sql(
                        """
                        with gone as (delete from %1$s returning *)
                        insert into %1$s (%2$s, n, added_up)
                        select %2$s, sum(n), true from gone group by %2$s having sum(n) <> 0
                        """
                                .formatted(table, keys))
                .update();
        return true;
    }
}
