package org.guiju.app.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 编号: running numbers without gaps; the row lock is held until the act commits, a rolled-back act gives its number back.
@Component
public class Numbering {
    private final JdbcClient jdbc;

    Numbering(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next number of the series, 1 for the first.
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String series) {
        return jdbc.sql(
                        """
                        insert into numbering (series, last) values (:series, 1)
                        on conflict (series) do update set last = numbering.last + 1 returning last
                        """)
                .param("series", series)
                .query(Long.class)
                .single();
    }
}
