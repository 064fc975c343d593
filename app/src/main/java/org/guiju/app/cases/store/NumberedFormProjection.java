package org.guiju.app.cases.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.guiju.app.cases.NumberedForm;
import org.guiju.app.ledger.Projection;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 编号决定书的行: one row a number, from the stream of the organ's pads.
@Component
@Order(45)
public class NumberedFormProjection implements Projection {
    private final JdbcClient jdbc;

    NumberedFormProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("numbered_form");
    }

    @Override
    public String reads() {
        return "pads.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        stream.forEach(this::apply);
    }

    /// The rows of one event; a number issued twice breaks the key and with it the transaction.
    public void apply(EventEntry event) {
        var f = new Fields(event);
        var day = OfficialClock.dayOf(event.at());
        switch (event.kind()) {
            case "pads.issued" ->
                    NumberedForm.numbers(f.text("prefix"), f.amount("from"), f.amount("to"))
                            .forEach(n -> issued(f, n, day));
            case "pads.used" ->
                    jdbc.sql(
                                    """
                                    update projection.numbered_form set case_no = :no, used_on = :day
                                    where organ = :organ and number = :number
                                    """)
                            .param("no", f.text("case"))
                            .param("day", day)
                            .param("organ", f.text("organ"))
                            .param("number", f.text("number"))
                            .update();
            case "pads.voided" ->
                    jdbc.sql(
                                    """
                                    update projection.numbered_form set void_reason = :reason, voided_on = :day
                                    where organ = :organ and number = :number
                                    """)
                            .param("reason", f.text("reason"))
                            .param("day", day)
                            .param("organ", f.text("organ"))
                            .param("number", f.text("number"))
                            .update();
            default -> throw new IllegalStateException("no row knows of " + event.kind());
        }
    }

    private void issued(Fields f, String number, LocalDate day) {
        jdbc.sql("insert into projection.numbered_form values (:organ, :number, :person, :day)")
                .param("organ", f.text("organ"))
                .param("number", number)
                .param("person", f.text("person"))
                .param("day", day)
                .update();
    }

    /// Numbers that the person can still use.
    public Set<String> unused(OrganId organ, PersonId person) {
        return new TreeSet<>(
                jdbc.sql(
                                """
                                select number from projection.numbered_form
                                where organ = :organ and person = :person and used_on is null and voided_on is null
                                """)
                        .param("organ", organ.value())
                        .param("person", person.value())
                        .query(String.class)
                        .list());
    }

    /// Holds the number for this transaction.
    ///
    /// @return whether it is still unused, once all who held it before are done
    public boolean take(OrganId organ, String number) {
        return jdbc.sql(
                        """
                        select number from projection.numbered_form
                        where organ = :organ and number = :number and used_on is null and voided_on is null
                        for update
                        """)
                .param("organ", organ.value())
                .param("number", number)
                .query(String.class)
                .optional()
                .isPresent();
    }

    public Optional<NumberedForm> find(OrganId organ, String number) {
        return jdbc.sql(
                        "select * from projection.numbered_form where organ = :organ and number = :number")
                .param("organ", organ.value())
                .param("number", number)
                .query((rs, _) -> row(rs))
                .optional();
    }

    /// All numbers of the organ in order, a page of them.
    public List<NumberedForm> all(OrganId organ, int limit, long offset) {
        return jdbc.sql(
                        """
                        select * from projection.numbered_form where organ = :organ order by number limit :limit offset :offset
                        """)
                .param("organ", organ.value())
                .param("limit", limit)
                .param("offset", offset)
                .query((rs, _) -> row(rs))
                .list();
    }

    public long count(OrganId organ) {
        return jdbc.sql("select count(*) from projection.numbered_form where organ = :organ")
                .param("organ", organ.value())
                .query(Long.class)
                .single();
    }

    private static NumberedForm row(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new NumberedForm(
                rs.getString("number"),
                new PersonId(rs.getString("person")),
                rs.getObject("issued_on", LocalDate.class),
                rs.getString("case_no"),
                rs.getObject("used_on", LocalDate.class),
                rs.getString("void_reason"),
                rs.getObject("voided_on", LocalDate.class));
    }
}
