package org.guiju.app.allocation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Portfolios;
import org.guiju.kernel.allocation.AllocationMethod;
import org.guiju.kernel.allocation.Establishment;
import org.guiju.kernel.allocation.Portfolio;
import org.guiju.kernel.allocation.Post;
import org.guiju.kernel.allocation.PostLevel;
import org.guiju.kernel.allocation.SigningDelegation;
import org.guiju.kernel.allocation.Tenure;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads posts, tenures, fields and delegations.
@Component
class JdbcPortfolios implements Portfolios {
    private static final String HEAD = "head-of-organ";
    private final JdbcClient jdbc;
    private final Allocation allocation;

    JdbcPortfolios(JdbcClient jdbc, Allocation allocation) {
        this.jdbc = jdbc;
        this.allocation = allocation;
    }

    @Override
    public Establishment establishment(OrganId organ) {
        return new Establishment(
                organ,
                all("post", "level, section, post", organ, (rs, _) -> post(rs)),
                all("tenure", "post, from_day, person", organ, (rs, _) -> tenure(rs)),
                all("portfolio", "subject, from_day, leader", organ, (rs, _) -> portfolio(rs)),
                all(
                        "barred_field",
                        "from_day",
                        organ,
                        (rs, _) ->
                                new Portfolio.Barred(
                                        Set.copyOf(texts(rs, "subjects")),
                                        rs.getObject("from_day", LocalDate.class))),
                all("signing_delegation", "from_day, giver, taker", organ, SIGNING));
    }

    static final RowMapper<SigningDelegation> SIGNING =
            (rs, _) ->
                    new SigningDelegation(
                            new PersonId(rs.getString("giver")),
                            new PersonId(rs.getString("taker")),
                            new OrganId(rs.getString("organ")),
                            Set.copyOf(texts(rs, "roles")),
                            Set.copyOf(texts(rs, "powers")),
                            rs.getObject("from_day", LocalDate.class),
                            rs.getObject("until_day", LocalDate.class),
                            rs.getString("document"));

    private <T> List<T> all(String table, String order, OrganId organ, RowMapper<T> row) {
        return jdbc.sql(
                        "select * from projection."
                                + table
                                + " where organ = :organ order by "
                                + order)
                .param("organ", organ.value())
                .query(row)
                .list();
    }

    private static Post post(ResultSet rs) throws SQLException {
        var en = rs.getString("name_en");
        return new Post(
                rs.getString("post"),
                new OrganId(rs.getString("organ")),
                rs.getString("section"),
                new Text(rs.getString("name_zh"), en.isEmpty() ? null : en),
                PostLevel.ofCode(rs.getString("level")).orElse(PostLevel.OFFICER),
                rs.getString("duty"),
                rs.getString("integrity"),
                Set.copyOf(texts(rs, "roles")),
                rs.getInt("seats"),
                rs.getBoolean("key_post"),
                rs.getString("rule"),
                rs.getBoolean("high_risk"),
                rs.getObject("from_day", LocalDate.class),
                rs.getObject("until_day", LocalDate.class));
    }

    private static Tenure tenure(ResultSet rs) throws SQLException {
        return new Tenure(
                rs.getString("post"),
                new PersonId(rs.getString("person")),
                Tenure.Manner.ofCode(rs.getString("manner")).orElse(Tenure.Manner.APPOINTED),
                Tenure.Terms.ofCode(rs.getString("terms")).orElse(Tenure.Terms.ESTABLISHED),
                rs.getObject("from_day", LocalDate.class),
                rs.getObject("until_day", LocalDate.class));
    }

    private static Portfolio portfolio(ResultSet rs) throws SQLException {
        return new Portfolio(
                new OrganId(rs.getString("organ")),
                rs.getString("subject"),
                new PersonId(rs.getString("leader")),
                rs.getObject("from_day", LocalDate.class),
                rs.getObject("until_day", LocalDate.class));
    }

    private static List<String> texts(ResultSet rs, String column) throws SQLException {
        var texts = new ArrayList<String>();
        if (rs.getArray(column).getArray() instanceof Object[] all) {
            for (var one : all) {
                texts.add(one.toString());
            }
        }
        return texts;
    }

    @Override
    public Optional<PersonId> inCharge(OrganId organ, String subject, LocalDate day) {
        return establishment(organ).inCharge(subject, day);
    }

    @Override
    public Optional<PersonId> chief(OrganId organ, LocalDate day) {
        return establishment(organ)
                .chief(day)
                .or(() -> allocation.roster().holders(HEAD, organ, day).stream().findFirst());
    }

    @Override
    public Set<String> barred(OrganId organ, LocalDate day) {
        return establishment(organ).barred(day);
    }

    @Override
    public Map<AllocationMethod, Long> changes(OrganId organ) {
        var counts = new EnumMap<AllocationMethod, Long>(AllocationMethod.class);
        jdbc.sql(
                        "select method, count(*) as n from projection.allocation_change where organ = :organ group by method")
                .param("organ", organ.value())
                .query((rs, _) -> Map.entry(rs.getString("method"), rs.getLong("n")))
                .list()
                .forEach(row ->
                        AllocationMethod.ofCode(row.getKey())
                                .ifPresent(m -> counts.put(m, row.getValue())));
        return counts;
    }
}
