package org.guiju.app.allocation.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.allocation.Loan;
import org.guiju.kernel.allocation.SeparationPolicy;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of loans between organs and of what an organ keeps apart besides the law, from the stream of each organ.
final class LoanRows {
    private final JdbcClient jdbc;

    LoanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static List<String> tables() {
        return List.of("role_loan", "separation_policy");
    }

    /// Whether the event is one of these.
    boolean project(EventEntry e, String organ) {
        switch (e.kind()) {
            case "organ.loan-asked" -> asked(e, organ);
            case "organ.loan-answered" ->
                    jdbc.sql(
                                    """
                                    update projection.role_loan set state = :state, answered_by = :by
                                    where borrower = :organ and id = :id
                                    """)
                            .param("state", e.text("state"))
                            .param("by", e.by())
                            .param("organ", organ)
                            .param("id", e.text("loan"))
                            .update();
            case "organ.loan-ended" ->
                    jdbc.sql(
                                    """
                                    update projection.role_loan set last_day = least(last_day, :last)
                                    where borrower = :organ and id = :id
                                    """)
                            .param("last", LocalDate.parse(e.text("last")))
                            .param("organ", organ)
                            .param("id", e.text("loan"))
                            .update();
            case "organ.separation-added" ->
                    jdbc.sql(
                                    """
                                    insert into projection.separation_policy
                                    values (:organ, :seq, :one, :other, :basis, :from) on conflict do nothing
                                    """)
                            .param("organ", organ)
                            .param("seq", e.seq())
                            .param("one", e.text("one"))
                            .param("other", e.text("other"))
                            .param("basis", e.text("basis"))
                            .param("from", LocalDate.parse(e.text("from")))
                            .update();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void asked(EventEntry e, String organ) {
        var powers =
                e.fields().get("powers") instanceof Value.Strs(var all) ? all : List.<String>of();
        jdbc.sql(
                        """
                        insert into projection.role_loan values (:organ, :id, :lender, :person, :role, :powers, :reason, :from, :last,
                            'ASKED', :by, null)
                        on conflict do nothing
                        """)
                .param("organ", organ)
                .param("id", e.text("loan"))
                .param("lender", e.text("lender"))
                .param("person", e.text("person"))
                .param("role", e.text("role"))
                .param("powers", powers.toArray(String[]::new))
                .param("reason", e.text("reason"))
                .param("from", LocalDate.parse(e.text("from")))
                .param("last", LocalDate.parse(e.text("last")))
                .param("by", e.by())
                .update();
    }

    static List<Loan> loans(JdbcClient jdbc) {
        return jdbc.sql("select * from projection.role_loan order by borrower, length(id), id")
                .query((rs, _) -> {
                    var answered = rs.getString("answered_by");
                    return new Loan(
                            rs.getString("id"),
                            new OrganId(rs.getString("borrower")),
                            new OrganId(rs.getString("lender")),
                            new PersonId(rs.getString("person")),
                            rs.getString("role"),
                            Set.of((String[]) rs.getArray("powers").getArray()),
                            rs.getString("reason"),
                            rs.getObject("from_day", LocalDate.class),
                            rs.getObject("last_day", LocalDate.class),
                            Loan.State.valueOf(rs.getString("state")),
                            new PersonId(rs.getString("asked_by")),
                            answered == null ? null : new PersonId(answered));
                })
                .list();
    }

    static List<SeparationPolicy> policies(JdbcClient jdbc) {
        return jdbc.sql("select * from projection.separation_policy order by organ, seq")
                .query((rs, _) ->
                        new SeparationPolicy(
                                new OrganId(rs.getString("organ")),
                                Duty.ofCode(rs.getString("one")).orElseThrow(),
                                Duty.ofCode(rs.getString("other")).orElseThrow(),
                                rs.getString("basis"),
                                rs.getObject("from_day", LocalDate.class)))
                .list();
    }
}
