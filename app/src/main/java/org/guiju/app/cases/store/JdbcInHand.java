package org.guiju.app.cases.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guiju.app.cases.InHandQuery;
import org.guiju.kernel.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the rows of what is in hand.
@Component
class JdbcInHand implements InHandQuery {
    private final JdbcClient jdbc;

    JdbcInHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UUID> cases(PersonId person) {
        return jdbc.sql(
                        """
                        select c.case_id from projection.case_row c
                        where c.closed_on is null
                          and exists (select 1 from projection.in_hand h where h.case_id = c.case_id and h.person = :person)
                        order by c.no
                        """)
                .param("person", person.value())
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
    }

    @Override
    public List<Taken> taken(PersonId person) {
        return jdbc.sql(
                        """
                        select distinct on (c.no) c.no, c.power, h.giver, h.day
                        from projection.case_handover h join projection.case_row c using (case_id)
                        where h.taker = :person and c.closed_on is null
                          and exists (select 1 from projection.in_hand i where i.case_id = c.case_id and i.person = :person)
                        order by c.no desc, h.seq desc
                        """)
                .param("person", person.value())
                .query((rs, _) ->
                        new Taken(
                                rs.getString("no"),
                                rs.getString("power"),
                                new PersonId(rs.getString("giver")),
                                rs.getObject("day", LocalDate.class)))
                .list();
    }
}
