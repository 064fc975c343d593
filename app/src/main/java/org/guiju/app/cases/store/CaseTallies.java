package org.guiju.app.cases.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiju.app.cases.CaseQuery.Filter;
import org.guiju.app.cases.CaseQuery.Posted;
import org.guiju.app.platform.database.Tally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// 案件件数: counts of a whole county's cases without reading them (ADR 0062). Nothing that depends on today is kept; it is counted from the few
/// rows that it can concern.
@Component
class CaseTallies {
    private static final Logger LOG = LoggerFactory.getLogger(CaseTallies.class);
    private static final String UP =
            "select count(*) from projection.case_row where publicised and decided_on is not null and publicity_until >= :today";
    private final JdbcClient jdbc;
    private final Tally tally;

    CaseTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.tally =
                new Tally(jdbc, "projection.case_tally", "organ, power, decision, closed, shown");
    }

    @Scheduled(fixedDelayString = "${guiju.tallies.every:10000}")
    void addUp() {
        try {
            tally.addUp();
        } catch (DataAccessException e) {
            LOG.warn("the counts of cases are added up later: {}", e.getMessage());
        }
    }

    /// @param states conditions on the columns of the table by what they are called; an empty one counts all
    Map<String, Long> counts(Filter filter, Map<String, String> states) {
        var counts = new LinkedHashMap<String, Long>();
        var names = List.copyOf(states.keySet());
        var columns =
                states.values().stream()
                        .map(c -> "coalesce(sum(n)" + when(c) + ", 0)::bigint")
                        .collect(Collectors.joining(", "));
        var where = new ArrayList<String>();
        var params = params(filter, where);
        jdbc.sql("select " + columns + " from projection.case_tally" + all(where))
                .params(params)
                .query(rs -> {
                    for (int i = 0; i < names.size(); i++) {
                        counts.put(names.get(i), rs.getLong(i + 1));
                    }
                });
        return counts;
    }

    private static String when(String condition) {
        return condition.isEmpty() ? "" : " filter (where " + condition + ")";
    }

    /// How many results there are: what is published for good and what of the penalties is up on the day.
    ///
    /// @param decision empty for every one
    long results(Filter filter, String decision, Posted posted, LocalDate today) {
        return switch (posted) {
            case NOW -> up(filter, decision, "", today);
            case ANY ->
                    kept(filter, decision, "shown <> ''")
                            + up(filter, decision, " and granted is null", today);
            // Of what was put up for a time and stays to be read, all but what is still up.
            case PAST ->
                    kept(filter, decision, "shown = 'dated'")
                            - up(filter, decision, " and granted is not null", today);
        };
    }

    private long kept(Filter filter, String decision, String shown) {
        var where = new ArrayList<>(List.of(shown));
        var params = params(filter, where);
        decided(decision, where, params);
        return jdbc.sql(
                        "select coalesce(sum(n), 0)::bigint from projection.case_tally"
                                + all(where))
                .params(params)
                .query(Long.class)
                .single();
    }

    private long up(Filter filter, String decision, String more, LocalDate today) {
        var where = new ArrayList<String>();
        var params = params(filter, where);
        decided(decision, where, params);
        params.put("today", today);
        return jdbc.sql(
                        UP
                                + more
                                + where.stream().map(" and "::concat).collect(Collectors.joining()))
                .params(params)
                .query(Long.class)
                .single();
    }

    private static void decided(
            String decision, Collection<String> where, Map<String, Object> params) {
        if (!decision.isEmpty()) {
            where.add("decision = :decision");
            params.put("decision", decision);
        }
    }

    private static Map<String, Object> params(Filter filter, Collection<String> where) {
        var params = new HashMap<String, Object>();
        JdbcCaseQuery.common(filter, where, params);
        return params;
    }

    private static String all(Collection<String> where) {
        return where.isEmpty() ? "" : " where " + String.join(" and ", where);
    }
}
