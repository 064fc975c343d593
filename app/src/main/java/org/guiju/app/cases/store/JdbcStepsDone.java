package org.guiju.app.cases.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.guiju.app.cases.StepsDone;
import org.guiju.kernel.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads who did what step.
@Component
class JdbcStepsDone implements StepsDone {
    private final JdbcClient jdbc;

    JdbcStepsDone(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Done> of(PersonId person, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        select c.*, d.step, d.kind, d.opened_on, d.closed_on as step_closed_on, d.due, d.late
                        from projection.step_done d join projection.case_row c using (case_id)
                        where d.person = :person and d.closed_on between :from and :until
                        order by d.closed_on desc, c.no desc, d.round desc
                        """)
                .param("person", person.value())
                .param("from", from)
                .param("until", until)
                .query((rs, _) ->
                        new Done(
                                Objects.requireNonNull(JdbcCaseQuery.ROW.mapRow(rs, 0)),
                                rs.getString("step"),
                                rs.getString("kind"),
                                rs.getObject("opened_on", LocalDate.class),
                                rs.getObject("step_closed_on", LocalDate.class),
                                rs.getObject("due", LocalDate.class),
                                rs.getBoolean("late")))
                .list();
    }

    @Override
    public List<Kept> kept(String organ, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        select kind, count(*) as closed, count(due) as limited, count(*) filter (where closed_on <= due) as within
                        from (select distinct case_id, round, kind, closed_on, due from projection.step_done
                              where organ = :organ and closed_on between :from and :until) as once
                        group by kind order by kind
                        """)
                .param("organ", organ)
                .param("from", from)
                .param("until", until)
                .query((rs, _) ->
                        new Kept(
                                rs.getString("kind"),
                                rs.getLong("closed"),
                                rs.getLong("limited"),
                                rs.getLong("within")))
                .list();
    }
}
