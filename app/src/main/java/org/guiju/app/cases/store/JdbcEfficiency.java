package org.guiju.app.cases.store;

import java.time.LocalDate;
import java.util.List;
import org.guiju.app.cases.Efficiency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what decided cases took.
@Component
class JdbcEfficiency implements Efficiency {
    private final JdbcClient jdbc;

    JdbcEfficiency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Took> decided(String organ, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        select power, version, situation, coalesce(accepted_on, received_on) as began, decided_on, promise_due,
                            statute_due, supplements, visits
                        from projection.case_row join projection.case_effort using (case_id)
                        where decided_on between :from and :until and (:organ = '' or organ = :organ)
                        """)
                .param("from", from)
                .param("until", until)
                .param("organ", organ)
                .query((rs, _) ->
                        new Took(
                                rs.getString("power"),
                                rs.getInt("version"),
                                rs.getString("situation"),
                                rs.getObject("began", LocalDate.class),
                                rs.getObject("decided_on", LocalDate.class),
                                rs.getObject("promise_due", LocalDate.class),
                                rs.getObject("statute_due", LocalDate.class),
                                rs.getInt("supplements"),
                                rs.getInt("visits")))
                .list();
    }
}
