package org.guiju.app.cases.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.app.cases.FormPads;
import org.guiju.app.cases.NumberedForm;
import org.guiju.app.cases.NumberedForm.Kind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 编号决定书核对 from the rows of the numbers: an account is counted, never kept.
@Component
class JdbcFormPads implements FormPads {
    private static final String COUNTS =
            """
            min(form) form, min(number) first, max(number) last, count(*) issued, count(used_on) used, count(voided_on) spoilt,
            count(returned_on) returned
            """;
    private static final String PADS =
            "select organ, person, min(issued_on) issued_on, max(returned_on) returned_on, "
                    + COUNTS
                    + " from projection.numbered_form ";
    private final JdbcClient jdbc;

    JdbcFormPads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FormPad> pads(String organ, int limit, long offset) {
        return jdbc.sql(
                        PADS
                                + """
                                where :organ = '' or organ = :organ group by organ, pad, person
                                order by min(issued_on) desc, organ, pad desc limit :limit offset :offset
                                """)
                .param("organ", organ)
                .param("limit", limit)
                .param("offset", offset)
                .query((rs, _) -> pad(rs))
                .list();
    }

    @Override
    public long count(String organ) {
        return jdbc.sql(
                        """
                        select count(distinct (organ, pad)) from projection.numbered_form where :organ = '' or organ = :organ
                        """)
                .param("organ", organ)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Series> series(String organ) {
        return jdbc.sql(
                        "select organ, count(distinct pad) pads, max(right(number, :digits)::int)"
                                + " - min(right(number, :digits)::int) + 1 - count(*) missing, "
                                + COUNTS
                                + """
                                from projection.numbered_form where :organ = '' or organ = :organ
                                group by organ, left(number, -:digits) order by max(issued_on) desc, organ, min(number) desc
                                """)
                .param("organ", organ)
                .param("digits", NumberedForm.DIGITS)
                .query((rs, _) -> series(rs))
                .list();
    }

    @Override
    public Optional<FormPad> pad(OrganId organ, String first) {
        return jdbc.sql(PADS + "where organ = :organ and pad = :pad group by organ, pad, person")
                .param("organ", organ.value())
                .param("pad", first)
                .query((rs, _) -> pad(rs))
                .optional();
    }

    @Override
    public List<NumberedForm> numbers(OrganId organ, String first) {
        return jdbc.sql(
                        "select * from projection.numbered_form where organ = :organ and pad = :pad order by number")
                .param("organ", organ.value())
                .param("pad", first)
                .query((rs, _) -> NumberedFormProjection.row(rs))
                .list();
    }

    @Override
    public List<Entered> entered(LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select * from projection.numbered_form
                        where form = 'voucher' and given_on between :from and :to order by given_on desc, organ, number desc
                        """)
                .param("from", from)
                .param("to", to)
                .query((rs, _) -> entered(rs))
                .list();
    }

    @Override
    public List<Entered> voucher(String number) {
        return jdbc.sql(
                        "select * from projection.numbered_form where form = 'voucher' and number = :number order by organ")
                .param("number", number)
                .query((rs, _) -> entered(rs))
                .list();
    }

    @Override
    public List<NumberedForm> ofCase(String no) {
        return jdbc.sql(
                        "select * from projection.numbered_form where case_no = :no and form = 'voucher' order by used_on, number")
                .param("no", no)
                .query((rs, _) -> NumberedFormProjection.row(rs))
                .list();
    }

    private static Entered entered(ResultSet rs) throws SQLException {
        return new Entered(new OrganId(rs.getString("organ")), NumberedFormProjection.row(rs));
    }

    private static FormPad pad(ResultSet rs) throws SQLException {
        return new FormPad(
                Kind.of(rs.getString("form")),
                new OrganId(rs.getString("organ")),
                rs.getString("first"),
                rs.getString("last"),
                new PersonId(rs.getString("person")),
                rs.getObject("issued_on", LocalDate.class),
                rs.getLong("issued"),
                rs.getLong("used"),
                rs.getLong("spoilt"),
                rs.getLong("returned"),
                rs.getObject("returned_on", LocalDate.class));
    }

    private static Series series(ResultSet rs) throws SQLException {
        return new Series(
                Kind.of(rs.getString("form")),
                new OrganId(rs.getString("organ")),
                rs.getString("first"),
                rs.getString("last"),
                rs.getLong("pads"),
                rs.getLong("issued"),
                rs.getLong("used"),
                rs.getLong("spoilt"),
                rs.getLong("returned"),
                rs.getLong("missing"));
    }
}
