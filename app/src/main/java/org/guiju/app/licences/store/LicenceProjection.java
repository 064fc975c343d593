package org.guiju.app.licences.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.ledger.Projection;
import org.guiju.app.licences.LicenceRegister;
import org.guiju.app.licences.LicenceRow;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.licences.LicenceEvent;
import org.guiju.kernel.licences.LicenceState;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of licences, one for each.
@Component
public class LicenceProjection implements Projection, LicenceRegister {
    /// 即将届满: so many days ahead the list shows what runs out.
    private static final int SOON = 90;

    private final JdbcClient jdbc;

    LicenceProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("licence");
    }

    @Override
    public String reads() {
        return "licence.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        var state = LicenceState.replay(stream.stream().map(LicenceForms::read).toList());
        var issued = state.issued();
        jdbc.sql("delete from projection.licence where number = ?").param(issued.number()).update();
        jdbc.sql(
                        """
                        insert into projection.licence values
                        (:number, :stream, :power, :organ, :case, :holder, :from, :until, :status, :pending, :changed, :renewed, :suspended, :edition)
                        """)
                .param("number", issued.number())
                .param("stream", UUID.fromString(stream.getFirst().stream()))
                .param("power", issued.power())
                .param("organ", issued.organ())
                .param("case", issued.caseNo())
                .param("holder", issued.holder().masked())
                .param("from", issued.from())
                .param("until", state.until())
                .param("status", state.status().code())
                .param("pending", state.renewalPending())
                .param("changed", latest(state, LicenceEvent.Changed.class))
                .param("renewed", latest(state, LicenceEvent.Renewed.class))
                .param("suspended", state.suspendedUntil().orElse(null))
                .param("edition", state.edition())
                .update();
    }

    private static @Nullable LocalDate latest(
            LicenceState state, Class<? extends LicenceEvent> type) {
        return state.latest(type).map(LicenceEvent::on).orElse(null);
    }

    @Override
    public List<LicenceRow> find(Filter filter, LocalDate today, int most) {
        return jdbc.sql(
                        """
                        select * from projection.licence
                        where (:organ = '' or organ = :organ)
                          and (:text = '' or strpos(lower(number), lower(:text)) > 0 or strpos(holder, :text) > 0
                               or case_no = :text or power = :text)
                          and (:state = ''
                               or (:state = 'expiring' and status = 'in-force' and until_on between :today and :soon)
                               or (:state = 'expired' and (status = 'expired'
                                   or (status = 'in-force' and not pending and until_on < :today)))
                               or (:state = 'in-force' and status = 'in-force'
                                   and (until_on is null or until_on >= :today or pending))
                               or (:state not in ('expiring', 'expired', 'in-force') and status = :state))
                        order by case when :state = 'expiring' then until_on end, from_on desc, number desc
                        limit :most
                        """)
                .param("organ", filter.organ())
                .param("text", filter.text().strip())
                .param("state", filter.state())
                .param("today", today)
                .param("soon", today.plusDays(SOON))
                .param("most", most)
                .query((rs, _) -> row(rs))
                .list();
    }

    @Override
    public Optional<LicenceRow> row(String number) {
        return jdbc.sql("select * from projection.licence where number = ?")
                .param(number)
                .query((rs, _) -> row(rs))
                .optional();
    }

    @Override
    public Map<String, LicenceRow> issuedBy(Collection<String> cases) {
        var found = new LinkedHashMap<String, LicenceRow>();
        if (!cases.isEmpty()) {
            jdbc.sql("select * from projection.licence where case_no in (:cases)")
                    .param("cases", cases)
                    .query((rs, _) -> row(rs))
                    .list()
                    .forEach(r -> found.put(r.caseNo(), r));
        }
        return found;
    }

    @Override
    public long inForce(String power, LocalDate day) {
        return jdbc.sql(
                        """
                        select count(*) from projection.licence
                        where power = :power and status = 'in-force'
                          and (until_on is null or until_on >= :day or pending)
                        """)
                .param("power", power)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    @Override
    public List<String> powers(Optional<OrganId> organ) {
        return jdbc.sql(
                        """
                        select distinct power from projection.licence where :organ = '' or organ = :organ order by power
                        """)
                .param("organ", organ.map(OrganId::value).orElse(""))
                .query((rs, _) -> Objects.requireNonNull(rs.getString("power")))
                .list();
    }

    /// Licences whose term is over and for which nobody has asked a renewal.
    public List<LicenceRow> over(LocalDate day) {
        return jdbc.sql(
                        """
                        select * from projection.licence where status = 'in-force' and not pending and until_on < :day
                        order by number
                        """)
                .param("day", day)
                .query((rs, _) -> row(rs))
                .list();
    }

    private static LicenceRow row(ResultSet rs) throws SQLException {
        return new LicenceRow(
                rs.getObject("stream", UUID.class),
                rs.getString("number"),
                rs.getString("power"),
                new OrganId(rs.getString("organ")),
                rs.getString("case_no"),
                rs.getString("holder"),
                rs.getObject("from_on", LocalDate.class),
                rs.getObject("until_on", LocalDate.class),
                rs.getString("status"),
                rs.getBoolean("pending"),
                rs.getObject("changed_on", LocalDate.class),
                rs.getObject("renewed_on", LocalDate.class),
                rs.getObject("suspended_until", LocalDate.class),
                rs.getInt("edition"));
    }
}
