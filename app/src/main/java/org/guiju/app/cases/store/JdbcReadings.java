package org.guiju.app.cases.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.guiju.app.cases.Reading;
import org.guiju.kernel.shared.PersonId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of who read which case.
@Component
public class JdbcReadings {
    private static final RowMapper<Reading> ROW =
            (rs, _) ->
                    new Reading(
                            rs.getObject("at", OffsetDateTime.class).toInstant(),
                            new PersonId(rs.getString("officer")),
                            rs.getString("organ"),
                            rs.getObject("case_id", UUID.class),
                            rs.getString("no"),
                            rs.getBoolean("supervising"));
    private static final String SELECT =
            """
            select r.at, r.officer, r.organ, r.case_id, c.no, r.supervising
            from reading r join projection.case_row c using (case_id)
            """;
    private final JdbcClient jdbc;

    JdbcReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Unless the same officer has read the same case since then.
    public void add(Reading reading, Instant since) {
        jdbc.sql(
                        """
                        insert into reading (at, officer, organ, case_id, supervising)
                        select :at, :officer, :organ, :case, :supervising
                        where not exists (
                            select 1 from reading where case_id = :case and officer = :officer and at > :since)
                        """)
                .param("at", reading.at().atOffset(ZoneOffset.UTC))
                .param("officer", reading.officer().value())
                .param("organ", reading.organ())
                .param("case", reading.caseId())
                .param("supervising", reading.supervising())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The latest first.
    public List<Reading> ofCase(UUID caseId, int most) {
        return jdbc.sql(SELECT + " where case_id = :case order by at desc, id desc limit :most")
                .param("case", caseId)
                .param("most", most)
                .query(ROW)
                .list();
    }

    /// The latest first; of one officer, or of everybody.
    public List<Reading> latest(String officer, int most, long offset) {
        return jdbc.sql(
                        SELECT
                                + " where :officer = '' or officer = :officer order by at desc, id desc limit :most offset :offset")
                .param("officer", officer)
                .param("most", most)
                .param("offset", offset)
                .query(ROW)
                .list();
    }

    public long count(String officer) {
        return jdbc.sql("select count(*) from reading where :officer = '' or officer = :officer")
                .param("officer", officer)
                .query(Long.class)
                .single();
    }
}
