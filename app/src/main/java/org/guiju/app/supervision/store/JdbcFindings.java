package org.guiju.app.supervision.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.platform.database.Tally;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.supervision.FindingRow;
import org.guiju.app.supervision.Findings;
import org.guiju.kernel.supervision.CardState;
import org.guiju.kernel.supervision.Scheme;
import org.guiju.kernel.supervision.Severity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Reads the rows of the cards.
@Component
class JdbcFindings implements Findings {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcFindings.class);
    private static final RowMapper<FindingRow> ROW = (rs, _) -> row(rs);
    private static final String GRAVEST =
            "case severity when 'red' then 0 when 'yellow' then 1 else 2 end";
    private final JdbcClient jdbc;
    private final SupervisionSettings settings;
    private final Tally tally;

    JdbcFindings(JdbcClient jdbc, SupervisionSettings settings) {
        this.jdbc = jdbc;
        this.tally =
                new Tally(
                        jdbc,
                        "projection.finding_tally",
                        "organ, kind, state, severity, post_organ, role");
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${guiju.tallies.every:10000}")
    void addUp() {
        try {
            tally.addUp();
        } catch (DataAccessException e) {
            LOG.warn("the counts of cards are added up later: {}", e.getMessage());
        }
    }

    private static FindingRow row(ResultSet rs) throws SQLException {
        var saw = new ArrayList<Integer>();
        for (var seq : (Integer[]) rs.getArray("saw").getArray()) {
            saw.add(seq);
        }
        return new FindingRow(
                rs.getString("finding"),
                rs.getObject("case_id", UUID.class),
                rs.getString("no"),
                rs.getString("power"),
                rs.getInt("power_version"),
                rs.getString("kind"),
                rs.getString("organ"),
                rs.getString("scheme"),
                rs.getInt("scheme_version"),
                rs.getString("rule"),
                Severity.ofCode(rs.getString("severity")).orElseThrow(),
                rs.getString("object"),
                rs.getString("measure"),
                rs.getString("clock"),
                rs.getString("step"),
                rs.getString("at_step"),
                rs.getString("post_organ"),
                rs.getString("role"),
                rs.getString("person"),
                rs.getString("handler"),
                rs.getTimestamp("first_at").toInstant(),
                rs.getTimestamp("found_at").toInstant(),
                rs.getInt("limit_n"),
                rs.getString("limit_unit"),
                rs.getString("basis"),
                rs.getObject("last_day", LocalDate.class),
                saw,
                rs.getInt("through"),
                rs.getString("editions"),
                rs.getString("calendar"),
                rs.getString("derivation_zh"),
                rs.getString("derivation_en"),
                CardState.ofCode(rs.getString("state")).orElseThrow(),
                rs.getString("reason"),
                rs.getString("closed_by"),
                rs.getObject("closed_seq", Integer.class),
                instant(rs.getTimestamp("closed_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private record Where(String sql, Map<String, Object> params) {}

    private static Where where(Filter f) {
        var all = new ArrayList<String>();
        var params = new HashMap<String, Object>();
        if (f.state().equals("counting")) {
            all.add("state in ('lit', 'standing')");
        } else if (!f.state().isEmpty()) {
            all.add("state = :state");
            params.put("state", f.state());
        }
        equal("organ", f.organ(), all, params);
        equal("kind", f.kind(), all, params);
        equal("severity", f.colour(), all, params);
        if (!f.officer().isEmpty()) {
            // Where nobody had taken the step up, those who held the post on that day answer for
            // it.
            all.add(
                    """
                    (person = :officer or handler = :officer or (person = '' and exists (
                        select 1 from projection.assignment a
                        where a.person = :officer and a.role = finding.role and a.organ = finding.post_organ
                          and (first_at at time zone 'Asia/Shanghai')::date >= a.from_day
                          and (a.until_day is null or (first_at at time zone 'Asia/Shanghai')::date <= a.until_day))))
                    """);
            params.put("officer", f.officer());
        }
        if (f.from() != null) {
            all.add("first_at >= :from");
            params.put("from", midnight(f.from()));
        }
        if (f.until() != null) {
            all.add("first_at < :until");
            params.put("until", midnight(f.until().plusDays(1)));
        }
        return new Where(all.isEmpty() ? "" : " where " + String.join(" and ", all), params);
    }

    private static void equal(
            String column, String value, List<String> all, Map<String, Object> params) {
        if (!value.isEmpty()) {
            all.add(column + " = :" + column);
            params.put(column, value);
        }
    }

    private static Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(OfficialClock.ZONE).toInstant());
    }

    @Override
    public List<FindingRow> find(Filter filter, int offset, int size) {
        var where = where(filter);
        return jdbc.sql(
                        "select * from projection.finding"
                                + where.sql()
                                + " order by "
                                + GRAVEST
                                + ", first_at, finding limit :size offset :offset")
                .params(where.params())
                .param("size", size)
                .param("offset", offset)
                .query(ROW)
                .list();
    }

    @Override
    public Counts counts(Filter filter) {
        var where = where(filter);
        // Of an officer or of a span of days there are few; all the others are counted already.
        var counted =
                filter.officer().isEmpty() && filter.from() == null && filter.until() == null
                        ? "sum(n)::bigint from projection.finding_tally"
                        : "count(*) from projection.finding";
        return new Counts(
                jdbc.sql(
                                "select state, severity, post_organ, role, "
                                        + counted
                                        + where.sql()
                                        + " group by state, severity, post_organ, role"
                                        + (counted.startsWith("sum") ? " having sum(n) <> 0" : ""))
                        .params(where.params())
                        .query((rs, _) ->
                                new Counts.Group(
                                        rs.getString(1),
                                        Severity.ofCode(rs.getString(2)).orElseThrow(),
                                        rs.getString(3),
                                        rs.getString(4),
                                        rs.getLong(5)))
                        .list());
    }

    @Override
    public Optional<FindingRow> byId(String id) {
        return jdbc.sql("select * from projection.finding where finding = :id")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    @Override
    public List<FindingRow> ofCase(UUID caseId) {
        return jdbc.sql(
                        "select * from projection.finding where case_id = :id order by found_at, first_at, finding")
                .param("id", caseId)
                .query(ROW)
                .list();
    }

    @Override
    public List<FindingRow> foundSince(Instant from) {
        return jdbc.sql(
                        """
                        select * from projection.finding where found_at >= :from and state <> 'cancelled'
                        order by found_at, finding
                        """)
                .param("from", Timestamp.from(from))
                .query(ROW)
                .list();
    }

    @Override
    public Instant asOf() {
        return settings.asOf();
    }

    @Override
    public Scheme scheme() {
        return settings.scheme();
    }
}
