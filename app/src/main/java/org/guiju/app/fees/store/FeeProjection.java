package org.guiju.app.fees.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.app.fees.FeeRow;
import org.guiju.app.ledger.Projection;
import org.guiju.kernel.fees.FeeEvent;
import org.guiju.kernel.fees.FeeState;
import org.guiju.kernel.fees.Reconciliation.Receipt;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.shared.OrganId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of fees, one for each case, and their receipts.
@Component
public class FeeProjection implements Projection {
    private final JdbcClient jdbc;

    FeeProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("fee_receipt", "fee");
    }

    @Override
    public String reads() {
        return "fee.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        var first = stream.getFirst();
        var no = first.text("no");
        var events = stream.stream().map(FeeForms::read).toList();
        var state = FeeState.replay(events);
        jdbc.sql("delete from projection.fee_receipt where no = ?").param(no).update();
        jdbc.sql("delete from projection.fee where no = ?").param(no).update();
        jdbc.sql(
                        """
                        insert into projection.fee values
                        (:no, :power, :organ, :charged, :receivable, :waived, :paid, :refunded)
                        """)
                .param("no", no)
                .param("power", first.text("power"))
                .param("organ", first.text("organ"))
                .param("charged", events.getFirst().on())
                .param("receivable", state.receivable())
                .param("waived", state.waived())
                .param("paid", state.paid())
                .param("refunded", state.refunded())
                .update();
        events.forEach(e -> receipt(no, e));
    }

    private void receipt(String no, FeeEvent event) {
        switch (event) {
            case FeeEvent.Paid e -> receipt(no, e.receipt(), e.day(), e.fen());
            case FeeEvent.Refunded e -> receipt(no, e.receipt(), e.day(), -e.fen());
            case FeeEvent.Charged _, FeeEvent.Waived _ -> {
                // No receipt belongs to these.
            }
        }
    }

    private void receipt(String no, String receipt, LocalDate day, long fen) {
        jdbc.sql("insert into projection.fee_receipt values (:receipt, :no, :day, :fen)")
                .param("receipt", receipt)
                .param("no", no)
                .param("day", day)
                .param("fen", fen)
                .update();
    }

    /// Fees charged in the span, both ends included, by day and case; of every organ where none is named.
    public List<FeeRow> rows(Optional<OrganId> organ, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        select * from projection.fee
                        where (:organ = '' or organ = :organ) and charged_on between :from and :until
                        order by charged_on, no
                        """)
                .param("organ", organ.map(OrganId::value).orElse(""))
                .param("from", from)
                .param("until", until)
                .query((rs, _) -> row(rs))
                .list();
    }

    private static FeeRow row(ResultSet rs) throws SQLException {
        return new FeeRow(
                rs.getString("no"),
                rs.getString("power"),
                new OrganId(rs.getString("organ")),
                rs.getObject("charged_on", LocalDate.class),
                rs.getLong("receivable"),
                rs.getLong("waived"),
                rs.getLong("paid"),
                rs.getLong("refunded"));
    }

    /// Receipts of the organ with a day in the span; what was given back is negative.
    public List<Receipt> receipts(OrganId organ, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        select r.receipt, r.fen from projection.fee_receipt r
                        join projection.fee f on f.no = r.no
                        where f.organ = :organ and r.day between :from and :until
                        order by r.receipt
                        """)
                .param("organ", organ.value())
                .param("from", from)
                .param("until", until)
                .query((rs, _) -> new Receipt(rs.getString("receipt"), rs.getLong("fen")))
                .list();
    }

    public boolean known(String receipt) {
        return jdbc.sql("select count(*) from projection.fee_receipt where receipt = ?")
                        .param(receipt)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
